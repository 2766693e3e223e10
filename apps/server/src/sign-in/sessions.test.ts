import { accountEventsOf, endSessions, findAccountBreak } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { CookieJar, makeAccount, PASSWORD, StoppedClock, startSignIn } from './sign-in.test-support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

async function ready(options = {}) {
  const db = await server.database()
  const clock = new StoppedClock()
  await makeAccount(db, 'lin')
  const process = await startSignIn(db, clock, options)
  return { db, clock, process, jar: new CookieJar(process) }
}

describe('a session', () => {
  it('begins with signing in and says who one is', async () => {
    const { jar } = await ready()
    expect((await jar.ask('GET', '/api/v1/session')).status).toBe(401)
    const answer = await jar.signIn('lin')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^luoshi=qingyuan\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    )
    expect(await (await jar.ask('GET', '/api/v1/session')).json()).toEqual({
      officer: { id: 'officer-lin', name: '林小满', username: 'lin' },
      county: { slug: 'qingyuan', name: '清源县', isDemo: true },
      posts: [],
      csrfToken: jar.csrfToken,
      mustChangePassword: false,
    })
  })

  it('is asked for in Chinese where there is none', async () => {
    const { jar } = await ready()
    const answer = await jar.ask('GET', '/api/v1/guarded')
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await answer.json()).toMatchObject({
      status: 401,
      title: '没有登录',
      detail: '您没有登录，或者登录已经过期，请登录后再办。',
      issues: [{ code: 'not-signed-in' }],
    })
  })

  it('is held in a cookie that only this host can set, where the site is reached over HTTPS', async () => {
    const { jar } = await ready({ publicUrl: 'https://luoshi.example' })
    expect((await jar.signIn('lin')).headers.get('set-cookie')).toMatch(
      /^__Host-luoshi=qingyuan\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
  })

  it('is another after each signing in, and the one before has ended', async () => {
    const { jar, process } = await ready()
    await jar.signIn('lin')
    const before = jar.at(process)
    await jar.signIn('lin')
    expect((await before.ask('GET', '/api/v1/guarded')).status).toBe(401)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
  })

  it('ends when one signs out, at once in every process', async () => {
    const { db, clock, jar, process } = await ready()
    const other = await startSignIn(db, clock)
    await jar.signIn('lin')
    const elsewhere = jar.at(other)
    const stayed = jar.at(process)
    expect((await elsewhere.ask('GET', '/api/v1/guarded')).status).toBe(200)
    expect((await jar.ask('DELETE', '/api/v1/session')).status).toBe(204)
    expect((await stayed.ask('GET', '/api/v1/guarded')).status).toBe(401)
    await vi.waitFor(async () => expect((await elsewhere.ask('GET', '/api/v1/guarded')).status).toBe(401))
    const events = await accountEventsOf(db, 'qingyuan', 'officer-lin')
    expect(events.map(({ kind }) => kind)).toEqual(['created', 'signed-in', 'signed-out'])
    expect(await findAccountBreak(db, 'qingyuan')).toBeNull()
  })

  it('costs no question to the database once it is known', async () => {
    const { db, jar } = await ready()
    await jar.signIn('lin')
    await jar.ask('GET', '/api/v1/guarded')
    const asked = vi.spyOn(db, 'selectFrom')
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    expect(asked).not.toHaveBeenCalled()
  })

  it('ends after half an hour without use, and after twelve hours of use', async () => {
    const { clock, jar } = await ready()
    await jar.signIn('lin')
    for (let minutes = 0; minutes + 29 < 12 * 60; minutes += 29) {
      expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
      clock.pass(29)
    }
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    clock.pass(29)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(401)
    await jar.signIn('lin')
    clock.pass(29.9)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    clock.pass(30)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(401)
  })

  it('stays where it is used in another process', async () => {
    const { db, clock, jar, process } = await ready()
    const other = await startSignIn(db, clock)
    await jar.signIn('lin')
    clock.pass(20)
    expect((await jar.at(other).ask('GET', '/api/v1/guarded')).status).toBe(200)
    clock.pass(20)
    expect((await jar.at(process).ask('GET', '/api/v1/guarded')).status).toBe(200)
  })

  it('changes nothing without its token, nor for another site', async () => {
    const { jar } = await ready()
    await jar.signIn('lin')
    const statusWith = async (headers: Record<string, string>) =>
      (await jar.ask('POST', '/api/v1/guarded', {}, headers)).status
    expect(await statusWith({})).toBe(200)
    expect(await statusWith({ 'x-csrf-token': '' })).toBe(403)
    expect(await statusWith({ 'x-csrf-token': 'x'.repeat(43) })).toBe(403)
    expect(await statusWith({ origin: 'https://evil.example', host: 'luoshi.example' })).toBe(403)
    expect(await statusWith({ origin: 'null', host: 'luoshi.example' })).toBe(403)
    expect(await statusWith({ origin: 'https://luoshi.example', host: 'luoshi.example' })).toBe(200)
    expect(await statusWith({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await statusWith({ 'sec-fetch-site': 'same-site' })).toBe(403)
  })

  it('that is made up, cut or of another county opens nothing', async () => {
    const { db, process, jar } = await ready()
    await makeAccount(db, 'lin', 'wutai')
    const answer = await jar.signIn('lin')
    const held = /luoshi=([^;]+)/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? ''
    for (const cookie of ['', 'x', held.slice(0, -1), `${held}.x`, held.replace('qingyuan', 'wutai')]) {
      const asked = await process.app.request('/api/v1/guarded', { headers: { cookie: `luoshi=${cookie}` } })
      expect(asked.status, cookie).toBe(401)
    }
  })

  it('that ended in the database while nothing could be heard is not kept', async () => {
    const { db, jar } = await ready()
    await jar.signIn('lin')
    await jar.ask('GET', '/api/v1/guarded')
    await endSessions(db, 'qingyuan', 'officer-lin', { except: null })
    await vi.waitFor(async () => expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(401))
  })
})

describe('signing in', () => {
  it('answers the same for a wrong password and for a name that nobody bears', async () => {
    const { jar } = await ready()
    const wrong = await (await jar.signIn('lin', 'not-it')).json()
    const unknown = await (await jar.signIn('nobody', PASSWORD)).json()
    expect(wrong).toMatchObject({
      status: 401,
      detail: '账号或者口令不对，请核对后再试；连续5次不对的，30分钟内不能登录。',
    })
    expect(wrong).toEqual(unknown)
  })

  it.each(['lin', 'nobody'])('locks %s out after five failures, for half an hour', async (username) => {
    const { clock, jar } = await ready()
    for (let failures = 0; failures < 5; failures++) {
      expect((await jar.signIn(username, 'not-it')).status).toBe(401)
    }
    const locked = await jar.signIn(username)
    expect(await locked.json()).toMatchObject({
      status: 429,
      detail: '登录失败次数过多，2026年3月2日9时30分以后才能再登录；忘记口令的，请管理员重置。',
    })
    clock.pass(29)
    expect((await jar.signIn(username)).status).toBe(429)
    clock.pass(1)
    expect((await jar.signIn(username)).status).toBe(username === 'lin' ? 200 : 401)
  })

  it('counts failures that come together one by one', async () => {
    const { db, jar } = await ready()
    const answers = await Promise.all(Array.from({ length: 12 }, () => jar.signIn('lin', 'not-it')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    const events = await accountEventsOf(db, 'qingyuan', 'officer-lin')
    expect(events.map(({ kind }) => kind)).toEqual([
      'created',
      ...Array.from({ length: 4 }, () => 'sign-in-failed'),
      'locked-out',
    ])
  })

  it('refuses what is no JSON, a county that is not served, and another site', async () => {
    const { jar } = await ready()
    expect((await jar.ask('POST', '/api/v1/session', 'x')).status).toBe(400)
    expect(await (await jar.signIn('lin', PASSWORD, 'atlantis')).json()).toMatchObject({
      status: 404,
      detail: '本系统没有“atlantis”，请核对后再登录。',
    })
    const given = { county: 'qingyuan', username: 'lin', password: PASSWORD }
    const foreign = await jar.ask('POST', '/api/v1/session', given, { 'sec-fetch-site': 'cross-site' })
    expect(foreign.status).toBe(403)
  })
})
