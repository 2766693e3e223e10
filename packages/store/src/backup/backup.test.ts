import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import { type Connection, connectTo } from '../database/connect.ts'
import { migrate, readMigrations } from '../database/migrate.ts'
import type { Database } from '../database/tables.ts'
import { diskStorage } from '../files/disk-storage.ts'
import { keepFile } from '../files/keep-file.ts'
import { clerk, measured, on, pondIn, pondPermits, request } from '../fixtures/pond-permit.ts'
import { listCases } from '../lists/list-cases.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../postgres/embedded-postgres.ts'
import { verify } from '../verify/verify.ts'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const root = mkdtempSync(join(tmpdir(), 'luoshi-backup-'))
chmodSync(root, 0o755)
let server: EmbeddedPostgres
let db: Database
const opened: Database[] = []
const files = diskStorage(join(root, 'files'))
const now = '2026-03-05T09:00:00+08:00'
const silent = () => undefined

const connectionTo = (database: string): Connection => ({ ...server.connection, database })
async function newDatabase(name: string): Promise<Database> {
  const maker = connectTo(connectionTo('postgres'), 1)
  await sql`create database ${sql.id(name)}`.execute(maker)
  await maker.destroy()
  const made = connectTo(connectionTo(name), 4)
  opened.push(made)
  return made
}

beforeAll(async () => {
  const started = await startEmbeddedPostgres(join(root, 'data'))
  if (started.kind === 'refused') throw new Error(started.message)
  server = started.server
  db = await newDatabase('first')
  await migrate(db)
  for (const [index, village] of ['上河村', '下河村\n东', '“引号”\\村', '制表\t村'].entries()) {
    await open(
      db,
      pondPermits,
      { county: 'qingyuan', case: `B-${index}`, requestKey: null },
      pondIn(village),
      on('2026-03-02'),
    )
    await act(db, pondPermits, request(`B-${index}`), measured(`1${index}.5`), on('2026-03-03'))
  }
  await act(db, pondPermits, request('B-0'), { name: 'publicise', by: clerk }, on('2026-03-04'))
  const source = (async function* () {
    yield Buffer.from('%PDF-1.7\n井位图')
  })()
  const kept = await keepFile(db, files, { county: 'qingyuan', name: '图.pdf', by: 'clerk', at: now, source })
  expect(kept.kind).toBe('kept')
}, 60_000)
afterAll(async () => {
  for (const each of opened) await each.destroy()
  await server?.stop()
  rmSync(root, { recursive: true, force: true })
}, 60_000)

/** Every row of every table, as text. */
async function everythingIn(database: Database): Promise<Record<string, unknown[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migrations' order by 1`.execute(
    database,
  )
  const everything: Record<string, unknown[]> = {}
  for (const { name } of tables) {
    const { rows } = await sql`select t::text from ${sql.table(name)} as t order by 1`.execute(database)
    everything[name] = rows
  }
  return everything
}

describe('a backup', () => {
  const path = join(root, 'whole.luoshi')

  it('is restored to the last byte, files too, and what is verified was verified before', async () => {
    const told: string[] = []
    const done = await backUp(connectionTo('first'), files, path, now, (line) => told.push(line))
    expect(done).toMatchObject({ files: 1, swept: 0 })
    expect(told).toContain('actions：9 行')
    expect(existsSync(`${path}.half`)).toBe(false)
    const other = await newDatabase('second')
    const elsewhere = diskStorage(join(root, 'elsewhere'))
    expect(await restore(connectionTo('second'), elsewhere, path, silent)).toMatchObject({
      kind: 'restored',
      rows: done.rows,
      files: 1,
      made: now,
      applied: [],
    })
    expect(await everythingIn(other)).toEqual(await everythingIn(db))
    const { vault } = on('2026-03-05')
    expect(await verify(other, [pondPermits], 'qingyuan', { vault, calendar: null })).toMatchObject({
      kind: 'verified',
      cases: 4,
      actions: 9,
    })
    const digests: string[] = []
    for await (const digest of elsewhere.digests('qingyuan')) digests.push(digest)
    expect(digests).toHaveLength(1)
    // It goes on where it was.
    const acted = await act(other, pondPermits, request('B-1'), measured('99'), on('2026-03-06'))
    expect(acted).toMatchObject({ kind: 'done', version: 3 })
    const filter = { county: 'qingyuan', isWholeCounty: true, units: [], owner: null }
    const procedure = pondPermits.procedures[0] as (typeof pondPermits.procedures)[number]
    const listed = await listCases(other, { county: 'qingyuan', programme: pondPermits, procedure, filter })
    expect(listed.kind === 'page' && listed.rows).toHaveLength(4)
  })

  it('is one moment, whatever is done while it runs', async () => {
    const busy = join(root, 'busy.luoshi')
    let [acting, count] = [true, 0]
    const writing = (async () => {
      for (; acting; count++) {
        await act(db, pondPermits, request('B-2'), measured(`2${count}`), on('2026-03-04'))
      }
    })()
    for (let round = 0; round < 3; round++) await backUp(connectionTo('first'), files, busy, now, silent)
    acting = false
    await writing
    expect(count).toBeGreaterThan(0)
    const other = await newDatabase('moment')
    expect((await restore(connectionTo('moment'), files, busy, silent)).kind).toBe('restored')
    const { vault } = on('2026-03-05')
    expect((await verify(other, [pondPermits], 'qingyuan', { vault, calendar: null })).kind).toBe('verified')
  })

  it('of an older form of the tables is brought to the newest', async () => {
    const old = await newDatabase('old')
    const [first, ...later] = readMigrations()
    if (first === undefined) throw new Error('there is no first form')
    await migrate(old, [first])
    await sql`insert into actions (county, subject, sequence, kind, actor, at, payload, digest)
      values ('qingyuan', 'O-1', 1, 'opening', 'clerk', now(), '{}', 'x')`.execute(old)
    const path = join(root, 'old.luoshi')
    await backUp(connectionTo('old'), files, path, now, silent)
    const other = await newDatabase('newest')
    expect(await restore(connectionTo('newest'), files, path, silent)).toMatchObject({
      kind: 'restored',
      rows: 1,
      applied: later.map(({ name }) => name),
    })
    expect(await other.selectFrom('actions').select('subject').execute()).toEqual([{ subject: 'O-1' }])
  })

  it('is not restored over data, and what is damaged, cut off or foreign leaves nothing', async () => {
    const messageOf = async (database: string, file: string) => {
      const restored = await restore(connectionTo(database), files, file, silent)
      return restored.kind === 'refused' ? restored.message : null
    }
    expect(await messageOf('first', path)).toContain('数据库里已有数据')
    await newDatabase('target')
    const whole = readFileSync(path)
    const cut = join(root, 'cut.luoshi')
    writeFileSync(cut, whole.subarray(0, whole.length - 200))
    expect(await messageOf('target', cut)).toBe(`${cut}不是完好的备份文件，没有恢复任何数据。`)
    // A changed figure in a row, with everything else as it was.
    const tar = zstdDecompressSync(whole)
    const at = tar.indexOf('"10.5"')
    expect(at).toBeGreaterThan(0)
    tar.write('"90.5"', at)
    const changed = join(root, 'changed.luoshi')
    writeFileSync(changed, zstdCompressSync(tar))
    expect(await messageOf('target', changed)).toMatch(/^备份文件里的表“(?:actions|cases)”与清单不符/)
    const foreign = join(root, 'foreign.luoshi')
    writeFileSync(foreign, 'no archive')
    expect(await messageOf('target', foreign)).toBe(`${foreign}不是完好的备份文件，没有恢复任何数据。`)
    expect(await messageOf('target', join(root, 'none'))).toBe(`没有备份文件${join(root, 'none')}。`)
    expect(await messageOf('target', path)).toBeNull()
  })
})
