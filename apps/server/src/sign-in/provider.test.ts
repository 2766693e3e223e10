import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { accountEventsOf, changeAccount, type Database } from '@luoshi/store'
import { Provider } from 'oidc-provider'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { listen } from '../web/listen.ts'
import { makeAccount, StoppedClock, startSignIn } from './sign-in.test-support.ts'

vi.setConfig({ testTimeout: 120_000 })

let server: TestServer
let browser: Browser
beforeAll(async () => {
  // The provider says at length that it is one for trying out.
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockReturnValue()
  server = await startTestServer()
  browser = await launchBrowser()
}, 120_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await browser?.close()
  await server?.stop()
}, 60_000)

const CLIENT = { clientId: 'luoshi', clientSecret: 'a-secret-between-the-two' }

/** A provider on another site than ours: it is reached by number, we by name. */
async function startProvider(callback: string, where: 'id-token' | 'user-info'): Promise<string> {
  let answers: ReturnType<Provider['callback']> | null = null
  const listener: Server = createServer((request, response) => answers?.(request, response))
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    listener.closeAllConnections()
    listener.close()
  })
  const issuer = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { profile: ['employee_number'] },
    conformIdTokenClaims: where === 'user-info',
    pkce: { required: () => true },
    findAccount: (_context: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, employee_number: `E-${id}` }),
    }),
  })
  answers = provider.callback()
  return issuer
}

async function ready(db: Database, where: 'id-token' | 'user-info' = 'user-info') {
  const clock = new StoppedClock()
  // The provider has to know where it sends people back to before it says where it is.
  const port = await freePort()
  const issuer = await startProvider(`http://localhost:${port}/sign-in/oidc/callback`, where)
  const provider = { county: 'qingyuan', issuer, ...CLIENT, claim: 'employee_number' }
  const { app, logged } = await startSignIn(db, clock, { provider })
  app.get('/desk/*', (c) =>
    c.html(`<!doctype html><title>desk</title><p>${c.req.header('cookie') ?? 'none'}</p>`),
  )
  const listening = await listen(app as never, { host: 'localhost', port })
  if (!listening.isListening) throw new Error(listening.reason)
  onTestFinished(listening.stop)
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return { address: listening.address, issuer, page: await context.newPage(), context, logged }
}

async function freePort(): Promise<number> {
  const listener = createServer()
  await new Promise<void>((resolve) => listener.listen(0, 'localhost', resolve))
  const { port } = listener.address() as AddressInfo
  await new Promise((resolve) => listener.close(resolve))
  return port
}

async function signInAtProvider(page: Page, name: string): Promise<void> {
  await page.locator('[name=login]').fill(name)
  await page.locator('[name=password]').fill('anything')
  await page.locator('[type=submit]').click()
  await page.locator('[type=submit]').click()
}

async function linked(username: string, subject: string): Promise<Database> {
  const db = await server.database()
  await makeAccount(db, username)
  await changeAccount(db, { county: 'qingyuan', username }, () => ({
    change: { providerSubject: subject },
    event: { kind: 'provider-linked', actor: 'test', at: '2026-03-01T08:00:00+08:00' },
  }))
  return db
}

it.each(['user-info', 'id-token'] as const)(
  'lets in whom the county’s provider vouches for, by a claim of the %s, and gives the session to the desk',
  async (where) => {
    const db = await linked('lin', 'E-4711')
    const { address, issuer, page, context } = await ready(db, where)
    await page.goto(`${address}/sign-in?next=/desk/cases`)
    await page.getByRole('link', { name: '用清源县统一身份认证登录' }).click()
    await page.waitForURL(`${issuer}/**`)
    await signInAtProvider(page, '4711')
    await page.waitForURL(`${address}/desk/cases`)
    await expect.poll(() => page.locator('p').textContent()).toContain('luoshi=qingyuan.')
    const cookies = await context.cookies(address)
    expect(cookies.map(({ name, sameSite }) => [name, sameSite])).toEqual([['luoshi', 'Strict']])
    const events = await accountEventsOf(db, 'qingyuan', 'officer-lin')
    expect(events.at(-1)).toMatchObject({ kind: 'signed-in', data: { way: 'provider' } })
  },
)

it('lets nobody in who has no account, whom the provider refused, or who began elsewhere', async () => {
  const db = await linked('lin', 'E-4711')
  const { address, page, logged } = await ready(db)
  await page.goto(`${address}/sign-in/oidc`)
  await signInAtProvider(page, '4712')
  await page.getByRole('alert').getByText('本系统没有与它对应的账号').waitFor()
  await page.goto(`${address}/sign-in/oidc`)
  const callback = `${address}/sign-in/oidc/callback`
  for (const query of ['?error=access_denied', '?code=made-up', '?code=made-up&state=made-up', '']) {
    await page.goto(`${address}/sign-in/oidc`)
    await page.goto(`${callback}${query}`)
    await page.getByRole('alert').getByText('没有确认您的身份').waitFor()
  }
  await page.goto(`${callback}?code=made-up`)
  await page.getByRole('alert').waitFor()
  expect((await page.request.get(`${address}/api/v1/session`)).status()).toBe(401)
  expect(logged.join('')).not.toMatch(/E-471|a-secret|made-up/)
})

it('says so where the provider cannot be reached, and tries again', async () => {
  const db = await linked('lin', 'E-4711')
  const provider = { county: 'qingyuan', issuer: 'http://127.0.0.1:1', ...CLIENT, claim: 'employee_number' }
  const { app } = await startSignIn(db, new StoppedClock(), { provider })
  const answer = await app.request('/sign-in/oidc')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('统一身份认证没有应答，请过一会儿再试，或者用账号和口令登录。')
})
