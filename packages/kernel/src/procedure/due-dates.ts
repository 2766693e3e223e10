import { type Cite, citeText } from '../cite.ts'
import { isGap } from '../definition/gap.ts'
import { findValueOn, type Parameter } from '../rule/parameter.ts'
import type { Parameters } from '../rule/rule.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import { addDays, type Calendar, type IsoDate } from '../time/calendar.ts'
import { type DueDate, dueDate, type NoDueDate, type Pause } from '../time/due-date.ts'
import { dateOf, type IsoInstant, isBefore, isDay, startOf } from '../time/instant.ts'
import { isDuration, type LimitLength, type SettableDuration, type TimeLimit } from '../time/time-limit.ts'
import { allActions, caseFieldsOf } from './actions.ts'
import type { Case, Clock } from './case.ts'
import { type LimitDefinition, type Missed, OPENING, type Procedure } from './procedure.ts'

/** A limit of a case: when the law ends it and when the promise does, each explaining itself. */
export interface CaseLimit {
  readonly limit: string
  readonly title: string
  readonly legal: DueDate | NoDueDate
  /** Null where nothing is promised. */
  readonly target: DueDate | NoDueDate | null
  /** When it was met; null while it runs. */
  readonly ended: IsoInstant | null
  readonly missed: Missed
}

/**
 * The limits of a case that have begun, and those of which the text does not say when they begin.
 *
 * @param set the county's values of the parameters that set lengths, by id
 */
export function dueDatesOf(
  procedure: Procedure,
  current: Case,
  calendar: Calendar,
  set: Parameters = {},
): readonly CaseLimit[] {
  return Object.entries(procedure.limits).flatMap(([id, limit]) => {
    const { title, missed } = limit
    if (typeof limit.starts !== 'string') {
      return [{ limit: id, title, legal: startNotSaid(limit), target: null, ended: null, missed }]
    }
    const clock = current.clocks[id]
    if (clock === undefined) return []
    const starts = eventTitle(procedure, limit.starts)
    const due = (length: LimitLength) => dueOf(procedure, current, length, starts, clock, { calendar, set })
    const target = limit.target === undefined ? null : due(limit.target)
    return [{ limit: id, title, legal: due(limit.legal), target, ended: clock.ended, missed }]
  })
}

/** Whether the legal limit had run out at a moment, or before it was met. */
export function isMissed(limit: CaseLimit, now: IsoInstant): boolean {
  if (limit.legal.kind !== 'due') return false
  return !isBefore(limit.ended ?? now, endOf(limit.legal.due))
}

/** The first moment at which something due on a day, or at a moment, is late. */
export function endOf(due: string): IsoInstant {
  return due.includes('T') ? due : startOf(addDays(due, 1))
}

/** A due date that moved because the calendar changed. */
export interface MovedDueDate {
  readonly limit: string
  readonly before: string | null
  readonly after: string | null
  /** The days that count otherwise than before. */
  readonly days: readonly { readonly date: IsoDate; readonly was: string; readonly is: string }[]
  /** One sentence for the user. */
  readonly explanation: string
}

/** Which running limits of a case move when the calendar changes, and because of which days. */
export function movedDueDates(
  procedure: Procedure,
  current: Case,
  before: Calendar,
  after: Calendar,
  set: Parameters = {},
): readonly MovedDueDate[] {
  return Object.entries(current.clocks).flatMap(([id, clock]) => {
    const limit = procedure.limits[id]
    if (limit === undefined || typeof limit.starts !== 'string' || clock.ended !== null) return []
    // A day of the calendar stands where it stands, whichever days are worked on.
    if (!isDuration(limit.legal)) return []
    const starts = eventTitle(procedure, limit.starts)
    const due = (calendar: Calendar) =>
      dueOf(procedure, current, limit.legal, starts, clock, { calendar, set })
    const [old, now] = [due(before), due(after)]
    const [was, is] = [dayOf(old), dayOf(now)]
    if (was === is) return []
    const days = changedDays(old, now)
    const explanation = movedText(limit.title, was, is, days)
    return [{ limit: id, before: was, after: is, days, explanation }]
  })
}

function dueOf(
  procedure: Procedure,
  current: Case,
  length: LimitLength,
  starts: string,
  clock: Clock,
  inForce: InForce,
): DueDate | NoDueDate {
  const { data } = current
  if ('day' in length) return dueOnDay(length.day, length.day, length.basis, starts, clock)
  const field = isDuration(length) ? length.countsFrom : length.field
  const filled = field === undefined ? undefined : data[field]
  const isFilled = typeof filled === 'string' && isDay(filled)
  const label = field === undefined ? '' : `“${fieldLabel(procedure, field)}”`
  if (field !== undefined && !isFilled) {
    return { kind: 'not-said', explanation: `${label}未填写，算不出到期日。` }
  }
  if (isDuration(length)) {
    const since = isFilled ? { ...clock, started: startOf(filled) } : clock
    return dueOfClock({ ...shortened(length, current), starts }, since, inForce)
  }
  const day = String(filled)
  return dueOnDay(day, `${label}所填的${day}`, length.basis, starts, clock)
}

/** A length as it is for one case: by the case's own field where that is shorter. */
function shortened(length: SettableDuration, { data }: Pick<Case, 'data'>): SettableDuration {
  const own = length.shortenedTo === undefined ? undefined : data[length.shortenedTo]
  return typeof own === 'number' && own > 0 && own < length.count ? { ...length, count: own } : length
}

/** A day of the calendar does not move for days off or for a stopped clock; only an extension moves it. */
function dueOnDay(day: IsoDate, says: string, basis: Cite, starts: string, clock: Clock): DueDate {
  const extra = clock.extensions.reduce((sum, extension) => sum + extension, 0)
  const due = addDays(day, extra)
  const longer = extra === 0 ? '' : `，延长${extra}日`
  const begun = `${starts}：${dateOf(clock.started)}`
  const explanation = `${begun}；期限：${says}前（含当日）${longer}（${citeText(basis)}）；到期：${due}。`
  return { kind: 'due', due, days: [], explanation }
}

function fieldLabel(procedure: Procedure, field: string): string {
  const schema = caseFieldsOf(procedure)[field]
  return (schema === undefined ? undefined : findFieldMeta(schema)?.label) ?? field
}

/** What a due date depends on besides the case: the calendar, and the lengths that the county has set. */
interface InForce {
  readonly calendar: Calendar
  readonly set: Parameters
}

function dueOfClock(
  timed: SettableDuration & TimeLimit,
  clock: Clock,
  { calendar, set }: InForce,
): DueDate | NoDueDate {
  const limit = withSetLength(timed, dateOf(clock.started), set)
  if ('kind' in limit) return limit
  const count = clock.extensions.reduce((sum, extension) => sum + extension, limit.count)
  const isInHours = limit.unit === 'hour'
  const start = isInHours ? clock.started : dateOf(clock.started)
  return dueDate({ ...limit, count }, start, calendar, isInHours ? clock.pauses : clock.pauses.map(daysOf))
}

/** The limit at the length of that day; why not, where a parameter of it has no value then. */
function withSetLength(
  { setBy = {}, ...limit }: SettableDuration & TimeLimit,
  on: IsoDate,
  set: Parameters,
): TimeLimit | NoDueDate {
  const inForceOr = <Value>(parameter: Parameter<Value> | undefined, declared: Value) => {
    if (parameter === undefined) return declared
    return findValueOn<Value>(set[parameter.id] ?? parameter, on)?.value
  }
  const [count, unit] = [inForceOr(setBy.count, limit.count), inForceOr(setBy.unit, limit.unit)]
  const firstDay = inForceOr(setBy.firstDay, limit.isFirstDayCounted ? 'same' : 'next')
  if (count !== undefined && unit !== undefined && firstDay !== undefined) {
    return { ...limit, count, unit, isFirstDayCounted: firstDay === 'same' }
  }
  const missing = count === undefined ? setBy.count : unit === undefined ? setBy.unit : setBy.firstDay
  return { kind: 'not-said', explanation: `“${missing?.title}”在${on}尚无规定，不计算到期日。` }
}

function daysOf({ from, to, reason }: Pause): Pause {
  return { from: dateOf(from), to: to === null ? null : dateOf(to), reason }
}

function eventTitle(procedure: Procedure, event: string): string {
  if (event === OPENING) return procedure.opening.title
  return allActions(procedure).find(({ name }) => name === event)?.action.title ?? event
}

function startNotSaid({ starts }: LimitDefinition): NoDueDate {
  const says = typeof starts !== 'string' && isGap(starts) ? starts.says : ''
  return { kind: 'not-said', explanation: `原文没有写明从何时起算，不计算到期日：${says}。` }
}

function dayOf(due: DueDate | NoDueDate): string | null {
  return due.kind === 'due' ? due.due : null
}

function changedDays(before: DueDate | NoDueDate, after: DueDate | NoDueDate): MovedDueDate['days'] {
  const old = new Map((before.kind === 'due' ? before.days : []).map(({ date, reason }) => [date, reason]))
  return (after.kind === 'due' ? after.days : []).flatMap(({ date, reason }) => {
    const was = old.get(date)
    return was === undefined || was === reason ? [] : [{ date, was, is: reason }]
  })
}

function movedText(title: string, was: string | null, is: string | null, days: MovedDueDate['days']): string {
  const because = days.map((day) => `${day.date}由“${day.was}”改为“${day.is}”`).join('，')
  return `日历调整${because === '' ? '' : `（${because}）`}：“${title}”的到期日由${was ?? '未定'}改为${is ?? '未定'}。`
}
