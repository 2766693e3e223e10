import { counties } from '@luoshi/counties'
import { effectsOn, foldText, type NoticeSearch, searchNotices } from '@luoshi/store'
import { requireRealGazettes, searchQueries } from '@luoshi/testing'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { portalOver, startTestServer, type TestPortal, type TestServer } from '../test-support/serve.ts'
import { searchTermsOf } from './search-query.ts'
import { validityOn } from './validity.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

interface Scanned {
  readonly county: string
  readonly id: string
  readonly issuer: string | null
  readonly issued_on: string | null
  readonly doc_number: string | null
  readonly kind: string
  readonly units: readonly string[]
  readonly texts: readonly string[]
}

let server: TestServer
let real: TestPortal
let notices: readonly Scanned[]

beforeAll(async () => {
  server = await startTestServer()
  real = await portalOver(server, ...requireRealGazettes().map(({ path }) => path))
  const heads = await real.db
    .selectFrom('gazette_instruments')
    .select(['county', 'id', 'issuer', 'issued_on', 'doc_number', 'kind', 'units', 'body'])
    .execute()
  const passages = await real.db
    .selectFrom('gazette_passages')
    .select(['county', 'instrument', 'text'])
    .execute()
  const texts = Map.groupBy(passages, ({ county, instrument }) => `${county} ${instrument}`)
  notices = heads.map((head) => ({
    ...head,
    texts: (texts.get(`${head.county} ${head.id}`) ?? []).map(({ text }) => foldText(text)),
  }))
})

afterAll(async () => {
  await real.stop()
  await server.stop()
})

/** What a scan of every notice and passage comes to. */
function scan(query: string, isWanted: (notice: Scanned) => boolean = () => true) {
  const terms = searchTermsOf(query).map((spellings) => spellings.map(foldText))
  const found = notices.filter(
    (notice) =>
      isWanted(notice) &&
      terms.every((words) => notice.texts.some((text) => words.some((word) => text.includes(word)))),
  )
  const words = terms.flat()
  const places = found.map(({ texts }) => texts.filter((text) => words.some((word) => text.includes(word))))
  return { count: found.length, placeCount: places.flat().length }
}

const search = async (query: string, more: Omit<Partial<NoticeSearch>, 'terms'> = {}) => {
  const { count, placeCount } = await searchNotices(real.db, {
    terms: searchTermsOf(query),
    limit: 10,
    ...more,
  })
  return { count, placeCount }
}

async function expectAsScanned(
  queries: readonly string[],
  more?: Omit<Partial<NoticeSearch>, 'terms'>,
  isWanted?: (notice: Scanned) => boolean,
): Promise<void> {
  expect(queries.length).toBeGreaterThanOrEqual(10)
  for (const query of queries) expect(await search(query, more), query).toEqual(scan(query, isWanted))
}

const kindOf = (kind: string) => searchQueries.find((group) => group.kind === kind)?.queries ?? []
const words = kindOf('two characters').slice(0, 10)

describe('ten searches of each kind count as many notices and places as a scan', () => {
  it.each(['two characters', 'four characters', 'document numbers', 'several words'])('%s', async (kind) => {
    await expectAsScanned(kindOf(kind).slice(0, 10))
  })

  it('numbers in any brackets and spaces find the same', async () => {
    const number = '五政办发〔2021〕61号'
    const written = [
      '五政办发[2021]61号',
      '五政办发（2021）61号',
      '五政办发(2021)61号',
      '五政办发【2021】61号',
      '五政办发［2021］61号',
      '五政办发〈2021〉61号',
      '五政办发《2021》61号',
      '五政办发〔2021〕 61 号',
      '五政办发〔２０２１〕６１号',
      '五政办发〔2021〕第61号',
    ]
    const wanted = await search(number)
    expect(wanted.count).toBeGreaterThan(0)
    for (const one of written) expect(await search(one), one).toEqual(wanted)
    await expectAsScanned(written)
  })

  it('units by any of their names find the same', async () => {
    const units = counties
      .flatMap(({ units }) => units)
      .filter(({ name, aliases }) => aliases.length > 0 && scan(name).count > 0)
      .slice(0, 10)
    await expectAsScanned(units.map(({ aliases }) => aliases[0] ?? ''))
    for (const { name, aliases } of units)
      expect(await search(aliases[0] ?? ''), name).toEqual(await search(name))
  })

  it('names of places', async () => {
    const places = counties
      .flatMap(({ units }) => units.map(({ name }) => name))
      .filter((name) => /[乡镇]/.test(name))
    await expectAsScanned(places.map((name) => name.replace(/人民政府$/, '')).slice(0, 20))
  })

  it('names of people', async () => {
    const rows = await real.db.selectFrom('gazette_instruments').select('body').execute()
    const people = rows.flatMap(({ body }) =>
      body.bodies.flatMap(({ members }) =>
        members.flatMap(({ person }) => (person === null ? [] : [person])),
      ),
    )
    await expectAsScanned([...new Set(people)].slice(0, 20))
  })

  it('traditional characters find what simplified ones find', async () => {
    const pairs =
      '農村农村 單位单位 發展发展 縣政府县政府 鄉鎮乡镇 責任责任 監測监测 權利权利 服務服务 導向导向'.split(
        ' ',
      )
    for (const pair of pairs) {
      const [traditional, simplified] = [pair.slice(0, pair.length / 2), pair.slice(pair.length / 2)]
      expect(await search(traditional), pair).toEqual(await search(simplified))
      expect((await search(traditional)).count, pair).toBeGreaterThan(0)
    }
  })

  it('exact words in quotes', async () => {
    await expectAsScanned(kindOf('four characters').map((query) => `“${query}”`))
    for (const query of words) expect(await search(`"${query}"`)).toEqual(scan(`"${query}"`))
  })

  it('numbers with and without their marks, years in figures and in characters', async () => {
    await expectAsScanned(
      '1286 1,286 10000 10,000 2021年 二〇二一年 2022年 二○二二年 2025年 100,000'.split(' '),
    )
  })

  it.each([
    ['a county', { county: 'wuzhai' }, ({ county }: Scanned) => county === 'wuzhai'],
    ['an issuer', { issuer: '五台县人民政府' }, ({ issuer }: Scanned) => issuer === '五台县人民政府'],
    ['a year', { year: 2022 }, ({ issued_on }: Scanned) => issued_on?.startsWith('2022') === true],
    ['a kind', { kind: '通知' }, ({ kind }: Scanned) => kind === '通知'],
    ['a unit', { unit: '县财政局' }, ({ units }: Scanned) => units.includes('县财政局')],
  ])('within %s', async (_, more, isWanted) => {
    await expectAsScanned(words, more, isWanted)
  })

  it('within what is in force on a day', async () => {
    const day = '2022-12-31'
    const standing = new Map<Scanned, boolean>()
    for (const notice of notices) {
      const effects =
        notice.doc_number === null ? [] : await effectsOn(real.db, notice.county, notice.doc_number)
      const ended = effects.filter(({ kind }) => kind === 'repeals' || kind === 'ends')
      const verdict = validityOn({ issuedOn: notice.issued_on }, ended, day)
      standing.set(notice, verdict.standing === 'in-force')
    }
    await expectAsScanned(words, { inForceOn: day }, (notice) => standing.get(notice) === true)
  })
})
