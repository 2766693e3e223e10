import type { DueView, LimitStanding, LimitView } from '@luoshi/client'
import {
  addDays,
  type Calendar,
  type Case,
  type CaseLimit,
  type DueDate,
  dateOf,
  dueDatesOf,
  endOf,
  findDay,
  type IsoDate,
  type IsoInstant,
  isBefore,
  isDuration,
  isMissed,
  isWorkedOn,
  type LimitDefinition,
  type NoDueDate,
  type Parameters,
  type Procedure,
} from '@luoshi/kernel'
import type { Library } from '../../library.ts'
import { citeView } from './cite-view.ts'

/** Working days before the end from which on a limit is about to run out. */
const SOON = 2

/** Longest stretch over which working days are counted. */
const MOST_DAYS = 4000

/** Why no end can be told, in a few words; the whole sentence is in the explanation. */
const unknownTexts = {
  'unknown-year': '待录入节假日安排',
  paused: '中止',
  'not-a-date': '起算日期有误',
  'not-said': '没有写明到期日',
} satisfies Record<NoDueDate['kind'], string>

/** What limits are seen by. */
export interface LimitSight {
  readonly library: Library
  readonly calendar: Calendar
  /** The county's own parameters of the programme: some set the length of a limit. */
  readonly parameters: Parameters
  readonly now: IsoInstant
  /** Whether every day is given. */
  readonly withDays: boolean
}

/** The limits of a case, each with its standing and how it was counted. */
export function limitViews(procedure: Procedure, current: Case, sight: LimitSight): LimitView[] {
  return dueDatesOf(procedure, current, sight.calendar, sight.parameters).flatMap((limit) => {
    const definition = procedure.limits[limit.limit]
    return definition === undefined ? [] : [limitView(definition, limit, sight)]
  })
}

/** When something is due, and how that was counted. */
export function dueView(due: DueDate | NoDueDate, withDays: boolean): DueView {
  const { explanation } = due
  if (due.kind !== 'due') return { due: null, explanation }
  if (!withDays) return { due: due.due, explanation }
  const days = due.days.map(({ date, number, reason }) => ({ date, isCounted: number !== null, reason }))
  return { due: due.due, explanation, days }
}

function limitView(definition: LimitDefinition, limit: CaseLimit, sight: LimitSight): LimitView {
  const { library, withDays } = sight
  const standing = standingOf(limit, sight)
  return {
    limit: limit.limit,
    title: limit.title,
    legal: dueView(limit.legal, withDays),
    target: limit.target === null ? null : dueView(limit.target, withDays),
    standing,
    next: limit.legal.kind === 'due' ? nextEnd(limit, sight.now) : null,
    remaining: remainingText(definition, limit, standing, sight),
    clause: citeView(library, definition.legal.basis),
  }
}

function standingOf(limit: CaseLimit, { calendar, now }: LimitSight): LimitStanding {
  if (limit.legal.kind === 'paused') return 'stopped'
  if (limit.legal.kind !== 'due') return 'unknown'
  if (limit.ended !== null) return isMissed(limit, now) ? 'endedLate' : 'ended'
  if (isMissed(limit, now)) return 'late'
  const next = nextEnd(limit, now)
  if (isBefore(endOf(next), now)) return 'soon'
  return workingDaysBetween(dateOf(now), next.slice(0, 10), calendar) <= SOON ? 'soon' : 'running'
}

/** The promised end until it has passed, then the legal one. */
function nextEnd({ legal, target }: CaseLimit, now: IsoInstant): string {
  if (target?.kind === 'due' && isBefore(now, endOf(target.due))) return target.due
  return legal.kind === 'due' ? legal.due : ''
}

function remainingText(
  { legal }: LimitDefinition,
  limit: CaseLimit,
  standing: LimitStanding,
  { calendar, now }: LimitSight,
): string {
  switch (standing) {
    case 'stopped':
      return '中止'
    case 'unknown':
      return limit.legal.kind === 'due' ? '' : unknownTexts[limit.legal.kind]
    case 'ended':
      return '按期办结'
    case 'endedLate':
      return '超期办结'
    default: {
      const end = nextEnd(limit, now)
      const unit = isDuration(legal) ? legal.unit : 'day'
      const left =
        unit === 'hour'
          ? hoursText(end, now)
          : daysText(dateOf(now), end.slice(0, 10), unit === 'workday' ? calendar : null)
      const isPromiseOver = limit.target?.kind === 'due' && isBefore(endOf(limit.target.due), now)
      return isPromiseOver && standing !== 'late' ? `已过承诺期限，${left}` : left
    }
  }
}

function hoursText(end: IsoInstant, now: IsoInstant): string {
  const hours = (Date.parse(end) - Date.parse(now)) / 3_600_000
  return hours < 0 ? `超期${Math.ceil(-hours)}小时` : `剩${Math.floor(hours)}小时`
}

/** @param calendar by which working days are counted; null to count calendar days */
function daysText(today: IsoDate, end: IsoDate, calendar: Calendar | null): string {
  const [from, to] = today <= end ? [today, end] : [end, today]
  const unit = calendar === null ? '天' : '个工作日'
  const days =
    calendar === null
      ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
      : workingDaysBetween(from, to, calendar)
  if (end < today) return `超期${days}${unit}`
  return days === 0 ? '今天到期' : `剩${days}${unit}`
}

/** Working days after one day up to another; days of years that are not known count as calendar days. */
function workingDaysBetween(from: IsoDate, to: IsoDate, calendar: Calendar): number {
  let days = 0
  for (let date = from, step = 0; date < to && step < MOST_DAYS; step++) {
    date = addDays(date, 1)
    const day = findDay(calendar, date)
    if (day === null || isWorkedOn(day.kind)) days++
  }
  return days
}
