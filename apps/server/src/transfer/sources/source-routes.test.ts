import type { Answer, Client, SourcePreviewView } from '@luoshi/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../../../../packages/store/src/test-database.ts'
import { claims, county, done, of, said, township } from '../../api/deep-tillage.test-support.ts'
import { startSite, type TestSite } from '../../test-support/api.ts'

let server: TestServer
let site: TestSite
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const now = '2022-09-01T09:00:00.000+08:00'
  site = await startSite(
    await server.database(),
    { county, now, units: ['三岔镇人民政府', '县农业机械发展中心'] },
    (stop) => stops.push(stop),
  )
  await site.officer('centre', [['deep-tillage/machinery-centre']])
  await site.officer('township', [['deep-tillage/township', township]])
  await site.officer('finance', [['deep-tillage/finance']])
  const centre = await site.signIn('centre')
  const operator = {
    number: '合作社-3',
    name: '丰穗农机专业合作社',
    account: '6222000011112222',
    contact: '13800005678',
    terminal: 'T-7',
    workingWidth: '2',
    shankSpacing: '62.5',
    certificate: 'promotion',
  }
  done(await centre.open(of('operators'), { input: operator }))
  const clerk = await site.signIn('township')
  for (const number of ['三岔-17', '三岔-18']) {
    const plot = { number, township: '三岔镇', village: '上坪村', area: '3' }
    const person = { farmer: '苗得雨', farmerContact: '13900001234' }
    done(await clerk.open(of('plots'), { input: { ...plot, ...person } }))
  }
}, 120_000)
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
}, 60_000)

async function send(
  client: Client,
  source: string,
  file: { readonly name: string; readonly text: string },
  asked: object,
  confirm = false,
): Promise<Answer<SourcePreviewView>> {
  const form = new FormData()
  form.set('asked', JSON.stringify(asked))
  if (confirm) form.set('confirm', 'yes')
  form.set('file', new File([file.text], file.name))
  const path = `/api/v1/${county}/programmes/deep-tillage/procedures/claim/sources/${source}`
  return client.call<SourcePreviewView>('POST', path, { body: form })
}

/** A thousand metres eastwards at 2 m: 3.00 亩, a position every second. */
const strip = Array.from({ length: 501 }, (_, second) => {
  const time = new Date(Date.parse('2022-08-30T08:00:00+08:00') + second * 1000 + 8 * 3600 * 1000)
  const longitude = 111.8 + (second * 2) / 86_752.06
  return { time: time.toISOString().slice(0, 19).replace('T', ' '), longitude, latitude: 38.9, depth: 28 }
})
const track = {
  name: '轨迹.csv',
  text: [
    '时间,经度,纬度,深度',
    ...strip.map(({ time, longitude, latitude, depth }) =>
      [time, longitude.toFixed(9), latitude, depth].join(),
    ),
  ].join('\n'),
}
const said17 = {
  number: '轨-1',
  season: '2022',
  plot: '三岔-17',
  operator: '合作社-3',
  workedOn: '2022-08-30',
  driver: '田大有',
  driverContact: '13800005678',
  exportRow: '7',
}

describe('a terminal’s track', () => {
  it('is measured and outlined first, and opens its record once it is confirmed, once', async () => {
    const centre = await site.signIn('centre')
    const looked = await send(centre, 'terminal-track', track, said17)
    if (!looked.ok) throw new Error(looked.problem.detail)
    const { value } = looked
    expect(value).toMatchObject({ records: 1, problems: [], opened: [] })
    expect(value.measures.map(({ text }) => text)).toEqual([
      '501个',
      '3.00亩（重叠只计一次）',
      '3.00亩，占100.00%',
      '28.0厘米',
      '3亩',
    ])
    const [worked] = value.outlines
    const eastwards = worked?.polygons.flat(2).map(([east]) => east) ?? []
    expect(Math.max(...eastwards) - Math.min(...eastwards)).toBeCloseTo(1000, 0)
    expect(JSON.stringify(value)).not.toMatch(/苗得雨|13900001234|丰穗/)
    const listed = await centre.list(claims, {})
    expect(listed.ok && listed.value.rows).toEqual([])

    const stored = await send(centre, 'terminal-track', track, said17, true)
    const opened = stored.ok ? stored.value.opened : []
    expect(opened).toHaveLength(1)
    const read = await centre.read({ ...claims, id: opened[0] ?? '' })
    expect(read.ok && read.value.data).toMatchObject({
      area: '3.00',
      workedArea: '3.00',
      qualifiedPercent: '100.00',
      depth: '28.0',
      source: 'monitored',
      village: '上坪村',
      farmerContact: '139****1234',
    })
    const again = await send(centre, 'terminal-track', track, said17, true)
    expect(again).toMatchObject({ value: { opened: [], repeated: 1 } })
  })

  it('reads GeoJSON too, and says what keeps a file from being a record', async () => {
    const centre = await site.signIn('centre')
    const features = strip.map(({ time, longitude, latitude, depth }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [longitude, latitude] },
      properties: { time, depth },
    }))
    const text = JSON.stringify({ type: 'FeatureCollection', features })
    const given = await send(centre, 'terminal-track', { name: '轨迹.geojson', text }, said17)
    expect(given).toMatchObject({ value: { records: 1 } })
    const problems = async (asked: object, file = track) => {
      const answer = await send(centre, 'terminal-track', file, asked)
      return answer.ok ? answer.value.problems : said(answer)
    }
    expect(await problems({ ...said17, workedOn: '2022-08-31' })).toEqual([
      '第2行起有501个轨迹点不在作业时间2022-08-31这一天，请按作业日分开导出。',
    ])
    expect(await problems({ ...said17, plot: '三岔-99' })).toEqual(['第1行：地块台账里没有“三岔-99”。'])
    expect(await problems(said17, { name: 'x.csv', text: '甲,乙\n1,2' })).toEqual([
      '第1行没有“时间”、“经度”、“纬度”、“深度”列，表头是：甲、乙；应有“时间”“经度”“纬度”“深度”四列。',
    ])
    const { number: _number, ...nameless } = said17
    expect(await problems(nameless)).toEqual(['“作业记录编号”未填写，应填文字。'])
  })
})

describe('a monitoring platform’s export', () => {
  const head = '序号,终端编号,地块编号,作业时间,达标面积（亩）,平均深度（厘米）,作业机手,机手联系方式'
  const file = {
    name: '监测.csv',
    text: `${head}\n118,T-7,三岔-18,2022/8/30 14:20,2.5,26,田大有,13800005678\n119,T-8,三岔-17,2022/8/30,2,26,田大有,13800005678`,
  }

  it('gives the rows whose machine and plot are known, completed from the registers', async () => {
    const centre = await site.signIn('centre')
    const looked = await send(centre, 'monitoring-export', file, { season: '2022' })
    expect(looked).toMatchObject({
      value: {
        records: 1,
        problems: ['第3行“终端编号”填的是“T-8”，应填作业主体台账中已有的远程监测终端编号。'],
      },
    })
    const stored = await send(centre, 'monitoring-export', file, { season: '2022' }, true)
    const [id = ''] = stored.ok ? stored.value.opened : []
    const read = await centre.read({ ...claims, id })
    expect(read.ok && read.value.data).toMatchObject({ number: '监-T-7-118', area: '2.5', spacing: '62.5' })
  })

  it('is taken from nobody who may not open a record, and completed with nothing that one may not read', async () => {
    const finance = await site.signIn('finance')
    expect((await send(finance, 'monitoring-export', file, { season: '2022' })).status).toBe(403)
    const clerk = await site.signIn('township')
    const answer = await send(clerk, 'monitoring-export', file, { season: '2022' })
    expect(answer.ok && answer.value.problems.join()).toContain('作业主体台账中已有')
    expect(answer.ok && answer.value.records).toBe(0)
    const nowhere = await send(clerk, 'none', file, {})
    expect(nowhere.status).toBe(404)
  })
})
