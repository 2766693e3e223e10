/**
 * Tells a date by which something is to be done (12月15日前, 7月1日至9月30日, 到2025年) from one that only dates
 * something (2021年以来, 自7月1日起施行, 截至去年底), and gives it the year that it leaves out.
 */

import { lastDayMeant, type PrintedDate, readCount, readPrintedDate, skipByWord } from './dates.ts'

/** What a date in a text is read against. */
export interface TimeContext {
  /** Year that a date without one inherits: of the nearest heading, the title or the date of issue. */
  readonly year: number | null
  /** Year that the title names, or null. */
  readonly titleYear: number | null
  /** Date of issue, or null. */
  readonly issuedOn: string | null
  /** Whether a heading above says that it speaks of time (工作步骤, 第一阶段, 时间安排). */
  readonly isSchedule: boolean
}

/** What was read at a place where a date begins. */
export interface DateReading {
  /** Offset after the date and the words that belong to it. */
  readonly end: number
  /** Year that the dates after it in the clause inherit, or null where it gives none. */
  readonly year: number | null
  /** The limit, or null where the date is none. */
  readonly limit: { readonly start: number; readonly end: number; readonly date: string | null } | null
}

/** A date, or the two ends of a range. */
interface DateRange {
  /** Null for a single date. */
  readonly first: PrintedDate | null
  readonly last: PrintedDate
}

const connector = /\s?(?:起|开始)?\s?(?:[-—–－~～─]{1,2}|至|到)\s?/y
const dayOnly = /(\d{1,2})\s?[日号]/y
/** What makes a date a limit beside 前. */
const untilWord = /为止|截止|止|之内|以内|内(?![部外容])/y

/** What stands before a date that begins, ends a validity or looks back. */
const undueBefore =
  /(?:有效期|任期|期限|试行期?|规划期)(?:限)?[^，。；、]{0,6}$|已[于在经]?$|年前$|(?:第|号|令)$/
const startBefore = /(?:自|从)$/
const undueAfter =
  /^(?:起|开始|以来|以后|之后|后|施行|生效|至今|第|版|远景|规划|目标|[-—~]|期间|间|[,，]?经?[^，。]{0,8}(?:会议|通过|印发))/
const asOfBefore = /(?:截至|截止到?)$/
const untilBefore = /(?:截至|截止到?|最迟|不晚于|不迟于|延长?至|至|到)$/
const labelBefore = /(?:时限|时间|期限|节点|日期)(?:要求|安排|为)?[:：]?$/
const aimBefore = /(?:^|[。；，、：:;,（(]|到|至|于|在|计划|力争|争取|确保|预计)$/
const actionAfter = /^[^，。；、]{0,12}(?:报送|上报|报|完成|提交|交|召开|组织|开展|公布|公开|举行)/
/** 6月30日、12月31日前: the 前 is for both. */
const otherDayAfter = /^[、和及]\d{1,2}月\d{1,2}日(?:之?前|以前)/
const aimOfYear = /(?:到|至|力争|确保|预计)$/
const opensPartBefore = /(?:^|[。；，、：:;,（(]|\d年[和及]|到|至|力争|确保|预计|计划|于)$/
const opensSentenceBefore = /(?:^|[。；])$/
const nounAfterYear = /^(?:的|前|度|版|第|春|全国|全省|远景|规划|目标|计划)/
/** What is said of things that were there before the day: 2015年前建成的房屋. */
const doneBefore = /^(?!将|把|报|完成|全部)[^，。；]{0,8}(?:已|出生|参加|[建成得记买订工办定]的)/

/** Reads the date or range that begins at `start`; null where none does. */
export function findDateLimit(
  text: string,
  start: number,
  contextHere: () => TimeContext,
): DateReading | null {
  const range = readRange(text, start)
  if (!range) return null
  const { last } = range
  const context = contextHere()
  const year = yearOf(range, context)
  const date = year === null ? null : lastDayMeant(last, year)
  const end = skipLimitWord(text, last.end)
  const place: Place = {
    before: text.slice(Math.max(0, start - 12), start),
    after: text.slice(end, end + 16),
    hasLimitWord: end > last.end || text.charAt(end - 1) === '内',
    date,
    context,
  }
  const isDue = isLimit(range, place)
  const until = end === last.end && isDue ? (untilBefore.exec(place.before)?.[0].length ?? 0) : 0
  return {
    end,
    year: keptYear(last.year, isDue, context),
    limit: isDue ? { start: start - until, end, date } : null,
  }
}

function skipLimitWord(text: string, at: number): number {
  untilWord.lastIndex = at
  const word = untilWord.exec(text)
  return word ? at + word[0].length : skipByWord(text, at)
}

interface Place {
  readonly before: string
  readonly after: string
  readonly hasLimitWord: boolean
  readonly date: string | null
  readonly context: TimeContext
}

function readRange(text: string, start: number): DateRange | null {
  const first = readPrintedDate(text, start)
  if (!first) return null
  connector.lastIndex = first.end
  const joint = connector.exec(text)
  if (!joint) return { first: null, last: first }
  const at = first.end + joint[0].length
  const last = readPrintedDate(text, at)
  if (last) return { first, last }
  dayOnly.lastIndex = at
  const day = first.grain === 'day' ? dayOnly.exec(text) : null
  if (!day) return { first: null, last: first }
  const number = readCount(day[1] as string) ?? 0
  return { first, last: { ...first, start: at, end: at + day[0].length, year: null, day: number } }
}

/** The year of the range's end: printed, told by 今年 or 次年, that of its beginning, or inherited. */
function yearOf({ first, last }: DateRange, context: TimeContext): number | null {
  if (last.year !== null) return last.year
  const issueYear = context.issuedOn === null ? null : Number(context.issuedOn.slice(0, 4))
  if (first === null) {
    return last.yearOffset === null ? context.year : shift(issueYear ?? context.year, last.yearOffset)
  }
  const begin = first.year ?? (first.yearOffset === null ? context.year : shift(issueYear, first.yearOffset))
  if (begin === null) return null
  if (last.yearOffset !== null) return begin + Math.max(last.yearOffset, 0)
  return last.month < first.month ? begin + 1 : begin
}

function shift(year: number | null, by: number): number | null {
  return year === null ? null : year + by
}

/** A past year only hands itself on where it stands in a limit; elsewhere it is what the text looks back on. */
function keptYear(printed: number | null, isDue: boolean, context: TimeContext): number | null {
  if (printed === null) return null
  const issueYear = context.issuedOn === null ? printed : Number(context.issuedOn.slice(0, 4))
  return isDue || printed >= issueYear ? printed : null
}

function isLimit(range: DateRange, place: Place): boolean {
  const { first, last } = range
  if (undueBefore.test(place.before)) return false
  if (labelBefore.test(place.before)) return true
  if (place.hasLimitWord) return isLimitBy(place)
  if (undueAfter.test(place.after)) return false
  if (asOfBefore.test(place.before) && place.context.issuedOn === null) return false
  if (first) return isLimitOfRange(first, last, place)
  if (startBefore.test(place.before) || isPast(place))
    return place.context.isSchedule && last.grain !== 'year'
  return isSingleLimit(last, place)
}

function isLimitBy(place: Place): boolean {
  if (asOfBefore.test(place.before)) return !isPast(place)
  if (!isPast(place)) return true
  return !isLongPast(place) && !doneBefore.test(place.after)
}

function isLimitOfRange(first: PrintedDate, last: PrintedDate, place: Place): boolean {
  if (place.context.isSchedule) return true
  return !(first.grain === 'year' && last.grain === 'year') && !isPast(place)
}

/** A single date without 前 that lies ahead. */
function isSingleLimit(date: PrintedDate, place: Place): boolean {
  switch (date.grain) {
    case 'day':
      if (untilBefore.test(place.before) || otherDayAfter.test(place.after)) return true
      return opensWithDay(place.before) && actionAfter.test(place.after)
    case 'month':
      return aimBefore.test(place.before) && place.after !== ''
    case 'year':
      return isLimitOfYear(date, place)
    default:
      return true
  }
}

/** 于7月1日, and a day with which a part of a sentence begins. */
function opensWithDay(before: string): boolean {
  return before === '' || '于在，。；：'.includes(before.charAt(before.length - 1))
}

/**
 * A bare year: 到2025年, 力争2024年; at the beginning of a sentence also 2024年，…, but not where the instrument
 * is itself about that year (关于印发2022年…要点 … 2022年，…).
 */
function isLimitOfYear(date: PrintedDate, { before, after, context }: Place): boolean {
  if (after === '' || nounAfterYear.test(after)) return false
  const issueYear = context.issuedOn === null ? null : Number(context.issuedOn.slice(0, 4))
  if (issueYear === null || date.year === null) return aimOfYear.test(before)
  if (aimOfYear.test(before) || date.year > issueYear) return opensPartBefore.test(before)
  const isOfThisYear = date.year === issueYear && date.year !== context.titleYear
  return isOfThisYear && opensSentenceBefore.test(before) && /^[，,]/.test(after)
}

function isPast({ date, context }: Place): boolean {
  return date !== null && context.issuedOn !== null && date < context.issuedOn
}

/** More than a year before the date of issue: nothing that the instrument still orders. */
function isLongPast({ date, context }: Place): boolean {
  if (date === null || context.issuedOn === null) return false
  return Number(context.issuedOn.slice(0, 4)) - Number(date.slice(0, 4)) > 1
}
