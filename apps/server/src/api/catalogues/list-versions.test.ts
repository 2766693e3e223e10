import type {
  Answer,
  CatalogueView,
  Client,
  DoneView,
  ListReadingView,
  ListTableBody,
  ListVersionView,
} from '@luoshi/client'
import { stringify } from 'csv-stringify/sync'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startTestServer, type TestServer } from '../../../../../packages/store/src/test-database.ts'
import { startSite } from '../../test-support/api.ts'

// Whole sites start and stop beside others on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let server: TestServer
let keeper: Client
let second: Client
let reader: Client
const stops: (() => Promise<void>)[] = []

beforeAll(async () => {
  server = await startTestServer()
  const db = await server.database()
  const site = await startSite(db, { county: 'wuzhai', now: '2026-03-02T09:00:00.000+08:00' }, (stop) =>
    stops.push(stop),
  )
  keeper = await site.officer('keeper', [['administration/clerk'], ['administration/list-publisher']])
  second = await site.officer('second', [['administration/list-publisher']])
  reader = await site.officer('reader', [['wuzhai-licences/department']])
})
afterAll(async () => {
  for (const stop of stops) await stop()
  await server?.stop()
})

const LIST = '/api/v1/wuzhai/programmes/wuzhai-licences/catalogues/licences'
const headings = ['序号', '行政许可事项', '主管部门', '实施机关', '设定和实施依据']
const first = [
  ['1', '取水许可', '省水利厅', '县水利局', '《水法》'],
  ['2', '河道采砂许可', '省水利厅', '县水利局', '《水法》'],
  ['3', '占用水域审批', '省水利厅', '县水利局、乡（镇）人民政府', '《防洪法》'],
]
const later = [
  ['1', '取水许可', '省水利厅', '县水利局', '《取水许可和水资源费征收管理条例》'],
  ['2', '河道采砂许可审批', '省水利厅', '县水利局', '《水法》'],
  ['3', '水产养殖许可', '省农业农村厅', '县农业农村局', '《渔业法》'],
]

function answered<Value>(answer: Answer<Value>): Value {
  if (!answer.ok)
    throw new Error([answer.problem.detail, ...answer.problem.issues.map((one) => one.message)].join())
  return answer.value
}

/** Sends a sheet with the title above its headings, as offices do. */
async function readSheet(
  rows: readonly (readonly string[])[],
  from: string,
): Promise<Answer<ListReadingView>> {
  const form = new FormData()
  form.set('from', from)
  const sheet = stringify([['五寨县行政许可事项清单', '', '', '', ''], headings, ...rows])
  form.set('file', new File([sheet], '清单.csv', { type: 'text/csv' }))
  return keeper.call<ListReadingView>('POST', `${LIST}/versions/readings`, { body: form })
}

const openAs = (client: Client, input: Readonly<Record<string, unknown>>) =>
  client.open({ county: 'wuzhai', programme: 'administration', procedure: 'list-versions' }, { input })
const publishAs = (client: Client, id: string, version: number) =>
  client.act(
    { county: 'wuzhai', programme: 'administration', procedure: 'list-versions', id },
    'publish',
    {},
    { version },
  )
const refusals = (answer: Answer<DoneView>) =>
  answer.ok ? ['done'] : answer.problem.issues.map(({ message }) => message)

async function publish(
  reading: ListReadingView,
  told: Readonly<Record<string, unknown>>,
): Promise<DoneView['case']> {
  const { headings: columns, rows } = reading
  const input = { list: 'wuzhai-licences/licences', headings: columns, rows, article: '附件', ...told }
  const drafted = answered(await openAs(keeper, input)).case
  expect(refusals(await publishAs(keeper, drafted.id, drafted.version))[0]).toContain('拟定清单新版本')
  return answered(await publishAs(second, drafted.id, drafted.version)).case
}

it('a sheet becomes the list once someone else publishes it, with its cite', async () => {
  const reading = answered(await readSheet(first, '2026-01-01'))
  expect(reading).toMatchObject({ problems: [], remarks: [], before: null, lines: null })
  expect(reading.changes.map(({ kind, after }) => [kind, after])).toEqual(
    first.map(([, name]) => ['新增', name]),
  )
  await publish(reading, { name: '2026年版', from: '2026-01-01', document: '五政办发〔2026〕1号' })
  const list = answered(await reader.call<CatalogueView>('GET', LIST))
  expect(list.version).toMatchObject({
    name: '2026年版',
    count: 3,
    clause: { text: '《五政办发〔2026〕1号》附件' },
  })
  expect(list.entries[2]?.entry).toMatchObject({ holders: ['县水利局', '乡（镇）人民政府'] })
})

it('the next version is compared: what is new, gone, renamed, on another law; then both are there by day', async () => {
  const read = answered(await readSheet(later, '2026-07-01'))
  expect(read.changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['依据调整', '取水许可', '取水许可'],
    ['新增', '', '河道采砂许可审批'],
    ['新增', '', '水产养殖许可'],
    ['取消', '河道采砂许可', ''],
    ['取消', '占用水域审批', ''],
  ])
  expect(read.before).toMatchObject({ name: '2026年版' })
  expect(read.likely).toEqual([{ item: '河道采砂许可审批', before: '河道采砂许可' }])
  const replaces = [
    { item: '河道采砂许可审批', before: ['河道采砂许可'] },
    { item: '水产养殖许可', before: ['占用水域审批', '水面养殖'] },
  ]
  const body: ListTableBody = { headings: read.headings, rows: read.rows, from: '2026-07-01', replaces }
  const again = answered(await keeper.call<ListReadingView>('POST', `${LIST}/versions/readings`, { body }))
  expect(again.changes.map(({ kind }) => kind)).toEqual(['依据调整', '更名', '更名'])
  expect(again.remarks).toEqual(['前一版里没有“水面养殖”，写作原事项的名称应与前一版一致。'])
  expect(again.changes[0]?.details).toEqual(['设定和实施依据：《水法》 → 《取水许可和水资源费征收管理条例》'])
  const told = {
    name: '2026年7月版',
    from: '2026-07-01',
    document: '五政办发〔2026〕9号',
    replaces: [replaces[0]],
  }
  const published = await publish(read, told)
  const versions = answered(await keeper.call<readonly ListVersionView[]>('GET', `${LIST}/versions`))
  expect(versions.map(({ name, state, rows }) => [name, state, rows])).toEqual([
    ['2026年7月版', 'published', 3],
    ['2026年版', 'published', 3],
  ])
  const compared = answered(await keeper.call<ListReadingView>('GET', `${LIST}/versions/${published.id}`))
  expect(compared.changes.map(({ kind }) => kind)).toEqual(['依据调整', '更名', '新增', '取消'])
  const on = async (day: string) =>
    answered(await reader.call<CatalogueView>('GET', `${LIST}?on=${day}`)).entries.map(
      ({ entry }) => entry['name'],
    )
  expect(await on('2026-06-30')).toEqual(first.map(([, name]) => name))
  expect(await on('2026-07-01')).toEqual(later.map(([, name]) => name))
})

it('who keeps no lists sees no draft and can hand in none', async () => {
  expect(answered(await reader.call<readonly ListVersionView[]>('GET', `${LIST}/versions`))).toEqual([])
  const [known] = answered(await keeper.call<readonly ListVersionView[]>('GET', `${LIST}/versions`))
  const read = await reader.call<ListReadingView>('GET', `${LIST}/versions/${known?.id}`)
  expect(read.ok ? 200 : read.problem.status).toBe(404)
  const input = { list: 'wuzhai-licences/licences', name: '某版', from: '2026-01-01', document: '某文' }
  expect((await openAs(reader, { ...input, headings, rows: [] })).ok).toBe(false)
})

it('a sheet that is not the list is told row by row and cannot be handed in', async () => {
  const rows = [
    ['1', '取水许可', '省水利厅', '', '《水法》'],
    ['2', '', '省水利厅', '县水利局', '《水法》'],
  ]
  const read = answered(await readSheet(rows, '2026-09-01'))
  expect(read.problems).toEqual([
    expect.stringMatching(/^第2行：.*实施机关/),
    expect.stringMatching(/^第3行：.*行政许可事项/),
  ])
  const { headings: columns, rows: cells } = read
  const told = { list: 'wuzhai-licences/licences', name: '错版', from: '2026-09-01', document: '某文' }
  expect(
    refusals(await openAs(keeper, { ...told, article: '附件', headings: columns, rows: cells }))[0],
  ).toMatch(/要求表头是这份清单的栏目.*实际第2行：/)
  expect(refusals(await openAs(keeper, { ...told, headings: columns, rows: cells }))[0]).toContain(
    '写明公布文件的条款或附件',
  )
  const form = new FormData()
  form.set('from', '2026-09-01')
  form.set('file', new File(['甲,乙\n1,2\n'], '别的.csv', { type: 'text/csv' }))
  const other = await keeper.call<ListReadingView>('POST', `${LIST}/versions/readings`, { body: form })
  expect(other.ok ? '' : other.problem.detail).toContain('没有找到表头')
  const body: ListTableBody = { document: '五政办发〔2022〕1号', table: 0, from: '2026-09-01' }
  const none = await keeper.call<ListReadingView>('POST', `${LIST}/versions/readings`, { body })
  expect(none.ok ? '' : none.problem.detail).toContain('没有“五政办发〔2022〕1号”的第1张表')
})
