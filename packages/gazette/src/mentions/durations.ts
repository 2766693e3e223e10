/** Lengths of time within which something is to be done: 3个工作日内, 20日内, 两个月内, 公示7天. */

import type { DurationUnit } from '../issue.ts'
import { readCount } from './dates.ts'

/** A length of time as the text prints it. */
export interface PrintedDuration {
  readonly start: number
  readonly end: number
  readonly amount: number
  readonly unit: DurationUnit
}

const count = '(?:\\d{1,4}|[一二三四五六七八九十百两]{1,4})'
const duration = new RegExp(
  `(?:${count}\\s?(?:[-—–~～至到]|——)\\s?)?(${count}|半)\\s?个?\\s?(工作日|自然日|日历日|日|天|小时|周|星期|月|季度|年)`,
  'y',
)

const units: Readonly<Record<string, { unit: DurationUnit; times: number }>> = {
  工作日: { unit: 'workday', times: 1 },
  自然日: { unit: 'day', times: 1 },
  日历日: { unit: 'day', times: 1 },
  日: { unit: 'day', times: 1 },
  天: { unit: 'day', times: 1 },
  小时: { unit: 'hour', times: 1 },
  周: { unit: 'week', times: 1 },
  星期: { unit: 'week', times: 1 },
  月: { unit: 'month', times: 1 },
  季度: { unit: 'month', times: 3 },
  年: { unit: 'year', times: 1 },
}

/** 半年 and 半个月: no whole number of their own unit. */
const halves: Readonly<Record<string, { amount: number; unit: DurationUnit }>> = {
  年: { amount: 6, unit: 'month' },
  月: { amount: 15, unit: 'day' },
}

const within =
  /(?:[（(][^（()）]{1,6}[）)])?(?:期限|时间)?(?:(?:以内|之内|内)|(之前|以前|前(?![期列述提往后三])))/y
/** What makes a length of time a limit even where no 内 follows it. */
const limitBefore =
  /(?:公示期?(?:限|间)?(?:为|不少于|不低于)?|公告期?(?:为|不少于)?|限期|期限为?|时限为?|为期|不(?:得)?(?:超过|少于|晚于|迟于)|提前)(?:原则上)?$/
/** What a number of days can precede; elsewhere 25日前 is a day of some month. */
const eventBefore =
  /(?:的|召开|举行|举办|期满|届满|到期|开工|施工|实施|开始|活动|会议|听证|考试|之日|提前|至少)$/
/** What makes it no limit: an age, a span looked back on, a condition. */
const spanBefore = /(?:近|过去|最近|前|连续|累计|已满|(?<![期届])满|年限|第|从事|任职)$/

/** 开工前一个月报…, 召开前3日内: so long before it. */
const leadBefore = /[^此之以]前$/
const leadAfter = /^(?:报|向|通知|告知|提出|申请)/

/** Reads the limit that begins at `offset`, or null where none does. */
export function readDuration(text: string, offset: number): PrintedDuration | null {
  duration.lastIndex = offset
  const match = duration.exec(text)
  if (!match) return null
  const [printed, number = '', unit = ''] = match
  const after = offset + printed.length
  within.lastIndex = after
  const suffix = within.exec(text)
  const before = text.slice(Math.max(0, offset - 12), offset)
  const isLead =
    unit !== '年' &&
    leadBefore.test(before) &&
    (suffix !== null || leadAfter.test(text.slice(after, after + 4)))
  if (!isLead && !isLimit({ printed, unit, suffix, before })) return null
  const measured = measure(number, unit, printed)
  return measured && { start: offset, end: after + (suffix?.[0].length ?? 0), ...measured }
}

interface Length {
  readonly printed: string
  readonly unit: string
  /** 内 or 前 behind it; 前 is captured. */
  readonly suffix: RegExpExecArray | null
  readonly before: string
}

function isLimit({ printed, unit, suffix, before }: Length): boolean {
  // 3月内 is a month of the calendar, 3个月内 a length.
  if (spanBefore.test(before) || (unit === '月' && !printed.includes('个'))) return false
  if (unit === '工作日' || unit === '自然日' || unit === '日历日') return true
  if (suffix?.[1] !== undefined && !eventBefore.test(before)) return false
  return suffix !== null || (unit !== '年' && limitBefore.test(before))
}

function measure(
  number: string,
  unit: string,
  printed: string,
): { amount: number; unit: DurationUnit } | null {
  if (number === '半') return halves[unit] ?? null
  const amount = readCount(number)
  const known = units[unit]
  // 2021年内 is a year of the calendar.
  if (amount === null || amount === 0 || !known || (unit === '年' && /\d{4}/.test(printed))) return null
  return { amount: amount * known.times, unit: known.unit }
}
