import { type Calendar, correctedCalendar, officialCalendar } from '@luoshi/kernel'

/** A record of the register of days. */
export interface CalendarRecord {
  readonly date: string
  readonly kind: 'holiday' | 'make-up'
  readonly name: string
  readonly document: string
}

const official = officialCalendar()

/** A county's calendar: the State Council's, with the days that the county set otherwise. */
export function countyCalendar(records: readonly CalendarRecord[]): Calendar {
  return records.reduce(
    (before, { document, ...day }) => correctedCalendar(before, [day], document),
    official,
  )
}
