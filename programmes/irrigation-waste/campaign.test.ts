import {
  type Actor,
  type Case,
  type Context,
  campaignStanding,
  type Outcome,
  officialCalendar,
  openCase,
  reportSummary,
  reportsDue,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { describe, expect, it } from 'vitest'
import { campaign, irrigationWaste, kinds, townshipSummary } from './campaign.ts'
import { irrigationWasteProgramme } from './programme.ts'
import { summaryFigures } from './summary.ts'

const { procedure } = campaign
const calendar = officialCalendar()
const units = unitTree([
  unitNamed('county', '县人民政府', null),
  unitNamed('east', '东镇', 'county'),
  unitNamed('west', '西乡', 'county'),
])
const person = (id: string, role: string, unit: string): Actor => ({
  id,
  county: 'wutai',
  posts: [{ role, unit, from: null, until: null }],
})
const office = person('office', 'county-office', 'county')
const of = (unit: string, id = `of-${unit}`) => person(id, 'township-group', unit)

const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme: irrigationWasteProgramme,
  parameters: {},
  facts: {},
})

const problem = { number: 'P-1', township: '东镇', kind: 'leaking', description: '支渠漏水' }
const found = (unit: string, number: string, input: Record<string, unknown> = {}) =>
  openCase(
    procedure,
    { id: number, county: 'wutai', unit, owner: null },
    { by: of(unit), input: { ...problem, number, ...input } },
    at('2021-08-20'),
  )
const done = (outcome: Outcome): Case => {
  if (outcome.kind === 'done') return outcome.case
  throw new Error(outcome.issues.map(({ message }) => message).join())
}
const act = (before: Case, day: string, by: Actor, name: string, input: Record<string, unknown> = {}) =>
  transition(procedure, before, { name, by, input, reason: '按方案' }, at(day))
const refused = (outcome: Outcome) =>
  outcome.kind === 'refused' ? outcome.issues.map(({ message }) => message) : []

const listed = (unit: string, number: string) =>
  done(
    act(done(found(unit, number)), '2021-08-21', of(unit), 'list', {
      department: '县水利局',
      deadline: '2021-09-30',
    }),
  )
const struck = (unit: string, number: string) => {
  const fixed = done(
    act(listed(unit, number), '2021-09-20', of(unit, 'fixer'), 'fix', { repair: '已更换闸阀' }),
  )
  return done(act(fixed, '2021-09-25', of(unit), 'strikeOff'))
}

describe('[wutai-2021-zbf53.1] a problem', () => {
  it('is one of fourteen kinds, ten of upkeep and four of waste, and has its township', () => {
    const labels = Object.values(kinds)
    expect([
      labels.filter((kind) => kind.startsWith('一')).length,
      labels.filter((kind) => kind.startsWith('二')).length,
    ]).toEqual([10, 4])
    expect(found('east', 'P-1').kind).toBe('done')
    expect(refused(found('east', 'P-1', { kind: '渠道' }))[0]).toContain(
      '“问题种类”填的是“渠道”，应填一、1.管护人员队伍、',
    )
    const { township: _township, ...without } = problem
    const opened = { id: 'P-1', county: 'wutai', unit: 'east', owner: null }
    expect(
      refused(openCase(procedure, opened, { by: of('east'), input: without }, at('2021-08-20'))),
    ).toEqual(['“乡（镇）”未填写，应填文字。'])
  })

  it('is put on the list with the department that is to fix it', () => {
    expect(
      refused(act(done(found('east', 'P-1')), '2021-08-21', of('east'), 'list', { deadline: '2021-09-30' })),
    ).toEqual(['“整改部门”未填写，应填文字。'])
    expect(listed('east', 'P-1').data).toMatchObject({ department: '县水利局' })
  })
})

describe('[wutai-2021-zbf53.2] what is open after the phase of fixing', () => {
  const problems = [
    listed('east', 'P-1'),
    struck('east', 'P-2'),
    listed('west', 'P-3'),
    listed('west', 'P-4'),
  ]

  it('is late by township from 1 November on', () => {
    const late = (day: string) =>
      campaignStanding(irrigationWaste, problems, day).map(({ unit, open, late: count }) => [
        unit,
        open,
        count,
      ])
    expect(late('2021-09-30')).toEqual([
      ['east', 1, 0],
      ['west', 2, 0],
    ])
    expect(late('2021-11-01')).toEqual([
      ['east', 1, 1],
      ['west', 2, 2],
    ])
  })

  it('was to have a deadline within that phase', () => {
    const late = { department: '县水利局', deadline: '2021-11-01' }
    expect(refused(act(done(found('east', 'P-5')), '2021-08-21', of('east'), 'list', late))).toEqual([
      '不符合规定：要求整改期限不晚于集中整治结束的2021-10-31，实际2021-11-01（五政办发〔2021〕53号第296行）。',
    ])
  })
})

describe('[wutai-2021-zbf53.3] closing a problem', () => {
  it('needs a note of how it was fixed, and another person', () => {
    const open = listed('east', 'P-1')
    expect(refused(act(open, '2021-09-20', of('east'), 'fix'))).toEqual([
      '“整改情况”未填写，应填文字，至多20000字。',
    ])
    const fixed = done(act(open, '2021-09-20', of('east'), 'fix', { repair: '已更换闸阀' }))
    expect(refused(act(fixed, '2021-09-25', of('east'), 'strikeOff'))).toEqual([
      '“整改完成”是您办理的，“销号”应由另一人办理。',
    ])
  })

  it('is undone by a second look from 1 November on that finds it again', () => {
    const closed = struck('east', 'P-1')
    const look = (day: string) => act(closed, day, office, 'relapse', { lookedOn: day, finding: '又漏水' })
    expect(refused(look('2021-10-31'))).toEqual([
      '不符合规定：要求回头看不早于总结巩固提高开始的2021-11-01，实际2021-10-31（五政办发〔2021〕53号第300行）。',
    ])
    const reopened = done(look('2021-11-01'))
    expect(reopened.state).toBe('found')
    expect(campaignStanding(irrigationWaste, [reopened], '2021-11-02')).toMatchObject([
      { relapsed: 1, open: 1 },
    ])
  })
})

describe('[wutai-2021-zbf53.4] the township’s summary', () => {
  const [owed] = reportsDue(townshipSummary, '2021-10-01', '2021-11-30', calendar)
  const answer = (unit: string, at: string) => ({
    unit,
    turn: '2021-10-29',
    at,
    data: { found: 2, struck: 1, remaining: 1 },
  })

  it('is filled in with the figures of its problems', () => {
    const problems = [listed('east', 'P-1'), struck('east', 'P-2')]
    expect(summaryFigures(problems, 'east', '2021-10-28')).toEqual({ found: 2, struck: 1, remaining: 1 })
    expect(summaryFigures(problems, 'west', '2021-10-28')).toEqual({ found: 0, struck: 0, remaining: 0 })
  })

  it('is due on 29 October; on the 30th those who sent none are named', () => {
    if (owed === undefined) throw new Error('nothing is owed')
    expect(owed.due).toMatchObject({ due: '2021-10-29' })
    const given = [answer('east', '2021-10-29T23:00:00+08:00')]
    const on = (day: string) =>
      reportSummary(townshipSummary, owed, ['east', 'west'], given, `${day}T08:00:00+08:00`)
    expect([on('2021-10-29').isPast, on('2021-10-30').isPast]).toEqual([false, true])
    expect(on('2021-10-30').missing).toEqual(['west'])
    expect(on('2021-10-30').answers.map(({ unit, isLate }) => [unit, isLate])).toEqual([['east', false]])
  })
})
