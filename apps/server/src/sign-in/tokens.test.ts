import type { NewToken, OwnSession, OwnToken } from '@luoshi/client'
import { accountEventsOf, changeAccount } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { CookieJar, makeAccount, StoppedClock, startSignIn } from './sign-in.test-support.ts'
import { isWithinScopes } from './token-scopes.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const scopes = [{ programme: 'deep-tillage', procedure: 'claim', may: 'read' }] as const
const CLAIMS = '/api/v1/qingyuan/programmes/deep-tillage/procedures/claim/cases'

async function ready() {
  const db = await server.database()
  const clock = new StoppedClock()
  await makeAccount(db, 'lin')
  const process = await startSignIn(db, clock)
  process.app.use('/api/v1/qingyuan/*', process.signIn.requireOfficer)
  process.app.all('/api/v1/qingyuan/*', (c) => c.json(c.get('officer')))
  const jar = new CookieJar(process)
  await jar.signIn('lin')
  const make = async (wanted: unknown) => jar.ask('POST', '/api/v1/tokens', wanted)
  const made = (await (await make({ label: '监测平台', scopes, days: 30 })).json()) as NewToken
  const use = (path: string, method = 'GET', token = made.token, at = process) =>
    at.app.request(path, { method, headers: { authorization: `Bearer ${token}` } })
  return { db, clock, process, jar, make, made, use }
}

describe('a token of another system', () => {
  it('is shown once, acts in its officer’s name, and can be ended', async () => {
    const { db, jar, made, use } = await ready()
    expect(made.token).toMatch(/^luoshi_qingyuan_[\w-]{43}$/)
    const listed = (await (await jar.ask('GET', '/api/v1/tokens')).json()) as OwnToken[]
    const { token: _token, ...kept } = made
    expect(listed).toEqual([kept])
    expect(await (await use(CLAIMS)).json()).toMatchObject({ id: 'officer-lin', county: 'qingyuan', scopes })
    expect((await jar.ask('DELETE', `/api/v1/tokens/${made.id}`)).status).toBe(204)
    expect((await use(CLAIMS)).status).toBe(401)
    expect((await jar.ask('DELETE', `/api/v1/tokens/${made.id}`)).status).toBe(404)
    const events = await accountEventsOf(db, 'qingyuan', 'officer-lin')
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'signed-in', 'token-made', 'token-ended'])
    expect(JSON.stringify(events)).not.toContain(made.token.slice(-43))
  })

  it('needs neither cookie nor CSRF token, and reaches its scopes only', async () => {
    const { use } = await ready()
    expect((await use(CLAIMS, 'POST')).status).toBe(403)
    expect(await (await use('/api/v1/qingyuan/my-day')).json()).toMatchObject({
      status: 403,
      detail: '这一令牌的范围里没有这件事，请换用范围里有的令牌，或者登录后办理。',
    })
    expect(await (await use('/api/v1/session')).json()).toMatchObject({
      status: 403,
      detail: '口令、登录和令牌由本人登录后办理，不能用令牌办理。',
    })
    for (const path of ['/api/v1/tokens', '/api/v1/session/password']) {
      expect((await use(path, 'POST')).status).toBe(403)
    }
  })

  it('ends on its day, with its account, and at once in every process', async () => {
    const { db, clock, jar, made, use } = await ready()
    const other = await startSignIn(db, clock)
    other.app.use('/api/v1/qingyuan/*', other.signIn.requireOfficer)
    other.app.all('/api/v1/qingyuan/*', (c) => c.text('yes'))
    expect((await use(CLAIMS, 'GET', made.token, other)).status).toBe(200)
    const key = { county: 'qingyuan', username: 'lin' }
    const event = { kind: 'blocked', actor: 'test', at: clock.now } as const
    await changeAccount(db, key, () => ({ change: { blocked: clock.now }, event }))
    await vi.waitFor(async () => expect((await use(CLAIMS, 'GET', made.token, other)).status).toBe(401))
    await changeAccount(db, key, () => ({
      change: { blocked: null },
      event: { ...event, kind: 'unblocked' },
    }))
    await vi.waitFor(async () => expect((await use(CLAIMS, 'GET', made.token, other)).status).toBe(200))
    clock.pass(30 * 24 * 60 - 1)
    expect((await use(CLAIMS)).status).toBe(200)
    clock.pass(1)
    expect((await use(CLAIMS)).status).toBe(401)
    expect((await jar.ask('GET', '/api/v1/tokens')).status).toBe(401)
  })

  it('that is made up opens nothing, and trying many has to wait', async () => {
    const { made, use } = await ready()
    const guess = async (token: string) => (await use(CLAIMS, 'GET', token)).status
    for (const token of [
      'x',
      made.token.slice(0, -1),
      made.token.replace('qingyuan', 'wutai'),
      `${made.token}x`,
    ]) {
      expect(await guess(token)).toBe(401)
    }
    const statuses = []
    for (let tries = 0; tries < 30; tries++) statuses.push(await guess(`luoshi_qingyuan_${'x'.repeat(43)}`))
    expect(statuses.filter((status) => status === 401)).toHaveLength(26)
    expect(statuses.at(-1)).toBe(429)
  })

  it('is not made without a purpose, a scope or an end', async () => {
    const { make } = await ready()
    for (const wanted of [
      { label: '', scopes, days: 30 },
      { label: 'x', scopes: [], days: 30 },
      { label: 'x', scopes, days: 0 },
      { label: 'x', scopes, days: 367 },
      { label: 'x', scopes: [{ programme: 'p', procedure: null, may: 'everything' }], days: 1 },
    ]) {
      expect((await make(wanted)).status).toBe(400)
    }
  })
})

describe('the scopes of a token', () => {
  const reading = [{ programme: 'p', procedure: 'a', may: 'read' }] as const
  const acting = [{ programme: 'p', procedure: null, may: 'act' }] as const
  it.each([
    ['/api/v1/c/programmes/p/procedures/a/cases', true, true, true],
    ['/api/v1/c/programmes/p/procedures/a/cases/1/actions/b', false, false, true],
    ['/api/v1/c/programmes/p/procedures/b/cases', true, false, true],
    ['/api/v1/c/programmes/q/procedures/a/cases', true, false, false],
    ['/api/v1/c/programmes/p', true, true, true],
    ['/api/v1/c/programmes/p', false, false, false],
    ['/api/v1/c/programmes/%70/procedures/%61/cases', true, true, true],
    ['/api/v1/c/programmes/p%2Fprocedures%2Fa', true, false, false],
    ['/api/v1/c/programmes/p/procedures/%', true, false, false],
    ['/api/v1/c/programmes/p/elsewhere/a', true, false, false],
    ['/api/v1/c/programmes', true, false, false],
    ['/api/v1/c/my-day', true, false, false],
    ['/api/v2/c/programmes/p', true, false, false],
  ])('%s, only looked at: %s', (path, isSafe, byReading, byActing) => {
    expect(isWithinScopes(reading, path, isSafe)).toBe(byReading)
    expect(isWithinScopes(acting, path, isSafe)).toBe(byActing)
  })
})

describe('one’s own sessions', () => {
  it('are listed with where they are, and ended one by one or all', async () => {
    const { db, process, jar } = await ready()
    await makeAccount(db, 'chen')
    const [phone, stranger] = [new CookieJar(process), new CookieJar(process)]
    await phone.signIn('lin')
    await stranger.signIn('chen')
    const list = async () => (await (await jar.ask('GET', '/api/v1/sessions')).json()) as OwnSession[]
    const sessions = await list()
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true])
    const other = sessions.find(({ isThis }) => !isThis)?.id ?? ''
    expect((await stranger.ask('DELETE', `/api/v1/sessions/${other}`)).status).toBe(404)
    expect((await jar.ask('DELETE', `/api/v1/sessions/${other}`)).status).toBe(204)
    await vi.waitFor(async () => expect((await phone.ask('GET', '/api/v1/session')).status).toBe(401))
    expect(await list()).toHaveLength(1)
    await phone.signIn('lin')
    expect((await jar.ask('DELETE', '/api/v1/sessions')).status).toBe(204)
    expect((await jar.ask('GET', '/api/v1/session')).status).toBe(401)
    await vi.waitFor(async () => expect((await phone.ask('GET', '/api/v1/session')).status).toBe(401))
    expect((await stranger.ask('GET', '/api/v1/session')).status).toBe(200)
  })
})
