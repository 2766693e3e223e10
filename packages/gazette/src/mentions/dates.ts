/**
 * Dates as Chinese official papers print them: 2021年7月7日, 二〇二一年七月七日, 今年底, 11月中旬, 上半年,
 * 2023年第三季度, “十四五”末. Each stands for its last day.
 */

import { readNumeral } from './numerals.ts'

/** A date as the text prints it, before a missing year is inherited. */
export interface PrintedDate {
  readonly start: number
  /** Offset after the date itself; words like 前 or 以前 are not part of it. */
  readonly end: number
  /** Printed year, null where there is none. */
  readonly year: number | null
  /** 今年 0, 明年 1, 去年 -1: years from the year of reference; null where no such word stands. */
  readonly yearOffset: number | null
  readonly month: number
  /** Day of the month, or its last. */
  readonly day: number | 'last'
  /** How fine the print is: a day, a part of a month (月底, 上旬), a month, a part of a year (年底, 上半年), a year. */
  readonly grain: 'day' | 'part-of-month' | 'month' | 'part-of-year' | 'year'
}

const numeral = '[〇○零一二两三四五六七八九十]'
const yearPattern = /(\d{4}|[\d〇○ОOo零一二三四五六七八九]{4})\s?年(?:度)?/y
const relativeYearPattern = /([今当本同明次翌来去上])年度?/y
const monthPattern = new RegExp(`(\\d{1,2}|${numeral}{1,2})\\s?月份?`, 'y')
const dayPattern = new RegExp(`(\\d{1,2}|${numeral}{1,3})\\s?[日号]`, 'y')
const partOfMonthPattern = /(上旬|中旬|下旬|底|末|初)/y
const partOfYearPattern = /(年?底|年?末|年?内|上半年|下半年|第?([一二三四1-4])季度[末底]?)/y
const planEndPattern = /[“"]?(十[一二三四五六七八九]?)五[”"]?(?:规划)?(?:时期|期)?末/y
const dateStart = /\d|[〇○零一二三四五六七八九十今当本同明次翌来去年上下第“"]/

const relativeYears: Readonly<Record<string, number>> = {
  今: 0,
  当: 0,
  本: 0,
  同: 0,
  明: 1,
  次: 1,
  翌: 1,
  来: 1,
  去: -1,
  上: -1,
}

const daysOfParts: Readonly<Record<string, number | 'last'>> = {
  上旬: 10,
  初: 10,
  中旬: 20,
  下旬: 'last',
  底: 'last',
  末: 'last',
}

/** Reads the date that begins at `offset`, or null where none does. */
export function readPrintedDate(text: string, offset: number): PrintedDate | null {
  if (!dateStart.test(text.charAt(offset))) return null
  const plan = matchAt(planEndPattern, text, offset)
  if (plan) {
    const end = offset + plan[0].length
    return printed(
      offset,
      end,
      { year: planEndYear(plan[1] as string), yearOffset: null },
      12,
      'last',
      'part-of-year',
    )
  }
  const year = readYear(text, offset)
  return readInYear(text, offset, year.end, year)
}

/** 十四 → 2025: the five-year plans have run without a gap since the sixth (六五, 1981—1985). */
function planEndYear(ordinal: string): number {
  return 1955 + 5 * (readCount(ordinal) ?? 0)
}

interface PrintedYear {
  readonly year: number | null
  readonly yearOffset: number | null
}

function readYear(text: string, offset: number): PrintedYear & { end: number } {
  const absolute = matchAt(yearPattern, text, offset)
  if (absolute) {
    return { year: readDigits(absolute[1] as string), yearOffset: null, end: offset + absolute[0].length }
  }
  const relative = matchAt(relativeYearPattern, text, offset)
  if (relative) {
    const yearOffset = relativeYears[relative[1] as string] ?? 0
    return { year: null, yearOffset, end: offset + relative[0].length }
  }
  return { year: null, yearOffset: null, end: offset }
}

function readInYear(text: string, start: number, at: number, year: PrintedYear): PrintedDate | null {
  const hasYear = at > start
  const next = text.charAt(at) === ' ' ? at + 1 : at
  const month = matchAt(monthPattern, text, next)
  if (month) return readInMonth(text, start, next + month[0].length, year, month[1] as string)
  const part = matchAt(partOfYearPattern, text, at)
  // 底, 末 and 内 alone are words like any other: without a year they need their 年.
  if (part && (hasYear || part[0].length > 1)) {
    return printed(start, at + part[0].length, year, lastMonthOf(part), 'last', 'part-of-year')
  }
  return year.year === null ? null : printed(start, at, year, 12, 'last', 'year')
}

function readInMonth(
  text: string,
  start: number,
  at: number,
  year: PrintedYear,
  monthText: string,
): PrintedDate | null {
  const month = readCount(monthText)
  if (month === null || month < 1 || month > 12) return null
  const next = text.charAt(at) === ' ' ? at + 1 : at
  const day = matchAt(dayPattern, text, next)
  if (day) {
    const number = readCount(day[1] as string)
    return number === null ? null : printed(start, next + day[0].length, year, month, number, 'day')
  }
  const part = matchAt(partOfMonthPattern, text, at)
  if (!part) return printed(start, at, year, month, 'last', 'month')
  return printed(start, at + part[0].length, year, month, daysOfParts[part[0]] ?? 'last', 'part-of-month')
}

function lastMonthOf(part: RegExpExecArray): number {
  if (part[2] !== undefined) return 3 * (readCount(part[2]) ?? 4)
  return part[0].startsWith('上') ? 6 : 12
}

function printed(
  start: number,
  end: number,
  year: PrintedYear,
  month: number,
  day: number | 'last',
  grain: PrintedDate['grain'],
): PrintedDate {
  return { start, end, year: year.year, yearOffset: year.yearOffset, month, day, grain }
}

/** 前 and its like behind a date, with the hour of the day before them: 前, 以前, 下班前, 18:00前, （含）前. */
const byWord =
  /\s?(?:[（(]含[^（()）]{0,4}[）)])?(?:\d{1,2}[:：]\d{2}|\d{1,2}[时点](?:\d{1,2}分|半)?|下班|中午|上午|下午(?:\d{1,2}[时点])?)?(?:之前|以前|前(?![期列述提往后三景沿端]))/y

/** Offset after the 前 that stands at `offset`; `offset` itself where none does. */
export function skipByWord(text: string, offset: number): number {
  return offset + (matchAt(byWord, text, offset)?.[0].length ?? 0)
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset
  return pattern.exec(text)
}

/** ISO date of the last day that is meant, in the given year; null for a day that no calendar has (2月30日). */
export function lastDayMeant(date: PrintedDate, year: number): string | null {
  return toIsoDate(year, date.month, date.day === 'last' ? daysInMonth(year, date.month) : date.day)
}

/** ISO 8601 date, or null where the calendar has no such day. */
export function toIsoDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Days of a month in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/**
 * The first full date in a text, as an ISO date: 2021年7月7日, 2021 年 7 月 7 日, 二○二一年七月七日. Null where
 * there is none, or where the first is a day that no calendar has.
 */
export function readFullDate(text: string): string | null {
  fullYear.lastIndex = 0
  for (let match = fullYear.exec(text); match; match = fullYear.exec(text)) {
    const date = readPrintedDate(text, match.index)
    if (date?.year != null && date.grain === 'day') return lastDayMeant(date, date.year)
  }
  return null
}

const fullYear = /(?:\d{4}|[\d〇○ОOo零一二三四五六七八九]{4})\s?年/g

const digitValues: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  О: 0,
  O: 0,
  o: 0,
  零: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 二〇二一, 二○○九, 二00五 or 2021 → 2021: digits one after the other; null for anything else. */
export function readDigits(text: string): number | null {
  let value = 0
  for (const character of text) {
    const digit = digitValues[character] ?? arabicDigit(character)
    if (digit === null) return null
    value = value * 10 + digit
  }
  return text === '' ? null : value
}

const spokenScales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/**
 * A whole number in digits or as it is spoken (12, 二十三, 两); null for anything else. Labels and dates are
 * counted by the thousand: what has no 万 is read here in plain numbers, without `readNumeral`'s exactness.
 */
export function readCount(text: string): number | null {
  let value = 0
  let digit: number | null = null
  let isSpoken = false
  for (const character of text) {
    const scale = spokenScales[character]
    const next = character === '两' ? 2 : (digitValues[character] ?? arabicDigit(character))
    if (scale !== undefined) {
      value += (digit ?? 1) * scale
      digit = null
      isSpoken = true
    } else if (next === null) return readLargeCount(text)
    else digit = isSpoken ? next : (digit ?? 0) * 10 + next
  }
  return text === '' ? null : value + (digit ?? 0)
}

function readLargeCount(text: string): number | null {
  const value = readNumeral(text)
  return value === null || value.includes('.') ? null : Number(value)
}

function arabicDigit(character: string): number | null {
  return character >= '0' && character <= '9' ? Number(character) : null
}
