import { countyBySlug, demoOfficers } from '@luoshi/counties'
import { TIMER_ROLE } from '@luoshi/kernel'
import { everyProgramme } from '@luoshi/programmes'
import type { Database } from '@luoshi/store'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { testVault } from '../../../../packages/store/src/fixtures/test-vault.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { seedCounty } from '../surroundings/seed-county.ts'
import { barriersOf } from '../test-support/barriers.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { listen } from '../web/listen.ts'
import { readStylesheet } from '../web/stylesheet.ts'
import { giveAccount } from './accounts-office.ts'
import { demoPosts, ensureDemoOfficers } from './demo-officers.ts'
import { ownPage } from './next-page.ts'
import { CookieJar, makeAccount, PASSWORD, StoppedClock, startSignIn } from './sign-in.test-support.ts'

vi.setConfig({ testTimeout: 120_000 })

const qingyuan = countyBySlug.get('qingyuan')
if (qingyuan === undefined) throw new Error('the demo county is gone')

let server: TestServer
let db: Database
const clock = new StoppedClock()
const office = { vault: testVault, programmes: everyProgramme, clock: clock.read }
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
  await seedCounty(db, testVault, qingyuan, clock.now)
  await ensureDemoOfficers({ ...office, db })
}, 120_000)
afterAll(() => server?.stop(), 60_000)

describe('where one goes after signing in', () => {
  it.each([
    ['/desk/cases/one?x=1#y', '/desk/cases/one?x=1#y'],
    ['/', '/'],
    ['', '/desk/'],
    [undefined, '/desk/'],
    ['https://evil.example/', '/desk/'],
    ['//evil.example/', '/desk/'],
    ['/\\evil.example', '/desk/'],
    ['/\t/evil.example', '/desk/'],
    ['/./\\evil.example', '/desk/'],
    ['/x/..//evil.example', '/desk/'],
    ['javascript:alert(1)', '/desk/'],
    ['/sign-in', '/desk/'],
    ['/sign-in/out', '/desk/'],
  ])('%s leads to %s', (wanted, page) => {
    expect(ownPage(wanted)).toBe(page)
  })
})

describe('the demo county', () => {
  it('has someone for each role of each programme but those outside of government', () => {
    const held = new Set(
      demoOfficers.flatMap((one) => demoPosts(everyProgramme, one)).map(({ role }) => role),
    )
    const roles = everyProgramme.flatMap(({ id, roles }) => Object.keys(roles).map((role) => `${id}/${role}`))
    const outside = [TIMER_ROLE, 'public', 'applicant', 'citizen']
    expect(
      roles.filter((role) => !held.has(role) && !outside.some((name) => role.endsWith(`/${name}`))),
    ).toEqual([])
  })

  it('gives each of its officers something to do', () => {
    for (const one of demoOfficers) expect(demoPosts(everyProgramme, one), one.username).not.toEqual([])
  })

  it('lets a visitor in without a password, and nobody else', async () => {
    await makeAccount(db, 'real')
    const process = await startSignIn(db, clock)
    const jar = new CookieJar(process)
    const enter = (username: string) => jar.ask('POST', '/api/v1/session/demo', { username })
    for (const { username, name } of demoOfficers) {
      const answer = await enter(username)
      expect(await answer.json()).toMatchObject({ officer: { id: username, name }, county: { isDemo: true } })
    }
    expect((await enter('real')).status).toBe(404)
    expect((await jar.signIn('clerk', '')).status).toBe(400)
    expect((await jar.signIn('clerk', 'anything')).status).toBe(401)
    const elsewhere = await startSignIn(db, clock, { counties: ['wutai'] })
    const other = await new CookieJar(elsewhere).ask('POST', '/api/v1/session/demo', { username: 'clerk' })
    expect(await other.json()).toMatchObject({ status: 404, detail: '只有演示县可以不用口令登录。' })
    expect(await (await elsewhere.app.request('/sign-in')).text()).not.toContain('演示县')
  })

  it('is made once', async () => {
    const count = async () => (await db.selectFrom('actions').select('subject').execute()).length
    const before = await count()
    await ensureDemoOfficers({ ...office, db })
    expect(await count()).toBe(before)
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())

  async function site(): Promise<{ address: string; stop: () => Promise<void> }> {
    const { app } = await startSignIn(db, clock)
    app.get('/assets/luoshi.css', (c) => c.body(readStylesheet(), 200, { 'content-type': 'text/css' }))
    app.get('/desk/*', async (c) => c.html('<!doctype html><title>desk</title><h1>办公平台</h1>'))
    const listening = await listen(app as never, { host: 'localhost', port: 0 })
    if (!listening.isListening) throw new Error(listening.reason)
    return listening
  }

  async function inPage(
    options: Parameters<Browser['newContext']>[0],
    use: (page: Page, address: string, context: BrowserContext) => Promise<void>,
  ) {
    const { address, stop } = await site()
    const context = await browser.newContext({ javaScriptEnabled: false, ...options })
    await use(await context.newPage(), address, context)
    await context.close()
    await stop()
  }

  it('signs in and out without scripts', async () => {
    await makeAccount(db, 'lin')
    await inPage({}, async (page, address, context) => {
      await page.goto(`${address}/sign-in?next=/desk/cases`)
      await page.getByLabel('县', { exact: true }).selectOption('清源县')
      await page.getByLabel('账号').fill('lin')
      await page.getByLabel('口令').fill('not-it')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('alert').getByText('账号或者口令不对').waitFor()
      await expect.poll(() => page.getByLabel('账号').inputValue()).toBe('lin')
      await expect.poll(() => page.getByLabel('口令').inputValue()).toBe('')
      await page.getByLabel('口令').fill(PASSWORD)
      await page.getByRole('button', { name: '登录' }).click()
      await page.waitForURL(`${address}/desk/cases`)
      await page.goto(`${address}/sign-in`)
      expect(page.url()).toBe(`${address}/desk/`)
      const [cookie] = await context.cookies()
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 })
    })
  })

  it('has a first password changed before anything else', async () => {
    const officer = { number: 'chen', name: '陈小麦', unit: 'government' }
    const given = await giveAccount({ ...office, db }, 'qingyuan', officer, 'chen')
    await inPage({}, async (page, address) => {
      await page.goto(`${address}/sign-in?next=/desk/cases`)
      await page.getByLabel('账号').fill('CHEN')
      await page.getByLabel('口令').fill(given?.password ?? '')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('heading', { level: 1, name: '更换口令' }).waitFor()
      const change = async (next: string, again = next) => {
        await page.getByLabel('现在的口令').fill(given?.password ?? '')
        await page.getByLabel('新口令', { exact: true }).fill(next)
        await page.getByLabel('再写一次新口令').fill(again)
        await page.getByRole('button', { name: '更换' }).click()
      }
      await change('short')
      await page.getByRole('alert').getByRole('link', { name: '口令有5个字符，应不少于10个。' }).click()
      expect(page.url()).toContain('#next')
      await change('Another-2027', 'Another-2028')
      await page.getByRole('alert').getByText('两次写的新口令不一样').waitFor()
      await change('Another-2027')
      await page.waitForURL(`${address}/desk/cases`)
    })
  })

  it('lets a visitor take a place in the demo county by one click', async () => {
    await inPage({}, async (page, address) => {
      await page.goto(`${address}/sign-in`)
      await page.getByRole('button', { name: '乡镇经办人' }).click()
      await page.waitForURL(`${address}/desk/`)
    })
  })

  it.each([
    [1280, 800, 'light', undefined],
    [390, 844, 'light', 'width'],
    [390, 844, 'dark', 'colours'],
  ] as const)(
    'fits %i px, %i high, in the %s, and breaks no rule of WCAG 2.1 AA',
    async (width, height, colorScheme, again) => {
      const options = { viewport: { width, height }, colorScheme, javaScriptEnabled: true }
      await inPage(options, async (page, address) => {
        const check = async (what: string) => {
          const scrollWidth = await page.evaluate<number>('document.documentElement.scrollWidth')
          expect(scrollWidth, what).toBeLessThanOrEqual(width)
          expect(await barriersOf(page, again), what).toEqual([])
        }
        await page.goto(`${address}/sign-in`)
        await check('empty')
        await page.getByLabel('账号').fill('nobody')
        await page.getByLabel('口令').fill('x')
        await page.getByRole('button', { name: '登录' }).click()
        await page.getByRole('alert').waitFor()
        await check('refused')
        await page.getByRole('button', { name: '系统管理员' }).click()
        await page.goto(`${address}/sign-in/password`)
        await page.getByRole('button', { name: '更换' }).click()
        await page.getByRole('alert').waitFor()
        await check('password')
      })
    },
  )
})
