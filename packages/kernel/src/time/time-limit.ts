import type { Cite } from '../cite.ts'
import type { Parameter } from '../rule/parameter.ts'
import type { IsoDate } from './calendar.ts'

/** Unit in which a limit is set. What is not called a working day is a calendar day. */
export type TimeUnit = 'hour' | 'day' | 'workday' | 'month' | 'year'

/** How the units read. */
export const timeUnitLabels: Readonly<Record<TimeUnit, string>> = {
  hour: '小时',
  day: '日',
  workday: '个工作日',
  month: '个月',
  year: '年',
}

/** The first day that counts: that of the event itself, or the next. */
export type FirstDay = 'same' | 'next'

/** How the first days read. */
export const firstDayLabels: Readonly<Record<FirstDay, string>> = { same: '当日', next: '次日' }

/** A length of time, as a clause sets it. */
export interface Duration {
  readonly count: number
  readonly unit: TimeUnit
  /** Whether the day of that event is the first that counts. The law's own rule is that it is not. */
  readonly isFirstDayCounted: boolean
  /** Whether an end on a day off moves to the next working day, as 《民法典》第二百零三条 has it. */
  readonly movesToWorkday: boolean
  readonly basis: Cite
}

/** An end that a text sets by the calendar, whatever day the limit began: 2026年10月31日前. That day is still in time. */
export interface FixedDay {
  readonly day: IsoDate
  readonly basis: Cite
}

/** An end that is filled in with each case, in a field of it: 整改期限. */
export interface FieldDay {
  readonly field: string
  readonly basis: Cite
}

/**
 * A length that the county can set: the values of its parameters on the day on which the limit began are used. And one
 * that a case can have shorter, as its item's own limit is.
 */
export interface SettableDuration extends Duration {
  /** Field of the case with a shorter count in the same unit; a longer one, or none, changes nothing. */
  readonly shortenedTo?: string
  /**
   * Field of the case with the day of the event from which it counts, which was entered some days later: a contract
   * signed on Monday and registered on Thursday. Without it, the day of the action.
   */
  readonly countsFrom?: string
  readonly setBy?: {
    readonly count?: Parameter<number>
    readonly unit?: Parameter<TimeUnit>
    /** Which day is the first that counts, where the text does not say. */
    readonly firstDay?: Parameter<FirstDay>
  }
}

/** When a limit ends: after some time, on a day of the calendar, or on the day that a field of the case says. */
export type LimitLength = SettableDuration | FixedDay | FieldDay

/** Whether a limit is a length of time. */
export function isDuration(length: LimitLength): length is SettableDuration {
  return 'count' in length
}

/** The fields of a case on which the end of a limit depends. */
export function limitFields(length: LimitLength): readonly string[] {
  if ('day' in length) return []
  const named = isDuration(length) ? [length.shortenedTo, length.countsFrom] : [length.field]
  return named.filter((field) => field !== undefined)
}

/** How long something may take from an event. */
export interface TimeLimit extends Duration {
  /** Name of the event from which it runs: 受理 */
  readonly starts: string
}

/** A length by the general rule: the first day does not count, and an end on a day off moves on. */
export function duration(count: number, unit: TimeUnit, basis: Cite): Duration {
  return { count, unit, isFirstDayCounted: false, movesToWorkday: true, basis }
}

/** A limit by the general rule: the first day does not count, and an end on a day off moves on. */
export function timeLimit(count: number, unit: TimeUnit, starts: string, basis: Cite): TimeLimit {
  return { ...duration(count, unit, basis), starts }
}

/** The limit as a user reads it: 受理之日起20个工作日内 */
export function timeLimitText(limit: TimeLimit): string {
  const start = limit.unit === 'hour' ? '起' : '之日起'
  return `${limit.starts}${start}${limit.count}${timeUnitLabels[limit.unit]}内`
}
