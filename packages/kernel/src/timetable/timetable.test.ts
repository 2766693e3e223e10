import { describe, expect, it } from 'vitest'
import { may } from '../access/access.ts'
import { instrument } from '../cite.ts'
import { at, people } from '../fixtures/well-permit.ts'
import type { Case } from '../procedure/case.ts'
import { dueDatesOf } from '../procedure/due-dates.ts'
import { type Action, openCase, transition } from '../procedure/transition.ts'
import { checkProgramme } from '../programme/check-programme.ts'
import { defineProgramme } from '../programme/programme.ts'
import { findValueOn, withValue } from '../rule/parameter.ts'
import type { StocktakeContext } from '../stocktake/stocktake.ts'
import { defineTimetable } from './timetable.ts'
import { timetableParts } from './timetable-parts.ts'

const notice = instrument('qingyuan', '清政办发〔2026〕7号')
const validity = { version: 1, validFrom: '2026-01-01', validTo: null }

const timetable = defineTimetable({
  id: 'aims',
  title: '机井整治时间表',
  basis: notice.lines(80, 82),
  entries: [
    { id: 'survey', title: '完成普查', until: '2026-06-30', basis: notice.lines(81) },
    { id: 'meters', title: '装齐计量设施', until: '2026-12-31', basis: notice.lines(82) },
  ],
  reports: [may('clerk', 'unit')],
  confirms: [may('head', 'county')],
  reads: [],
})
const parts = timetableParts(timetable, validity)
const { procedure, stocktake, soonDays } = parts
const programme = defineProgramme({
  id: 'timetables',
  title: '机井整治',
  basis: notice.lines(80, 82),
  ...validity,
  roles: {
    clerk: { title: '经办人', basis: notice.lines(80) },
    head: { title: '负责人', basis: notice.lines(80) },
  },
  registers: [parts.register],
  procedures: [procedure],
  rules: [],
  valueRules: [parts.valueRule],
  parameters: [soonDays],
  papers: [],
  stocktakes: [stocktake],
  open: [],
})
const on = (day: string) => ({ ...at(day), programme })

/** Taken up by the head, and given to the bureau of whose clerk it is then. */
function takenUp(entry: string): Case {
  return after(listed(entry), ['2026-03-02', { name: 'give', by: people.head }])
}

function listed(entry: string): Case {
  const outcome = openCase(
    procedure,
    { id: entry, county: 'qingyuan', unit: 'government', owner: null },
    { by: people.head, input: { entry, responsible: 'water' } },
    on('2026-03-02'),
  )
  if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
  return outcome.case
}

function after(before: Case, ...steps: (readonly [day: string, action: Action])[]): Case {
  return steps.reduce((current, [day, action]) => {
    const outcome = transition(procedure, current, action, on(day))
    if (outcome.kind === 'refused') throw new Error(outcome.issues.map(({ message }) => message).join())
    return outcome.case
  }, before)
}

const report = (doneOn: string): Action => ({
  name: 'report',
  by: people.clerk,
  input: { doneOn, result: '已完成' },
})
const confirm: Action = { name: 'confirm', by: people.head }

const boardOn = (today: string, records: readonly Case[], days?: number) => {
  const set =
    days === undefined ? soonDays : withValue(soonDays, { from: '2026-01-01', value: days, basis: null })
  const around: StocktakeContext = {
    today,
    county: 'qingyuan',
    units: [],
    nameOf: (unit) => unit,
    settingOf: (parameter) =>
      findValueOn(parameter.id === set.id ? (set as unknown as typeof parameter) : parameter, today)?.value,
  }
  return stocktake.count(records, around)
}

describe('a timetable', () => {
  it('fits into a programme', () => {
    expect(checkProgramme(programme)).toEqual([])
  })

  it('gives each entry the day of the text as its limit', () => {
    const current = takenUp('survey')
    expect(current.data).toMatchObject({ due: '2026-06-30' })
    expect(dueDatesOf(procedure, current, on('2026-03-02').calendar)).toMatchObject([
      { limit: 'finish', legal: { kind: 'due', due: '2026-06-30' } },
    ])
  })

  it('is reported on by the unit to which it was given, and not before', () => {
    const before = transition(procedure, listed('survey'), report('2026-06-19'), on('2026-06-19'))
    expect(before.kind).toBe('refused')
    expect(takenUp('survey')).toMatchObject({ state: 'going', unit: 'water' })
    const elsewhere = transition(
      procedure,
      takenUp('survey'),
      { ...report('2026-06-19'), by: people.warden },
      on('2026-06-19'),
    )
    expect(elsewhere.kind).toBe('refused')
  })

  it('is done only when another person confirms', () => {
    const both = {
      ...people.head,
      posts: [...people.head.posts, ...people.clerk.posts],
    }
    const reported = after(takenUp('survey'), ['2026-06-20', { ...report('2026-06-19'), by: both }])
    const outcome = transition(procedure, reported, { ...confirm, by: both }, on('2026-06-21'))
    expect(outcome).toMatchObject({
      kind: 'refused',
      issues: [{ message: expect.stringContaining('另一人') }],
    })
    const byClerk = after(takenUp('survey'), ['2026-06-20', report('2026-06-19')])
    expect(after(byClerk, ['2026-06-21', confirm]).state).toBe('done')
  })

  it('stands entry by entry, on its last day, the day after, and those that nobody took up', () => {
    const says = (today: string, records: readonly Case[], days?: number) =>
      boardOn(today, records, days).findings.map(({ message }) => message)
    expect(says('2026-06-30', [takenUp('survey')])).toEqual([
      '应于2026-06-30前完成，还有0天。',
      '应于2026-12-31前完成，还有184天，还没有列入台账。',
    ])
    expect(says('2026-06-20', [takenUp('survey')], 10)[0]).toContain('临近期限，还有10天')
    expect(says('2026-06-19', [takenUp('survey')], 10)[0]).toBe('应于2026-06-30前完成，还有11天。')
    const reported = after(takenUp('survey'), ['2026-07-01', report('2026-07-01')])
    expect(says('2026-07-01', [reported])[0]).toBe('应于2026-06-30前完成，已逾期1天，已报告完成，待确认。')
    expect(says('2026-07-05', [after(reported, ['2026-07-02', confirm])])[0]).toBe(
      '应于2026-06-30前完成，2026-07-01才完成，逾期1天。',
    )
    const inTime = after(takenUp('survey'), ['2026-07-01', report('2026-06-30')], ['2026-07-02', confirm])
    expect(says('2026-07-05', [inTime])[0]).toBe('应于2026-06-30前完成，已于2026-06-30按期完成。')
  })

  it('is not as the plan wants it while an entry is late, and is when all are done', () => {
    expect(boardOn('2026-06-30', [])).toMatchObject({ isMet: null })
    expect(boardOn('2026-07-01', [])).toMatchObject({
      isMet: false,
      says: '2项，已完成0项，逾期未完成1项，提前几天算临近还没有设定。',
    })
    const done = ['survey', 'meters'].map((entry) =>
      after(takenUp(entry), ['2026-06-01', report('2026-06-01')], ['2026-06-02', confirm]),
    )
    expect(boardOn('2026-07-01', done, 15)).toMatchObject({
      isMet: true,
      says: '2项，已完成2项，逾期未完成0项，临近期限0项。',
    })
  })
})
