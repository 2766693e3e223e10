import {
  type Actor,
  type Case,
  type Context,
  compareRecords,
  dueDatesOf,
  findProcedure,
  matchCounts,
  officialCalendar,
  openCase,
  type Procedure,
  type TalliedRecord,
  tallyOf,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn } from '../acting.test-support.ts'
import { byTownship, byVillage, receiptsAgainstRoster } from './figures.ts'
import { holding } from './holding.ts'
import { medicalInsurance } from './index.ts'
import { premium } from './premium.ts'
import { premiums } from './registers.ts'

const units = unitTree([
  unitNamed('county', '县人民政府', null),
  unitNamed('town', '石泉镇人民政府', 'county'),
  unitNamed('village', '上坪村村民委员会', 'town'),
])
const calendar = officialCalendar()
const season2022 = [{ begins: '2021-09-01', ends: '2021-12-25' }]
const season2023 = [{ begins: '2022-09-01', ends: '2022-12-25' }]

const person = (role: string): Actor => ({
  id: role,
  county: 'wutai',
  posts: [{ role, unit: role === 'collector' ? 'village' : 'county', from: null, until: null }],
})
const collector = person('collector')

function at(day: string, facts: Context['facts'] = {}): Context {
  return {
    now: `${day}T09:00:00+08:00`,
    calendar,
    units,
    programme: medicalInsurance,
    parameters: {},
    facts: { samePerson: [], seasonsOfYear: day < '2022-09-01' ? season2022 : season2023, ...facts },
  }
}

const paid = {
  number: '缴-1',
  identity: '11010519491231002X',
  name: '苗得雨',
  insuredYear: '2022',
  township: '石泉镇',
  village: '上坪村',
  standing: 'local',
  channel: 'wechat',
  paidOn: '2021-09-10',
  amount: '320',
}
const paid2023 = { ...paid, insuredYear: '2023', paidOn: '2022-09-10', amount: '350' }

/** Opens a case of a procedure; the case, or the sentences of the refusal. */
function opened(procedure: Procedure, input: Readonly<Record<string, unknown>>, context: Context) {
  const asked = { id: 'one', county: 'wutai', unit: 'village', owner: null }
  const outcome = openCase(procedure, asked, { by: collector, input }, context)
  return outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : outcome.case
}

function open(procedure: Procedure, input: Readonly<Record<string, unknown>>, context: Context): Case {
  const outcome = opened(procedure, input, context)
  if (Array.isArray(outcome)) throw new Error(outcome.join())
  return outcome as Case
}

describe('money that a collector holds', () => {
  const first = (level: string, total: string, day = '2022-09-02') =>
    open(holding, { number: '代-1', level, holder: '上坪村', firstReceivedOn: day, total }, at(day))
  const receive = (before: Case, latest: string, day: string) => {
    const outcome = transition(
      holding,
      before,
      { name: 'receive', by: collector, input: { latest } },
      at(day),
    )
    if (outcome.kind === 'refused') throw new Error(outcome.issues[0]?.message)
    return outcome.case
  }
  const dueOn = (held: Case) => {
    const [limit] = dueDatesOf(holding, held, calendar, {})
    return limit?.legal.kind === 'due' ? limit.legal.due : null
  }

  it('[wutai-2021-zbf59.1] is to be handed on at 5,000 元 or on the seventh day, at 10,000 元 in a township', () => {
    const day = '2021-09-02'
    expect([first('village', '4999', day).data['due'], first('village', '5000', day).data['due']]).toEqual([
      'no',
      'yes',
    ])
    expect([
      first('township', '9999.99', day).data['due'],
      first('township', '10000', day).data['due'],
    ]).toEqual(['no', 'yes'])
    // Of 1 元 the seventh day, the first being that of its receipt.
    expect(dueOn(first('village', '1', day))).toBe('2021-09-08')
    expect(dueOn(first('township', '1', day))).toBe('2021-09-08')
  })

  it('[wutai-2022-zbf53.1] is added up with each receipt since the last remittance; the clock’s first day is a setting', () => {
    const more = receive(first('village', '4999'), '1', '2022-09-03')
    expect([more.data['total'], more.data['due'], dueOn(more)]).toEqual(['5000', 'yes', '2022-09-08'])
    const next = {
      ...medicalInsurance.parameters.find(({ id }) => id === 'first-holding-day'),
      values: [{ from: '2021-09-01', value: 'next', basis: null }],
    } as (typeof medicalInsurance.parameters)[number]
    const [limit] = dueDatesOf(holding, more, calendar, { 'first-holding-day': next })
    expect(limit?.legal).toMatchObject({ due: '2022-09-09' })
  })

  it('[wutai-2022-zbf53.2] of a township has 10,000 元 and the same seven days', () => {
    const held = receive(first('township', '5000'), '4999', '2022-09-05')
    expect([held.data['due'], receive(held, '1', '2022-09-06').data['due'], dueOn(held)]).toEqual([
      'no',
      'yes',
      '2022-09-08',
    ])
  })
})

describe('a premium', () => {
  it('[wutai-2021-zbf59.3] is 320 元 a year, with a residence permit too', () => {
    expect(open(premium, paid, at('2021-09-10')).state).toBe('paid')
    expect(open(premium, { ...paid, standing: 'permit' }, at('2021-09-10')).data['subsidy']).toBe('580')
    expect(opened(premium, { ...paid, amount: '319.99' }, at('2021-09-10'))).toEqual([
      '不符合规定：要求每人每年320元，持居住证的相同，实际319.99元（五政办发〔2022〕53号第612—614行）。',
    ])
  })

  it('[wutai-2022-zbf53.6] of a residence permit’s holder is subsidised like a resident’s', () => {
    const subsidies = ['local', 'permit', 'flexible'].map(
      (standing) => open(premium, { ...paid2023, standing }, at('2022-09-10')).data['subsidy'],
    )
    expect(subsidies).toEqual(['610', '610', '610'])
  })

  it('[wutai-2021-zbf59.4] is refused a second time for the same year, both records named', () => {
    const before = [{ number: '缴-9', township: '柳沟乡', village: '下湾村' }]
    expect(opened(premium, paid, at('2021-09-10', { samePerson: before }))).toEqual([
      '不符合规定：要求同一人在同一年度只缴费一次，实际“缴-1”之外已有“缴-9”（柳沟乡下湾村）（五政办发〔2021〕59号第367行）。',
    ])
    expect(premium.lookups['samePerson']?.where).toEqual({
      identity: 'identity',
      insuredYear: 'insuredYear',
    })
  })

  it('[wutai-2021-zbf59.2] waits for the season to be confirmed, is marked outside of it and late after its last day', () => {
    expect(opened(premium, paid, at('2021-09-10', { seasonsOfYear: [] }))).toEqual([
      expect.stringContaining('已核定的集中征缴期'),
      expect.stringContaining('已核定的集中征缴期'),
    ])
    const period = (paidOn: string) => open(premium, { ...paid, paidOn }, at('2022-01-10')).data['period']
    expect(['2021-09-01', '2021-12-25', '2021-12-26'].map(period)).toEqual(['within', 'within', 'outside'])
    const [treasury] = dueDatesOf(premium, open(premium, paid, at('2021-09-10')), calendar, {})
    expect(treasury?.legal).toMatchObject({ due: '2021-12-25' })
  })

  it('[wutai-2022-zbf53.5] counts down to 25 December, and what is not in the treasury is listed', () => {
    const [treasury] = dueDatesOf(premium, open(premium, paid2023, at('2022-09-10')), calendar, {})
    expect(treasury?.legal).toMatchObject({ due: '2022-12-25' })
    const rows = tallyOf(byVillage, [record('paid', '350'), record('in-treasury', '350')], facts).rows
    expect(rows.map(({ titles, values }) => [titles.join(''), values['amount'], values['held']])).toEqual([
      ['石泉镇上坪村', '700', '350'],
    ])
  })

  it('for another year than the one that is collected for is refused', () => {
    expect(opened(premium, { ...paid, insuredYear: '2023' }, at('2021-09-10'))).toEqual([
      expect.stringContaining('要求这一天预收2022年度，实际2023年度'),
    ])
  })
})

const facts = { fields: premiums.fields, units, on: '2022-10-01' }
const record = (
  state: string,
  amount: string,
  more: Readonly<Record<string, unknown>> = {},
): TalliedRecord => ({
  unit: 'village',
  state,
  data: { ...paid2023, subsidy: '610', amount, ...more },
})

it('[wutai-2022-zbf53.3] 350 元 and 610 元 a head add up by township, each to a sum of its own', () => {
  const records = [
    record('paid', '350'),
    record('in-treasury', '350', { standing: 'permit' }),
    record('paid', '350', { township: '柳沟乡' }),
    record('void', '350'),
  ]
  const { rows, total } = tallyOf(byTownship, records, facts)
  expect(Object.fromEntries(rows.map(({ titles: [township = ''], values }) => [township, values]))).toEqual({
    石泉镇: { people: '2', amount: '700', subsidy: '1220', permit: '1' },
    柳沟乡: { people: '1', amount: '350', subsidy: '610', permit: '0' },
  })
  expect([total['amount'], total['subsidy']]).toEqual(['1050', '1830'])
})

describe('receipts held against the roster', () => {
  const one = (id: string, identity: string, more: Readonly<Record<string, unknown>> = {}) => ({
    id,
    data: { identity, insuredYear: '2023', name: '苗得雨', amount: '350', ...more },
  })
  const labelled = (
    left: Parameters<typeof compareRecords>[1],
    right: Parameters<typeof compareRecords>[1],
  ) =>
    compareRecords(receiptsAgainstRoster, left, right).map(({ matches }) =>
      matches.map((match) => receiptsAgainstRoster.labels[match]),
    )

  it('[wutai-2021-zbf59.5] come to four results: agreed, paid only, insured only, and what differs', () => {
    const rows = compareRecords(
      receiptsAgainstRoster,
      [one('a', '1'), one('b', '2'), one('c', '4', { amount: '320' })],
      [one('d', '1'), one('e', '3'), one('f', '4')],
    )
    expect(rows.map(({ matches }) => matches.join())).toEqual([
      'agrees',
      'left-only',
      'differs',
      'right-only',
    ])
    expect(matchCounts(rows)).toMatchObject({ agrees: 1, 'left-only': 1, differs: 1, 'right-only': 1 })
  })

  it('[wutai-2022-zbf53.4] name the four faults: insured twice, declared twice, falsely declared, wrong figures', () => {
    expect(labelled([one('a', '1')], [one('b', '1'), one('c', '1')])).toEqual([['重复参保']])
    expect(labelled([one('a', '1'), one('b', '1')], [one('c', '1')])).toEqual([['重复申报：重复缴费']])
    expect(labelled([], [one('a', '1')])).toEqual([['虚报：已参保未缴费']])
    expect(labelled([one('a', '1', { amount: '320' })], [one('b', '1')])).toEqual([
      ['统计错误：姓名或者金额不符'],
    ])
  })
})

it('has its registers without a procedure kept as records', () => {
  expect(['seasons', 'roster'].map((id) => findProcedure(medicalInsurance, id)?.register)).toEqual([
    'seasons',
    'roster',
  ])
})

it('[wutai-2021-zbf59.6] shows for each township and village who is insured, who paid and what share online', () => {
  const { count } = actingIn(medicalInsurance)
  const person = (village: string, more: object = {}) => ({ data: { township: '东镇', village, ...more } })
  const paid = (village: string, channel: string, state = 'paid') => ({
    ...person(village, { channel }),
    state,
    id: `${village}${channel}`,
    opened: '2021-09-10T09:00:00+08:00',
    latest: '2021-09-10T09:00:00+08:00',
  })
  const premiums = [
    paid('上河村', 'wechat'),
    paid('上河村', 'agent'),
    paid('上河村', 'app', 'in-treasury'),
    paid('上河村', 'app', 'refunded'),
    paid('下河村', 'agent'),
  ]
  const insured = [person('上河村'), person('上河村'), person('上河村'), person('下河村'), person('南山村')]
  expect(count('coverage', '2021-12-25', insured, {}, { premiums })).toEqual({
    says: '全县参保5人，已缴费4人，其中线上缴费2人（50.0%）。',
    isMet: null,
    findings: [
      { name: '东镇上河村', message: '参保3人，已缴费3人，其中线上缴费2人（66.6%）。' },
      { name: '东镇下河村', message: '参保1人，已缴费1人，其中线上缴费0人（0.0%）。' },
      { name: '东镇南山村', message: '参保1人，已缴费0人，其中线上缴费0人。' },
    ],
  })
})
