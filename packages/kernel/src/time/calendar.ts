import { Temporal } from 'temporal-polyfill'

/** A date of the calendar in Asia/Shanghai, ISO 8601: `2026-02-14`. */
export type IsoDate = string

/** What a day is for one who counts working days. */
export type DayKind = 'workday' | 'make-up' | 'weekend' | 'holiday'

/** How the kinds read. */
export const dayKindLabels: Readonly<Record<DayKind, string>> = {
  workday: '工作日',
  'make-up': '调休上班日',
  weekend: '周末',
  holiday: '法定节假日',
}

/** One day as the calendar of its year has it. */
export interface CalendarDay {
  readonly date: IsoDate
  readonly kind: DayKind
  /** The holiday's name, where the day is one or makes up for one: 春节 */
  readonly holiday: string | null
}

/** What is published for one year: days off, and weekend days worked in their place. */
export interface CalendarYear {
  readonly year: number
  /** Date → name of the holiday. */
  readonly holidays: Readonly<Record<IsoDate, string>>
  /** Date → name of the holiday that it makes up for. */
  readonly makeUpDays: Readonly<Record<IsoDate, string>>
  /** Who published it, in a form that a user can look up. */
  readonly source: string
}

/** Years whose working days are known. A date outside them is never guessed. */
export interface Calendar {
  readonly years: Readonly<Record<number, CalendarYear>>
}

/** A calendar of these years; a later entry of the same year takes the earlier one's place. */
export function calendarOf(years: readonly CalendarYear[]): Calendar {
  return { years: Object.fromEntries(years.map((year) => [year.year, year])) }
}

/**
 * The calendar with single days corrected, as when a county government closes its offices or has them work.
 *
 * @param source who ordered the correction; it is added to the year's source
 */
export function correctedCalendar(
  calendar: Calendar,
  corrections: readonly {
    readonly date: IsoDate
    readonly kind: 'holiday' | 'make-up'
    readonly name: string
  }[],
  source: string,
): Calendar {
  const years = { ...calendar.years }
  for (const { date, kind, name } of corrections) {
    const year = years[yearOf(date)]
    if (year === undefined) continue
    const { [date]: _holiday, ...holidays } = year.holidays
    const { [date]: _makeUp, ...makeUpDays } = year.makeUpDays
    years[year.year] = {
      ...year,
      holidays: kind === 'holiday' ? { ...holidays, [date]: name } : holidays,
      makeUpDays: kind === 'make-up' ? { ...makeUpDays, [date]: name } : makeUpDays,
      source: year.source.includes(source) ? year.source : `${year.source}；${source}`,
    }
  }
  return { years }
}

/** The day, or null where its year is not known. */
export function findDay(calendar: Calendar, date: IsoDate): CalendarDay | null {
  const year = calendar.years[yearOf(date)]
  if (year === undefined) return null
  const holiday = year.holidays[date]
  if (holiday !== undefined) return { date, kind: 'holiday', holiday }
  const madeUpFor = year.makeUpDays[date]
  if (madeUpFor !== undefined) return { date, kind: 'make-up', holiday: madeUpFor }
  return { date, kind: isWeekend(date) ? 'weekend' : 'workday', holiday: null }
}

/** Limits are counted day by day, over a hundred thousand open cases when a calendar changes: this is plain arithmetic. */
function isWeekend(date: IsoDate): boolean {
  // The epoch began on a Thursday, the fourth day of its week.
  const dayOfWeek = (((midnightOf(date) / MILLISECONDS_A_DAY + 3) % 7) + 7) % 7
  return dayOfWeek > 4
}

const MILLISECONDS_A_DAY = 86_400_000

function midnightOf(date: IsoDate): number {
  return Date.UTC(yearOf(date), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
}

/** Whether offices work on that kind of day. */
export function isWorkedOn(kind: DayKind): boolean {
  return kind === 'workday' || kind === 'make-up'
}

/** The date so many days later. */
export function addDays(date: IsoDate, days: number): IsoDate {
  const day = Number(date.slice(8)) + days
  // Within the month's first 28 days no calendar is needed.
  if (day >= 1 && day <= 28) return date.slice(0, 8) + String(day).padStart(2, '0')
  return new Date(midnightOf(date) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10)
}

/** How many days lie between two days: 0 for the same, 1 for the next; below 0 where the second is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return (midnightOf(to) - midnightOf(from)) / MILLISECONDS_A_DAY
}

/**
 * The date so many months later: on the same day number, or the month's last where it has none such
 * (《民法典》第二百零二条).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString()
}

function yearOf(date: IsoDate): number {
  return Number(date.slice(0, 4))
}
