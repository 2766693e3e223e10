import {
  type Actor,
  type Case,
  type Context,
  caseFrom,
  catalogueDiff,
  changeFrom,
  evaluateIndicator,
  type Outcome,
  officialCalendar,
  openCase,
  type Procedure,
  tallyOf,
  transition,
  unitNamed,
  unitTree,
  versionOn,
  withChanges,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { banned, bans, changes, type places, type products } from './bans.ts'
import { indicators } from './courier.ts'
import { plastics } from './index.ts'
import { following, thinBagCase } from './leads.ts'
import { film, filmByUnit, usageReports } from './ledgers.ts'
import { notice } from './notice.ts'

const units = unitTree([
  unitNamed('government', '县人民政府', null),
  unitNamed('market', '县市场监督管理局', 'government'),
])
const person = (role: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit: role === 'office' ? 'government' : 'market', from: null, until: null }],
})
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar: officialCalendar(),
  units,
  programme: plastics,
  parameters: {},
  facts: {},
})
const opened = { id: 'case', county: 'wutai', unit: 'market', owner: null }

function begun(procedure: Procedure, role: string, input: Record<string, unknown>) {
  const done = openCase(procedure, opened, { by: person(role), input }, at('2021-09-01'))
  if (done.kind === 'refused') throw new Error(done.issues.map(({ message }) => message).join())
  return done
}

const act = (
  procedure: Procedure,
  current: Case,
  name: string,
  role: string,
  input: Record<string, unknown> = {},
) => transition(procedure, current, { name, by: person(role), input }, at('2021-09-02'))

function done(outcome: Outcome) {
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome
}

describe('the list of bans', () => {
  const judged = (product: keyof typeof products, place: keyof typeof places, foundOn: string) => {
    const items = versionOn(bans, foundOn)?.items ?? []
    const linesOfList = items
      .map(({ entry }) => entry as Record<string, unknown>)
      .filter((entry) => entry['product'] === product && [entry['places']].flat().includes(place))
      .map(({ name, measure, begins }) => ({ name, measure, begins }))
    return banned.judge({ product, place, foundOn, linesOfList }, foundOn)
  }

  it('[wutai-2021-zbf47.1] tells by day, place and product whether something is banned, and from when', () => {
    const asked = [
      ['tableware', 'town', '2021-06-30', '目录没有列入'],
      ['tableware', 'town', '2021-07-01', '自2021-07-01起禁止使用'],
      ['tableware', 'market', '2023-12-31', '目录没有列入'],
      ['supplies', 'star-hotel', '2021-07-01', '自2021-07-01起不再主动提供'],
      ['supplies', 'hotel', '2022-12-30', '自2022-12-31起才禁限'],
      ['supplies', 'hotel', '2022-12-31', '自2022-12-31起不再主动提供'],
      ['bag', 'elsewhere', '2021-12-30', '自2021-12-31起才禁限'],
      ['bag', 'elsewhere', '2021-12-31', '自2021-12-31起禁限使用'],
      ['bag', 'market', '2023-12-30', '自2021-12-31起禁限使用'],
      ['bag', 'market', '2023-12-31', '自2023-12-31起禁止使用'],
    ] as const
    for (const [product, place, on, found] of asked) {
      const { outcome, reasons } = judged(product, place, on)
      expect([product, place, on, reasons[0]?.found]).toEqual([product, place, on, found])
      expect(outcome).toBe(/起(?:禁|不)/.test(found) ? 'yes' : 'no')
    }
  })

  it('[wutai-2021-zbf47.6] is brought up to date in versions, each change with its cause and day', () => {
    const data = {
      number: '调-1',
      kind: 'added',
      after: [
        {
          name: '全县餐具',
          product: 'tableware',
          places: ['market'],
          measure: 'banned',
          begins: '2022-06-01',
        },
      ],
      cause: '省禁限目录2022年版',
      from: '2022-05-01',
    }
    expect(changes.fields.safeParse(data).success).toBe(true)
    expect(changes.fields.safeParse({ ...data, cause: undefined }).success).toBe(false)
    const change = changeFrom(data, { number: '调-1', basis: notice.lines(856) })
    const { catalogue, issues } = withChanges(bans, change === null ? [] : [change])
    expect(issues).toEqual([])
    const [first, second] = catalogue.versions
    if (first === undefined || second === undefined) throw new Error('no versions')
    expect([first.items.length, first.until, second.items.length, second.until]).toEqual([
      5,
      '2022-05-01',
      6,
      null,
    ])
    expect(catalogueDiff(catalogue, first, second)).toMatchObject([
      { kind: 'added', after: { entry: { name: '全县餐具' } } },
    ])
  })
})

it('[wutai-2021-zbf47.2] businesses report what they used and took back; farm film has its ledger, added up by unit', () => {
  const report = {
    number: '报-1',
    business: '丰禾超市',
    from: '2021-07-01',
    until: '2021-09-30',
    product: '塑料购物袋',
    used: '120.5',
    takenBack: '30',
  }
  expect(usageReports.fields.safeParse(report).success).toBe(true)
  for (const field of ['business', 'used', 'takenBack']) {
    expect(usageReports.fields.safeParse({ ...report, [field]: undefined }).success).toBe(false)
  }
  const entry = (number: string, unit: string, used: string, takenBack: string) => {
    const data = {
      number,
      village: '上河村',
      season: '2022年',
      enteredOn: '2022-10-08',
      covered: '10',
      used,
      takenBack,
    }
    expect(film.fields.safeParse(data).success).toBe(true)
    return { id: number, unit, state: 'current', data }
  }
  const records = [entry('1', 'market', '10.5', '8'), entry('2', 'market', '4', '3.5')]
  const table = tallyOf(filmByUnit, records, { fields: film.fields, units, on: '2022-12-31' })
  const sums = { entries: '2', covered: '20', used: '14.5', 'taken-back': '11.5' }
  expect(table.total).toEqual(sums)
  expect(table.rows.map(({ values }) => values)).toContainEqual(sums)
})

it('[wutai-2021-zbf47.3] the four shares of couriers are held to 95, 91, 93 and 100 %', () => {
  const limits = ['95', '91', '93', '100']
  expect(indicators).toHaveLength(4)
  indicators.forEach((indicator, place) => {
    const limit = limits[place] ?? ''
    const below = String(Number(limit) - 0.1)
    expect(evaluateIndicator(indicator, '2022', limit, '2022-12-31').outcome).toBe('yes')
    expect(evaluateIndicator(indicator, '2022', below, '2022-12-31').outcome).toBe('no')
  })
})

it('[wutai-2021-zbf47.4] thin bags: both the stall and who runs the market are punished before a case is closed', () => {
  const found = begun(thinBagCase, 'department', {
    number: '案-1',
    market: '东河集市',
    opener: '东河集市服务中心',
    stall: '苗得雨',
    foundOn: '2021-08-01',
    weight: '12千克',
  }).case
  const close = (current: Case) => act(thinBagCase, current, 'close', 'department')
  const stall = { stallDecision: '罚决1号', stallFine: '500' }
  const opener = { openerDecision: '罚决2号', openerFine: '2000' }
  expect(close(found).kind).toBe('refused')
  const one = done(act(thinBagCase, found, 'punishStall', 'department', stall)).case
  const other = done(act(thinBagCase, found, 'punishOpener', 'department', opener)).case
  for (const current of [one, other]) expect(close(current).kind).toBe('refused')
  const both = done(act(thinBagCase, one, 'punishOpener', 'department', opener)).case
  expect(done(close(both)).case).toMatchObject({ state: 'closed', data: { ...stall, ...opener } })
})

it('[wutai-2021-zbf47.5] a lead of 12345 becomes a case, is put under supervision by name where it is grave, and struck off by another', () => {
  const lead = {
    number: '线-1',
    source: 'hotline',
    hotlineNumber: 'G-0901',
    content: '加工点焚烧废塑料',
    receivedOn: '2021-09-01',
  }
  const received = begun(following, 'department', lead)
  const filed = (isMajor: boolean) =>
    done(act(following, received.case, 'file', 'department', { caseNumber: '案-7', isMajor }))
  expect(act(following, filed(false).case, 'list', 'office').kind).toBe('refused')
  const grave = filed(true)
  const listed = done(act(following, grave.case, 'list', 'office'))
  expect(listed.case.state).toBe('listed')
  const reported = done(act(following, listed.case, 'report', 'department', { result: '已取缔' }))
  const struck = done(act(following, reported.case, 'strike', 'office'))
  expect(struck.case).toMatchObject({ state: 'closed', data: { caseNumber: '案-7', result: '已取缔' } })
  const events = [received, grave, listed, reported, struck].map(({ event }) => event)
  expect(caseFrom(following, opened, events.slice(0, 3))?.state).toBe('listed')
})
