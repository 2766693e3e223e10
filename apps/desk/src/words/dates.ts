const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六']

/** Offset of Shanghai in milliseconds. */
const SHANGHAI = 8 * 60 * 60 * 1000

/** A day or a moment as parts of the calendar of Shanghai; null for what is neither. */
function partsOf(value: string): { year: string; month: string; day: string; time: string } | null {
  const isMoment = value.includes('T')
  const moment = new Date(isMoment ? value : `${value}T00:00:00+08:00`)
  if (Number.isNaN(moment.getTime())) return null
  const local = new Date(moment.getTime() + SHANGHAI).toISOString()
  return {
    year: local.slice(0, 4),
    month: local.slice(5, 7),
    day: local.slice(8, 10),
    time: isMoment ? local.slice(11, 16) : '',
  }
}

/** 2022年8月22日 */
export function dayText(value: string): string {
  const parts = partsOf(value)
  if (parts === null) return value
  return `${parts.year}年${Number(parts.month)}月${Number(parts.day)}日`
}

/** 9月22日 星期三 */
export function dayOfWeekText(value: string): string {
  const parts = partsOf(value)
  if (parts === null) return value
  const { year, month, day } = parts
  const weekday = WEEKDAYS[new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay()]
  return `${Number(month)}月${Number(day)}日 ${weekday}`
}

/** The same, with its year where that is not this year: 2021年10月31日 星期日 */
export function endDayText(value: string): string {
  const thisYear = today().slice(0, 4)
  const year = partsOf(value)?.year ?? thisYear
  return year === thisYear ? dayOfWeekText(value) : `${year}年${dayOfWeekText(value)}`
}

/** Today in Shanghai. */
function today(): string {
  return new Date(Date.now() + SHANGHAI).toISOString().slice(0, 10)
}

/** Whether a day is behind us. */
export function isPast(day: string): boolean {
  return day < today()
}

/** Whole days of the calendar from the day of a moment to today. */
export function daysSince(moment: string): number {
  const from = dayInTable(moment)
  return Math.round((Date.parse(today()) - Date.parse(from)) / (24 * 60 * 60 * 1000))
}

/** 2022-08-22, for columns. */
export function dayInTable(value: string): string {
  const parts = partsOf(value)
  return parts === null ? value : `${parts.year}-${parts.month}-${parts.day}`
}

/** 2022年8月22日 16:05 */
export function momentText(value: string): string {
  const parts = partsOf(value)
  return parts === null ? value : [dayText(value), parts.time].filter((part) => part !== '').join(' ')
}

/** 2022-08-22 16:05, for columns. */
export function momentInTable(value: string): string {
  const parts = partsOf(value)
  return parts === null ? value : [dayInTable(value), parts.time].filter((part) => part !== '').join(' ')
}
