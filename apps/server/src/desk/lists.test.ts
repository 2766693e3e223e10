import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { DeskBrowsers } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 180_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const LISTS = '/programmes/plastics/views/lists'
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

it('its screens fit every width and have no barrier', async () => {
  const found: string[] = []
  for (const width of [1440, 390]) {
    const desk = await desks.deskOf('department', { width, height: 900 })
    for (const path of [LISTS, CHECKS]) {
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
