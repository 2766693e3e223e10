/**
 * Times by which something is to be done, as a text prints them: 12月15日前, 2022年底前, 11月中旬,
 * 7月1日至9月30日, 3个工作日内, 每月18日前. What merely dates something (a cited document, a figure as of a
 * day, the start of a validity) is none.
 */

import type { DurationUnit } from '../issue.ts'
import { findDateLimit } from './date-limits.ts'
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

/** Characters at which a time may begin; the readers tell whether one does. */
const trigger =
  /\d+|每|按[月季旬周]|[日周旬月季]度?(?:调度|通报|汇报|报|例会|分析)|[〇○零一二三四五六七八九十百两]{1,5}(?=[年月日天周星小工自个季])|半个?[年月]|[今当本同明次翌来去上]年|(?<![\d一二三四五六七八九十两半几数多])年[底末内]|[上下]半年|第[一二三四]季度|“?十[一二三四五六七八九]?五”?(?:规划)?(?:时期|期)?末/g
const citedTitle = /《[^《》]*》/g

/** All times of a text at which something is due, from left to right. */
export function findTimeMentions(text: string, context: TimeContext): TimeMention[] {
  const mentions: TimeMention[] = []
  const titles = findCitedTitles(text)
  let nextTitle = 0
  let year = context.year
  trigger.lastIndex = 0
  for (let match = trigger.exec(text); match; match = trigger.exec(text)) {
    const start = match.index
    while ((titles[nextTitle]?.end ?? text.length) <= start) nextTitle++
    const title = titles[nextTitle]
    if (title && title.start < start) {
      trigger.lastIndex = title.end
      continue
    }
    const limit = readUndatedLimit(text, start)
    if (limit) {
      mentions.push(limit)
      trigger.lastIndex = limit.end
      continue
    }
    const read = findDateLimit(text, start, { ...context, year })
    if (!read) continue
    trigger.lastIndex = read.end
    year = read.year ?? year
    if (read.limit) mentions.push({ ...read.limit, duration: null, recurrence: null })
  }
  return mentions
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

interface Title {
  readonly start: number
  readonly end: number
}

function findCitedTitles(text: string): Title[] {
  if (!text.includes('《')) return []
  return [...text.matchAll(citedTitle)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
