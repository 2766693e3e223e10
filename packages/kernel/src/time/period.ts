import { addDays, addMonths, type IsoDate } from './calendar.ts'
import { isDay } from './instant.ts'

/** A stretch of the calendar that comes round: what figures are kept by, and reports are about. */
export type PeriodKind = 'year' | 'half-year' | 'quarter' | 'month' | 'ten-days' | 'week' | 'day'

/** How the kinds read, for what is kept or owed by them. */
export const periodKindLabels: Readonly<Record<PeriodKind, string>> = {
  year: '年度',
  'half-year': '半年',
  quarter: '季度',
  month: '月度',
  'ten-days': '旬',
  week: '周',
  day: '日',
}

/** One such stretch. */
export interface Period {
  readonly kind: PeriodKind
  /** `2026`, `2026-H1`, `2026-Q3`, `2026-08`, `2026-08-T2` (中旬), `2026-W09` (ISO 8601), `2026-08-18` */
  readonly id: string
  /** 2026年8月中旬 */
  readonly title: string
  /** First and last day. */
  readonly from: IsoDate
  readonly until: IsoDate
}

/** The period of that kind in which a day lies. */
export function periodOf(kind: PeriodKind, date: IsoDate): Period {
  return { kind, ...spans[kind](date) }
}

/** The period by its id; undefined where it is none. */
export function findPeriod(id: string): Period | undefined {
  const kind = kindOf(id)
  if (kind === undefined) return undefined
  const start = starts[kind](id)
  if (!isDay(start)) return undefined
  const period = periodOf(kind, start)
  return period.id === id ? period : undefined
}

/** The period after. */
export function periodAfter(period: Period): Period {
  return periodOf(period.kind, addDays(period.until, 1))
}

/** The period before. */
export function periodBefore(period: Period): Period {
  return periodOf(period.kind, addDays(period.from, -1))
}

/** The periods of that kind that have a day between these two, in order. */
export function periodsBetween(kind: PeriodKind, from: IsoDate, until: IsoDate): readonly Period[] {
  const periods: Period[] = []
  for (let period = periodOf(kind, from); period.from <= until; period = periodAfter(period)) {
    periods.push(period)
  }
  return periods
}

/** Whether every day of a period lies in the other. */
export function isPeriodWithin(period: Period, outer: Period): boolean {
  return outer.from <= period.from && period.until <= outer.until
}

type Span = Omit<Period, 'kind'>

const spans = {
  year: (date) => {
    const year = date.slice(0, 4)
    return { id: year, title: `${year}年`, from: `${year}-01-01`, until: `${year}-12-31` }
  },
  'half-year': (date) => monthsFrom(date, 6, (half) => [`H${half}`, half === 1 ? '上半年' : '下半年']),
  quarter: (date) => monthsFrom(date, 3, (quarter) => [`Q${quarter}`, `第${digits[quarter]}季度`]),
  month: (date) => monthsFrom(date, 1, (month) => [twoDigits(month), `${month}月`]),
  'ten-days': tenDaysOf,
  week: weekOf,
  day: (date) => ({ id: date, title: chineseDay(date), from: date, until: date }),
} satisfies Record<PeriodKind, (date: IsoDate) => Span>

const digits = ['', '一', '二', '三', '四']
const partsOfMonth = ['上旬', '中旬', '下旬']

function monthsFrom(
  date: IsoDate,
  length: number,
  namesOf: (number: number) => readonly [id: string, title: string],
): Span {
  const year = date.slice(0, 4)
  const number = Math.ceil(Number(date.slice(5, 7)) / length)
  const from = `${year}-${twoDigits((number - 1) * length + 1)}-01`
  const [id, title] = namesOf(number)
  return {
    id: `${year}-${id}`,
    title: `${year}年${title}`,
    from,
    until: addDays(addMonths(from, length), -1),
  }
}

function tenDaysOf(date: IsoDate): Span {
  const month = periodOf('month', date)
  const part = Math.min(2, Math.floor((Number(date.slice(8)) - 1) / 10))
  return {
    id: `${month.id}-T${part + 1}`,
    title: `${month.title}${partsOfMonth[part]}`,
    from: `${month.id}-${twoDigits(part * 10 + 1)}`,
    until: part === 2 ? month.until : `${month.id}-${twoDigits(part * 10 + 10)}`,
  }
}

/** A week begins on a Monday and belongs to the year in which its Thursday lies. */
function weekOf(date: IsoDate): Span {
  const monday = addDays(date, -((dayNumber(date) + 3) % 7))
  const year = addDays(monday, 3).slice(0, 4)
  const first = `${year}-01-04`
  const firstMonday = dayNumber(first) - ((dayNumber(first) + 3) % 7)
  const number = (dayNumber(monday) - firstMonday) / 7 + 1
  return {
    id: `${year}-W${twoDigits(number)}`,
    title: `${year}年第${number}周`,
    from: monday,
    until: addDays(monday, 6),
  }
}

/** Days since the epoch, which began on a Thursday. */
function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}

/** Forms of ids, each with the first day of the period that it names. */
const starts = {
  year: (id) => `${id}-01-01`,
  'half-year': (id) => `${id.slice(0, 4)}-${id.endsWith('1') ? '01' : '07'}-01`,
  quarter: (id) => `${id.slice(0, 4)}-${twoDigits(Number(id.slice(6)) * 3 - 2)}-01`,
  month: (id) => `${id}-01`,
  'ten-days': (id) => `${id.slice(0, 7)}-${twoDigits(Number(id.slice(9)) * 10 - 9)}`,
  week: (id) => addDays(periodOf('week', `${id.slice(0, 4)}-01-04`).from, (Number(id.slice(6)) - 1) * 7),
  day: (id) => id,
} satisfies Record<PeriodKind, (id: string) => IsoDate>

const forms: readonly (readonly [PeriodKind, RegExp])[] = [
  ['year', /^\d{4}$/],
  ['half-year', /^\d{4}-H[12]$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['month', /^\d{4}-\d{2}$/],
  ['ten-days', /^\d{4}-\d{2}-T[1-3]$/],
  ['week', /^\d{4}-W\d{2}$/],
  ['day', /^\d{4}-\d{2}-\d{2}$/],
]

function kindOf(id: string): PeriodKind | undefined {
  return forms.find(([, form]) => form.test(id))?.[0]
}

function chineseDay(date: IsoDate): string {
  return `${date.slice(0, 4)}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
