import { describe, expect, it } from 'vitest'
import { type Actor, may, TIMER_ROLE, timerActor } from '../access/access.ts'
import { law } from '../cite.ts'
import { checkProgramme } from '../programme/check-programme.ts'
import { defineProgramme } from '../programme/programme.ts'
import { defineRegister } from '../register/register.ts'
import { count, date, fields, text } from '../schema/fields.ts'
import { unit } from '../schema/form-fields.ts'
import { correctedCalendar } from '../time/calendar.ts'
import { officialCalendar } from '../time/official-calendar.ts'
import { duration } from '../time/time-limit.ts'
import { unitNamed } from '../unit/unit.ts'
import { unitTree } from '../unit/unit-tree.ts'
import { branch } from './branch.ts'
import type { Case } from './case.ts'
import { dueDatesOf, isMissed, movedDueDates } from './due-dates.ts'
import { defineProcedure, OPENING, PREVIOUS } from './procedure.ts'
import { type Action, type Context, openCase, transition } from './transition.ts'

const basis = law('行政许可法', '第四十二条')
const examiner = may('examiner', 'unit')

const pits = defineRegister({
  id: 'pits',
  title: '取土台账',
  basis,
  fields: fields({
    number: text('编号'),
    days: count('本事项期限', '个工作日'),
    dugOn: date('取土日期').optional(),
    other: unit('会办机构').optional(),
  }),
  key: ['number'],
  access: { read: [may('examiner', 'county')], write: [examiner] },
})

const opinion = (name: 'own' | 'other') =>
  branch({
    title: name,
    basis,
    ...(name === 'other' ? { unit: 'other' } : {}),
    initial: 'asked',
    states: {
      asked: {
        title: '待审查',
        on: { [`${name}Agrees`]: { title: '同意', to: 'agreed', by: [examiner], basis } },
      },
      agreed: { title: '已同意', ends: 'agreed', on: {} },
    },
  })

const digging = defineProcedure({
  id: 'digging',
  title: '取土许可',
  basis,
  version: 1,
  validFrom: '2022-01-01',
  validTo: null,
  register: pits.id,
  subject: pits.fields,
  access: { read: [may('examiner', 'county')] },
  lookups: {},
  opening: { title: '申请', by: [examiner], basis },
  initial: 'received',
  states: {
    received: {
      title: '待受理',
      on: {
        accept: { title: '受理', to: 'examined', by: [examiner], basis },
        deem: { title: '视为受理', to: 'examined', by: [may(TIMER_ROLE, 'county')], basis },
      },
    },
    examined: {
      title: '审查中',
      branches: { own: opinion('own'), other: opinion('other') },
      join: { waitsFor: 'all', to: 'done', basis },
      on: { hear: { title: '听证', to: 'heard', by: [examiner], basis } },
    },
    heard: {
      title: '听证中',
      stopsClock: { reason: '听证', basis, butNot: ['hold'] },
      on: { held: { title: '听证结束', to: PREVIOUS, by: [examiner], basis } },
    },
    done: { title: '已办结', final: 'completed', on: {} },
  },
  limits: {
    accept: {
      title: '受理期限',
      starts: OPENING,
      ends: ['accept'],
      legal: duration(5, 'workday', basis),
      missed: { kind: 'act', action: 'deem' },
    },
    decide: {
      title: '决定期限',
      starts: 'accept',
      orStarts: { by: 'deem', countsFrom: OPENING },
      ends: [],
      legal: { ...duration(20, 'workday', basis), shortenedTo: 'days' },
      missed: { kind: 'flag' },
    },
    hold: {
      title: '组织听证期限',
      starts: 'hear',
      ends: ['held'],
      legal: duration(2, 'workday', basis),
      missed: { kind: 'flag' },
    },
  },
})

const programme = defineProgramme({
  id: 'digging',
  title: '取土管理',
  basis,
  version: 1,
  validFrom: '2022-01-01',
  validTo: null,
  roles: { examiner: { title: '审查人员', basis }, [TIMER_ROLE]: { title: '到期自动办理', basis } },
  registers: [pits],
  procedures: [digging],
  rules: [],
  parameters: [],
  papers: [],
  open: [],
})

const units = unitTree([
  unitNamed('government', '清源县人民政府', null),
  unitNamed('land', '县自然资源局', 'government'),
  unitNamed('water', '县水利局', 'government'),
])
const calendar = officialCalendar()
const at = (day: string): Context => ({
  now: `${day}T09:00:00+08:00`,
  calendar,
  units,
  programme,
  parameters: {},
  facts: {},
})
const of = (unitId: string): Actor => ({
  id: unitId,
  county: 'qingyuan',
  posts: [{ role: 'examiner', unit: unitId, from: null, until: null }],
})
const own = { id: 'P-1', county: 'qingyuan', unit: 'land', owner: null }

function opened(input: Record<string, unknown>, day: string): Case {
  const outcome = openCase(digging, own, { by: of('land'), input: { number: '1', ...input } }, at(day))
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
function after(before: Case, day: string, action: Action): Case {
  const outcome = transition(digging, before, action, at(day))
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}
const due = (current: Case) =>
  dueDatesOf(digging, current, calendar).find(({ limit }) => limit === 'decide')?.legal

describe('a limit that counts from a day that was filled in', () => {
  const legal = { ...duration(5, 'workday', basis), countsFrom: 'dugOn' }
  const dated = {
    ...digging,
    limits: {
      decide: { title: '备案期限', starts: 'accept', ends: [], legal, missed: { kind: 'flag' as const } },
    },
  }
  const accepted = (input: Record<string, unknown>, day: string) =>
    after(opened({ days: 0, ...input }, day), day, { name: 'accept', by: of('land') })
  const found = (current: Case, on = calendar) => dueDatesOf(dated, current, on)[0]

  it('ends by that day, whenever it was entered, and can be missed when it begins', () => {
    const prompt = found(accepted({ dugOn: '2022-09-05' }, '2022-09-05'))
    const late = found(accepted({ dugOn: '2022-09-05' }, '2022-09-14'))
    for (const limit of [prompt, late]) expect(limit?.legal).toMatchObject({ due: '2022-09-13' })
    expect(late === undefined || isMissed(late, '2022-09-14T09:00:00+08:00')).toBe(true)
    expect(late?.legal.explanation).toContain('2022-09-05')
  })

  it('is not known until the day is filled in', () => {
    expect(found(accepted({}, '2022-09-05'))?.legal).toEqual({
      kind: 'not-said',
      explanation: '“取土日期”未填写，算不出到期日。',
    })
  })

  it('moves with the calendar, and the field must be one of the case', () => {
    const closed = correctedCalendar(
      calendar,
      [{ date: '2022-09-07', kind: 'holiday', name: '停电' }],
      '清政办发〔2022〕1号',
    )
    const current = accepted({ dugOn: '2022-09-05' }, '2022-09-09')
    expect(movedDueDates(dated, current, calendar, closed)[0]).toMatchObject({
      before: '2022-09-13',
      after: '2022-09-14',
    })
    const decide = {
      ...digging.limits['decide'],
      ...dated.limits.decide,
      ends: ['accept'],
      legal: { ...legal, countsFrom: 'dream' },
    }
    const dangling = { ...digging, limits: { ...digging.limits, decide } }
    expect(checkProgramme({ ...programme, procedures: [dangling] }).map(({ path }) => path.at(-1))).toEqual([
      'field',
    ])
  })
})

describe('a limit that a case has shorter', () => {
  it('is by the field of the case, and by the law where that says more or nothing', () => {
    const accepted = (days: number) =>
      after(opened({ days }, '2022-09-05'), '2022-09-05', { name: 'accept', by: of('land') })
    expect(due(accepted(3))).toMatchObject({ due: '2022-09-08' })
    expect(due(accepted(20))).toMatchObject({ due: '2022-10-09' })
    expect(due(accepted(40))).toMatchObject({ due: '2022-10-09' })
    expect(due(accepted(0))).toMatchObject({ due: '2022-10-09' })
  })

  it('moves with the calendar by its own length', () => {
    const current = after(opened({ days: 3 }, '2022-09-05'), '2022-09-05', { name: 'accept', by: of('land') })
    const closed = correctedCalendar(
      calendar,
      [{ date: '2022-09-07', kind: 'holiday', name: '停电' }],
      '清政办发〔2022〕1号',
    )
    const [moved] = movedDueDates(digging, current, calendar, closed)
    expect(moved).toMatchObject({ limit: 'decide', before: '2022-09-08', after: '2022-09-09' })
  })
})

describe('a limit that another action begins as of the opening', () => {
  it('counts from the day of the opening', () => {
    const deemed = after(opened({ days: 20 }, '2022-09-05'), '2022-09-14', {
      name: 'deem',
      by: timerActor('qingyuan'),
    })
    expect(due(deemed)).toMatchObject({ due: '2022-10-09' })
    const accepted = after(opened({ days: 20 }, '2022-09-05'), '2022-09-09', {
      name: 'accept',
      by: of('land'),
    })
    expect(due(accepted)).toMatchObject({ due: '2022-10-13' })
  })
})

describe('a branch of another unit', () => {
  it('is there only where the case names the unit', () => {
    const alone = after(opened({ days: 20 }, '2022-09-05'), '2022-09-05', { name: 'accept', by: of('land') })
    expect(Object.keys(alone.branches?.['examined'] ?? {})).toEqual(['own'])
    expect(after(alone, '2022-09-06', { name: 'ownAgrees', by: of('land') }).state).toBe('done')
  })

  it('is that unit’s to decide, and nobody else’s', () => {
    const both = after(opened({ days: 20, other: 'water' }, '2022-09-05'), '2022-09-05', {
      name: 'accept',
      by: of('land'),
    })
    const refused = transition(digging, both, { name: 'otherAgrees', by: of('land') }, at('2022-09-06'))
    expect(refused).toMatchObject({ kind: 'refused', issues: [{ code: 'not-allowed' }] })
    const half = after(both, '2022-09-06', { name: 'otherAgrees', by: of('water') })
    expect(half.state).toBe('examined')
    expect(after(half, '2022-09-07', { name: 'ownAgrees', by: of('land') }).state).toBe('done')
  })
})

describe('a state that stops the clock', () => {
  it('lets the limits of what is done there run on', () => {
    const hearing = after(
      after(opened({ days: 20 }, '2022-09-01'), '2022-09-01', { name: 'accept', by: of('land') }),
      '2022-09-05',
      {
        name: 'hear',
        by: of('land'),
      },
    )
    const dueOf = (current: Case, id: string) =>
      dueDatesOf(digging, current, calendar).find(({ limit }) => limit === id)?.legal
    expect(dueOf(hearing, 'decide')).toMatchObject({ kind: 'paused' })
    expect(dueOf(hearing, 'hold')).toMatchObject({ due: '2022-09-07' })
    const back = after(hearing, '2022-09-13', { name: 'held', by: of('land') })
    expect(back.state).toBe('examined')
    expect(dueOf(back, 'decide')).toMatchObject({ due: '2022-10-13' })
  })
})

it('names that nothing has are told', () => {
  const { heard } = digging.states
  if (heard === undefined) throw new Error('nothing is heard')
  const states = {
    ...digging.states,
    heard: { ...heard, stopsClock: { reason: '听证', basis, butNot: ['dream'] } },
  }
  const limits = {
    ...digging.limits,
    decide: {
      title: '决定期限',
      starts: 'accept',
      orStarts: { by: 'dream', countsFrom: OPENING },
      ends: ['accept'],
      legal: { ...duration(20, 'workday', basis), shortenedTo: 'length' },
      missed: { kind: 'flag' },
    },
  } as const
  const found = checkProgramme({ ...programme, procedures: [{ ...digging, states, limits }] })
  expect(found.map(({ path }) => path.slice(-2).join('.'))).toEqual([
    'stopsClock.butNot',
    'decide.orStarts',
    'legal.field',
  ])
})
