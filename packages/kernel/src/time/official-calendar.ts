import publishedDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Calendar, type CalendarYear, calendarOf, type IsoDate } from './calendar.ts'

/**
 * Working days as the State Council's yearly notices (国务院办公厅关于…部分节假日安排的通知) set them, from the package
 * chinese-days. A year whose notice is not out yet is not in it.
 */
export function officialCalendar(): Calendar {
  const [holidays, makeUpDays] = [namesByYear(publishedDays.holidays), namesByYear(publishedDays.workdays)]
  return calendarOf(
    [...holidays].map(
      ([year, names]): CalendarYear => ({
        year: Number(year),
        holidays: names,
        makeUpDays: makeUpDays.get(year) ?? {},
        source: `国务院办公厅关于${year}年部分节假日安排的通知`,
      }),
    ),
  )
}

/** Days, by year, with the Chinese name of their holiday, which the package gives between two commas. */
function namesByYear(days: Readonly<Record<IsoDate, string>>): ReadonlyMap<string, Record<IsoDate, string>> {
  const byYear = new Map<string, Record<IsoDate, string>>()
  for (const [date, names] of Object.entries(days)) {
    const year = date.slice(0, 4)
    const found = byYear.get(year) ?? {}
    found[date] = names.split(',')[1] ?? names
    byYear.set(year, found)
  }
  return byYear
}
