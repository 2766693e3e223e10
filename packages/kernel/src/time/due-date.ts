import { Temporal } from 'temporal-polyfill'
import { citeText } from '../cite.ts'
import {
  addDays,
  addMonths,
  type Calendar,
  type CalendarDay,
  dayKindLabels,
  findDay,
  type IsoDate,
  isWorkedOn,
} from './calendar.ts'
import { dateOf, isBefore, isDay, isInstant, ZONE } from './instant.ts'
import { type TimeLimit, timeLimitText } from './time-limit.ts'

/**
 * From one day to another, both included, in which the limit does not run: materials are being corrected, say. For a
 * limit in hours, from one moment to another.
 */
export interface Pause {
  readonly from: string
  /** Null while it still lasts. */
  readonly to: string | null
  /** 补正材料 */
  readonly reason: string
}

/** One day on the way to the due date: whether it counts, and why or why not. */
export interface CountedDay {
  readonly date: IsoDate
  /** 1 for the first that counts; null for a day that does not. */
  readonly number: number | null
  readonly reason: string
}

/** When something is due, with every day that led there. */
export interface DueDate {
  readonly kind: 'due'
  /** Last day on which it is still in time; for hours, the last instant, ISO 8601 with offset. */
  readonly due: string
  readonly days: readonly CountedDay[]
  /** One sentence for the user. */
  readonly explanation: string
}

/** Why no date can be said, and what would allow it. */
export interface NoDueDate {
  readonly kind: 'unknown-year' | 'paused' | 'not-a-date' | 'not-said'
  readonly explanation: string
}

/** Longest count of days looked at: no limit of administrative law comes near. */
const MOST_DAYS = 40_000

/**
 * When a limit runs out: a pure function of the limit, its start, the pauses and the calendar.
 *
 * @param start date of the event; for a limit in hours, its instant with offset (`2026-03-02T09:30:00+08:00`)
 */
export function dueDate(
  limit: TimeLimit,
  start: string,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): DueDate | NoDueDate {
  if (limit.unit === 'hour') return dueInHours(limit, start, pauses)
  if (!isDay(start)) return notADate(start)
  const open = pauses.find((pause) => pause.to === null)
  if (open !== undefined) {
    const ended = pauses.filter((pause) => pause.to !== null)
    const without = dueDate(limit, start, calendar, ended)
    // It had run out before it could be stopped.
    if (without.kind === 'due' && without.due < open.from) return without
    return stillPaused(open.from, open.reason)
  }
  if (limit.unit === 'month' || limit.unit === 'year') return dueInMonths(limit, start, calendar, pauses)
  return pauses.length > 0
    ? dueInDays(limit, start, calendar, pauses)
    : rememberedDue(limit, start, calendar, () => dueInDays(limit, start, calendar, []))
}

/** Due dates by calendar, then by limit and start: of the cases of a county many begin on the same day. */
const remembered = new WeakMap<Calendar, Map<string, DueDate | NoDueDate>>()
/** Due dates that are remembered of one calendar; a long one holds each of its days. */
const MOST_REMEMBERED = 4000

function rememberedDue(
  { count, unit, isFirstDayCounted, movesToWorkday, starts, basis }: TimeLimit,
  start: IsoDate,
  calendar: Calendar,
  find: () => DueDate | NoDueDate,
): DueDate | NoDueDate {
  const known = remembered.get(calendar) ?? new Map<string, DueDate | NoDueDate>()
  const key = [start, count, unit, isFirstDayCounted, movesToWorkday, starts, citeText(basis)].join('|')
  const found = known.get(key)
  if (found !== undefined) return found
  const due = find()
  if (known.size >= MOST_REMEMBERED) known.clear()
  remembered.set(calendar, known.set(key, due))
  return due
}

/** Counts hour by hour, holidays too; a pause moves the end by as long as it lasts. */
function dueInHours(limit: TimeLimit, start: string, pauses: readonly Pause[]): DueDate | NoDueDate {
  if (!isInstant(start)) return notADate(start)
  const days: CountedDay[] = []
  let free = Temporal.Instant.from(start)
  let end = free.add({ hours: limit.count })
  for (const { from, to, reason } of [...pauses].sort((a, b) => (isBefore(a.from, b.from) ? -1 : 1))) {
    const begin = laterInstant(Temporal.Instant.from(from), free)
    if (Temporal.Instant.compare(begin, end) > 0) break
    if (to === null) return stillPaused(from, reason)
    const stop = laterInstant(Temporal.Instant.from(to), begin)
    const length = begin.until(stop)
    end = end.add(length)
    free = stop
    const minutes = Math.ceil(length.total('minutes'))
    days.push({ date: dateOf(end.toString()), number: null, reason: `中止${minutes}分钟，顺延：${reason}` })
  }
  const due = end.toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' })
  return { kind: 'due', due, days, explanation: sentence(limit, start, due) }
}

function laterInstant(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? b : a
}

/** Counts day by day: those in a pause and, for working days, those off do not count. */
function dueInDays(
  limit: TimeLimit,
  start: IsoDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): DueDate | NoDueDate {
  const days: CountedDay[] = []
  let counted = 0
  let date = start
  for (let step = 0; counted < limit.count && step < MOST_DAYS; step++) {
    if (step > 0) date = addDays(date, 1)
    const day = findDay(calendar, date)
    if (day === null && limit.unit === 'workday') return unknownYear(date)
    const skipped = reasonNotToCount(limit, day, date, start, pauses)
    if (skipped === null) counted++
    days.push({ date, number: skipped === null ? counted : null, reason: skipped ?? reasonToCount(day) })
  }
  return movedOn(limit, start, date, days, calendar)
}

function dueInMonths(
  limit: TimeLimit,
  start: IsoDate,
  calendar: Calendar,
  pauses: readonly Pause[],
): DueDate | NoDueDate {
  const isYears = limit.unit === 'year'
  const sameDay = addMonths(start, isYears ? limit.count * 12 : limit.count)
  let end = limit.isFirstDayCounted ? addDays(sameDay, -1) : sameDay
  const days: CountedDay[] = [
    { date: end, number: null, reason: `满${limit.count}${isYears ? '年' : '个月'}` },
  ]
  for (const pause of mergedPauses(pauses, start)) {
    if (pause.from > end) break
    const length = daysFrom(pause.from, pause.to) + 1
    end = addDays(end, length)
    days.push({ date: end, number: null, reason: `中止${length}日，顺延：${pause.reason}` })
  }
  return movedOn(limit, start, end, days, calendar)
}

/** Pauses that have ended, from the start on, in order, and without a day twice. */
function mergedPauses(
  pauses: readonly Pause[],
  start: IsoDate,
): { from: IsoDate; to: IsoDate; reason: string }[] {
  const merged: { from: IsoDate; to: IsoDate; reason: string }[] = []
  let free = start
  for (const { from, to, reason } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to === null || to < free) continue
    merged.push({ from: laterOf(from, free), to, reason })
    free = addDays(to, 1)
  }
  return merged
}

/** Moves an end on a day off to the next working day, where the limit does so. */
function movedOn(
  limit: TimeLimit,
  start: IsoDate,
  end: IsoDate,
  days: CountedDay[],
  calendar: Calendar,
): DueDate | NoDueDate {
  let date = end
  if (limit.movesToWorkday) {
    for (let day = findDay(calendar, date); ; day = findDay(calendar, date)) {
      if (day === null) return unknownYear(date)
      if (isWorkedOn(day.kind)) break
      date = addDays(date, 1)
      days.push({ date, number: null, reason: `前一日是${nameOf(day)}，期限顺延` })
    }
  }
  return { kind: 'due', due: date, days, explanation: sentence(limit, start, date) }
}

function reasonNotToCount(
  limit: TimeLimit,
  day: CalendarDay | null,
  date: IsoDate,
  start: IsoDate,
  pauses: readonly Pause[],
): string | null {
  if (date === start && !limit.isFirstDayCounted) return `${limit.starts}当日不计入`
  const pause = pauses.find(({ from, to }) => from <= date && (to === null || date <= to))
  if (pause !== undefined) return `中止：${pause.reason}`
  if (limit.unit === 'workday' && day !== null && !isWorkedOn(day.kind)) return nameOf(day)
  return null
}

function reasonToCount(day: CalendarDay | null): string {
  return day?.kind === 'make-up' ? nameOf(day) : '计入'
}

function nameOf(day: CalendarDay): string {
  return day.holiday === null ? dayKindLabels[day.kind] : `${dayKindLabels[day.kind]}（${day.holiday}）`
}

function laterOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? b : a
}

function daysFrom(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}

function sentence(limit: TimeLimit, start: string, due: string): string {
  return `${limit.starts}：${start}；期限：${timeLimitText(limit)}（${citeText(limit.basis)}）；到期：${due}。`
}

function unknownYear(date: IsoDate): NoDueDate {
  return {
    kind: 'unknown-year',
    explanation: `${date.slice(0, 4)}年的节假日安排尚未录入，算不出到期日；录入该年日历后再算。`,
  }
}

function stillPaused(from: string, reason: string): NoDueDate {
  return { kind: 'paused', explanation: `期限自${from}起中止（${reason}），恢复后才能算出到期日。` }
}

function notADate(start: string): NoDueDate {
  return { kind: 'not-a-date', explanation: `起算时间“${start}”不是有效日期，应写作2026-03-02这样的日期。` }
}
