import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from './calendar.ts'

/** A moment, ISO 8601 with its offset: `2026-03-02T09:30:00+08:00`. */
export type IsoInstant = string

/** The zone in which a county's days begin and end. */
export const ZONE = 'Asia/Shanghai'

/** Since 1992 the zone has had no summer time: its offset is always this. */
const LAST_SUMMER_TIME = Date.UTC(1992, 0)
const OFFSET = 8 * 3_600_000

/** The day of a moment, in the time of Shanghai. */
export function dateOf(instant: IsoInstant): IsoDate {
  if (instant !== latest.instant) latest = { instant, day: dayOf(instant) }
  return latest.day
}

/** Whatever is judged at one moment asks for its day again and again. */
let latest: { readonly instant: IsoInstant; readonly day: IsoDate } = { instant: '', day: '' }

function dayOf(instant: IsoInstant): IsoDate {
  const moment = Date.parse(instant)
  if (moment >= LAST_SUMMER_TIME) return new Date(moment + OFFSET).toISOString().slice(0, 10)
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString()
}

/** Whether one moment is before the other, whatever their offsets. */
export function isBefore(instant: IsoInstant, other: IsoInstant): boolean {
  if (instant === other) return false
  const difference = Date.parse(instant) - Date.parse(other)
  // Moments of one millisecond, and texts that are none, are for the exact comparison.
  if (difference < 0 || difference > 0) return difference < 0
  return Temporal.Instant.compare(instant, other) < 0
}

/** The first moment of a day in Shanghai. */
export function startOf(date: IsoDate): IsoInstant {
  return `${date}T00:00:00+08:00`
}

/** Whether a text is a day of the calendar, written as ISO 8601 has it. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))]
  // Asked of every limit of every case, mostly of a day that each month has.
  if (month >= 1 && month <= 12 && day >= 1 && day <= 28) return true
  const moment = Date.parse(`${text}T00:00:00Z`)
  // A day that its month does not have is none, or one of the month after.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text)
}

/** Whether a text is a moment, with its offset. */
export function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}
