import { demoGazettePath } from '@luoshi/counties'
import { searchNotices } from '@luoshi/store'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noticeText } from '../test-support/notice-text.ts'
import {
  portalForTest,
  portalOver,
  startTestServer,
  type TestPortal,
  type TestServer,
} from '../test-support/serve.ts'
import { temporaryFile } from '../test-support/temporary-folder.ts'
import { searchTermsOf } from './search-query.ts'

let server: TestServer
let demo: TestPortal

beforeAll(async () => {
  server = await startTestServer()
  demo = await portalOver(server, demoGazettePath)
}, 60_000)

afterAll(async () => {
  await demo.stop()
  await server.stop()
})

const search = (query: string, more = {}) =>
  searchNotices(demo.db, { terms: searchTermsOf(query), limit: 50, ...more })

async function numbersFor(query: string, more = {}): Promise<(string | null)[]> {
  return (await search(query, more)).notices.map(({ head }) => head.docNumber)
}

describe('search', () => {
  it('finds words inside sentences, and only notices that hold all of them', async () => {
    expect(await numbersFor('校车')).toEqual(['清政办发〔2026〕12号'])
    expect(await numbersFor('食品 留样')).toContain('清政办发〔2026〕9号')
    expect(await numbersFor('校车 候鸟')).toEqual([])
  })

  it.each(['清政办发〔2026〕8号', '清政办发[2026]8号', '清政办发［２０２６］８号', '清政办发（2026）8 号'])(
    'finds the number %s first',
    async (query) => {
      expect((await numbersFor(query))[0]).toBe('清政办发〔2026〕8号')
    },
  )

  it('finds what a page break had parted', async () => {
    expect(await numbersFor('县财政局、县水利局')).toContain('清政办发〔2026〕8号')
  })

  it('finds what stands only in a table, and leads to the table', async () => {
    const { notices } = await search('QY-019')
    expect(notices.map(({ head }) => head.docNumber)).toEqual(['清政发〔2026〕5号'])
    expect(notices[0]?.places[0]).toMatchObject({ kind: 'row', table: 1 })
  })

  it('finds a text in traditional characters, in any case and width, and units by any name', async () => {
    expect(await numbersFor('節水')).toEqual(await numbersFor('节水'))
    expect(await numbersFor('ｑｙ－０１９')).toEqual(['清政发〔2026〕5号'])
    expect((await numbersFor('县发改局')).sort()).toEqual((await numbersFor('县发展和改革局')).sort())
    expect((await numbersFor('"县发改局"')).length).toBeLessThanOrEqual((await numbersFor('县发改局')).length)
  })

  it('marks each place where a word stands, and counts all places', async () => {
    const { notices } = await search('每月 850')
    const marked = notices[0]?.places.flatMap(({ text, marks }) =>
      marks.map(([start, end]) => text.slice(start, end)),
    )
    expect(new Set(marked)).toEqual(new Set(['每月', '850']))
    expect(notices[0]?.placeCount).toBeGreaterThanOrEqual(notices[0]?.places.length ?? 0)
  })

  it('gives a title before a text', async () => {
    const { notices } = await search('春灌')
    expect(notices[0]?.head.title).toContain('春灌')
  })

  it('counts right on every page, also beyond the last', async () => {
    const all = await search('县')
    const { count } = await search('人民政府', { limit: 3 })
    expect(count).toBe((await search('人民政府', { limit: 50 })).notices.length)
    expect((await search('人民政府', { limit: 3, offset: 3000 })).count).toBe(count)
    expect(all.count).toBe(all.notices.length)
  })

  it('narrows to a county, an issuer, a year, a kind, a unit, a day', async () => {
    expect((await search('人民政府', { county: 'wutai' })).count).toBe(0)
    const { notices } = await search('人民政府', { issuer: '清源县人民政府' })
    expect(notices.length).toBeGreaterThan(0)
    expect(notices.every(({ head }) => head.issuer === '清源县人民政府')).toBe(true)
    expect((await search('人民政府', { year: 1999 })).count).toBe(0)
    const plans = await search('人民政府', { kind: '实施方案' })
    expect(plans.notices.every(({ head }) => head.kind === '实施方案')).toBe(true)
    const water = await search('人民政府', { unit: '县水利局' })
    expect(water.count).toBeGreaterThan(0)
    expect((await search('人民政府', { inForceOn: '1999-01-01' })).count).toBe(0)
  })

  it('finds a single character too, and nothing for a query without words', async () => {
    expect((await search('闸')).count).toBeGreaterThan(0)
    expect(await search('""')).toEqual({ count: 0, placeCount: 0, notices: [] })
  })

  it('finds no longer what a repealed notice says where only what is in force is asked for', async () => {
    const old = noticeText
      .replace('90号', '70号')
      .replace('5月18日', '4月1日')
      .replace('桥梁巡查', '桥梁检查')
    const text = noticeText.replace(
      '二、及时报告',
      '《关于做好桥梁检查工作的通知》（清政办发〔2026〕70号）同时废止。\n\n二、及时报告',
    )
    const own = await portalForTest(server, temporaryFile('old.txt', old), temporaryFile('new.txt', text))
    const found = async (inForceOn: string) =>
      (await searchNotices(own.db, { terms: [['全面巡查']], limit: 9, inForceOn })).notices.map(
        ({ head }) => head.docNumber,
      )
    expect(await found('2026-05-01')).toEqual(['清政办发〔2026〕70号'])
    expect(await found('2026-06-01')).toEqual(['清政办发〔2026〕90号'])
  })
})
