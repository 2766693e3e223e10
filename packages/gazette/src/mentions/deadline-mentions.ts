/**
 * Times by which something is to be done, as a text prints them: 12月15日前, 2022年底前, 11月中旬,
 * 7月1日至9月30日, 3个工作日内, 每月18日前. What merely dates something (a cited document, a figure as of a
 * day, the start of a validity) is none.
 */

import type { DurationUnit } from '../issue.ts'
import { findDateLimit, type TimeContext } from './date-limits.ts'
import { readDuration } from './durations.ts'
import { readRecurrence } from './recurrences.ts'

/** One such time, with offsets in the text. */
export interface TimeMention {
  readonly start: number
  readonly end: number
  readonly date: string | null
  readonly duration: { readonly amount: number; readonly unit: DurationUnit } | null
  readonly recurrence: string | null
}

/** Every time has one of these: 年, 月, 日, …, 工作日, 小时, 星期, and 末 of 十四五末. What 《 opens is passed over. */
const unitOrTitle = /[年月日旬周季天时星末《]/g
/** What may stand before a unit, from the time's first character on. */
const beginnings = new Set(
  '0123456789〇○ОOo零一二两三四五六七八九十百半每按第个工作自然历小上下今当本同明次翌来去“”规划时期年至到-—–~～ ',
)
/** Longest run of such characters that is looked through. */
const longestBeginning = 12

/**
 * All times of a text at which something is due, from left to right. `contextOf` is asked once, when the first
 * date is met: most clauses have none.
 */
export function findTimeMentions(text: string, contextOf: () => TimeContext): TimeMention[] {
  const mentions: TimeMention[] = []
  let context: TimeContext | null = null
  const contextHere = () => {
    context ??= contextOf()
    return context
  }
  let end = 0
  unitOrTitle.lastIndex = 0
  while (unitOrTitle.test(text)) {
    const at = unitOrTitle.lastIndex - 1
    if (text.charAt(at) === '《') {
      unitOrTitle.lastIndex = endOfTitle(text, at)
      continue
    }
    const read = readAround(text, at, Math.max(end, at - longestBeginning), contextHere)
    if (!read) continue
    if (read.mention) mentions.push(read.mention)
    if (read.year !== null) context = { ...contextHere(), year: read.year }
    end = read.end
    unitOrTitle.lastIndex = end
  }
  return mentions
}

const longestTitle = 200

/** Offset after the cited title that begins at `start`, or after its 《 where it holds another or is not closed. */
function endOfTitle(text: string, start: number): number {
  const length = text.slice(start + 1, start + longestTitle).search(/[《》]/)
  const end = start + 1 + length
  return length === -1 || text.charAt(end) === '《' ? start + 1 : end + 1
}

interface TimeReading {
  readonly end: number
  /** Year that the dates after it inherit, or null where it gives none. */
  readonly year: number | null
  /** Null for a date by which nothing is due. */
  readonly mention: TimeMention | null
}

/** Reads the time whose first unit stands at `unit`, from the earliest place where one begins. */
function readAround(
  text: string,
  unit: number,
  from: number,
  contextHere: () => TimeContext,
): TimeReading | null {
  let start = unit
  while (start > from && beginnings.has(text.charAt(start - 1))) start--
  for (; start <= unit; start++) {
    if (start > 0 && isInsideNumber(text.charAt(start - 1), text.charAt(start))) continue
    const limit = readUndatedLimit(text, start)
    if (limit) return { end: limit.end, year: null, mention: limit }
    const date = findDateLimit(text, start, contextHere)
    if (!date) continue
    const mention = date.limit && { ...date.limit, duration: null, recurrence: null }
    return { end: date.end, year: date.year, mention }
  }
  return null
}

const numerals = new Set('0123456789〇○零一二三四五六七八九十百')

/** Whether a time cannot begin between two characters: 2|021年, 三|年内. */
function isInsideNumber(before: string, character: string): boolean {
  if (character === '年') return numerals.has(before) || '两半几数多'.includes(before)
  return numerals.has(character) && numerals.has(before)
}

function readUndatedLimit(text: string, start: number): TimeMention | null {
  const recurrence = readRecurrence(text, start)
  if (recurrence) {
    return { start, end: recurrence.end, date: null, duration: null, recurrence: recurrence.rule }
  }
  const limit = readDuration(text, start)
  if (!limit) return null
  const duration = { amount: limit.amount, unit: limit.unit }
  return { start, end: limit.end, date: null, duration, recurrence: null }
}
