import type { ImportView } from '@luoshi/client'
import { administrationOf } from '@luoshi/programmes'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pondPermits } from '../../../../packages/store/src/fixtures/pond-permit.ts'
import { startTestServer, type TestServer } from '../../../../packages/store/src/test-database.ts'
import { type Browse, startSite } from '../test-support/api.ts'

let server: TestServer
let clerk: Browse
let stranger: Browse
const stops: (() => Promise<void>)[] = []
const PROCEDURE = 'programmes/pond-permits/procedures/permit'
const HEADINGS = '村,水面面积（亩）,联系电话'

beforeAll(async () => {
  server = await startTestServer()
  const served = [administrationOf([pondPermits]), pondPermits]
  const site = await startSite(await server.database(8), { programmes: served }, (stop) => stops.push(stop))
  clerk = await site.browser('clerk', [['pond-permits/clerk']])
  stranger = await site.browser('stranger')
}, 60_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

async function ask(browse: Browse, rows: readonly string[], mode: string): Promise<Response> {
  const form = new FormData()
  form.set('mode', mode)
  form.set('file', new Blob([[HEADINGS, ...rows].join('\n')]), '塘坝.csv')
  return browse(`${PROCEDURE}/imports`, { method: 'POST', body: form })
}

async function ended(id: string): Promise<ImportView> {
  for (;;) {
    const view = (await (await clerk(`${PROCEDURE}/imports/${id}`)).json()) as ImportView
    if (view.report !== null || view.state === 'failed' || view.state === 'cancelled') return view
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function imported(rows: readonly string[], mode: string): Promise<ImportView> {
  const answer = await ask(clerk, rows, mode)
  expect(answer.status).toBe(202)
  return ended(((await answer.json()) as ImportView).id)
}

describe('an import', () => {
  it('runs beside the request, and tells how it ended', async () => {
    expect(
      await imported(['上河村,12.5,13800005678', '下河村,8,13900001234'], 'all-or-nothing'),
    ).toMatchObject({
      state: 'stored',
      stateTitle: '已导入',
      total: 2,
      done: 2,
      report: { rows: 2, stored: 2, refused: 0, problems: [] },
    })
    const listed = (await (await clerk(`${PROCEDURE}/cases`)).json()) as { rows: unknown[] }
    expect(listed.rows).toHaveLength(2)
  })

  it('stores the good rows where that was asked, and gives what is wrong as a workbook', async () => {
    const view = await imported(['左河村,9,13800005678', '右河村,很大,13800005678'], 'good-rows')
    expect(view).toMatchObject({ state: 'stored', report: { rows: 2, stored: 1, refused: 1 } })
    const report = await clerk(`${PROCEDURE}/imports/${view.id}/report.xlsx`)
    expect(await readSheet(Buffer.from(await report.arrayBuffer()))).toEqual([
      ['行', '列', '问题和要求'],
      [3, '水面面积（亩）（B列）', '“水面面积（亩）”填的是“很大”，应填不小于0的数，如12.5。'],
    ])
    const mine = (await (await clerk(`${PROCEDURE}/imports`)).json()) as ImportView[]
    expect(mine.map(({ id }) => id)).toContain(view.id)
  })

  it('is refused to who may open no case, and shown to nobody else', async () => {
    expect((await ask(stranger, [], 'good-rows')).status).toBe(403)
    const { id } = await imported(['前河村,1,13800005678'], 'good-rows')
    expect((await stranger(`${PROCEDURE}/imports/${id}`)).status).toBe(404)
    expect((await ask(clerk, [], 'some')).status).toBe(400)
  })

  it('is ended by who asked for it', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `第${index}村,1,13800005678`)
    const asked = (await (await ask(clerk, rows, 'all-or-nothing')).json()) as ImportView
    await clerk(`${PROCEDURE}/imports/${asked.id}/cancel`, { method: 'POST' })
    expect(await ended(asked.id)).toMatchObject({ state: 'cancelled', stateTitle: '已取消' })
  })
})

describe('a list', () => {
  it('goes out as it is asked for, and as a template', async () => {
    const csv = await (await clerk(`${PROCEDURE}/export.csv?sort=-area`)).text()
    const [headings = '', ...rows] = csv.trim().split('\r\n')
    expect(headings).toBe('编号,环节,所属机构,村,水面面积（亩）,联系电话,登记日期,最近办理')
    expect(rows.map((row) => row.split(',').slice(3, 6))).toContainEqual(['上河村', '12.5', '138****5678'])
    const xlsx = await clerk(`${PROCEDURE}/export.xlsx`)
    expect(await readSheet(Buffer.from(await xlsx.arrayBuffer()))).toHaveLength(rows.length + 1)
    expect((await clerk(`${PROCEDURE}/export.csv?colour=red`)).status).toBe(400)
    const none = await (await stranger(`${PROCEDURE}/export.csv`)).text()
    expect(none.trim().split('\r\n')).toHaveLength(1)
    const template = await clerk(`${PROCEDURE}/imports/template.xlsx`)
    expect((await readSheet(Buffer.from(await template.arrayBuffer())))[0]).toContain('水面面积（亩）*')
  })
})
