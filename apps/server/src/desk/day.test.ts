import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

describe('my day', () => {
  it('counts each section exactly, and each count leads to a list of as many', async () => {
    const desk = await desks.deskOf('clerk', { width: 1440, height: 900 })
    await desk.open('/')
    const headings = desk.page.getByRole('main').getByRole('heading', { level: 2 })
    await expect
      .poll(async () => (await headings.allTextContents()).toSorted())
      .toEqual(
        [
          '待我办理',
          '到期的任务',
          '应报的材料',
          '将到期和已超期',
          '将期满和已期满的公示',
          '待答复的校核意见',
          '提醒和通报',
        ].toSorted(),
      )
    const counts = await desk.page.locator('a.day-count').evaluateAll((links) =>
      links.map((link) => ({
        href: (link as HTMLAnchorElement).pathname.replace('/desk', ''),
        count: link.textContent,
      })),
    )
    expect(counts.length).toBeGreaterThan(2)
    for (const { href, count } of counts) {
      await desk.open(href)
      await expect
        .poll(() => desk.page.locator('.list-foot [role=status]').textContent())
        .toContain(`共 ${count} 件`)
    }
  })

  it('goes on past the hundredth case, by kind, without one twice', async () => {
    const desk = await desks.deskOf('clerk')
    await desk.open('/day/waiting')
    const more = desk.button('接着往下列')
    const rows = desk.page.locator('.day-list li')
    await rows.first().waitFor()
    const total = Number(/共 (\d+)/.exec((await desk.page.locator('.list-foot').textContent()) ?? '')?.[1])
    expect(total).toBeGreaterThan(100)
    for (let before = await rows.count(); before < total; before = await rows.count()) {
      await more.click()
      await expect.poll(() => rows.count()).toBeGreaterThan(before)
    }
    const shown = await desk.page
      .locator('.day-list li a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
    expect(new Set(shown).size).toBe(total)
    const group = desk.page.locator('.groups a').nth(1)
    const ofGroup = await group.locator('.figures').textContent()
    await group.click()
    await expect.poll(() => desk.page.locator('.list-foot').textContent()).toContain(`共 ${ofGroup} 件`)
  })
})

describe('the cards of my day', () => {
  it.each([1024, 1280, 1440])('leave no hole in a row at %d pixels', async (width) => {
    const desk = await desks.deskOf('clerk', { width, height: 900 })
    await desk.open('/')
    await desk.page.locator('.day-section').first().waitFor()
    const ends = await desk.page.locator('.day').evaluate((grid) => {
      const rows = Map.groupBy(
        [...grid.children].map((card) => card.getBoundingClientRect()),
        ({ top }) => Math.round(top),
      )
      return [...rows.values()].map((row) =>
        Math.round(grid.getBoundingClientRect().right - Math.max(...row.map(({ right }) => right))),
      )
    })
    expect(ends.every((end) => end === 0)).toBe(true)
  })

  it('say of which of its limits a case is late', async () => {
    const desk = await desks.deskOf('clerk')
    await desk.open('/day/duties')
    const details = desk.page.locator('.day-list .day-detail')
    await details.first().waitFor()
    expect((await details.allTextContents()).every((text) => /^(反馈|.+办结) · 督办任务/.test(text))).toBe(
      true,
    )
  })
})

describe('the places of the desk', () => {
  it('keep a list at hand, and fold programmes where they are many', async () => {
    const desk = await desks.deskOf('department')
    await desk.open('/programmes/deep-tillage/claim')
    await desk.page.getByRole('button', { name: /常用/ }).click()
    await desk.open('/')
    const nav = desk.page.getByRole('navigation', { name: '栏目' })
    await expect.poll(() => nav.getByRole('link', { name: '深松作业补助申领' }).count()).toBe(1)
    await expect.poll(() => nav.getByRole('link', { name: /河湖长制/ }).count()).toBe(0)
    await nav.getByRole('button', { name: /我的制度/ }).click()
    await expect.poll(() => nav.getByRole('link', { name: /河湖长制/ }).count()).toBe(1)
  })

  it('score a year by weight, rank its units, and show weights before and after with the total unchanged', async () => {
    const desk = await desks.deskOf('clerk')
    await desk.open('/programmes/appraisal/scores')
    await expect.poll(() => desk.page.locator('.method').textContent()).toContain('计分办法：按完成比例得分')
    const ranking = desk.page.getByRole('table', { name: '机构排名' })
    await expect.poll(() => ranking.locator('tbody tr').first().locator('td').first().textContent()).toBe('1')
    const change = desk.page.getByRole('table', { name: /2021年8月17日起权重的调整/ })
    await expect.poll(() => change.locator('tfoot').textContent()).toContain('✓ 总分不变')
    await expect
      .poll(() => change.locator('tbody tr', { hasText: '服务业增加值增速' }).textContent())
      .toContain('无4+4')
    expect(desk.complaints).toEqual([])
  })

  it('show a campaign by phase, by state and by town, each number leading to its list', async () => {
    const desk = await desks.deskOf('clerk')
    await desk.open('/programmes/irrigation-waste/campaigns')
    await expect.poll(() => desk.page.locator('.phases li').count()).toBe(3)
    const struck = desk.page.getByRole('link', { name: /^已销号，\d+件$/ })
    const count = await struck.textContent()
    await struck.click()
    await expect
      .poll(() => desk.page.locator('.list-foot [role=status]').textContent())
      .toContain(`共 ${count} 件`)
  })
})
