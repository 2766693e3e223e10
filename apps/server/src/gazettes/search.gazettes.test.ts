import { type FoundNotice, foldText, type SearchTerm, searchNotices } from '@luoshi/store'
import { requireRealGazettes, searchQueries } from '@luoshi/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { expectCountsOfTexts } from '../test-support/counted-words.ts'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { searchTermsOf } from './search-query.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let server: TestServer
let real: TestPortal
/** Every passage as it is searched, by notice. */
let passages: Map<string, string[]>

beforeAll(async () => {
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
  const rows = await real.db
    .selectFrom('gazette_passages')
    .select(['county', 'instrument', 'text'])
    .orderBy('county')
    .orderBy('instrument')
    .orderBy('ordinal')
    .execute()
  passages = new Map()
  for (const { county, instrument, text } of rows) {
    const key = `${county} ${instrument}`
    passages.set(key, [...(passages.get(key) ?? []), foldText(text)])
  }
})

afterAll(async () => {
  await real.stop()
  await server.stop()
})

const keyOf = ({ head }: FoundNotice) => `${head.county} ${head.id}`

/** What an exhaustive scan of every passage finds: notices that hold every word, and how many places hold one. */
function scanned(terms: readonly SearchTerm[]): Map<string, number> {
  const words = terms.map((spellings) => spellings.map(foldText))
  const found = new Map<string, number>()
  for (const [key, texts] of passages) {
    const holdsAll = words.every((spellings) =>
      texts.some((text) => spellings.some((word) => text.includes(word))),
    )
    if (!holdsAll) continue
    const places = texts.filter((text) => words.flat().some((word) => text.includes(word)))
    found.set(key, places.length)
  }
  return found
}

async function expectWhatIsScanned(terms: readonly SearchTerm[]): Promise<void> {
  const wanted = scanned(terms)
  const { count, placeCount, notices } = await searchNotices(real.db, { terms, limit: 100 })
  expect(count, terms.join()).toBe(wanted.size)
  expect(placeCount, terms.join()).toBe([...wanted.values()].reduce((sum, places) => sum + places, 0))
  expect(new Map(notices.map((notice) => [keyOf(notice), notice.placeCount])), terms.join()).toEqual(wanted)
  for (const { places } of notices) {
    for (const { text, marks } of places) {
      expect(marks.length, terms.join()).toBeGreaterThan(0)
      for (const [start, end] of marks) {
        const marked = foldText(text.slice(start, end))
        expect(terms.flat().some((word) => foldText(word) !== '' && marked.includes(foldText(word)))).toBe(
          true,
        )
      }
    }
  }
}

describe('search over the five gazettes', () => {
  it('finds exactly what an exhaustive scan finds for the sixty queries', async () => {
    for (const query of searchQueries.flatMap(({ queries }) => queries)) {
      await expectWhatIsScanned(searchTermsOf(query))
    }
  })

  it.each([2, 3, 4, 6, 9])(
    'finds exactly what a scan finds for runs of %i characters cut anywhere',
    async (length) => {
      const random = seeded(20210061 + length)
      const texts = [...passages.values()].flat().filter((text) => text.length > length)
      for (let run = 0; run < 100; run++) {
        const text = texts[Math.floor(random() * texts.length)] ?? ''
        const start = Math.floor(random() * (text.length - length + 1))
        await expectWhatIsScanned([[text.slice(start, start + length)]])
      }
    },
  )

  it('counts frequent words beforehand, of any length, as often as they stand', async () => {
    const kept = await expectCountsOfTexts(real.db)
    expect(kept).toContain('人民政府')
    expect(kept).toContain('责任单位')
    for (const word of kept) await expectWhatIsScanned([[word]])
  })

  it('[wutai-2021-zbf42.6] finds a notice by its number, title, date and full text, and shows it on a phone', async () => {
    const { notices } = await searchNotices(real.db, {
      terms: searchTermsOf('五政办发[2021]42 号'),
      limit: 5,
    })
    expect(notices[0]?.head).toMatchObject({
      county: 'wutai',
      docNumber: '五政办发〔2021〕42号',
      issuedOn: '2021-07-07',
      page: 7,
      lines: [139, expect.any(Number)],
    })
    const byTitle = await searchNotices(real.db, { terms: searchTermsOf('政务公开工作实施方案'), limit: 5 })
    expect(byTitle.notices.slice(0, 2).map(({ head }) => head.docNumber)).toEqual([
      '五政办发〔2022〕31号',
      '五政办发〔2021〕42号',
    ])
    const byDate = await searchNotices(real.db, { terms: [['公开']], year: 2021, county: 'wutai', limit: 50 })
    expect(byDate.notices.every(({ head }) => head.issuedOn?.startsWith('2021'))).toBe(true)
    const byText = await searchNotices(real.db, { terms: searchTermsOf('“掌上公报”'), limit: 5 })
    expect(byText.notices.map(({ head }) => head.docNumber)).toEqual(['五政办发〔2021〕42号'])
    const page = await (
      await real.request('/wutai/%E4%BA%94%E6%94%BF%E5%8A%9E%E5%8F%91%E3%80%942021%E3%80%9542%E5%8F%B7')
    ).text()
    expect(page).toContain('name="viewport" content="width=device-width')
  })

  it('[wuzhai-2022-zbf31.12] finds notices by number, date and issuer', async () => {
    const byNumber = await searchNotices(real.db, {
      terms: searchTermsOf('五政办发〔2022〕31号'),
      county: 'wuzhai',
      limit: 3,
    })
    expect(byNumber.notices[0]?.head.docNumber).toBe('五政办发〔2022〕31号')
    const search = { terms: searchTermsOf('工作'), county: 'wuzhai', limit: 50 }
    const byIssuer = await searchNotices(real.db, { ...search, issuer: '五寨县人民政府' })
    expect(byIssuer.notices.map(({ head }) => head.docNumber).sort()).toEqual([
      '五政发〔2022〕10号',
      '五政发〔2022〕12号',
      '五政发〔2022〕13号',
      '五政发〔2022〕9号',
    ])
    expect((await searchNotices(real.db, { ...search, year: 2022 })).count).toBe(15)
    expect((await searchNotices(real.db, { ...search, year: 2021 })).count).toBe(0)
  })
})

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
