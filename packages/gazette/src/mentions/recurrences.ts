/** What comes round again: 每月18日前, 每季度末, 每半年, 每周一, 按月, 旬报. As RFC 5545 recurrence rules. */

import { daysInMonth, readCount, skipByWord } from './dates.ts'

/** A recurrence as the text prints it. */
export interface PrintedRecurrence {
  readonly start: number
  readonly end: number
  /** RFC 5545, without the word RRULE. */
  readonly rule: string
}

const number = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const everyPattern =
  /每\s?(\d{1,2}|[一二两三四五六七八九十]{1,2}|半)?\s?个?\s?(年度?|季度?|月份?|旬|周|星期|工作日|日|天)/y
const monthDays = new RegExp(`${number}[日号]?(?:[、和及,，]${number}[日号]?){0,5}`, 'y')
const monthsOfYear = new RegExp(`${number}月?份?(?:[、和及,，]${number}月?份?){0,11}`, 'y')
const daysOfMonths = new RegExp(`${number}月${number}[日号](?:[、和及]${number}月${number}[日号]){1,3}`, 'y')
/** 4至11月, 10月至次年4月, 4月1日至10月31日. */
const season = new RegExp(
  `(${number})月?(?:${number}[日号])?\\s?(?:[-—–~～至到]|——)\\s?(?:次年|翌年)?(${number})月份?(?:(${number})[日号])?`,
  'y',
)
const partOfMonth = /(?:上旬|中旬|下旬|月?底|月?末|月?初)/y
const weekday = /([一二三四五六日天])(?![次个篇期至到级批条名位张场]|报(?![送告]))/y
const byPeriod = /按(?:月|季度?(?!节)|旬|周)/y
const periodReport =
  /(日|周|旬|月|季)度?(?:调度|通报|汇报|报告|例会|分析|小结|考核|评比|会商|研判|检查|巡查|督查|排名)|旬报/y
const notPeriodBefore = /[\d一二三四五六七八九十两上当本每个近今昨明前次翌首末节假生作某春夏秋冬雨旱淡旺]$/
/** 一月一调度, 一季度一通报. */
const oncePerPeriod = /一(日|天|周|旬|月|季度?|年)一(?=[调通报汇督考检排总评会])/y
/** 次月5日前, 当月25日前: of every month, since the text speaks of none. */
const dayOfSomeMonth = /(?:次|当|翌)月的?/y
/** 每人每年, 元/每月: a rate, not a duty that comes round. */
const rateBefore = /(?:每[人户亩户名位台辆头只村家平米吨]|元|[／/])$/
const rateAfter =
  /^(?:约|为|不超过)?\d[\d.,]*(?:万|亿)?元|^[^，。；、]{0,2}(?:增长|递增|下降|提高\d)|^的(?!\d)/

const daysOfWeek: Readonly<Record<string, string>> = {
  一: 'MO',
  二: 'TU',
  三: 'WE',
  四: 'TH',
  五: 'FR',
  六: 'SA',
  日: 'SU',
  天: 'SU',
}

const daysOfParts: Readonly<Record<string, number>> = { 上旬: 10, 初: 10, 中旬: 20, 下旬: -1, 底: -1, 末: -1 }

/** Every tenth day of a month and its last: 旬. */
const tenDays = 'FREQ=MONTHLY;BYMONTHDAY=10,20,-1'

/** Reads the recurrence that begins at `offset`, or null where none does. */
export function readRecurrence(text: string, offset: number): PrintedRecurrence | null {
  const first = text.charAt(offset)
  switch (first) {
    case '每':
      return readEvery(text, offset)
    case '按':
      return readPlain(byPeriod, text, offset)
    case '一':
      return readPlain(oncePerPeriod, text, offset)
    case '次':
    case '当':
    case '翌':
      return readDayOfSomeMonth(text, offset)
    default:
      return notPeriodBefore.test(text.charAt(offset - 1)) ? null : readPlain(periodReport, text, offset)
  }
}

function readEvery(text: string, offset: number): PrintedRecurrence | null {
  const match = execAt(everyPattern, text, offset)
  if (!match || rateBefore.test(text.slice(Math.max(0, offset - 4), offset))) return null
  const at = offset + match[0].length
  if (rateAfter.test(text.slice(at, at + 16))) return null
  const [, times, period = ''] = match
  const detail = times === undefined ? readDetail(text, at, period.charAt(0)) : null
  const rule = detail?.rule ?? plainRule(times ?? '一', period.charAt(0))
  return rule === null ? null : { start: offset, end: detail?.end ?? at, rule }
}

interface Detail {
  readonly rule: string
  readonly end: number
}

function readDetail(text: string, at: number, period: string): Detail | null {
  if (period === '年') return readMonthsOfYear(text, at)
  if (period === '季') return readPartOfQuarter(text, at)
  if (period === '月') return readDaysOfMonth(text, at)
  if (period !== '周' && period !== '星') return null
  const day = execAt(weekday, text, at)
  if (!day) return null
  return { rule: `FREQ=WEEKLY;BYDAY=${daysOfWeek[day[1] as string]}`, end: skipByWord(text, at + 1) }
}

/** 每年3月底前, 每年12月, 每年6月、12月, 每年1月31日前, 每年年底前. */
function readMonthsOfYear(text: string, at: number): Detail | null {
  const yearEnd = execAt(/年?[底末]/y, text, at)
  if (yearEnd) {
    return {
      rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1',
      end: skipByWord(text, at + yearEnd[0].length),
    }
  }
  const lasting = readSeason(text, at)
  if (lasting) return lasting
  const match = execAt(monthsOfYear, text, at)
  if (!match?.[0].includes('月')) return null
  const months = readNumbers(match[0], 12)
  if (months.length === 0) return null
  const several = readDaysOfSeveralMonths(text, at)
  if (several) return several
  const rule = `FREQ=YEARLY;BYMONTH=${months.join()}`
  const end = at + match[0].length
  const part = readPartOfMonth(text, end) ?? readListedDays(text, end)
  const isPossible = part?.days.every((day) => day <= daysInMonth(2024, months[0] as number)) ?? true
  if (!part || !isPossible) return { rule, end: skipByWord(text, end) }
  return { rule: `${rule};BYMONTHDAY=${part.days.join()}`, end: skipByWord(text, part.end) }
}

/** 6月30日、12月31日前: one rule where all are the last days of their months, or the same day. */
function readDaysOfSeveralMonths(text: string, at: number): Detail | null {
  const match = execAt(daysOfMonths, text, at)
  if (!match) return null
  const days = match[0]
    .split(/[、和及]/)
    .map((item) => item.split('月').map((part) => readCount(part.replace(/[日号]/, ''))))
  const isLast = days.every(([month, day]) => day === daysInMonth(2023, month ?? 0))
  const isSame = days.every(([, day]) => day === days[0]?.[1])
  if (!isLast && !isSame) return null
  const months = days.map(([month]) => month).join()
  const rule = `FREQ=YEARLY;BYMONTH=${months};BYMONTHDAY=${isLast ? -1 : days[0]?.[1]}`
  return { rule, end: skipByWord(text, at + match[0].length) }
}

/** A part of every year: each of its months, or its last day where days are printed. */
function readSeason(text: string, at: number): Detail | null {
  const match = execAt(season, text, at)
  const first = readCount(match?.[1] ?? '')
  const last = readCount(match?.[2] ?? '')
  if (!match || first === null || last === null || !isMonth(first) || !isMonth(last)) return null
  const end = skipByWord(text, at + match[0].length)
  const day = match[3] === undefined ? null : readCount(match[3])
  if (day !== null && day >= 1 && day <= daysInMonth(2024, last)) {
    return { rule: `FREQ=YEARLY;BYMONTH=${last};BYMONTHDAY=${day}`, end }
  }
  const months: number[] = []
  for (let month = first; month !== last; month = (month % 12) + 1) months.push(month)
  return { rule: `FREQ=YEARLY;BYMONTH=${[...months, last].sort((a, b) => a - b).join()}`, end }
}

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12
}

/** 每月18日前, 每月15日、30日前, 每月底, 每月中旬. */
function readDaysOfMonth(text: string, at: number): Detail | null {
  const part = readPartOfMonth(text, at) ?? readListedDays(text, at)
  if (!part) return null
  return { rule: `FREQ=MONTHLY;BYMONTHDAY=${part.days.join()}`, end: skipByWord(text, part.end) }
}

/** 每季度末, 每季度首月10日前, 每季度末月20日前. */
function readPartOfQuarter(text: string, at: number): Detail | null {
  const month = execAt(/的?(首|第[一1]个|末|最后一个|第[三3]个)月的?/y, text, at)
  if (month) {
    const months = /^(?:首|第[一1]个)$/.test(month[1] as string) ? '1,4,7,10' : '3,6,9,12'
    const end = at + month[0].length
    const part = readPartOfMonth(text, end) ?? readListedDays(text, end)
    const days = part ? `;BYMONTHDAY=${part.days.join()}` : ''
    return { rule: `FREQ=YEARLY;BYMONTH=${months}${days}`, end: skipByWord(text, part?.end ?? end) }
  }
  const last = execAt(/[末底]/y, text, at)
  if (!last) return null
  return { rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', end: skipByWord(text, at + 1) }
}

function readPartOfMonth(text: string, at: number): { days: number[]; end: number } | null {
  const part = execAt(partOfMonth, text, at)
  if (!part) return null
  return { days: [daysOfParts[part[0].replace('月', '')] ?? -1], end: at + part[0].length }
}

function readListedDays(text: string, at: number): { days: number[]; end: number } | null {
  const match = execAt(monthDays, text, at)
  if (!match || !/[日号]$/.test(match[0])) return null
  const days = readNumbers(match[0], 31)
  return days.length === 0 ? null : { days, end: at + match[0].length }
}

/** Numbers of a list, or none where one of them is no day or month. */
function readNumbers(list: string, highest: number): number[] {
  const numbers = list.split(/[、和及,，]/).map((item) => readCount(item.replace(/[日号月份]/g, '')))
  return numbers.every((value) => value !== null && value >= 1 && value <= highest)
    ? (numbers as number[])
    : []
}

/** 半年, 半月. */
const halfRules: Readonly<Record<string, string>> = {
  年: 'FREQ=MONTHLY;INTERVAL=6',
  月: 'FREQ=MONTHLY;BYMONTHDAY=15,-1',
}

function plainRule(times: string, period: string): string | null {
  if (times === '半') return halfRules[period] ?? null
  const interval = readCount(times)
  if (interval === null || interval === 0) return null
  switch (period) {
    case '年':
      return every('YEARLY', interval)
    case '季':
      return every('MONTHLY', 3 * interval)
    case '月':
      return every('MONTHLY', interval)
    case '旬':
      return interval === 1 ? tenDays : every('DAILY', 10 * interval)
    case '周':
    case '星':
      return every('WEEKLY', interval)
    case '工':
      return interval === 1 ? 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' : null
    default:
      return every('DAILY', interval)
  }
}

function every(frequency: string, interval: number): string {
  return interval === 1 ? `FREQ=${frequency}` : `FREQ=${frequency};INTERVAL=${interval}`
}

/** 按月, 月通报, 一月一调度: a pattern that names its period and no day. */
function readPlain(pattern: RegExp, text: string, offset: number): PrintedRecurrence | null {
  const match = execAt(pattern, text, offset)
  const period = match && (/[日天周旬月季年]/.exec(match[0])?.[0] ?? null)
  const rule = period === null ? null : plainRule('一', period)
  return match && rule !== null ? { start: offset, end: offset + match[0].length, rule } : null
}

function readDayOfSomeMonth(text: string, offset: number): PrintedRecurrence | null {
  const match = execAt(dayOfSomeMonth, text, offset)
  const detail = match && readDaysOfMonth(text, offset + match[0].length)
  return detail ? { start: offset, ...detail } : null
}

function execAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}
