import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, it } from 'vitest'
import { connectTo } from './database/connect.ts'
import { readMigrations } from './database/migrate.ts'
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts'
import { startStore } from './start.ts'

const root = mkdtempSync(join(tmpdir(), 'luoshi-store-'))
chmodSync(root, 0o755)
afterAll(() => rmSync(root, { recursive: true, force: true }))

it('makes the embedded database once and keeps it', async () => {
  for (const known of [0, 1]) {
    const started = await startStore({ folder: join(root, 'own'), url: null, masterKeys: null })
    if (started.kind === 'refused') throw new Error(started.message)
    const { db } = started
    const paper = { county: 'qingyuan', subject: `${known}`, sequence: 1, paper: 'decision' }
    expect(await db.selectFrom('papers').select('subject').execute()).toHaveLength(known)
    await db.insertInto('papers').values(paper).execute()
    await started.stop()
  }
}, 60_000)

it('uses another PostgreSQL where its URL is given, and says what to check where it is not there', async () => {
  const server = await startEmbeddedPostgres(join(root, 'other'))
  if (server.kind === 'refused') throw new Error(server.message)
  const { host, user } = server.server.connection
  const url = `postgresql:///postgres?host=${encodeURIComponent(host)}&user=${user}`
  const started = await startStore({ folder: join(root, 'unused'), url, masterKeys: null })
  if (started.kind === 'refused') throw new Error(started.message)
  expect(await started.db.selectFrom('migrations').select('name').execute()).toEqual(
    readMigrations().map(({ name }) => ({ name })),
  )
  await started.stop()
  const admin = connectTo({ host, user, database: 'postgres' }, 1)
  for (const statement of [
    `create role few login`,
    `create database latin encoding 'LATIN1' locale_provider 'libc' locale 'C' template template0`,
    `create database strange`,
  ]) {
    await sql.raw(statement).execute(admin)
  }
  await admin.destroy()
  const messageOf = async (database: string, role: string) => {
    const there = `postgresql:///${database}?host=${encodeURIComponent(host)}&user=${role}`
    const outcome = await startStore({ folder: join(root, 'unused'), url: there, masterKeys: null })
    return outcome.kind === 'refused' ? outcome.message : outcome.kind
  }
  expect(await messageOf('absent', user)).toMatch(/^数据库连接不上（.+）：服务器上没有这个库，请先建库/)
  expect(await messageOf('latin', user)).toContain('编码是LATIN1，汉字要用UTF8')
  expect(await messageOf('strange', 'few')).toContain('没有建表的权限')
  await server.server.stop()
  expect(await startStore({ folder: join(root, 'unused'), url, masterKeys: null })).toMatchObject({
    kind: 'refused',
    message: expect.stringMatching(/^数据库连接不上（.+）：请核对 DATABASE_URL。$/),
  })
}, 60_000)
