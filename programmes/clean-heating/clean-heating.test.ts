import {
  dueDatesOf,
  officialCalendar,
  reportSummary,
  reportsDue,
  tallyOf,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { townshipRanking } from './appraisal.ts'
import { fundsOf } from './funds.ts'
import { byVillage, converting, households } from './households.ts'
import { cleanHeating } from './index.ts'
import { suggestedFor } from './methods.ts'
import { tenDays } from './reports.ts'
import { schedule, steps } from './schedule.ts'

const { open, act, count } = actingIn(cleanHeating)
const noUnits = unitTree([])

const entry = {
  number: '户-1',
  township: '东镇',
  village: '上河村',
  userKind: 'household',
  holder: '苗得雨',
  address: '上河村3号',
  households: 1,
  consents: true,
  isHeatReached: false,
  isGasReached: true,
  method: 'gas',
  device: 'gas-boiler',
  deviceCount: 1,
}
const survey = (more: object = {}) => open('converting', 'township', '2021-07-26', { ...entry, ...more })
const electric = { method: 'electric', device: 'heat-pump' }

describe('[wutai-2021-zbf51.1] the survey', () => {
  it('has each household, estate and unit with its devices, and none that has not agreed', () => {
    for (const userKind of ['household', 'estate', 'unit'])
      expect(caseOf(survey({ userKind })).state).toBe('surveyed')
    expect(survey({ model: 'R-20', deviceCount: 2 }).kind).toBe('done')
    expect(survey({ deviceCount: undefined }).kind).toBe('refused')
    expect(refusalsOf(survey({ consents: false }))[0]).toContain('征得群众同意后列入')
  })

  it('is added up by village and method', () => {
    const all = [
      survey({ number: '1' }),
      survey({ number: '2', ...electric }),
      survey({ number: '3', userKind: 'estate', households: 40, deviceCount: 40 }),
      survey({ number: '4', village: '石门村' }),
    ].map((outcome) => ({ unit: 'town', state: caseOf(outcome).state, data: caseOf(outcome).data }))
    const { rows } = tallyOf(byVillage, all, { fields: households.fields, units: noUnits, on: '2021-07-29' })
    expect(rows.map(({ key, values }) => [...key, values['households'], values['devices']])).toEqual([
      ['东镇', '上河村', 'electric', '1', '1'],
      ['东镇', '上河村', 'gas', '41', '41'],
      ['东镇', '石门村', 'gas', '1', '1'],
    ])
  })

  const records = (electricOnes: number, gasOnes: number, state: string) => [
    { state, data: { method: 'electric', households: electricOnes } },
    { state, data: { method: 'gas', households: gasOnes } },
    { state: 'dropped', data: { method: 'gas', households: 9 } },
  ]

  it('is held against the 2940 and the 5898 that are to be done', () => {
    expect(count('against-targets', '2021-07-30', records(2940, 5897, 'surveyed'))).toMatchObject({
      isMet: null,
      findings: [
        { name: '煤改电', message: '已验收0户，还差2940户。' },
        { name: '煤改气', message: '摸底5897户，比任务少1户。' },
        { name: '煤改气', message: '已验收0户，还差5898户。' },
      ],
    })
    expect(count('against-targets', '2021-10-15', records(2940, 5897, 'accepted')).isMet).toBeNull()
    expect(count('against-targets', '2021-10-16', records(2940, 5897, 'accepted')).isMet).toBe(false)
    expect(count('against-targets', '2021-10-16', records(2940, 5898, 'paid'))).toMatchObject({
      isMet: true,
      findings: [],
    })
  })
})

describe('[wutai-2021-zbf51.2] the schedule', () => {
  it('has ten dated steps, each done, near or late by its day', () => {
    expect(steps.entries.map(({ until }) => until.slice(5))).toEqual([
      '07-29',
      '07-30',
      '08-05',
      '08-06',
      '08-26',
      '08-31',
      '09-01',
      '09-30',
      '10-15',
      '10-31',
    ])
    const soon = {
      [schedule.soonDays.id]: withValue(schedule.soonDays, { from: '2021-07-22', value: 5, basis: null }),
    }
    const survey = { state: 'done', data: { entry: 'survey', doneOn: '2021-07-29' } }
    const collected = { state: 'done', data: { entry: 'collected', doneOn: '2021-07-31' } }
    const board = count('steps', '2021-08-06', [survey, collected], soon)
    expect(board.says).toBe('10项，已完成2项，逾期未完成1项，临近期限1项。')
    const messageOf = (name: string) => board.findings.find((one) => one.name.includes(name))?.message
    expect(messageOf('各乡（镇）摸底')).toContain('按期完成')
    expect(messageOf('上报领导小组')).toContain('逾期1天')
    expect(messageOf('对接，确定设备数量')).toContain('已逾期1天')
    expect(messageOf('前期手续')).toContain('临近期限，还有0天')
  })

  it('is told with what does not agree in it', () => {
    const told = cleanHeating.open.flatMap((one) => (one.kind === 'conflict' ? [one.says] : []))
    expect(told.slice(0, 2)).toEqual([
      '制定方案阶段写7月30日前，乡（镇）上报写7月29日前',
      '安装招标8月5日前开始，前期手续8月6日前才完成',
    ])
  })
})

const all = [
  { method: 'electric', households: 10 },
  { method: 'gas', households: 30 },
]
const ledger = { all, installedOnes: all.slice(0, 1), acceptedOnes: [] }

describe('[wutai-2021-zbf51.3] the ten-day report', () => {
  it('is owed on the 10th, the 20th and the last day, and who sent none is named', () => {
    const due = reportsDue(tenDays, '2021-07-22', '2021-08-31', officialCalendar())
    expect(due.map(({ due: one }) => one.kind === 'due' && one.due)).toEqual([
      '2021-07-31',
      '2021-08-10',
      '2021-08-20',
      '2021-08-31',
    ])
    const [first] = due
    if (first === undefined) throw new Error('nothing is owed')
    const answer = {
      unit: 'power',
      turn: '2021-07-31',
      at: '2021-07-31T20:00:00+08:00',
      data: { progress: '正常' },
    }
    expect(
      reportSummary(tenDays, first, ['power', 'gas'], [answer], '2021-08-01T08:00:00+08:00'),
    ).toMatchObject({
      isPast: true,
      missing: ['gas'],
    })
  })

  it('is drawn from the ledger for the end of ten days, and written', () => {
    const draft = (endsOn: string) => open('digesting', 'group-office', endsOn, { endsOn }, { facts: ledger })
    expect(refusalsOf(draft('2021-08-09'))[0]).toContain('旬末的2021-08-10')
    const drafted = caseOf(draft('2021-08-10'))
    expect(drafted.data['drawn']).toBe(
      '煤改电登记10户，已安装10户，已验收0户；煤改气登记30户，已安装0户，已验收0户。',
    )
    const sent = act(drafted, 'group-office', '2021-08-10', 'send')
    expect(sent.kind === 'done' && sent.effects.filter(({ kind }) => kind === 'paper')).toHaveLength(1)
  })
})

describe('[wutai-2021-zbf51.4] the report of funds and progress', () => {
  const draft = (cameIn: readonly object[], wentOut: readonly object[]) =>
    open(
      'reporting',
      'electric-office',
      '2021-09-10',
      { number: '报-1', kind: 'electric', asOf: '2021-09-10' },
      { facts: { ...ledger, cameIn, wentOut } },
    )
  const amounts = (...given: readonly string[]) => given.map((amount) => ({ amount }))

  it('has the works and the money of its headquarters, and goes to the leading group', () => {
    const drafted = caseOf(draft(amounts('1000000.50', '500000'), amounts('600000.25')))
    expect(drafted.data).toMatchObject({
      drawn: '煤改电登记10户，已安装10户，已验收0户。',
      fundText: '到位1500000.5元，支出600000.25元，结余900000.25元。',
    })
    const reported = act(drafted, 'electric-office', '2021-09-10', 'report', { reportedOn: '2021-09-10' })
    expect(reported.kind === 'done' && reported.effects.some(({ kind }) => kind === 'paper')).toBe(true)
    expect(caseOf(act(caseOf(reported), 'group-office', '2021-09-11', 'take')).state).toBe('taken')
  })

  it('is not made where more was spent than came in, by one 分', () => {
    expect(draft(amounts('100.00'), amounts('100.00')).kind).toBe('done')
    expect(refusalsOf(draft(amounts('100.00'), amounts('100.01')))[0]).toContain('支出不超过到位的100元')
  })

  it('adds up whatever the order of its entries', () => {
    const cents = fc.array(
      fc
        .nat(1_000_000)
        .map((one) => ({ amount: `${Math.floor(one / 100)}.${String(one % 100).padStart(2, '0')}` })),
    )
    fc.assert(
      fc.property(cents, cents, (cameIn, wentOut) => {
        expect(fundsOf([...cameIn].reverse(), [...wentOut].reverse())).toEqual(fundsOf(cameIn, wentOut))
      }),
    )
  })
})

describe('[wutai-2021-zbf51.5] the method', () => {
  it('is central heating where its pipes reach, gas only where those of gas do, and nothing before the other', () => {
    expect(suggestedFor({ isHeatReached: true, isGasReached: true })).toBe('central')
    expect(suggestedFor({ isHeatReached: true, isGasReached: false })).toBe('central')
    expect(suggestedFor({ isHeatReached: false, isGasReached: true })).toBe('electric-gas-other')
    expect(suggestedFor({ isHeatReached: false, isGasReached: false })).toBe('electric-other')
    expect(caseOf(survey()).data['suggestion']).toBe('electric-gas-other')
    expect(caseOf(survey(electric)).state).toBe('surveyed')
  })

  it('is refused where the pipes do not allow it', () => {
    expect(refusalsOf(survey({ isGasReached: false }))[0]).toContain('采用煤改电、其他清洁能源，实际煤改气')
    expect(refusalsOf(survey({ isHeatReached: true }))[0]).toContain('采用集中供热')
    expect(survey({ isHeatReached: true, method: 'central', device: 'none', deviceCount: 0 }).kind).toBe(
      'done',
    )
  })

  it('has gas boilers for gas, and heat pumps before other electric heating', () => {
    expect(refusalsOf(survey({ device: 'heat-pump' }))[0]).toContain('统一选用燃气采暖热水炉类')
    expect(refusalsOf(survey({ method: 'electric', device: 'other-electric' }))[0]).toContain('没有写明理由')
    expect(
      survey({ method: 'electric', device: 'other-electric', otherReason: '户内没有安装外机的位置' }).kind,
    ).toBe('done')
  })
})

describe('[wutai-2021-zbf51.6] the ranking of townships', () => {
  const given = [
    { township: '东镇', task: 100 },
    { township: '西镇', task: 50 },
    { township: '南乡', task: 50 },
  ]
  const accepted = [
    { township: '东镇', households: 80 },
    { township: '西镇', households: 50 },
    { township: '南乡', households: 30 },
    { township: '南乡', households: 10 },
    { township: '北乡', households: 3 },
  ]

  it('is by the share of the task that is accepted, equal ones together, those without a task apart', () => {
    expect(
      townshipRanking(given, accepted).map(({ place, township, share }) => [place, township, share]),
    ).toEqual([
      [1, '西镇', '100.0'],
      [2, '东镇', '80.0'],
      [2, '南乡', '80.0'],
      [null, '北乡', null],
    ])
  })

  it('is made from the 16th to the 31st of October, and issued', () => {
    const rank = (heldOn: string) =>
      open('appraising', 'gas-office', heldOn, { method: 'gas', heldOn }, { facts: { given, accepted } })
    expect(refusalsOf(rank('2021-10-15'))[0]).toContain('2021-10-16至2021-10-31')
    expect(refusalsOf(rank('2021-11-01'))[0]).toContain('2021-10-16至2021-10-31')
    for (const day of ['2021-10-16', '2021-10-31']) expect(caseOf(rank(day)).state).toBe('ranked')
    const ranked = caseOf(rank('2021-10-20'))
    expect(ranked.data['ranking']).toContain('第1名：西镇，任务50户，已验收50户，完成100.0%')
    const issued = act(ranked, 'county-leader', '2021-10-25', 'award', { award: '通报表扬西镇' })
    expect(issued.kind === 'done' && issued.effects.some(({ kind }) => kind === 'paper')).toBe(true)
  })

  it('rests on tasks that add up to those of the county', () => {
    const task = (method: string, households: number) => ({
      data: { township: '东镇', method, task: households },
    })
    expect(count('tasks-divided', '2021-07-30', [task('electric', 2940), task('gas', 5898)]).isMet).toBe(true)
    expect(count('tasks-divided', '2021-07-30', [task('electric', 2940), task('gas', 5897)])).toMatchObject({
      isMet: false,
      findings: [{ name: '煤改气', message: '分解的5897户与任务5898户相差1户。' }],
    })
  })
})

it('[wutai-2021-zbf51.7] what people are told is kept and shown, with what they think of it', () => {
  const notice = {
    number: '示-1',
    township: '东镇',
    village: '上河村',
    kind: 'list',
    way: 'board',
    content: '改造户名单',
  }
  const prepared = caseOf(open('informing', 'township', '2021-07-26', notice))
  const showing = act(prepared, 'township', '2021-07-26', 'show', { shownOn: '2021-07-26' })
  const shown = showing.kind === 'done' ? showing.effects.find(({ kind }) => kind === 'disclose') : undefined
  expect(shown).toMatchObject({ record: { village: '上河村', content: '改造户名单', shownOn: '2021-07-26' } })
  const heard = caseOf(
    act(caseOf(showing), 'township', '2021-07-28', 'hear', {
      opinions: 2,
      opinion: '希望先装煤改电',
      answer: '已调整',
    }),
  )
  expect(heard.data['opinions']).toBe(2)
  const ended = act(heard, 'township', '2021-08-02', 'end', { endedOn: '2021-08-02', result: '无异议' })
  expect(caseOf(ended).state).toBe('ended')
})

describe('the works at a household', () => {
  const listed = caseOf(act(caseOf(survey()), 'gas-office', '2021-07-30', 'list'))
  const supplied = caseOf(
    act(listed, 'supplier', '2021-09-01', 'supply', { suppliedOn: '2021-09-01', storedAt: '村委会' }),
  )
  const installed = caseOf(
    act(supplied, 'installer', '2021-09-10', 'install', { installedOn: '2021-09-10', tested: '点火正常' }),
  )
  const accept = (isSafe: boolean) =>
    act(installed, 'supervisor', '2021-09-12', 'accept', {
      acceptedOn: '2021-09-12',
      isSafe,
      acceptance: '合格',
    })

  it('are to be finished by the 15th of October', () => {
    const due = dueDatesOf(converting, listed, officialCalendar())
    expect(due.map(({ limit, legal }) => [limit, legal.kind === 'due' && legal.due])).toEqual([
      ['finish', '2021-10-15'],
    ])
  })

  it('are accepted only where they are safe, and paid for by the subsidy rules that are issued apart', () => {
    expect(refusalsOf(accept(false))[0]).toContain('安全检查合格后验收')
    const accepted = caseOf(accept(true))
    expect(
      act(accepted, 'finance', '2021-11-01', 'pay', { subsidy: '5000', paidOn: '2021-11-01' }).kind,
    ).toBe('refused')
    const paid = act(accepted, 'finance', '2021-11-01', 'pay', {
      subsidyDocument: '五清洁办发〔2021〕9号',
      subsidy: '5000',
      paidOn: '2021-11-01',
    })
    expect(caseOf(paid).state).toBe('paid')
    expect(caseOf(act(installed, 'supervisor', '2021-09-12', 'reject', {}, { reason: '漏水' })).state).toBe(
      'supplied',
    )
  })
})
