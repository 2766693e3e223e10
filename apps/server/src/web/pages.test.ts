import { demoGazettePath } from '@luoshi/counties'
import { latestNotices, type NoticeHead, type UnitHead, unitHeads } from '@luoshi/store'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { barriersOf } from '../test-support/barriers.ts'
import { launchBrowser } from '../test-support/browser.ts'
import { noticeText } from '../test-support/notice-text.ts'
import {
  portalForTest,
  portalOver,
  startTestServer,
  type TestPortal,
  type TestServer,
} from '../test-support/serve.ts'
import { sideBySide } from '../test-support/side-by-side.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import {
  compareAddress,
  issueAddress,
  lineAddress,
  noticeAddress,
  tableAddress,
  unitAddress,
} from './addresses.ts'

const widths = [
  { name: 'a desk', width: 1280, height: 800 },
  { name: 'a laptop at 125 %', width: 1093, height: 615 },
  { name: 'a phone', width: 390, height: 844 },
] as const

// A page takes a while to open on a busy machine, and some tests open them all.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let browser: Browser
let server: TestServer
let demo: TestPortal
let notices: NoticeHead[]
let units: UnitHead[]
const issue = { county: 'qingyuan', key: '2026-2-上', version: 1 }
let address: string
let stop: () => Promise<void>

beforeAll(async () => {
  browser = await launchBrowser()
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
  notices = await latestNotices(demo.db, { limit: 100 })
  units = await unitHeads(demo.db)
  const listening = await demo.listen()
  address = listening.address
  stop = listening.stop
})

afterAll(async () => {
  await browser.close()
  await stop()
  await demo.stop()
  await server.stop()
})

/** The notice of spring irrigation, which has every part that a page can have. */
function oneNotice(): NoticeHead {
  const notice = notices.find(({ docNumber }) => docNumber === '清政办发〔2026〕8号')
  if (notice === undefined) throw new Error('the notice is missing')
  return notice
}

/** Every kind of page, with all notices of the gazette. */
function paths(): string[] {
  return [
    '/',
    '/issues',
    ...notices.map(noticeAddress),
    `${noticeAddress(oneNotice())}?on=2020-01-01`,
    ...notices
      .filter(({ counts }) => counts.tables > 0)
      .slice(0, 2)
      .map((notice) => `${tableAddress(notice, 1)}?sort=1`),
    compareAddress(oneNotice(), notices[0] as NoticeHead),
    lineAddress(issue, 1),
    lineAddress(issue, 300),
    issueAddress(issue),
    '/units',
    ...units.slice(0, 3).map(unitAddress),
    '/findings',
    '/findings?severity=error&kind=&issue=',
    '/findings?kind=none',
    '/deadlines',
    '/deadlines?year=2027',
    '/deadlines?form=recurring',
    '/deadlines?form=counted',
    '/units?name=%E6%B0%B4',
    '/search',
    '/search?q=%E6%8A%A5%E9%80%81',
    '/search?q=%E6%97%A0%E6%AD%A4%E8%AF%8D',
    '/finder',
    '/finder?who=farmer&want=subsidy',
    '/now',
    '/catalogue',
    '/subscribe',
    '/nowhere',
    '/search?page=x',
  ]
}

/** One page of each kind: what is alike in all pages of a kind needs to be looked at once. */
function kindsOfPages(): string[] {
  return [
    '/',
    '/issues',
    noticeAddress(oneNotice()),
    `${tableAddress(notices.find(({ counts }) => counts.tables > 0) as NoticeHead, 1)}?sort=1`,
    compareAddress(oneNotice(), notices[0] as NoticeHead),
    lineAddress(issue, 1),
    issueAddress(issue),
    '/units',
    unitAddress(units[0] as UnitHead),
    '/findings',
    '/deadlines?form=recurring',
    '/search?q=%E6%8A%A5%E9%80%81',
    '/finder?who=farmer&want=subsidy',
    '/now',
    '/catalogue',
    '/subscribe',
    '/nowhere',
  ]
}

/** Does something on a page of its own. */
async function visiting<T>(options: object, visit: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(options)
  try {
    return await visit(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Does something at each address, on a few pages of one browser side by side. */
async function visitingEach(
  options: object,
  addresses: readonly string[],
  visit: (page: Page, path: string) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options)
  const pages = await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => context.newPage()))
  try {
    await sideBySide(
      addresses,
      async (path) => {
        const page = pages.pop()
        if (page === undefined) throw new Error('every page is in use')
        await page.goto(address + path)
        await visit(page, path)
        pages.push(page)
      },
      SIDE_BY_SIDE,
    )
  } finally {
    await context.close()
  }
}

/** More than a machine of two cores draws at once, so that neither waits. */
const SIDE_BY_SIDE = 3

describe('every page', () => {
  it('fits a desk, a laptop at 125 % and a phone without scrolling sideways', async () => {
    await visitingEach({}, paths(), async (page, path) => {
      for (const { name, width, height } of widths) {
        await page.setViewportSize({ width, height })
        const scrolled = await page.evaluate<number>('document.documentElement.scrollWidth')
        expect(scrolled, `${path} on ${name}`).toBeLessThanOrEqual(width)
      }
    })
  })

  it('breaks no rule of WCAG 2.1 AA on a desk or a phone', async () => {
    const [desk, , phone] = widths
    const { width, height } = desk
    await visitingEach({ viewport: { width, height } }, kindsOfPages(), async (page, path) => {
      expect(await barriersOf(page), path).toEqual([])
      await page.setViewportSize({ width: phone.width, height: phone.height })
      expect(await barriersOf(page, 'width'), `${path} on ${phone.name}`).toEqual([])
    })
  }, 300_000)

  it('has enough contrast in the dark', async () => {
    const dark = [
      '/',
      noticeAddress(oneNotice()),
      '/findings',
      compareAddress(oneNotice(), notices[0] as NoticeHead),
    ]
    await visitingEach({ colorScheme: 'dark' }, dark, async (page, path) => {
      expect(await barriersOf(page, 'colours'), path).toEqual([])
    })
  })

  it('loads nothing from elsewhere, breaks no policy and reports no error', async () => {
    await visiting({}, async (page) => {
      const wrong: string[] = []
      page.on('console', (message) => wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('request', (request) => {
        if (!request.url().startsWith(address)) wrong.push(request.url())
      })
      for (const path of paths().slice(0, -2)) await page.goto(address + path)
      expect(wrong).toEqual([])
    })
  })

  it('has one first heading and says in its title what it is', async () => {
    await visitingEach({ javaScriptEnabled: false }, paths(), async (page, path) => {
      await expect.poll(() => page.locator('h1').count(), { message: path }).toBe(1)
      await expect.poll(() => page.title(), { message: path }).toMatch(/^.+ - 落实$/)
    })
  })
})

describe('a visitor without JavaScript', () => {
  it('goes from the list to a notice, a clause, its line and back', async () => {
    await visiting({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${address}/issues`)
      await page.getByRole('link', { name: '2026年春灌节水实施方案的通知' }).click()
      await page.getByRole('navigation', { name: '目次' }).getByRole('link', { name: '2.按方收水费' }).click()
      expect(decodeURI(page.url())).toMatch(/清政办发〔2026〕8号#2\.1\.2$/)
      await page.locator('[id="2.1.2"]').getByRole('link', { name: '县财政局' }).click()
      await page.getByRole('heading', { level: 1, name: '县财政局' }).waitFor()
      await page.getByRole('link', { name: '清政办发〔2026〕8号' }).first().click()
      await page
        .locator('[id="2.1.2"]')
        .getByRole('link', { name: /^原文第\d+行$/ })
        .click()
      const line = /#(L\d+)$/.exec(page.url())?.[1] ?? ''
      await expect.poll(() => page.locator(`#${line}`).textContent()).toContain('按方收水费')
    })
  })

  it('chooses findings by severity', async () => {
    await visiting({ javaScriptEnabled: false }, async (page) => {
      await page.goto(`${address}/findings`)
      await page.getByLabel('程度').selectOption({ label: '有误' })
      await page.getByRole('button', { name: '筛选' }).click()
      await expect.poll(() => page.locator('tbody tr').count()).toBeGreaterThan(0)
      await expect.poll(() => page.locator('tbody .mark:not(.error)').count()).toBe(0)
    })
  })

  it('finds words and sees where they stand', async () => {
    await visiting({ javaScriptEnabled: false }, async (page) => {
      await page.goto(address)
      await page.getByLabel('查找词语或文号').fill('滴灌')
      await page.getByRole('button', { name: '查找' }).click()
      await expect.poll(() => page.locator('.results mark').first().textContent()).toBe('滴灌')
      await expect.poll(() => page.getByLabel('查找词语或文号').inputValue()).toBe('滴灌')
    })
  })
})

describe('the keyboard', () => {
  it('reaches the text at once, and the search in a few steps', async () => {
    await visiting({}, async (page) => {
      await page.goto(address)
      await page.keyboard.press('Tab')
      await expect.poll(() => page.evaluate<string>('document.activeElement.textContent')).toBe('跳到正文')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate<string>('document.activeElement.id')).toBe('content')
      await page.goto(address)
      const focused = () => page.evaluate<string>('document.activeElement.id')
      // The link to the text, the name of the site, its parts, then the search.
      for (let press = 0; press < 12 && (await focused()) !== 'find'; press++)
        await page.keyboard.press('Tab')
      expect(await focused()).toBe('find')
      await page.keyboard.type('滴灌')
      await page.keyboard.press('Enter')
      await page.waitForURL(/search/)
    })
  })

  it('scrolls a wide table', async () => {
    await visiting({ viewport: { width: 390, height: 844 } }, async (page) => {
      await page.goto(address + encodeURI('/qingyuan/清政发〔2026〕5号'))
      const table = page.getByRole('region').first()
      await table.focus()
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('ArrowRight')
      await expect
        .poll(() => table.evaluate((element: { scrollLeft: number }) => element.scrollLeft))
        .toBeGreaterThan(0)
    })
  })
})

describe('what visitors type', () => {
  it('is shown as it is and does nothing', async () => {
    await visiting({}, async (page) => {
      const dialogs: string[] = []
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message())
        return dialog.dismiss()
      })
      for (const query of [
        '<script>alert(1)</script>',
        '"><img src=x onerror=alert(1)>',
        "'; DROP TABLE issues; --",
        '(a+)+$',
        '%00%ff',
        '\u0000\uD800',
        '〔'.repeat(200),
      ]) {
        const answer = await page.goto(`${address}/search?${new URLSearchParams({ q: query })}`)
        expect(answer?.status(), query).toBe(200)
        await expect.poll(() => page.locator('main img, main script').count(), { message: query }).toBe(0)
      }
      expect(dialogs).toEqual([])
    })
  })

  it('is escaped where a gazette itself holds markup', async () => {
    const hostile = temporaryFile(
      'hostile.txt',
      noticeText.replace('全面巡查', '<img src=x onerror=alert(1)>全面巡查'),
    )
    const own = await portalForTest(server, hostile)
    const { address: at, stop: end } = await own.listen()
    await visiting({}, async (page) => {
      for (const path of ['/', '/units', '/findings', '/search?q=onerror']) {
        await page.goto(at + path)
        await expect.poll(() => page.locator('main img').count()).toBe(0)
      }
    })
    await end()
  })
})

describe('paper', () => {
  it('leaves out what is only for the screen', async () => {
    await visiting({}, async (page) => {
      await page.goto(address + noticeAddress(oneNotice()))
      await page.emulateMedia({ media: 'print' })
      await expect
        .poll(() => page.locator('.site, .contents, .notes').filter({ visible: true }).count())
        .toBe(0)
      await expect.poll(() => page.locator('.clause').first().isVisible()).toBe(true)
    })
  })

  it('keeps the columns of lists', async () => {
    await visiting({ viewport: { width: 971, height: 642 } }, async (page) => {
      await page.goto(`${address}/deadlines`)
      await page.emulateMedia({ media: 'print' })
      const heights = await page.evaluate<number[]>(
        '[...document.querySelectorAll("tbody tr:not(.month)")].map((row) => row.offsetHeight)',
      )
      expect(heights.length).toBeGreaterThan(10)
      expect(Math.max(...heights)).toBeLessThan(100)
      await expect.poll(() => page.locator('thead').filter({ visible: true }).count()).toBe(1)
    })
  })
})
