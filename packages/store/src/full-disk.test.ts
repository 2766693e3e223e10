import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, expect, it, vi } from 'vitest'
import { open } from './act.ts'
import type { Database } from './database/tables.ts'
import { means, on, pondIn, pondPermits, request } from './fixtures/pond-permit.ts'
import { startStore } from './start.ts'
import { verify } from './verify/verify.ts'

/** Bytes of the disk, and what is left of it for the log before it is full. */
const SIZE = 100 << 20
const LEFT = 3 << 20

/** A disk that can be filled and emptied. */
interface Disk {
  readonly folder: string
  fill(db: Database): Promise<void>
  empty(db: Database): Promise<void>
}

const folder = mkdtempSync(join(tmpdir(), 'luoshi-disk-'))
chmodSync(folder, 0o755)
const isMounted =
  process.getuid?.() === 0 &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', folder]).status === 0
afterEach(() => {
  // A server that is just ending may still hold it.
  if (isMounted) spawnSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
})

/** A small disk of its own; where we may not mount one, the database says of the log's table that there is no room. */
function smallDisk(): Disk {
  const ballast = join(folder, 'ballast')
  if (isMounted) {
    return {
      folder,
      async fill() {
        const { bavail, bsize } = statfsSync(folder)
        writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT))
      },
      empty: async () => rmSync(ballast),
    }
  }
  return {
    folder,
    async fill(db) {
      await sql`create function no_room() returns trigger language plpgsql as $$
        begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(db)
      await sql`create trigger no_room before insert on actions for each row execute function no_room()`.execute(
        db,
      )
    },
    async empty(db) {
      await sql`drop trigger no_room on actions`.execute(db)
    },
  }
}

it('a full disk is told in one sentence, loses nothing, and is over when there is room again', async () => {
  const disk = smallDisk()
  const store = await startStore({ folder: disk.folder, url: null, masterKeys: null, connections: 4 })
  if (store.kind === 'refused') throw new Error(store.message)
  const { db, vault } = store
  const surroundings = { ...on('2026-03-02'), vault }
  const acknowledged: string[] = []
  const openNext = async () => {
    const id = `P-${acknowledged.length}`
    // Long names fill the disk sooner.
    const opened = await open(db, pondPermits, request(id), pondIn(`${id}${'村'.repeat(500)}`), surroundings)
    if (opened.kind === 'done') acknowledged.push(id)
    return opened.kind === 'not-stored' ? opened.issue : null
  }
  expect(await openNext()).toBeNull()
  await disk.fill(db)
  const issue = await vi.waitUntil(openNext, { timeout: 120_000, interval: 0 })
  expect(['disk-full', 'database-away']).toContain(issue.code)
  expect(issue.message).toMatch(/^数据库.+以前保存的都在。.+。$/)
  await disk.empty(db)
  const before = acknowledged.length
  await vi.waitUntil(async () => (await openNext()) === null, { timeout: 120_000, interval: 100 })
  expect(acknowledged.length).toBe(before + 1)
  const kept = await db.selectFrom('cases').select('id').execute()
  expect(kept.map(({ id }) => id)).toEqual(expect.arrayContaining(acknowledged))
  expect(await verify(db, [pondPermits], 'qingyuan', { ...means, vault })).toMatchObject({ kind: 'verified' })
  await store.stop()
}, 300_000)
