import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const LISTS = '/programmes/plastics/views/lists'
const VERSIONS = '/programmes/plastics/views/list-versions'
const CHECKS = '/programmes/plastics/views/list-checks'

it('a list is looked at on any day, and searched, with its versions', async () => {
  const desk = await desks.deskOf('department')
  await desk.open(LISTS)
  const entries = desk.page.getByRole('table', { name: '清单各项' }).locator('tbody tr')
  await expect.poll(() => entries.count()).toBe(5)
  await expect
    .poll(() => entries.nth(2).textContent())
    .toContain('不可降解塑料袋县城餐饮等场所、星级宾馆、酒店')
  await desk.page.getByLabel('含有的字').fill('集贸市场塑料袋')
  await desk.page.getByText('选出 1 项').waitFor()
  await expect.poll(() => entries.count()).toBe(1)
  await desk.page.getByLabel('哪一天的').fill('2021-06-30')
  await desk.page.getByText('2021-06-30还没有公布这份清单').waitFor()
  expect(desk.complaints).toEqual([])
})

it('a new version is read from a sheet, compared, drawn up by one and published by another; then the list is that', async () => {
  const clerk = await desks.deskOf('clerk')
  await clerk.open(VERSIONS)
  const { page } = clerk
  await page.getByLabel('施行日期').fill('2026-01-01')
  const sheet = (rows: readonly (readonly string[])[]) =>
    page.getByLabel('表格文件').setInputFiles({
      name: '目录.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(stringify([['条目', '品种', '场所', '要求', '起始日期'], ...rows])),
    })
  await sheet([['县城餐具', '不可降解一次性塑料餐具', '县城餐饮等场所', '不许用', '2021-07-01']])
  await clerk.button('与现行版本比较').click()
  await page.getByText(/第2行.*要求.*禁止使用/).waitFor()
  await sheet([
    ['县城餐具', '不可降解一次性塑料餐具', '县城餐饮等场所', '禁止使用', '2021-07-01'],
    ['集贸市场塑料袋', '不可降解塑料袋', '集贸市场', '禁限使用', '2023-12-31'],
    ['快递包装袋', '不可降解塑料袋', '县内其他场所', '禁止使用', '2026-01-01'],
  ])
  await clerk.button('与现行版本比较').click()
  const rows = page.getByRole('table', { name: '新版本与前一版的差异' }).locator('tbody tr')
  await expect.poll(() => rows.count()).toBe(5)
  await page.getByText('调整 1 处，新增 1 处，取消 3 处，不变 1 项').waitFor()
  await page.getByLabel('版本名称').fill('2026年目录')
  await page.getByLabel('依据文件').fill('清政办发〔2026〕1号')
  await page.getByLabel('条款或附件').fill('附件1')
  await clerk.button('拟定，交另一人公布').click()
  const address = await page.getByRole('link', { name: '公布', exact: true }).getAttribute('href')
  const own = await desks.deskOf('clerk')
  await own.page.goto(new URL(address ?? '', desks.site.address).href)
  await own.settle()
  await own.page
    .getByText(/您.*“公布”/)
    .first()
    .waitFor()

  const publisher = await desks.deskOf('leader')
  await publisher.page.goto(new URL(address ?? '', desks.site.address).href)
  await publisher.settle()
  await publisher.act('公布', '已公布')
  await publisher.open(VERSIONS)
  await publisher.button('看差异').click()
  await publisher.page.getByRole('table', { name: '与前一版的差异' }).getByText('快递包装袋').waitFor()
  await publisher.open(LISTS)
  const entries = publisher.page.getByRole('table', { name: '清单各项' }).locator('tbody tr')
  await expect.poll(() => entries.count()).toBe(3)
  await publisher.page.getByLabel('哪一天的').fill('2025-12-31')
  await expect.poll(() => entries.count()).toBe(5)
  for (const { complaints } of [clerk, own, publisher]) expect(complaints).toEqual([])
})

it('its screens fit every width and have no barrier', async () => {
  const found: string[] = []
  for (const width of [1440, 390]) {
    const desk = await desks.deskOf('department', { width, height: 900 })
    for (const path of [LISTS, VERSIONS, CHECKS]) {
      await desk.open(path)
      found.push(...(await desk.overflows()).map((overflow) => `${width} ${path}: ${overflow}`))
      found.push(
        ...(await desk.accessibilityViolations()).map((violation) => `${width} ${path}: ${violation}`),
      )
    }
    expect(desk.complaints).toEqual([])
  }
  expect(found).toEqual([])
})
