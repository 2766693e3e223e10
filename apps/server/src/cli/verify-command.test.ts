import { type Database, soleClient } from '@luoshi/store'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { runCommandLine } from './command-line.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
})
afterAll(() => server?.stop())

async function run(...args: readonly string[]) {
  const { host, user, database } = soleClient(db)
  vi.stubEnv('DATABASE_URL', `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`)
  vi.stubEnv('LUOSHI_COUNTIES', 'wutai')
  vi.stubEnv('LUOSHI_MASTER_KEYS', `test:${Buffer.alloc(32, 7).toString('base64')}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  const [out, err]: [string[], string[]] = [[], []]
  const terminal = { out: (text: string) => void out.push(text), err: (line: string) => void err.push(line) }
  const code = await runCommandLine(args, terminal)
  return { code, out: out.join(''), err: err.join('\n') }
}

/** Changes what the database refuses to have changed, as whoever owns it could. */
async function tamper(table: string, change: string): Promise<void> {
  await db.transaction().execute(async (inside) => {
    await sql.raw(`alter table ${table} disable trigger user`).execute(inside)
    await sql.raw(change).execute(inside)
    await sql.raw(`alter table ${table} enable trigger user`).execute(inside)
  })
}

it('luoshi verify finds nothing amiss, and then the first thing that someone changed', async () => {
  expect((await run('user', 'add', 'lin', '林小满')).code).toBe(0)
  const sound = await run('verify')
  expect(sound).toMatchObject({ code: 0, err: '' })
  expect(sound.out).toMatch(/^已核对 wutai：\d+ 个办件、\d+ 条办理记录，无误（\d{4}-\d\d-\d\d）。\n$/)

  await tamper('account_events', `update account_events set data = '{"username": "lin", "name": "王"}'`)
  expect(await run('verify')).toMatchObject({
    code: 1,
    err: '核对发现：账号“lin”第1条账号记录的内容与它的摘要不符：记录被改动过。',
  })
  await tamper('account_events', 'delete from account_events')
  expect((await run('verify')).err).toBe('核对发现：账号“lin”应有1条账号记录，现有0条，或者末条不符。')
})

it('the database itself refuses to change or delete a line of an account’s log', async () => {
  for (const change of [
    'update account_events set kind = kind',
    'delete from account_events',
    'truncate account_events',
  ]) {
    await expect(sql.raw(change).execute(db)).rejects.toThrow('账号记录只能追加，不能修改或删除。')
  }
})
