import publishedDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { type Calendar, type CalendarYear, calendarOf, type IsoDate } from './calendar.ts'

/**
 * Working days as the State Council's yearly notices (国务院办公厅关于…部分节假日安排的通知) set them, from the package
 * chinese-days. A year whose notice is not out yet is not in it.
 */
export function officialCalendar(): Calendar {
  const years = new Set(Object.keys(publishedDays.holidays).map((date) => date.slice(0, 4)))
  return calendarOf([...years].sort().map(calendarYear))
}

function calendarYear(year: string): CalendarYear {
  return {
    year: Number(year),
    holidays: namesIn(publishedDays.holidays, year),
    makeUpDays: namesIn(publishedDays.workdays, year),
    source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  }
}

/** Days of one year with the Chinese name of their holiday, which the package gives between two commas. */
function namesIn(days: Readonly<Record<IsoDate, string>>, year: string): Record<IsoDate, string> {
  return Object.fromEntries(
    Object.entries(days)
      .filter(([date]) => date.startsWith(year))
      .map(([date, names]) => [date, names.split(',')[1] ?? names]),
  )
}
