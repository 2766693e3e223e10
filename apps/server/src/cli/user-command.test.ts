import { type Database, soleClient } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { lineOf, outcomeOf, startLuoshi } from '../test-support/run-luoshi.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { runCommandLine } from './command-line.ts'

// One test starts processes, which take their time on a busy machine.
vi.setConfig({ testTimeout: 300_000 })

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

/** Runs commands over the one database of these tests. */
function ready() {
  const { host, user, database } = soleClient(db)
  vi.stubEnv('DATABASE_URL', `postgres://${user}@/${database}?host=${encodeURIComponent(host)}`)
  vi.stubEnv('LUOSHI_COUNTIES', 'wutai')
  vi.stubEnv('LUOSHI_MASTER_KEYS', `test:${Buffer.alloc(32, 7).toString('base64')}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  return async (...args: readonly string[]) => {
    const [out, err]: [string[], string[]] = [[], []]
    const terminal = {
      out: (text: string) => void out.push(text),
      err: (line: string) => void err.push(line),
    }
    const code = await runCommandLine(['user', ...args], terminal)
    return { code, out: out.join(''), err: err.join('\n') }
  }
}

const password = /\w{4}-\w{4}-\w{4}/

describe('luoshi user', () => {
  it('adds an officer with an account, gives posts, and lists both', async () => {
    const run = ready()
    const added = await run('add', 'lin', '林小满', '--unit', '县财政局')
    expect(added).toMatchObject({ code: 0, err: '' })
    expect(added.out.replace(password, '…')).toBe(
      '已为林小满（五台县）建立账号“lin”，初始口令是 … ，只显示这一次，首次登录时须更换。\n',
    )
    const grant = ['grant', 'lin', 'deep-tillage/finance', '--unit', '县财政局']
    expect(await run(...grant)).toMatchObject({
      code: 0,
      out: '已授予林小满岗位：五寨县2022年农机深松整地作业补助项目：县财政局，县财政局。\n',
    })
    expect((await run(...grant, '--from', '2026-01-01', '--until', '2026-07-01')).code).toBe(0)
    expect((await run('list')).out).toBe(
      [
        'lin  林小满  待更换口令',
        '  五寨县2022年农机深松整地作业补助项目：县财政局，县财政局',
        '  五寨县2022年农机深松整地作业补助项目：县财政局，县财政局，自2026-01-01至2026-07-01',
        '',
      ].join('\n'),
    )
  })

  it('locks, unlocks, resets and links accounts', async () => {
    const run = ready()
    await run('add', 'zhou', '周小溪')
    expect((await run('lock', 'zhou')).out).toBe('账号“zhou”已停用，已有的登录已经结束。\n')
    expect((await run('list')).out).toMatch(/^zhou {2}周小溪 {2}已停用（\d+年\d+月\d+日\d+时\d\d分）$/m)
    expect((await run('unlock', 'zhou')).out).toBe('账号“zhou”可以登录了。\n')
    expect((await run('reset-password', 'zhou')).out).toMatch(password)
    expect((await run('link', 'zhou', 'E-1')).out).toBe('账号“zhou”可以用统一身份认证登录了。\n')
    await run('add', 'chen', '陈小麦')
    expect((await run('link', 'chen', 'E-1')).err).toBe('这一标识已登记给账号“zhou”。')
    expect((await run('link', 'zhou')).out).toBe('账号“zhou”不再能用统一身份认证登录。\n')
  })

  it('says in one sentence what would pass', async () => {
    const run = ready()
    await run('add', 'wu', '吴小雨')
    const refused = async (...args: readonly string[]) => {
      const { code, out, err } = await run(...args)
      expect([code, out]).toEqual([1, ''])
      return err
    }
    expect(await refused('add', 'Lin', '吴小雨')).toBe(
      '账号写的是“Lin”，应为2至32个小写字母、数字、点、连字符或下划线，以字母开头。',
    )
    expect(await refused('add', 'wu', '吴小雨')).toBe('账号“wu”已经有了，请换一个。')
    expect(await refused('add', 'zheng', '郑小禾', '--unit', '县水晶宫')).toBe(
      '机构台账中没有“县水晶宫”，请写全称，或先登记机构。',
    )
    expect(await refused('lock', 'nobody')).toBe('没有账号“nobody”，现有的见 luoshi user list。')
    expect(await refused('reset-password', 'nobody')).toBe('没有账号“nobody”，现有的见 luoshi user list。')
    expect(await refused('grant', 'wu', 'deep-tillage/king')).toContain('“角色”填的是“deep-tillage/king”')
    expect(await refused('list', '--county', 'atlantis')).toBe(
      '没有“atlantis”这个县，可写的有：wutai（五台县）；要用别的县，请在 LUOSHI_COUNTIES 中写上。',
    )
    expect(await refused('add', 'wu')).toBe('没有给出姓名。执行 luoshi --help 查看用法。')
  })

  it('works beside a running server, which says the first administrator’s password once', async () => {
    const environment = { LUOSHI_DATA: temporaryFolder(), LUOSHI_COUNTIES: 'wutai', DATABASE_URL: '' }
    const begin = () => startLuoshi(['start', '--port', '0'], environment)
    const first = begin()
    const line = await lineOf(first, /初始口令/)
    expect(line.replace(password, '…')).toBe(
      '五台县的系统管理员：账号 admin ，初始口令 … （只显示这一次，首次登录时须更换）。',
    )
    await lineOf(first, /请用浏览器打开/)
    const listed = await outcomeOf(startLuoshi(['user', 'list'], environment))
    expect(listed).toMatchObject({
      code: 0,
      out: 'admin  系统管理员  待更换口令\n  机构、人员和参数管理：系统管理员，县人民政府\n',
    })
    const ended = outcomeOf(first)
    first.kill('SIGTERM')
    await ended
    const second = begin()
    const said = outcomeOf(second)
    await lineOf(second, /请用浏览器打开/)
    second.kill('SIGTERM')
    expect((await said).err).not.toMatch(/初始口令/)
  })
})
