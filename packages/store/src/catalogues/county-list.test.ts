import { catalogueDiff, checkProgramme, holderOn, textOf, versionOn } from '@luoshi/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, open } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { clerk, on, request } from '../fixtures/pond-permit.ts'
import { pondPowers } from '../fixtures/pond-powers.ts'
import type { Acted } from '../log/perform.ts'
import { startTestServer, type TestServer } from '../test-database.ts'
import { countyList } from './county-list.ts'

let server: TestServer
let db: Database
beforeAll(async () => {
  server = await startTestServer()
  db = await server.database()
}, 60_000)
afterAll(() => server?.stop(), 60_000)

const [catalogue] = pondPowers.catalogues ?? []
if (catalogue === undefined) throw new Error('no list')
const listNow = () => countyList(db, pondPowers, catalogue, 'qingyuan')

const begin = (procedure: string, id: string, input: Readonly<Record<string, unknown>>, day: string) =>
  open(
    db,
    pondPowers,
    { county: 'qingyuan', case: id, requestKey: null },
    { procedure, unit: 'water', owner: null, action: { by: clerk, input: { number: id, ...input } } },
    on(day),
  )
const decide = (id: string, from: string, day: string) =>
  act(db, pondPowers, request(id), { name: 'decide', by: clerk, input: { from } }, on(day))
const said = (acted: Acted) =>
  acted.kind === 'refused' ? acted.issues.map(({ message }) => message) : [acted.kind]

it('the definition has no problem', () => {
  expect(checkProgramme(pondPowers)).toEqual([])
})

it('a change that does not fit the list as it stands is refused with what stands against it', async () => {
  const given = { kind: 'renamed', before: ['清淤许可'], after: [{ name: '蓄水检查' }], cause: '某条例' }
  expect(said(await begin('changing', '调-0', given, '2026-03-02'))).toEqual([
    '不符合规定：要求所填事项与现行清单相符，实际清单里没有“清淤许可”，清单里已有“蓄水检查”（清政办发〔2026〕9号第7行）。',
  ])
})

it('cases are about what the list has on their day, and keep going when it is taken back later', async () => {
  expect(said(await begin('handling', '办-1', { power: '开挖许可' }, '2026-03-02'))).toEqual(['done'])
  const given = {
    kind: 'renamed',
    before: ['开挖许可'],
    after: [{ name: '塘坝建设许可' }],
    cause: '《某条例》第九条',
  }
  expect(said(await begin('changing', '调-1', given, '2026-03-03'))).toEqual(['done'])
  expect((await listNow()).catalogue.versions).toHaveLength(1)
  expect(said(await decide('调-1', '2026-04-01', '2026-03-10'))).toEqual(['done'])
  const { catalogue: changed, changes, issues } = await listNow()
  expect(issues).toEqual([])
  expect(changes).toMatchObject([{ number: '调-1', cause: '《某条例》第九条' }])
  const [before, after] = changed.versions
  if (before === undefined || after === undefined) throw new Error('no versions')
  expect(catalogueDiff(changed, before, after).map(({ kind }) => kind)).toEqual(['renamed'])
  expect(holderOn(changed, '开挖许可', '2026-03-31')?.version.name).toBe('2026年版')
  expect(holderOn(changed, '开挖许可', '2026-04-01')).toBeUndefined()
  expect(versionOn(changed, '2026-04-01')?.items.map(({ entry }) => textOf(entry, 'name'))).toEqual([
    '塘坝建设许可',
    '蓄水检查',
  ])
  expect(said(await begin('handling', '办-2', { power: '开挖许可' }, '2026-03-31'))).toEqual(['done'])
  expect(said(await begin('handling', '办-3', { power: '开挖许可' }, '2026-04-01'))).toEqual([
    '不符合规定：要求清单内的事项，实际清单内没有“开挖许可”（清政办发〔2026〕9号第8行）。',
  ])
  expect(said(await begin('handling', '办-4', { power: '塘坝建设许可' }, '2026-04-01'))).toEqual(['done'])
  const closed = await act(db, pondPowers, request('办-1'), { name: 'close', by: clerk }, on('2026-05-06'))
  expect(closed).toMatchObject({ kind: 'done', case: { state: 'closed', data: { power: '开挖许可' } } })
})

it('two changes at once that exclude each other: the second does not fit when it is decided', async () => {
  const rename = (name: string) => ({
    kind: 'renamed',
    before: ['蓄水检查'],
    after: [{ name }],
    cause: '某条例',
  })
  await begin('changing', '调-2', rename('蓄水巡查'), '2026-05-01')
  await begin('changing', '调-3', rename('水位检查'), '2026-05-01')
  expect(said(await decide('调-2', '2026-05-02', '2026-05-02'))).toEqual(['done'])
  expect(said(await decide('调-3', '2026-05-03', '2026-05-03'))[0]).toContain('清单里没有“蓄水检查”')
})

it('a whole new version is published as an action, and cases keep the version under which they began', async () => {
  const named = async (day: string) =>
    versionOn((await listNow()).catalogue, day)?.items.map(({ entry }) => textOf(entry, 'name'))
  const table = {
    list: 'pond-powers/powers',
    name: '2026年7月版',
    from: '2026-07-01',
    document: '清政办发〔2026〕20号',
    firstLine: 40,
    lastLine: 42,
    headings: ['事项', '依据'],
    rows: [
      { line: 41, cells: ['塘坝建设和养护许可', '《水法》'] },
      { line: 42, cells: ['清淤许可', '《河道管理条例》'] },
    ],
    replaces: [{ item: '塘坝建设和养护许可', before: ['塘坝建设许可', '蓄水巡查'] }],
  }
  await begin('handling', '办-10', { power: '塘坝建设许可' }, '2026-06-30')
  expect(said(await begin('editions', '版-1', table, '2026-07-05'))).toEqual(['done'])
  expect(await named('2026-07-01')).toEqual(['塘坝建设许可', '蓄水巡查'])
  await begin('handling', '办-11', { power: '塘坝建设许可' }, '2026-07-06')
  const publish = { name: 'publish', by: clerk }
  expect(said(await act(db, pondPowers, request('版-1'), publish, on('2026-07-07')))).toEqual(['done'])
  const { catalogue: changed, issues } = await listNow()
  expect(issues).toEqual([])
  const [before, after] = changed.versions.slice(-2)
  if (before === undefined || after === undefined) throw new Error('no versions')
  expect(before).toMatchObject({ until: '2026-07-01' })
  expect(after).toMatchObject({ name: '2026年7月版', basis: { lines: [40, 42] } })
  expect(after.items.map(({ basis }) => basis)).toMatchObject([{ lines: [41, 41] }, { lines: [42, 42] }])
  expect(catalogueDiff(changed, before, after).map(({ kind }) => kind)).toEqual(['merged', 'added'])

  const check = { name: 'check', by: clerk }
  for (const id of ['办-10', '办-11']) {
    expect(said(await act(db, pondPowers, request(id), check, on('2026-07-08')))).toEqual(['done'])
  }
  expect(said(await begin('handling', '办-12', { power: '塘坝建设许可' }, '2026-07-08'))[0]).toContain(
    '清单内没有“塘坝建设许可”',
  )
  expect(said(await begin('handling', '办-13', { power: '清淤许可' }, '2026-07-08'))).toEqual(['done'])
})

it('of two versions from one day the one published later holds', async () => {
  const version = (name: string, power: string) => ({
    list: 'pond-powers/powers',
    name,
    from: '2026-09-01',
    document: '清政办发〔2026〕30号',
    article: '附件',
    headings: ['事项', '依据'],
    rows: [{ cells: [power, '《水法》'] }],
  })
  await begin('editions', '版-2', version('更正版', '蓄水许可'), '2026-08-20')
  await begin('editions', '版-3', version('原版', '蓄水可许'), '2026-08-20')
  for (const [id, day] of [
    ['版-3', '2026-08-21'],
    ['版-2', '2026-08-22'],
  ] as const) {
    await act(db, pondPowers, request(id), { name: 'publish', by: clerk }, on(day))
  }
  const { catalogue: changed } = await listNow()
  expect(versionOn(changed, '2026-09-01')).toMatchObject({
    name: '更正版',
    basis: { kind: 'law', title: '清政办发〔2026〕30号', article: '附件' },
    items: [{ entry: { name: '蓄水许可' } }],
  })
})

it('another county has the list without these changes', async () => {
  const other = await countyList(db, pondPowers, catalogue, 'wutai')
  expect(other.catalogue.versions).toHaveLength(1)
})
