import type { TallyView } from '@luoshi/client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { DeskBrowsers, type WatchedDesk } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 360_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const CLAIMS = '/programmes/deep-tillage/claim'

/** What a table of the screen says, row by row. */
const rowsOf = async (desk: WatchedDesk, caption: string) => {
  const rows = desk.page.locator('table', { has: desk.page.locator('caption', { hasText: caption }) })
  return rows
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    )
}

const sound = async (desk: WatchedDesk) => {
  expect(await desk.accessibilityViolations()).toEqual([])
  expect(await desk.overflows()).toEqual([])
  expect(desk.complaints).toEqual([])
}

it('counts any register by unit, field and month, from its list, and gives it as a workbook', async () => {
  const desk = await desks.deskOf('department')
  await desk.open(CLAIMS)
  await desk.link('统计').click()
  await expect.poll(async () => (await rowsOf(desk, '统计表'))[0]?.[0]).toBe('县人民政府')
  await desk.page.getByLabel('第1层').selectOption({ label: '乡（镇）' })
  await desk.page.getByLabel('第2层').selectOption({ label: '作业时间（按月）' })
  await desk.button('合计哪些数').click()
  await desk.page.getByLabel('作业面积（亩）').check()
  await desk.page.waitForURL(/by=township.*sum=area/)
  const answer = await desk.page.evaluate(async () => {
    const path = location.pathname.replace('/desk/programmes/', '').replace('/claim/', '/procedures/claim/')
    const county = (await (await fetch('/api/v1/session')).json()).county.slug
    const base = `/api/v1/${county}/programmes/${path}`
    const sheet = await fetch(`${base}.xlsx${location.search}`)
    return { view: await (await fetch(base + location.search)).json(), sheet: sheet.status }
  })
  const view = answer.view as TallyView
  expect(answer.sheet).toBe(200)
  await expect
    .poll(async () => (await rowsOf(desk, '统计表')).map(([township, month]) => [township, month]))
    .toEqual(view.rows.map(({ titles }) => titles))
  const counted = view.rows.map(({ values }) => Number(values['@count']))
  expect(counted.reduce((sum, one) => sum + one, 0)).toBe(view.records)
  expect(view.records).toBeGreaterThan(0)
  expect(view.columns.map(({ title }) => title)).toContain('作业面积（亩）')
  await sound(desk)
})

it('tries other values over the cases, in cases and in money, and changes nothing', async () => {
  const desk = await desks.deskOf('department')
  await desk.open(CLAIMS)
  await desk.link('试算').click()
  await desk.page.getByLabel('规则').selectOption({ label: '深松深度' })
  await desk.page.getByLabel('金额或数量').selectOption({ label: '作业面积（亩）' })
  await desk.page.getByLabel('标准').selectOption({ label: '补助标准' })
  await desk.page.getByLabel(/^补助标准（/).fill('35')
  await desk.page.getByLabel(/深度.*（厘米）/).fill('99')
  await desk.button('试算').click()
  await desk.page.getByRole('region', { name: '试算结果' }).waitFor()
  const [yes, no, , money] = await rowsOf(desk, '现行的值')
  expect(Number(yes?.[1])).toBeGreaterThan(0)
  expect([yes?.[2], money?.[2]]).toEqual(['0', '0.00 元'])
  expect(Number(no?.[2])).toBe(Number(yes?.[1]) + Number(no?.[1]))
  expect(money?.[3]).toMatch(/^−/)
  expect((await rowsOf(desk, '改变的办件')).length).toBe(Number(yes?.[1]))
  await sound(desk)
  await desk.page.getByLabel(/深度.*（厘米）/).fill('很深')
  await desk.button('试算').click()
  await desk.page.locator('.problem li').first().waitFor()
  await expect.poll(async () => (await desk.problems()).join()).toContain('不能是“很深”')
  await desk.open('/programmes/deep-tillage/operators/what-if')
  await expect.poll(() => desk.page.locator('main').textContent()).toContain('不能试算')
})

it('reads a terminal’s track, shows its area and outline, and tells what the register refuses', async () => {
  const desk = await desks.deskOf('department')
  await desk.open(`${CLAIMS}?state=recorded`)
  const plot = await desk.page.evaluate(async () => {
    const county = (await (await fetch('/api/v1/session')).json()).county.slug
    const list = `/api/v1/${county}/programmes/deep-tillage/procedures/claim/cases?state=recorded`
    return String((await (await fetch(list)).json()).rows[0].data.plot)
  })
  await desk.link('导入表格').click()
  await desk.link('终端轨迹').click()
  await desk.page.getByLabel('作业记录编号').fill('轨迹一')
  await desk.page.getByRole('radio', { name: /2022年/ }).check()
  await desk.page.getByLabel('地块').fill(plot)
  await desk.page.getByLabel('作业主体').fill('主体1')
  await desk.page.getByLabel('作业时间').fill('2026-11-20')
  await desk.page.getByLabel(/^作业机手/).fill('田大有')
  await desk.page.getByLabel(/^机手联系方式/).fill('13800005678')
  const lines = Array.from({ length: 301 }, (_, second) => {
    const time = `2026-11-20 08:0${Math.floor(second / 60)}:${String(second % 60).padStart(2, '0')}`
    return `${time},${(111.8 + (second * 2) / 86_752).toFixed(9)},38.9,28`
  })
  const buffer = Buffer.from(['时间,经度,纬度,深度', ...lines].join('\n'))
  await desk.page
    .getByLabel('文件', { exact: true })
    .setInputFiles({ name: '轨迹.csv', mimeType: 'text/csv', buffer })
  await desk.button('读取，看结果').click()
  const result = desk.page.getByRole('region', { name: '读取结果' })
  await result.waitFor()
  await expect.poll(() => result.textContent()).toContain('2.16亩（重叠只计一次）')
  await expect.poll(() => result.locator('svg path').count()).toBe(2)
  await sound(desk)
  await desk.button('确认无误，登记 1 条').click()
  await result.getByText('该地块没有另一条正在办理的作业记录').waitFor()
})

it('fits a telephone', async () => {
  const desk = await desks.deskOf('department', { width: 390, height: 800 })
  await desk.open(`${CLAIMS}/tally?by=township&sum=area`)
  await sound(desk)
  await desk.open(`${CLAIMS}/what-if`)
  await sound(desk)
  await desk.open(`${CLAIMS}/sources/monitoring-export`)
  await sound(desk)
})
