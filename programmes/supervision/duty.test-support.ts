import {
  type Actor,
  type Case,
  type Context,
  dateOf,
  dueDatesOf,
  type Facts,
  type IsoDate,
  type Outcome,
  officialCalendar,
  openCase,
  type Parameters,
  transition,
  unitNamed,
  unitTree,
} from '@luoshi/kernel'
import { type CircularFigures, circularFigures } from './circular-draft.ts'
import { duty } from './duty.ts'
import { type FollowedDuty, followedDuty } from './followed-duty.ts'
import { supervision } from './programme.ts'

export const calendar = officialCalendar()

const UNITS = ['office', 'housing', 'finance', 'east-town', 'west-town']
const units = unitTree([
  unitNamed('government', '县人民政府', null),
  ...UNITS.map((id) => unitNamed(id, id, 'government')),
])

const actor = (id: string, role: string, unit: string): Actor => ({
  id,
  county: 'qingyuan',
  posts: [{ role, unit, from: null, until: null }],
})

/** Who acts: two clerks of the supervision office, its head, and one handler for each unit. */
export const people = {
  clerk: actor('clerk', 'supervision-clerk', 'office'),
  other: actor('other', 'supervision-clerk', 'office'),
  chief: actor('chief', 'supervision-chief', 'office'),
  ...Object.fromEntries(UNITS.map((unit) => [unit, actor(`of-${unit}`, 'handler', unit)])),
} as Readonly<Record<string, Actor>>

/** One thing done: when (2022-12-01 or with a time), by whom, what, with what filled in. */
export type Step = readonly [at: string, by: string, action: string, input?: Record<string, unknown>]

export function at(moment: string, facts: Facts = {}, parameters: Parameters = {}): Context {
  const now = moment.includes('T') ? `${moment}:00+08:00` : `${moment}T09:00:00+08:00`
  return {
    now,
    calendar,
    units,
    programme: supervision,
    parameters,
    facts: { unsettledParts: [], ...facts },
  }
}

/** A duty proposed on a day, after steps that are all done; one that is refused is a slip of the test. */
export function dutyAfter(day: string, subject: Record<string, unknown>, ...steps: readonly Step[]): Case {
  const input = {
    number: 'D-1',
    origin: 'meeting',
    title: '清理主街',
    content: '清理主街占道堆物',
    ...subject,
  }
  const opened = { id: String(input.number), county: 'qingyuan', unit: 'office', owner: null }
  const opening = openCase(duty, opened, { by: personOf('clerk'), input }, at(day))
  return steps.reduce((before, step) => done(stepFrom(before, step)), done(opening))
}

/** What comes of one more step. */
export function stepFrom(before: Case, [moment, by, name, input = {}]: Step): Outcome {
  return transition(duty, before, { name, by: personOf(by), input, reason: '按程序办理' }, at(moment))
}

/** The duty as it stands on a day. */
export function standing(current: Case, day: string, parameters: Parameters = {}): FollowedDuty {
  return followedDuty(current, dueDatesOf(duty, current, calendar, parameters), at(day).now, 3)
}

/** Confirmed, and given to a unit. */
export const given = (lead: string, nature: string, more: Record<string, unknown> = {}): Step[] => [
  ['2022-12-01', 'clerk', 'confirm'],
  ['2022-12-01', 'clerk', 'assign', { lead, nature, ...more }],
]

/** Answered and settled. */
export const settled = (unit: string, day: string, answer: Record<string, unknown> = {}): Step[] => [
  ['2022-12-02', unit, 'answer', { plan: '分段清理', ...answer }],
  [day, unit, 'settle', { result: '已清理', evidenceNote: '照片' }],
]

function personOf(name: string): Actor {
  const person = people[name]
  if (person === undefined) throw new Error(`nobody is ${name}`)
  return person
}

function done(outcome: Outcome): Case {
  if (outcome.kind === 'done') return outcome.case
  throw new Error(outcome.issues.map(({ message }) => message).join())
}

/** What each unit did of what was due between two days, from the duties themselves: what counting them must give. */
export function figuresBetween(
  duties: readonly FollowedDuty[],
  from: IsoDate,
  until: IsoDate,
): CircularFigures {
  const due = duties.filter((duty) => isDueWithin(duty, from, until))
  const counted = [...Map.groupBy(due, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    due: own.length,
    inTime: own.filter((duty) => isInTime(duty, until)).length,
  }))
  const late = due
    .filter((duty) => !isInTime(duty, until))
    .toSorted((one, other) => ((one.settling.due ?? '') < (other.settling.due ?? '') ? -1 : 1))
    .map(({ title, unit, settling }) => ({ title, unit, due: settling.due }))
  return circularFigures(counted, late)
}

/** Due in that time, or late before it and not done when it began. */
function isDueWithin(
  { settling: { due, done }, isConfirmed }: FollowedDuty,
  from: IsoDate,
  until: IsoDate,
): boolean {
  if (!isConfirmed || due === null || due > until) return false
  return due >= from || done === null || dateOf(done) >= from
}

function isInTime({ settling: { due, done } }: FollowedDuty, until: IsoDate): boolean {
  if (due === null || done === null) return false
  return dateOf(done) <= due && dateOf(done) <= until
}
