import {
  dueDatesOf,
  officialCalendar,
  reportSummary,
  reportsDue,
  tallyOf,
  unitTree,
  withValue,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { actingIn, caseOf, refusalsOf } from '../acting.test-support.ts'
import { callsByArea } from './hotline.ts'
import { coverageByTownship, households } from './households.ts'
import { gasSafety } from './index.ts'
import { completionShare, fullYears, pipes, renewalRule, renewing } from './pipes.ts'
import { monthly } from './progress.ts'
import { aims, timetable } from './timetable.ts'

const { open, act, count } = actingIn(gasSafety)
const tallied = (data: Readonly<Record<string, unknown>>, state = 'current') => ({
  unit: 'town',
  state,
  data,
})
const noUnits = unitTree([])

describe('[wutai-2021-zbf64.1] the class of a pipe', () => {
  const classOf = (commissionedOn: string, ageOn: string, hasHazard = false) =>
    renewalRule.compute({ commissionedOn, ageOn, hasHazard }, '2021-09-27').value

  it('is forced from the day on which thirty years are full, stepwise from twenty, none below', () => {
    expect(classOf('1991-12-31', '2021-12-30')).toBe('stepwise')
    expect(classOf('1991-12-31', '2021-12-31')).toBe('forced')
    expect(classOf('2001-12-31', '2021-12-31')).toBe('stepwise')
    expect(classOf('2001-12-31', '2021-12-30')).toBe('none')
    expect(fullYears('1996-02-29', '2016-02-28')).toBe(19)
    expect(fullYears('1996-02-29', '2016-02-29')).toBe(20)
  })

  it('is stepwise for a hazard at any age, and still forced from thirty years on', () => {
    expect(classOf('2015-05-01', '2021-09-27', true)).toBe('stepwise')
    expect(classOf('1990-05-01', '2021-09-27', true)).toBe('forced')
  })

  it('is not known without the day to which the age is reckoned, or with one before the pipe was there', () => {
    const facts = { commissionedOn: '1991-12-31', hasHazard: false }
    expect(renewalRule.compute(facts, '2021-09-27').missing).toEqual(['使用年限算到'])
    expect(classOf('2022-01-01', '2021-12-31')).toBeNull()
  })
})

const pipe = {
  number: '管-1',
  enterprise: '清源燃气公司',
  township: '东镇',
  section: '东街至西街',
  length: '400',
  isCourtyard: true,
  isOldEstate: true,
}
const assessed = { assessedOn: '2021-09-28', ageOn: '2021-12-31', hasHazard: false, opinion: '老化' }
const plan = { responsible: '苗得雨', route: '分两段开挖更换' }
const registered = (commissionedOn: string) =>
  caseOf(open('renewing', 'enterprise', '2021-09-27', { ...pipe, commissionedOn }))
const afterAssessment = (commissionedOn: string) =>
  caseOf(act(registered(commissionedOn), 'enterprise', '2021-09-28', 'assess', assessed))

describe('[wutai-2021-zbf64.1] the renewal of a pipe', () => {
  it('is due by its class, planned no later, and not planned where there is nothing to renew', () => {
    const planned = (commissionedOn: string, plannedBy: string) =>
      act(afterAssessment(commissionedOn), 'enterprise', '2021-09-29', 'plan', { ...plan, plannedBy })
    expect(planned('1991-12-31', '2021-12-31').kind).toBe('done')
    expect(refusalsOf(planned('1991-12-31', '2022-01-01'))[0]).toContain('计划完成日期不晚于2021-12-31')
    expect(planned('2001-12-31', '2023-07-31').kind).toBe('done')
    expect(refusalsOf(planned('2001-12-31', '2023-08-01'))[0]).toContain('不晚于2023-07-31')
    expect(refusalsOf(planned('2002-01-01', '2023-07-31')).join('')).toContain('不在本次更新范围')
    const due = (commissionedOn: string) =>
      dueDatesOf(renewing, afterAssessment(commissionedOn), officialCalendar()).flatMap(({ limit, legal }) =>
        limit === 'assess' || legal.kind !== 'due' ? [] : [[limit, legal.due]],
      )
    expect(due('1991-12-31')).toEqual([['renewForced', '2021-12-31']])
    expect(due('2001-12-31')).toEqual([['renewStepwise', '2023-07-31']])
    expect(due('2002-01-01')).toEqual([])
  })

  it('puts courtyard pipes of old estates first', () => {
    expect(afterAssessment('1991-12-31').data).toMatchObject({ renewalClass: 'forced', order: 'first' })
  })

  it('is counted by length, and held to the share that the county calls mostly done once the day is past', () => {
    const section = (length: string, state: string) => ({ state, data: { length, renewalClass: 'forced' } })
    const records = [section('950', 'done'), section('50', 'planned')]
    const share = (value: string) => ({
      [completionShare.id]: withValue(completionShare, { from: '2021-09-27', value, basis: null }),
    })
    expect(count('renewal', '2022-01-01', records)).toMatchObject({ isMet: null })
    expect(count('renewal', '2022-01-01', records, share('95'))).toMatchObject({ isMet: true })
    expect(count('renewal', '2021-12-31', records, share('95.1'))).toMatchObject({ isMet: null })
    expect(count('renewal', '2022-01-01', records, share('95.1'))).toMatchObject({
      isMet: false,
      findings: [{ name: '强制更新', message: '1000米，已更新950米，占95.0%，应于2021-12-31前基本完成。' }],
    })
    expect(completionShare.gap?.says).toContain('基本完成')
    expect(pipes.fields.def.shape.length).toBeDefined()
  })
})

describe('[wutai-2021-zbf64.2] the eight aims', () => {
  it('are done, near or late by their days', () => {
    expect(aims.entries.map(({ until }) => until)).toEqual([
      '2021-09-30',
      '2021-12-31',
      '2023-07-31',
      '2021-12-31',
      '2021-12-31',
      '2022-03-31',
      '2022-07-31',
      '2022-07-31',
    ])
    const soon = {
      [timetable.soonDays.id]: withValue(timetable.soonDays, { from: '2021-09-27', value: 30, basis: null }),
    }
    const platforms = { state: 'done', data: { entry: 'platforms', doneOn: '2022-03-01' } }
    const board = count('aims', '2022-03-01', [platforms], soon)
    expect(board.says).toBe('8项，已完成1项，逾期未完成4项，临近期限1项。')
    const messageOf = (name: string) => board.findings.find((one) => one.name.includes(name))?.message
    expect(messageOf('平台')).toContain('按期完成')
    expect(messageOf('煤改气')).toContain('临近期限，还有30天')
    expect(messageOf('满30年')).toContain('已逾期60天')
    expect(messageOf('20—30年')).toContain('还有517天')
  })
})

describe('[wutai-2021-zbf64.3] a hidden danger', () => {
  const hazard = {
    number: '患-1',
    kind: 'buildings',
    keyPlace: 'manholes',
    enterprise: '清源燃气公司',
    township: '东镇',
    address: '东街',
    description: '违章搭建压在管线上',
  }
  const found = caseOf(open('gas-hazards', 'township', '2021-10-08', hazard))
  const listed = caseOf(
    act(
      found,
      'gas-authority',
      '2021-10-09',
      'list',
      { department: 'town', deadline: '2021-10-31' },
      { reason: '由其负责' },
    ),
  )

  it('stands on the three lists, and is named to be talked to from the day after its deadline', () => {
    const titles = (id: string, today: string, ...records: (typeof found)[]) =>
      count(id, today, records).findings.map(({ message }) => message)
    expect(titles('problem-list', '2021-10-09', found, listed)).toHaveLength(2)
    expect(titles('responsibility-list', '2021-10-09', found, listed)).toEqual([
      '还没有明确责任单位。',
      '由东镇人民政府负责整改。',
    ])
    expect(count('mending-list', '2021-10-31', [listed])).toMatchObject({ isMet: true })
    expect(count('mending-list', '2021-11-01', [listed])).toMatchObject({
      isMet: false,
      findings: [{ message: '东镇人民政府，期限2021-10-31，已经逾期，列入通报、约谈名单。' }],
    })
  })

  it('is not closed without evidence, nor by who mended it', () => {
    const fix = (materials: readonly string[]) =>
      act(listed, 'enterprise', '2021-10-20', 'fix', { repair: '已拆除' }, { materials })
    expect(refusalsOf(fix([]))).toEqual(['办理“整改完成”缺少材料“整改佐证”，请补齐后再办。'])
    const fixed = caseOf(fix(['proof']))
    const strike = (as: string) => act(fixed, 'gas-authority', '2021-10-21', 'strikeOff', {}, { as })
    expect(refusalsOf(strike('enterprise'))[0]).toContain('应由另一人办理')
    expect(caseOf(strike('inspector')).state).toBe('struck')
  })

  it('is named or talked to only when it is overdue and still open', () => {
    const pressed = (takenOn: string, hazardsPressed: readonly unknown[]) => {
      const input = {
        number: '督-1',
        hazard: '患-1',
        measure: 'talk',
        subject: '清源燃气公司',
        takenOn,
        content: '约谈',
      }
      return open('pressing', 'group-office', takenOn, input, { facts: { hazardsPressed } })
    }
    const open1 = [{ number: '患-1', deadline: '2021-10-31' }]
    expect(refusalsOf(pressed('2021-10-31', open1))[0]).toContain('整改期限是2021-10-31')
    expect(refusalsOf(pressed('2021-11-01', []))[0]).toContain('这条隐患不在整改中')
    expect(caseOf(pressed('2021-11-01', open1)).state).toBe('pressed')
  })
})

describe('[wutai-2021-zbf64.4] the three measures', () => {
  const household = (number: string, ...given: readonly string[]) => ({
    number,
    enterprise: '清源燃气公司',
    township: '东镇',
    hasValve: given.includes('valve'),
    hasHose: given.includes('hose'),
    hasFlameGuard: given.includes('guard'),
  })
  const all = [
    household('1', 'valve', 'hose', 'guard'),
    household('2', 'valve', 'hose'),
    household('3', 'valve'),
  ]

  it('are each counted, and a household is covered by all three alone', () => {
    const { rows } = tallyOf(
      coverageByTownship,
      all.map((one) => tallied(one)),
      { fields: households.fields, units: noUnits, on: '2022-07-31' },
    )
    expect(rows.map(({ values }) => values)).toEqual([
      { households: '3', valve: '3', hose: '2', flameGuard: '1', covered: '1' },
    ])
  })

  it('are to cover everyone by 31 July 2022', () => {
    const records = all.map((data) => ({ data }))
    expect(count('coverage', '2022-07-31', records)).toMatchObject({ isMet: null })
    expect(count('coverage', '2022-08-01', records)).toMatchObject({
      isMet: false,
      findings: [
        { name: '2', message: '缺带有自动熄火保护装置的燃气灶具。' },
        { name: '3', message: '缺灶具连接用不锈钢波纹软管、带有自动熄火保护装置的燃气灶具。' },
      ],
    })
    expect(count('coverage', '2022-08-01', records.slice(0, 1))).toMatchObject({ isMet: true })
  })
})

describe('[wutai-2021-zbf64.5] the monthly report', () => {
  it('falls on the 18th from October 2021 on; who sent none is named on the 19th, and the office sums up', () => {
    const owed = reportsDue(monthly, '2021-09-01', '2021-11-30', officialCalendar())
    expect(owed.map(({ due }) => due.kind === 'due' && due.due)).toEqual(['2021-10-18', '2021-11-18'])
    const [first] = owed
    if (first === undefined) throw new Error('nothing is owed')
    const answer = { unit: 'housing', turn: '2021-10-18', data: { found: 3, struck: 2 } }
    const on = (now: string, at: string) =>
      reportSummary(monthly, first, ['housing', 'energy'], [{ ...answer, at }], now)
    const inTime = on('2021-10-18T23:59:00+08:00', '2021-10-18T23:00:00+08:00')
    expect([inTime.isPast, inTime.answers[0]?.isLate]).toEqual([false, false])
    const late = on('2021-10-19T08:00:00+08:00', '2021-10-19T00:01:00+08:00')
    expect([late.isPast, late.answers[0]?.isLate, late.missing]).toEqual([true, true, ['energy']])
    expect(late.sums.map(({ sum }) => sum)).toEqual(['3', '2'])
  })

  it('is summed up for county committee, government and the city’s office, none left out', () => {
    const drafted = caseOf(
      open('summing', 'group-office', '2021-10-20', {
        month: '2021-10',
        found: 3,
        struck: 2,
        missing: '县能源局',
        summary: '排查全面展开',
      }),
    )
    const send = (...sentTo: readonly string[]) =>
      act(drafted, 'group-office', '2021-10-20', 'send', { sentTo, sentOn: '2021-10-20' })
    expect(refusalsOf(send('committee', 'government'))[0]).toContain('没有报市专班办公室')
    expect(send('committee', 'government', 'city')).toMatchObject({
      kind: 'done',
      effects: expect.arrayContaining([expect.objectContaining({ kind: 'paper', paper: 'summary-paper' })]),
    })
  })
})

it('[wutai-2021-zbf64.6] a licence is refused without the department’s opinion from the spot', () => {
  const accepted = caseOf(
    open('licensing', 'approval-bureau', '2021-11-01', {
      number: '许-1',
      enterprise: '清源燃气公司',
      scope: 'piped',
      address: '东街1号',
      appliedOn: '2021-11-01',
    }),
  )
  const licence = { licenceNumber: '证-1', grantedOn: '2021-11-10' }
  const grant = (before: typeof accepted) => act(before, 'approval-bureau', '2021-11-10', 'grant', licence)
  expect(refusalsOf(grant(accepted))).toEqual([
    '不符合规定：要求燃气主管部门出具同意的现场踏勘意见，实际还没有踏勘意见（五政办发〔2021〕64号第905行）。',
  ])
  const survey = (surveyOpinion: string) =>
    caseOf(
      act(accepted, 'gas-authority', '2021-11-05', 'survey', {
        surveyedOn: '2021-11-05',
        surveyor: '苗得雨',
        surveyOpinion,
        surveyFound: '已查看',
      }),
    )
  expect(refusalsOf(grant(survey('refuses')))[0]).toContain('踏勘意见是不同意')
  expect(caseOf(grant(survey('agrees'))).state).toBe('granted')
})

it('[wutai-2021-zbf64.7] a project that the approved plan has not is not approved', () => {
  const input = {
    number: '项-1',
    name: '东镇门站',
    builder: '清源燃气公司',
    township: '东镇',
    appliedOn: '2022-02-01',
  }
  const accepted = caseOf(
    open('approving', 'approval-bureau', '2022-02-01', { ...input, planNumber: '规-7' }),
  )
  const approve = (projectsOfPlan: readonly unknown[]) =>
    act(
      accepted,
      'approval-bureau',
      '2022-02-10',
      'approve',
      { document: '批-1', approvedOn: '2022-02-10' },
      { facts: { projectsOfPlan } },
    )
  expect(refusalsOf(approve([]))).toEqual([
    '不符合规定：要求项目列入经批准的城镇燃气发展规划，实际规划项目清单里没有“规-7”（五政办发〔2021〕64号第891行）。',
  ])
  expect(caseOf(approve([{ number: '规-7', name: '东镇门站' }])).state).toBe('approved')
  const entered = (plansInForce: readonly unknown[]) =>
    open(
      'planned-projects',
      'group-office',
      '2022-01-05',
      { number: '规-7', name: '东镇门站', plan: '燃气规划' },
      { facts: { plansInForce } },
    )
  expect(refusalsOf(entered([]))[0]).toContain('还没有批准')
  expect(entered([{ name: '燃气规划' }]).kind).toBe('done')
})

describe('[wutai-2021-zbf64.8] a reading of a sensor', () => {
  const sensor = { number: '感-1', kind: 'pressure', lowest: '0.2', highest: '0.4' }
  const received = (value: string, sensorsRead: readonly unknown[] = [sensor]) =>
    open(
      'reading',
      'enterprise',
      '2022-08-01',
      { number: '读-1', sensor: '感-1', measuredAt: '2022-08-01T08:00:00+08:00', value },
      { facts: { sensorsRead } },
    )
  const levelOf = (...given: Parameters<typeof received>) => caseOf(received(...given)).data['level']

  it('is an alarm beyond the bounds of its sensor, not at them', () => {
    expect(['0.19', '0.2', '0.4', '0.41'].map((value) => levelOf(value))).toEqual([
      'under',
      'within',
      'within',
      'over',
    ])
    for (const kind of ['pressure', 'flow', 'confined-space', 'leak']) {
      expect(levelOf('9', [{ number: '感-1', kind, highest: '5' }])).toBe('over')
    }
  })

  it('is no alarm where no bounds were set, and is not taken for a sensor that is not there', () => {
    expect(levelOf('9', [{ number: '感-1', kind: 'leak' }])).toBe('unset')
    expect(refusalsOf(received('9', []))[0]).toContain('台账里的传感器')
    expect(refusalsOf(received('高'))[0]).toContain('写成数的读数和界限')
  })

  it('stays on the list of alarms until somebody has seen to it', () => {
    const alarm = caseOf(received('0.5'))
    const handling = caseOf(act(alarm, 'enterprise', '2022-08-01', 'dispatch', { order: '巡线' }))
    expect(count('alarms', '2022-08-01', [alarm, handling]).findings.map(({ message }) => message)).toEqual([
      '高于上限，读数0.5，还没有派人。',
      '高于上限，读数0.5，处置中。',
    ])
    const settled = caseOf(
      act(handling, 'enterprise', '2022-08-01', 'settle', { cause: '阀门故障', measure: '已更换' }),
    )
    expect(count('alarms', '2022-08-01', [settled])).toMatchObject({ isMet: true, findings: [] })
  })
})

describe('[wutai-2021-zbf64.9] a call to 12319', () => {
  const call = (area: string) => ({
    number: '警-1',
    calledAt: '2022-01-05T08:00:00+08:00',
    caller: '苗得雨',
    contact: '13800001234',
    area,
    township: '东镇',
    place: '东街3号',
    content: '有异味',
  })
  const taken = caseOf(open('answering', 'hotline', '2022-01-05', call('rural')))

  it('has caller, place, town or countryside, the moment, and how it was settled, in that order of time', () => {
    const { area: _area, ...without } = call('urban')
    expect(refusalsOf(open('answering', 'hotline', '2022-01-05', without))[0]).toContain('地区')
    const dispatched = (dispatchedAt: string) =>
      act(taken, 'hotline', '2022-01-05', 'dispatch', { enterprise: '清源燃气公司', dispatchedAt })
    expect(refusalsOf(dispatched('2022-01-05T07:59:00+08:00'))[0]).toContain('派出2022-01-05 07:59')
    const sent = caseOf(dispatched('2022-01-05T08:00:00+08:00'))
    const settled = act(sent, 'enterprise', '2022-01-05', 'settle', {
      handledAt: '2022-01-05T08:40:00+08:00',
      handling: '更换接头',
    })
    expect(caseOf(settled)).toMatchObject({ state: 'settled', data: { area: 'rural', handling: '更换接头' } })
  })

  it('is counted for town and countryside apart', () => {
    const register = gasSafety.registers.find(({ id }) => id === 'calls')
    if (register === undefined) throw new Error('no calls')
    const records = ['rural', 'urban', 'rural'].map((area) => tallied(call(area), 'settled'))
    const { rows } = tallyOf(callsByArea, records, {
      fields: register.fields,
      units: noUnits,
      on: '2022-01-05',
    })
    expect(rows.map(({ key, values }) => [key[0], values['calls']])).toEqual([
      ['urban', '1'],
      ['rural', '2'],
    ])
  })
})
