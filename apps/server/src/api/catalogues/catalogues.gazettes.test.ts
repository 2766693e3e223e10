import type {
  Answer,
  CatalogueChecksView,
  CatalogueSummary,
  CatalogueView,
  Client,
  DoneView,
  ImportView,
  RestingView,
} from '@luoshi/client'
import { requireRealGazettes } from '@luoshi/testing'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../../packages/store/src/test-database.ts'
import { importFile } from '../../gazettes/import-files.ts'
import { startSite, type TestSite } from '../../test-support/api.ts'

vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: TestServer
let site: TestSite
let reviewOffice: Client
let department: Client
let justice: Client
let stranger: Client
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const at = '2022-12-20T09:00:00.000+08:00'
  const db = await server.database(6)
  site = await startSite(db, { county: 'wuzhai', now: at }, (stop) => stops.push(stop))
  for (const { path } of requireRealGazettes()) {
    const imported = await importFile(db, path, { by: '测试', at })
    if (imported.kind === 'unread') throw new Error(imported.reason)
  }
  reviewOffice = await site.officer('keeper', [['wuzhai-licences/review-office']])
  department = await site.officer('department', [['wuzhai-licences/department']])
  justice = await site.officer('justice', [['wuzhai-licences/justice']])
  stranger = await site.officer('stranger')
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

const COUNTIES: Readonly<Record<string, string>> = { 'wutai-licences': 'wutai' }
const countyOf = (programme: string) => COUNTIES[programme] ?? 'wuzhai'
const base = (programme: string) => `/api/v1/${countyOf(programme)}/programmes/${programme}`
const of = (procedure: string, programme = 'wuzhai-licences') => ({
  county: countyOf(programme),
  programme,
  procedure,
})

async function got<View>(client: Client, path: string): Promise<View> {
  const answer = await client.call<View>('GET', path)
  if (!answer.ok) throw new Error(answer.problem.detail)
  return answer.value
}

function done(answer: Answer<DoneView>): DoneView['case'] {
  if (!answer.ok)
    throw new Error([answer.problem.detail, ...answer.problem.issues.map((one) => one.message)].join())
  return answer.value.case
}

async function upload(
  keeper: Client,
  programme: string,
  register: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  const form = new FormData()
  form.set('mode', 'good-rows')
  form.set('file', new File([stringify([...rows])], '清单.csv', { type: 'text/csv' }))
  const path = `${base(programme)}/procedures/${register}/imports`
  const asked = await keeper.call<ImportView>('POST', path, { body: form })
  if (!asked.ok) throw new Error(asked.problem.detail)
  await vi.waitFor(
    async () => {
      const view = await got<ImportView>(keeper, `${path}/${asked.value.id}`)
      expect([view.state, view.report?.stored]).toEqual(['stored', rows.length - 1])
    },
    { timeout: 60_000 },
  )
}

const listPath = `${base('wuzhai-licences')}/catalogues/licences`
const list = (on?: string) =>
  got<CatalogueView>(reviewOffice, `${listPath}${on === undefined ? '' : `?on=${on}`}`)
const checks = () => got<CatalogueChecksView>(reviewOffice, `${listPath}/checks`)
const text = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value))

it('the lists of a programme are there with their versions, for any officer', async () => {
  const [summary] = await got<CatalogueSummary[]>(stranger, `${base('wuzhai-licences')}/catalogues`)
  expect(summary).toMatchObject({
    id: 'licences',
    changedBy: 'adjustment',
    version: { name: '2022年版', from: '2022-11-08', until: null, count: 247 },
    href: '/lists/wuzhai-licences/licences',
  })
  const before = await list('2022-11-07')
  expect(before.entries).toEqual([])
})

describe('a list is held to others', () => {
  it('that are uploaded: the superior list in four fields, and one of six special lists', async () => {
    const { entries } = await list()
    const head = ['清单版本', '行政许可事项', '主管部门', '实施机关', '设定和实施依据']
    const rows = entries.map(({ entry }) => [
      '2022年版',
      text(entry['name']),
      text(entry['superior']),
      text(entry['holders']),
      text(entry['source']),
    ])
    const changed = rows.map((row, place) =>
      place === 0 ? ['2022年版', row[1] ?? '', '省会计局', row[3] ?? '', row[4] ?? ''] : row,
    )
    const added = ['2022年版', '省里另有的许可', '省水利厅', '县水利局', '《水法》']
    await upload(reviewOffice, 'wuzhai-licences', 'superior-items', [head, ...changed.slice(0, -1), added])
    const special = rows.slice(0, 245).map((row) => ['市场准入负面清单', '2022年版', row[1] ?? ''])
    await upload(reviewOffice, 'wuzhai-licences', 'special-items', [
      ['专项清单', '清单版本', '行政许可事项'],
      ...special,
    ])
    const { groups } = await checks()
    expect(groups.map(({ id }) => id)).toEqual([
      'own',
      'replaced',
      'superior',
      'market-access',
      'services',
      'supervision',
      'investment',
      'construction',
      'one-seal',
      'specification',
    ])
    const [own, replaced, superior, market, services] = groups
    expect(own?.findings.map(({ number }) => number)).toEqual(['113', '217', '233', '40'])
    expect(replaced?.findings.map(({ message }) => message).join('')).toContain(
      '《公司登记管理条例》自2022-03-01起由《市场主体登记管理条例》取代',
    )
    expect(superior?.findings.map(({ number, kind }) => [number, kind])).toEqual([
      ['1', '要素不一致'],
      ['247', '本清单多出'],
      [null, '本清单缺少'],
    ])
    expect(superior?.findings[0]?.message).toContain(
      '主管部门，本清单为“省财政厅”，上级行政许可事项清单为“省会计局”',
    )
    expect(market).toMatchObject({ isDone: true, against: '2022年版，245项' })
    expect(market?.findings.map(({ number, kind }) => [number, kind])).toEqual([
      ['246', '本清单多出'],
      ['247', '本清单多出'],
    ])
    expect(services).toMatchObject({
      isDone: false,
      against: '政务服务事项基本目录还没有导入。',
      findings: [],
    })
  })

  it('and to a specification of each entry', async () => {
    const { groups } = await checks()
    const specification = groups.at(-1)
    expect(specification?.findings).toHaveLength(247)
    expect(specification?.findings[0]).toMatchObject({ number: '1', kind: '没有制定' })
  })

  it('but tells nothing of registers that one may not read', async () => {
    const { groups } = await got<CatalogueChecksView>(stranger, `${listPath}/checks`)
    expect(groups.slice(2).every(({ isDone, findings }) => !isDone && findings.length === 0)).toBe(true)
  })
})

it('[wutai-2022-zbf59.1] an uploaded superior list gives the county’s list its four fields; each difference is told', async () => {
  const programme = 'wutai-licences'
  const now = '2022-12-20T09:00:00.000+08:00'
  const own = await startSite(await server.database(), { county: 'wutai', now })
  const keeper = await own.officer('keeper', [['wutai-licences/review-office']])
  const rows = [
    ['取水许可', '省水利厅', '县水利局', '《水法》'],
    ['河道采砂许可', '省水利厅', '县水利局', '《水法》'],
  ] as const
  const head = ['清单版本', '行政许可事项', '主管部门', '实施机关', '设定和实施依据']
  await upload(keeper, programme, 'superior-items', [head, ...rows.map((row) => ['2022年版', ...row])])
  const entries = rows.map(([name, superior, holder, source], place) => ({
    name: place === 0 ? name : '河道采砂审批许可',
    superior,
    holders: [place === 0 ? holder : '县住建局'],
    source: place === 0 ? '《水法》第七条' : source,
  }))
  const adjustment = of('adjustment', programme)
  const input = { number: '编-1', kind: 'added', after: entries, cause: '省级清单（2022年版）' }
  const opened = done(await keeper.open(adjustment, { input }))
  const others = await own.officer('others', [['wutai-licences/justice']])
  const act = async (client: Client, action: string, given: Record<string, unknown>, version: number) =>
    done(await client.act({ ...adjustment, id: opened.id }, action, { input: given }, { version })).version
  let version = await act(keeper, 'argue', { argument: '已核', draftingNote: '无' }, opened.version)
  version = await act(others, 'review', { opinionOfReviewOffice: '同意' }, version)
  version = await act(keeper, 'apply', {}, version)
  await act(keeper, 'adjust', { from: '2022-12-20' }, version)
  const path = `${base(programme)}/catalogues/licences`
  const view = await got<CatalogueView>(keeper, path)
  expect(view.entries.map(({ entry }) => entry)).toMatchObject(entries)
  const { groups } = await got<CatalogueChecksView>(keeper, `${path}/checks`)
  expect(groups[2]?.findings.map(({ kind, message }) => [kind, message])).toEqual([
    [
      '要素不一致',
      '“取水许可”的设定和实施依据，本清单为“《水法》第七条”，上级行政许可事项清单为“《水法》”，应当一致。',
    ],
    ['名称不一致', '本清单作“河道采砂审批许可”，上级行政许可事项清单作“河道采砂许可”，名称应当一致。'],
    [
      '要素不一致',
      '“河道采砂审批许可”的实施机关，本清单为“县住建局”，上级行政许可事项清单为“县水利局”，应当一致。',
    ],
  ])
})

it('a decided change shows on the list’s page with its cause, from its day on and not before', async () => {
  const adjustment = of('adjustment')
  const { entries } = await list()
  const [first, second] = entries.slice(84, 86).map(({ entry }) => String(entry['name']))
  const input = {
    number: '调-1',
    kind: 'merged',
    before: [first, second],
    after: [
      { name: '涉水事项许可', superior: '省水利厅', holders: ['县水利局'], source: '《某省水条例》第九条' },
    ],
    cause: '《某省水条例》第九条',
  }
  const wrong = { ...input, number: '调-0', before: [first, '没有的许可'] }
  const refused = await department.open(adjustment, { input: wrong })
  expect(refused.ok ? [] : refused.problem.issues.map(({ message }) => message)).toEqual([
    '不符合规定：要求所填事项与现行清单相符，实际清单里没有“没有的许可”（五政办发〔2022〕39号第2717行）。',
  ])
  const opened = done(await department.open(adjustment, { input }))
  const act = async (client: Client, action: string, given: Record<string, unknown>, version: number) =>
    done(await client.act({ ...adjustment, id: opened.id }, action, { input: given }, { version })).version
  let version = await act(
    department,
    'argue',
    { argument: '已论证', draftingNote: '第三部分' },
    opened.version,
  )
  version = await act(justice, 'review', { opinionOfReviewOffice: '同意' }, version)
  version = await act(department, 'apply', {}, version)
  expect((await list('2023-05-01')).entries).toHaveLength(247)
  await act(reviewOffice, 'adjust', { from: '2023-05-01' }, version)
  expect((await list('2023-04-30')).entries).toHaveLength(247)
  const after = await list('2023-05-01')
  expect(after.entries.map(({ entry }) => entry['number'])).toEqual(
    Array.from({ length: 246 }, (_, at) => at + 1),
  )
  expect(after.changes).toMatchObject([
    { number: '调-1', kind: '合并', after: ['涉水事项许可'], cause: input.cause },
  ])
  const page = async (path: string) => (await site.site.fetch(new Request(`http://localhost${path}`))).text()
  const href = '/lists/wuzhai-licences/licences'
  expect(await page(`${href}?on=2023-04-30&q=涉水事项`)).toContain('清单内没有这样的事项')
  expect(await page(`${href}?on=2023-05-01&q=涉水事项`)).toContain('选出 1 项')
  const whole = await page(href)
  expect(whole).toContain('2022年版（调整）')
  expect(whole).toContain(input.cause)
  const changes = await page(`${href}/changes?from=2022-11-08&to=2023-05-01`)
  expect(changes).toContain('合并')
  expect(changes).toContain(`${first}、${second}`)
  const laws = await got<RestingView>(stranger, `/api/v1/wuzhai/laws/${encodeURIComponent('某省水条例')}`)
  expect(laws.items).toEqual([])
})

it('tells which entries of all lists rest on a law, and on one of its articles', async () => {
  site.moveTo('2023-08-10T09:00:00.000+08:00')
  const later = await site.officer('later')
  const asked = (law: string, article = '') =>
    got<RestingView>(later, `/api/v1/wuzhai/laws/${encodeURIComponent(law)}${article}`)
  // Two of the five were merged above, into one that rests on another law.
  expect((await asked('水法')).items.map(({ number }) => number)).toEqual(['87', '89', '207'])
  expect((await asked('某省水条例')).items.map(({ item }) => item)).toEqual(['涉水事项许可'])
  const land = await asked('土地管理法')
  const powers = land.items.filter(({ programme }) => programme === 'township-powers')
  expect(powers.map(({ number }) => number)).toEqual(['4', '27', '32', '99', '121'])
  const article = await asked('土地管理法', `?article=${encodeURIComponent('第七十五条')}`)
  expect(article.items.every(({ articles }) => articles.some((one) => one.startsWith('第七十五条')))).toBe(
    true,
  )
})
