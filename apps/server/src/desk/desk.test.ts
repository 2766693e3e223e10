import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const CLAIMS = '/programmes/deep-tillage/claim'

describe('the desk', () => {
  it('sends who is not signed in to the sign-in page and remembers where they were', async () => {
    const context = await desks.stranger()
    const page = await context.newPage()
    await page.goto(`${desks.site.address}/desk${CLAIMS}?state=awaiting`)
    await page.waitForURL(/\/sign-in\?next=/)
    const next = new URL(page.url()).searchParams.get('next')
    expect(next).toBe(`/desk${CLAIMS}?state=awaiting`)
  })

  it('shows the whole day on a laptop without scrolling', async () => {
    const desk = await desks.deskOf('department', { width: 1366, height: 650 })
    await desk.open('/')
    await expect
      .poll(() => desk.page.getByRole('heading', { level: 2 }).allTextContents())
      .toContain('待我办理')
    await expect
      .poll(() => desk.page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight))
      .toBeLessThanOrEqual(0)
    expect(desk.complaints).toEqual([])
  })

  it('opens a case beside its list, shows why an action is closed, and closes with Escape', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(`${CLAIMS}?state=publicised&sort=-latest`)
    const first = desk.page.locator('table.cases tbody th a').first()
    const name = (await first.textContent()) ?? ''
    await first.click()
    await desk.page.getByRole('heading', { name }).waitFor()
    const closed = desk.page.locator('.closed-actions li', { hasText: '公示无异议' })
    await expect.poll(() => closed.textContent()).toContain('期满的次日起方可办理')
    await expect.poll(() => desk.page.locator('table.cases').isVisible()).toBe(true)
    await desk.page.keyboard.press('Escape')
    await desk.page.locator('.panel').waitFor({ state: 'detached' })
    await expect.poll(() => first.evaluate((link) => link === document.activeElement)).toBe(true)
  })

  it('says at the place why a gate refuses, with its clause, and stores nothing', async () => {
    const desk = await desks.deskOf('officer')
    await desk.open(`${CLAIMS}?state=awaiting`)
    await desk.page.locator('table.cases tbody th a').first().click()
    await desk.button('未抽中').click()
    await desk.page.getByLabel('抽查', { exact: true }).fill('没有这次')
    await desk.page.locator('.act').getByRole('button', { name: '未抽中' }).click()
    await desk.page.locator('.act .problem li').first().waitFor()
    await expect.poll(async () => (await desk.problems()).join()).toContain('缺少：抽查记录')
    await expect.poll(() => desk.state()).toBe('待抽查')
  })

  it('does an action and shows it in the log with who and when', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(`${CLAIMS}?state=recorded`)
    await desk.page.locator('table.cases tbody th a').first().click()
    await desk.button('公示监测记录').click()
    await desk.page.locator('.act').getByRole('button', { name: '公示监测记录' }).click()
    await desk.page.locator('.state-mark', { hasText: '监测记录公示中' }).waitFor()
    const entry = desk.page.locator('.history > li', { hasText: '公示监测记录' }).first()
    await expect.poll(() => entry.textContent()).toContain('孙秋禾 2026年11月27日 10:30')
    expect(await entry.textContent()).toContain('深松深度：要求深松深度不少于25厘米')
    expect((await desk.history())[0]).toBe('公示监测记录')
  })

  it('tells the second of two officials what the first changed, and overwrites nothing', async () => {
    const [first, second] = [await desks.deskOf('department'), await desks.deskOf('department')]
    for (const desk of [first, second]) await desk.open(`${CLAIMS}?state=recorded&sort=-latest`)
    const name = (await first.page.locator('table.cases tbody th a').last().textContent()) ?? ''
    for (const desk of [first, second]) await desk.link(name).click()
    await second.button('不予补助').click()
    await second.page.getByLabel('理由').fill('重复申领')
    await first.button('转人工核查').click()
    await first.page.getByLabel('理由').fill('面积有出入')
    await first.page.locator('.act').getByRole('button', { name: '转人工核查' }).click()
    await first.page.locator('.state-mark', { hasText: '人工核查中' }).waitFor()
    await second.page.locator('.act').getByRole('button', { name: '不予补助' }).click()
    const conflict = second.page.locator('.act .problem', { hasText: '他人已办理过' })
    await conflict.locator('li').first().waitFor()
    await expect
      .poll(() => conflict.textContent())
      .toContain('孙秋禾 2026年11月27日 10:30 转人工核查，理由：面积有出入')
    await second.button('看现在的情况，保留我填的').click()
    await second.page.locator('.state-mark', { hasText: '人工核查中' }).waitFor()
    await expect.poll(async () => (await second.history())[0]).toBe('转人工核查')
    expect(await second.history()).not.toContain('不予补助')
  })

  it('keeps a draft through a reload, personal data in the tab only, and drops it once it is sent', async () => {
    const desk = await desks.deskOf('township')
    await desk.open('/programmes/deep-tillage/plots/new')
    await desk.page.getByLabel('地块编号').fill('龙泉-900')
    await desk.page.getByLabel(/^农户姓名/).fill('沈望川')
    await expect.poll(() => desk.page.evaluate(() => JSON.stringify(sessionStorage))).toContain('沈望川')
    const kept = await desk.page.evaluate(() => JSON.stringify(localStorage))
    expect(kept).toContain('龙泉-900')
    expect(kept).not.toContain('沈望川')
    await desk.page.reload()
    await desk.settle()
    await expect.poll(() => desk.page.getByLabel('地块编号').inputValue()).toBe('龙泉-900')
    await expect.poll(() => desk.page.getByLabel(/^农户姓名/).inputValue()).toBe('沈望川')
    await desk.page.getByLabel('乡（镇）').fill('龙泉镇')
    await desk.page.getByLabel('村', { exact: true }).fill('上河村')
    await desk.page.getByLabel('地块面积').fill('12.5')
    await desk.button('登记').click()
    await desk.page.locator('.state-mark', { hasText: '在册' }).waitFor()
    await expect
      .poll(() => desk.page.evaluate(() => JSON.stringify([localStorage, sessionStorage])))
      .not.toContain('龙泉-900')
  })

  it('says what is wrong as one types and in a summary whose lines lead to the fields', async () => {
    const desk = await desks.deskOf('township')
    await desk.open('/programmes/deep-tillage/plots/new')
    await desk.page.getByLabel('地块面积').fill('一亩')
    await desk.page.getByLabel('村', { exact: true }).focus()
    const problem = desk.page.locator('.field', { hasText: '地块面积' }).locator('.field-problem')
    await expect
      .poll(() => problem.textContent())
      .toBe('“地块面积（亩）”填的是“一亩”，应填不小于0的数，如12.5。')
    await desk.button('登记').click()
    await desk.page.getByText('处要改').waitFor()
    await desk.page.getByRole('link', { name: /^“村”未填写/ }).click()
    await expect.poll(() => desk.page.evaluate(() => document.activeElement?.id)).toBe('open-village')
  })

  it('shows personal data only for a reason, which the log keeps', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(`${CLAIMS}?state=paid`)
    await desk.page.locator('table.cases tbody th a').first().click()
    const contact = desk.page.locator('.data > div', { hasText: '农户联系方式' }).locator('dd')
    await expect.poll(() => contact.textContent()).toMatch(/^138\*{4}\d{4}$/)
    await desk.button('显示个人信息').click()
    await desk.page.getByLabel('为什么要看').fill('核对兑付名单')
    await desk.button('显示').click()
    await expect.poll(() => contact.textContent()).toMatch(/^1380000\d{4}$/)
  })

  it('puts wrong data right with a reason and keeps what stood before', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(`${CLAIMS}?state=recorded`)
    await desk.page.locator('table.cases tbody th a').first().click()
    await desk.button('更正').click()
    await desk.page.locator('.act').getByLabel('作业地点').fill('东沟村后山')
    await desk.page.getByLabel('更正理由').fill('登记时写错')
    await desk.page.getByRole('button', { name: /^更正 1 项/ }).click()
    await desk.page.locator('.data dd', { hasText: '东沟村后山' }).waitFor()
    await expect
      .poll(() => desk.page.locator('.history > li').first().textContent())
      .toMatch(/更正[\s\S]*登记时写错[\s\S]*东沟村后山/)
  })

  it('is worked by the keyboard alone', async () => {
    const desk = await desks.deskOf('department')
    await desk.open('/')
    const { keyboard } = desk.page
    await keyboard.press('/')
    await keyboard.type('深松作业补助')
    await desk.page
      .getByRole('option', { name: /深松作业补助申领/ })
      .first()
      .waitFor()
    await keyboard.press('Enter')
    await desk.page.waitForURL(/deep-tillage\/claim/)
    await desk.settle()
    await keyboard.press('Control+k')
    await keyboard.type('改为深色')
    await keyboard.press('Enter')
    await expect.poll(() => desk.page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
    await desk.page.locator('table.cases tbody th a').first().focus()
    await keyboard.press('Enter')
    await desk.page.locator('.panel h2').first().waitFor()
    await expect.poll(() => desk.page.evaluate(() => document.activeElement?.tagName)).toBe('H2')
  })

  it('finds a case by its number from anywhere', async () => {
    const desk = await desks.deskOf('department')
    await desk.open('/settings')
    await desk.page.keyboard.press('/')
    await desk.page.keyboard.type('深松031')
    await desk.page.getByRole('option', { name: /^深松031/ }).waitFor()
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('heading', { level: 1, name: '深松031' }).waitFor()
  })

  it('acts on several cases at once where each allows it', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(`${CLAIMS}?state=recorded`)
    const ticks = desk.page.locator('table.cases tbody input[type=checkbox]')
    await ticks.nth(0).check()
    await ticks.nth(1).check()
    const bulk = desk.page.locator('.bulk')
    await bulk.getByRole('button', { name: '公示监测记录' }).click()
    await bulk.getByRole('button', { name: '公示监测记录 2 件' }).click()
    await bulk.getByText('办成 2 件，没有办成 0 件。').waitFor()
  })

  it('keeps filters under a name and in the address', async () => {
    const desk = await desks.deskOf('department')
    await desk.open(CLAIMS)
    await desk.page.getByLabel('环节').selectOption({ label: '已兑付' })
    await desk.page.waitForURL(/state=paid/)
    await desk.button('筛选方案').click()
    await desk.page.getByLabel('方案名称').fill('已兑付的')
    await desk.button('存下').click()
    await desk.open(CLAIMS)
    await desk.button('筛选方案').click()
    await desk.button('已兑付的').click()
    await desk.page.waitForURL(/state=paid/)
    const states = desk.page.locator('td[data-label=环节]')
    await expect.poll(async () => new Set(await states.allTextContents())).toEqual(new Set(['已兑付']))
  })
})
