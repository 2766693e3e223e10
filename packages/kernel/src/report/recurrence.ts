import type { Basis } from '../definition/gap.ts'
import { addDays, addMonths, type IsoDate } from '../time/calendar.ts'
import type { Period, PeriodKind } from '../time/period.ts'

/** A day of a month by its number, or its last. A month without that day has its last in its place: 30日 is 28 February. */
export type DayOfMonth = number | 'last'

/** When something comes round. */
export type Turn =
  | { readonly kind: 'once'; readonly date: IsoDate }
  | { readonly kind: 'daily' }
  /** 1 for Monday to 7 for Sunday. */
  | { readonly kind: 'weekly'; readonly weekday: number }
  /** 旬报: on the 10th, the 20th and the last day of each month. */
  | { readonly kind: 'ten-days' }
  /** 每月15日、30日 */
  | { readonly kind: 'monthly'; readonly days: readonly DayOfMonth[] }
  /** Month 1 to 3 of each quarter. */
  | { readonly kind: 'quarterly'; readonly month: number; readonly day: DayOfMonth }
  /** Month 1 to 6 of each half-year. */
  | { readonly kind: 'half-yearly'; readonly month: number; readonly day: DayOfMonth }
  | { readonly kind: 'yearly'; readonly month: number; readonly day: DayOfMonth }

/** When a report is owed, and what stretch of time it is about. */
export interface Recurrence {
  readonly turn: Turn
  /** Whether it is about the period in which the day lies (a forecast, or the month so far), the one before or the one after. */
  readonly covers: 'this' | 'previous' | 'next'
  /** Whether that day itself is in time. 18日前 does not say so: then the basis is a gap. */
  readonly isDayIncluded: boolean
  /** Whether a day off moves on to the next working day. */
  readonly movesToWorkday: boolean
  readonly basis: Basis
}

/** The stretch of time that a turn of that kind is about: every month has its report, whichever day it is due on. */
export const periodOfTurn = {
  once: 'day',
  daily: 'day',
  weekly: 'week',
  'ten-days': 'ten-days',
  monthly: 'month',
  quarterly: 'quarter',
  'half-yearly': 'half-year',
  yearly: 'year',
} as const satisfies Record<Turn['kind'], PeriodKind>

/** The recurrence as a user reads it: 每月18日前（不含当日） */
export function recurrenceText({ turn, isDayIncluded }: Pick<Recurrence, 'turn' | 'isDayIncluded'>): string {
  const when = turnText(turn)
  return isDayIncluded ? `${when}前（含当日）` : `${when}前（不含当日）`
}

function turnText(turn: Turn): string {
  switch (turn.kind) {
    case 'once':
      return turn.date
    case 'daily':
      return '每日终了'
    case 'weekly':
      return `每周${'一二三四五六日'[turn.weekday - 1] ?? turn.weekday}`
    case 'ten-days':
      return '每旬末日'
    case 'monthly':
      return `每月${turn.days.map(dayText).join('、')}`
    case 'quarterly':
      return `每季度第${turn.month}个月${dayText(turn.day)}`
    case 'half-yearly':
      return `每半年第${turn.month}个月${dayText(turn.day)}`
    case 'yearly':
      return `每年${turn.month}月${dayText(turn.day)}`
  }
}

function dayText(day: DayOfMonth): string {
  return day === 'last' ? '末日' : `${day}日`
}

/** The days on which a turn falls within a period of its own kind, in order, each once. */
export function daysOfTurn(turn: Turn, period: Period): readonly IsoDate[] {
  switch (turn.kind) {
    case 'once':
      return period.id === turn.date ? [turn.date] : []
    case 'daily':
    case 'ten-days':
      return [period.until]
    case 'weekly':
      return [addDays(period.from, turn.weekday - 1)]
    case 'monthly':
      return [...new Set(turn.days.map((day) => dayOfMonth(period.from, 1, day)))].sort()
    case 'quarterly':
    case 'half-yearly':
    case 'yearly':
      return [dayOfMonth(period.from, turn.month, turn.day)]
  }
}

/** A day of the n-th month from the first of another. */
function dayOfMonth(first: IsoDate, month: number, day: DayOfMonth): IsoDate {
  const from = addMonths(first, month - 1)
  const last = addDays(addMonths(from, 1), -1)
  if (day === 'last' || day > Number(last.slice(8))) return last
  return addDays(from, day - 1)
}
