import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../test-database.ts'
import { migrate, readMigrations } from './migrate.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const own = readMigrations()
const [first] = own
if (first === undefined) throw new Error('there are no migrations')
const more = [...own, { name: '900-notes.sql', text: 'create table notes (note text not null);' }]

it('applies each step once, also where several processes begin at the same moment', async () => {
  const db = await server.database(8)
  const answers = await Promise.all(Array.from({ length: 6 }, () => migrate(db, more)))
  const applied = answers.flatMap((answer) => (answer.kind === 'migrated' ? answer.applied : ['refused']))
  expect(applied).toEqual(['900-notes.sql'])
})

it('applies all or nothing', async () => {
  const db = await server.database(1)
  const broken = [...more, { name: '901-broken.sql', text: 'create table broken (;' }]
  await expect(migrate(db, broken)).rejects.toThrow('syntax error')
  expect(await migrate(db, more)).toEqual({ kind: 'migrated', applied: ['900-notes.sql'] })
})

it('refuses a step that was changed, is unknown or stands elsewhere', async () => {
  const db = await server.database(1)
  const changed = [{ ...first, text: `${first.text}\n-- later` }, ...own.slice(1)]
  expect(await migrate(db, changed)).toEqual({
    kind: 'refused',
    message: '升级文件“001-log.sql”与数据库执行过的不一致：已发布的升级文件不能改动，请恢复原文件。',
  })
  expect(await migrate(db, [])).toEqual({
    kind: 'refused',
    message: '数据库已升级到“001-log.sql”，本程序只认识到“（无）”：请使用新版程序。',
  })
  expect(await migrate(db, [{ ...first, name: '000-other.sql' }])).toEqual({
    kind: 'refused',
    message: '数据库第1步升级是“001-log.sql”，本程序的是“000-other.sql”：请核对程序版本。',
  })
  const withReturns = [{ ...first, text: first.text.replaceAll('\n', '\r\n') }, ...own.slice(1)]
  expect(await migrate(db, withReturns)).toEqual({ kind: 'migrated', applied: [] })
})
