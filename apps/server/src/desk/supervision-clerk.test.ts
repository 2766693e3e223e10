import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoGazettePath } from '@luoshi/counties'
import { everyProgramme } from '@luoshi/programmes'
import { open } from '@luoshi/store'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { demoActors } from '../demo/demo-actors.ts'
import { importFile } from '../gazettes/import-files.ts'
import { surroundingsFor } from '../surroundings/county-keeper.ts'
import { readCounty } from '../surroundings/read-county.ts'
import { temporaryFolder } from '../test-support/temporary-folder.ts'
import { DeskBrowsers, type WatchedDesk } from './desk.test-support.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })

let desks: DeskBrowsers

beforeAll(async () => {
  desks = await DeskBrowsers.start()
})

afterAll(() => desks?.stop())

const WATER = '清政办发〔2026〕8号'
const view = (id: string, query: Record<string, string> = {}) =>
  `/programmes/supervision/views/${id}?${new URLSearchParams(query)}`

/** What an address of the county answers to an officer. */
async function asked<Body>(desk: WatchedDesk, path: string): Promise<Body> {
  const answer = await desk.page.request.get(`${desks.site.address}/api/v1/qingyuan/${path}`)
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as Body
}

/** Shows at three widths that nothing is cut off, and that everybody can use it. */
async function looksWell(desk: WatchedDesk, name: string): Promise<void> {
  const folder = process.env['LUOSHI_SCREENSHOTS']
  for (const width of [1440, 1024, 390]) {
    await desk.page.setViewportSize({ width, height: 900 })
    expect(await desk.overflows(), `${name} at ${width}`).toEqual([])
    if (folder !== undefined) {
      await desk.page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
    }
  }
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  expect(await desk.accessibilityViolations(), name).toEqual([])
}

it('splits a task into two and merges two into one, each kept with its reason, and undone by the clerk', async () => {
  const clerk = await desks.deskOf('clerk')
  const orders = await asked<{ document: string; ordered: number }[]>(clerk, 'supervision/orders')
  const document = orders.find(({ ordered }) => ordered > 6)?.document ?? ''
  await clerk.open(view('orders', { document }))
  if ((await clerk.page.locator('.proposals input').count()) > 0) {
    await clerk.button('全部选择').click()
    await clerk.page.getByRole('button', { name: /^只列入，待确认/ }).click()
    await clerk.page.getByText(/^列入 \d+ 项，待确认。/).waitFor()
  }
  await clerk.open(view('arrange', { document }))
  const rows = clerk.page.locator('.proposals li')
  await expect.poll(() => rows.count()).toBeGreaterThan(1)
  const before = await rows.count()
  await looksWell(clerk, 'arrange')

  const [first, second] = [rows.nth(0), rows.nth(1)]
  const title = (await second.locator('strong').textContent()) ?? ''
  await first.getByRole('checkbox').check()
  await second.getByRole('checkbox').check()
  await clerk.page.getByLabel('理由').fill('同一件事分写两处')
  await clerk.button('合并 2 项').click()
  await clerk.page.getByText(/^已合并/).waitFor()
  await expect.poll(() => rows.count()).toBe(before - 1)

  await clerk.open(`/programmes/supervision/duty?state=merged`)
  await clerk.link(title).first().click()
  await clerk.page.locator('.state-mark', { hasText: '已并入' }).waitFor()
  await clerk.button('恢复为待确认').click()
  await clerk.page.locator('form.act').getByLabel('理由').fill('并错了')
  await clerk.page.locator('form.act').getByRole('button', { name: '恢复为待确认' }).click()
  await clerk.page.locator('.state-mark', { hasText: '待确认' }).waitFor()
  await expect.poll(async () => (await clerk.history()).slice(0, 2)).toEqual(['恢复为待确认', '并入另一任务'])

  await clerk.open(view('arrange', { document }))
  await rows.first().getByRole('link', { name: /^拆分/ }).click()
  await clerk.page.getByLabel('任务名称').first().fill('第一段工作')
  await clerk.page.getByLabel('任务名称').nth(1).fill('第二段工作')
  await clerk.page.getByLabel('理由').fill('两段由两家承办')
  await looksWell(clerk, 'split')
  await clerk.button('拆分成 2 项').click()
  await clerk.page.getByText(/^已拆分成 2 项/).waitFor()
  await clerk.link('第二段工作').click()
  await clerk.page.locator('.state-mark', { hasText: '待确认' }).waitFor()
  await expect.poll(() => clerk.page.locator('.screen').textContent()).toContain('拆分自')
})

it('shows what a second reading has otherwise, changes nothing by itself, and keeps each decision with its reason', async () => {
  const clerk = await desks.deskOf('clerk')
  const text = readFileSync(demoGazettePath, 'utf8')
    .replace('县灌区服务中心，3月底前完成', '县灌区服务中心，4月底前完成')
    .replace(/^7\. 水权交易.*$/m, '')
  const file = join(temporaryFolder(), 'gazette.txt')
  writeFileSync(file, text)
  const at = desks.site.services.clock()
  expect(await importFile(desks.site.services.db, file, { by: '测试', at })).toMatchObject({
    kind: 'imported',
  })
  await clerk.open(view('rereading'))
  const ofWater = clerk.page.locator('section', { hasText: WATER })
  const changed = ofWater.locator('.difference', { hasText: '2026-04-30' })
  await changed.waitFor()
  await expect.poll(() => changed.textContent()).toMatch(/变化.*2026-03-31.*2026-04-30/s)
  await looksWell(clerk, 'rereading')
  const href = (await changed.locator('a').first().getAttribute('href')) ?? ''
  const all = await clerk.page.locator('.difference').count()

  await changed.getByLabel('理由').fill('公报勘误，期限改为4月底')
  await changed.getByRole('button', { name: '采用重读' }).click()
  await changed.waitFor({ state: 'detached' })
  const gone = ofWater.locator('.difference', { hasText: '消失' }).first()
  await gone.getByLabel('理由').fill('排印脱漏，任务仍在')
  await gone.getByRole('button', { name: '不采用' }).click()
  await gone.waitFor({ state: 'detached' })
  await expect.poll(() => clerk.page.locator('.difference').count()).toBe(all - 2)

  await clerk.open(href.replace('/desk', ''))
  await expect
    .poll(() => clerk.page.locator('.data').textContent())
    .toMatch(/原文期限2026年4月30日|原文期限2026-04-30/)
  await expect.poll(() => clerk.page.locator('.history').textContent()).toContain('公报勘误，期限改为4月底')
  await clerk.open('/programmes/supervision/reading-decisions')
  await expect.poll(() => clerk.page.locator('table.cases tbody tr').count()).toBe(2)
})

it('owes each unit what a notice orders again and again, names who is missing, and folds the answers into one sheet', async () => {
  const clerk = await desks.deskOf('clerk')
  interface Turn {
    readonly title: string
    readonly turn: string
    readonly sheet: string | null
    readonly opening: string
    readonly received: { readonly owing: number; readonly answered: number; readonly missing: string[] }
  }
  const turnsOf = async () =>
    (await asked<{ turns: (Turn & { report: string })[] }>(clerk, 'reports')).turns.filter(
      ({ report }) => report === 'order-reports',
    )
  const [owed] = (await turnsOf()).filter(({ received }) => received.missing.length > 0)
  if (owed === undefined) throw new Error('nothing is owed again and again')
  const filled = Object.fromEntries(new URLSearchParams(owed.opening))
  const { services } = desks.site
  const state = await readCounty(services.db, 'qingyuan', services.programmes)
  const unit =
    Object.values(state.units.units).find(({ names }) =>
      JSON.stringify(names).includes(owed.received.missing[0] ?? ''),
    )?.id ?? ''
  const programme = everyProgramme.find(({ id }) => id === 'supervision')
  if (programme === undefined) throw new Error('no supervision')
  const by = demoActors(everyProgramme)('department', 'supervision', unit)
  const opened = await open(
    services.db,
    programme,
    { county: 'qingyuan', case: 'answer-1', requestKey: null },
    {
      procedure: 'order-reports',
      unit,
      owner: null,
      action: { by, input: { ...filled, unit, progress: '已完成本期工作。' } },
    },
    surroundingsFor(state, 'supervision', services),
  )
  expect(opened).toMatchObject({ kind: 'done' })
  const after = (await turnsOf()).find(({ sheet }) => sheet === owed.sheet)
  expect(after?.received).toMatchObject({ owing: owed.received.owing, answered: owed.received.answered + 1 })
  expect(after?.received.missing).not.toContain(owed.received.missing[0])
  const sheet = await clerk.page.request.get(`${desks.site.address}${owed.sheet}`)
  expect((await sheet.body()).subarray(0, 2).toString()).toBe('PK')

  await clerk.open('/reports')
  await clerk.page.getByText(owed.title).first().waitFor()
  await looksWell(clerk, 'reports')
})

it('looks well on every screen of supervision, and gives its lists as sheets', async () => {
  const clerk = await desks.deskOf('clerk')
  const [{ unit = '' } = {}] = (await asked<{ units: { unit: string }[] }>(clerk, 'supervision/board')).units
  for (const [name, path] of [
    ['board', view('board')],
    ['orders', view('orders')],
    ['order', view('orders', { document: WATER })],
    ['matrix', view('matrix')],
    ['unit', view('unit', { unit })],
    ['late', view('duties', { light: 'red' })],
    ['circular', view('circular')],
  ] as const) {
    await clerk.open(path)
    await looksWell(clerk, name)
  }
  for (const path of ['duties.xlsx?light=red', 'matrix.xlsx', `duties.xlsx?unit=${unit}`]) {
    const sheet = await clerk.page.request.get(`${desks.site.address}/api/v1/qingyuan/supervision/${path}`)
    expect((await sheet.body()).subarray(0, 2).toString(), path).toBe('PK')
  }
})
