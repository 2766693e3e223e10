import { accountEventsOf, changeAccount, findAccount } from '@luoshi/store'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { hashPassword, isOutdated, isPasswordOf } from './password-hash.ts'
import { passwordFaults } from './password-policy.ts'
import { signInSettings } from './settings.ts'
import { CookieJar, makeAccount, PASSWORD, StoppedClock, startSignIn } from './sign-in.test-support.ts'

const cheap = { memory: 64, passes: 1, lanes: 1 }

describe('the hash of a password', () => {
  it('is of that password and no other, and carries its cost', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (password, other) => {
        const hash = await hashPassword(password, cheap)
        expect(hash).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
        expect(await isPasswordOf(hash, password)).toBe(true)
        const isSame = password.normalize('NFKC') === other.normalize('NFKC')
        expect(await isPasswordOf(hash, other)).toBe(isSame)
      }),
      { numRuns: 50 },
    )
  })

  it('is read in the form in which other programs write it, and in no other', async () => {
    // From the tests of phc-winner-argon2: argon2id, 64 MiB, two passes, one lane.
    const known = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await isPasswordOf(known, 'password')).toBe(true)
    expect(await isPasswordOf(known, 'Password')).toBe(false)
    expect(await isPasswordOf('$2b$12$nothing', 'password')).toBe(false)
  })

  it('is outdated where it was made at another cost', async () => {
    expect(isOutdated(await hashPassword(PASSWORD))).toBe(false)
    expect(isOutdated(await hashPassword(PASSWORD, cheap))).toBe(true)
  })
})

describe('[wuzhai-2022-zbf26.11] what a password must be', () => {
  const settings = signInSettings('2026-03-02T09:00:00+08:00')
  const owner = { username: 'lin', name: '林小满' }
  const codesOf = (password: string) => passwordFaults(password, owner, settings).map(({ code }) => code)

  it('is told to the boundary', () => {
    expect(codesOf('Aa3456789')).toEqual(['password-short'])
    expect(codesOf('Aa34567890')).toEqual([])
    expect(codesOf(`Aa3${'x'.repeat(125)}`)).toEqual([])
    expect(codesOf(`Aa3${'x'.repeat(126)}`)).toEqual(['password-long'])
    expect(codesOf('aa34567890')).toEqual(['password-plain'])
    expect(codesOf('aa3456789!')).toEqual([])
    expect(codesOf('Aa34567lin')).toEqual(['password-names-owner'])
    expect(codesOf('Aa34567LIN')).toEqual(['password-names-owner'])
    expect(codesOf('Aa345林小满67')).toEqual(['password-names-owner'])
    expect(codesOf('')).toEqual(['password-short', 'password-plain'])
  })

  it('is said with what was found and what would pass', () => {
    expect(passwordFaults('lin', owner, settings).map(({ message }) => message)).toEqual([
      '口令有3个字符，应不少于10个。',
      '口令用了1种字符，小写字母、大写字母、数字、符号中应不少于3种。',
      '口令里有账号名或者姓名，应去掉。',
    ])
  })
})

describe('changing a password', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  }, 60_000)
  afterAll(() => server?.stop(), 60_000)

  async function ready() {
    const db = await server.database()
    const clock = new StoppedClock()
    await makeAccount(db, 'lin')
    const process = await startSignIn(db, clock)
    const jar = new CookieJar(process)
    const change = async (current: string, next: string) => {
      const answer = await jar.ask('POST', '/api/v1/session/password', { current, next })
      if (answer.ok) jar.csrfToken = ((await answer.clone().json()) as { csrfToken: string }).csrfToken
      return answer
    }
    return { db, clock, process, jar, change }
  }

  it('lets the new one in and not the old, and ends all other sessions', async () => {
    const { db, jar, process, change } = await ready()
    await jar.signIn('lin')
    const elsewhere = new CookieJar(process)
    await elsewhere.signIn('lin')
    const before = jar.at(process)
    expect((await change(PASSWORD, 'Another-2027')).status).toBe(200)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    expect((await before.ask('GET', '/api/v1/guarded')).status).toBe(401)
    expect((await elsewhere.ask('GET', '/api/v1/guarded')).status).toBe(401)
    expect((await elsewhere.signIn('lin', PASSWORD)).status).toBe(401)
    expect((await elsewhere.signIn('lin', 'Another-2027')).status).toBe(200)
    const events = await accountEventsOf(db, 'qingyuan', 'officer-lin')
    expect(events.map(({ kind }) => kind)).toContain('password-changed')
    expect(JSON.stringify(events)).not.toMatch(/argon2|Another|Qing-Yuan/)
  })

  it('asks for the one there is, and counts what is wrong as failures to sign in', async () => {
    const { jar, change } = await ready()
    await jar.signIn('lin')
    for (let failures = 0; failures < 5; failures++) {
      expect((await change('not-it', 'Another-2027')).status).toBe(401)
    }
    expect((await change(PASSWORD, 'Another-2027')).status).toBe(429)
  })

  it('refuses one of the last five, and takes the sixth', async () => {
    const { jar, change } = await ready()
    await jar.signIn('lin')
    let current = PASSWORD
    for (const next of ['Second-2026', 'Third-2026', 'Fourth-2026', 'Fifth-2026']) {
      expect((await change(current, next)).status).toBe(200)
      const refused = await change(next, PASSWORD)
      expect(await refused.json()).toMatchObject({
        status: 422,
        title: '口令不合要求',
        issues: [
          {
            code: 'password-used',
            path: ['next'],
            message: '口令与最近5次用过的相同，请换一个没有用过的。',
          },
        ],
      })
      current = next
    }
    expect((await change(current, 'Sixth-2026')).status).toBe(200)
    expect((await change('Sixth-2026', PASSWORD)).status).toBe(200)
  })

  it('must be done before anything else where the password was given by another, or is 90 days old', async () => {
    const { db, clock, jar, change } = await ready()
    await changeAccount(db, { county: 'qingyuan', username: 'lin' }, () => ({
      change: { mustChange: true },
      event: { kind: 'password-reset', actor: 'test', at: clock.now },
    }))
    expect(await (await jar.signIn('lin')).json()).toMatchObject({ mustChangePassword: true })
    expect(await (await jar.ask('GET', '/api/v1/guarded')).json()).toMatchObject({
      status: 403,
      detail: '初次登录，或者口令已经到期，更换口令以后才能办理。',
    })
    expect((await change(PASSWORD, 'Another-2027')).status).toBe(200)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    clock.pass(90 * 24 * 60 - 1)
    await jar.signIn('lin', 'Another-2027')
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(200)
    clock.pass(1)
    expect((await jar.ask('GET', '/api/v1/guarded')).status).toBe(403)
  })

  it('makes a hash of an older cost anew when its password is at hand', async () => {
    const { db, jar } = await ready()
    const key = { county: 'qingyuan', username: 'lin' }
    const old = await hashPassword(PASSWORD, cheap)
    const event = { kind: 'password-reset', actor: 'test', at: '2026-03-01T08:00:00+08:00' } as const
    await changeAccount(db, key, () => ({ change: { password: old }, event }))
    expect((await jar.signIn('lin')).status).toBe(200)
    const renewed = (await findAccount(db, key))?.password ?? ''
    expect(isOutdated(renewed)).toBe(false)
    expect((await jar.signIn('lin')).status).toBe(200)
    expect((await findAccount(db, key))?.password).toBe(renewed)
  })

  it('tells nobody that an account is blocked who does not know its password', async () => {
    const { db, clock, jar } = await ready()
    await jar.signIn('lin')
    await changeAccount(db, { county: 'qingyuan', username: 'lin' }, () => ({
      change: { blocked: clock.now },
      event: { kind: 'blocked', actor: 'test', at: clock.now },
    }))
    expect((await jar.signIn('lin', 'not-it')).status).toBe(401)
    expect(await (await jar.signIn('lin')).json()).toMatchObject({
      status: 403,
      detail: '您的账号已经停用，需要使用的，请管理员恢复。',
    })
    expect((await jar.ask('GET', '/api/v1/session')).status).toBe(401)
  })
})
