import type { Finding } from '../issue.ts'
import { daysInMonth, lastDayMeant, readPrintedDate } from '../mentions/dates.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import {
  contextAt,
  createContexts,
  findingIn,
  type InstrumentCheck,
  type InstrumentSources,
  linesOf,
} from './finding-sources.ts'

/** What tells a date of the past: it reports what was done, or dates what is cited. */
const reportsPast =
  /已|每年|每季|每月|逐年|历年|截[至止]|以来|自从|曾|当时|原定|[前去]年|成立|[评获]|基期|以前年度|期间[，,]?全/

/** Dates further back than this are history, not a deadline that was missed. */
const mostDaysBack = 120

/** Deadlines that had passed when the paper was issued. */
export const findDeadlinesBeforeIssue: InstrumentCheck = (sources) => {
  const { issuedOn, deadlines } = sources.instrument
  if (issuedOn === null || !deadlines.some(({ date }) => date !== null && date < issuedOn)) return []
  const contextOf = createContexts(sources)
  return deadlines.flatMap((deadline) => {
    const context = contextOf(deadline)
    if (deadline.date === null || deadline.date >= issuedOn) return []
    if (daysBetween(deadline.date, issuedOn) > mostDaysBack) return []
    if (context !== null && reportsPast.test(context.before + context.after)) return []
    const message = `“${deadline.text}”即${spoken(deadline.date)}，早于成文日期${spoken(issuedOn)}，收文时已经逾期，请改定期限。`
    return [findingIn(sources, 'deadline-before-issue', message, [deadline.lines], deadline.clause)]
  })
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** 2021-07-09 → 2021年7月9日 */
export function spoken(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

const monthOrDay = /\d ?[月日]/

/** Most clauses have no number before 月 or 日. */
function mayHoldDay({ whole, signs }: ReadClause): boolean {
  return (signs & sign.day) !== 0 && (signs & sign.digit) !== 0 && monthOrDay.test(whole.text)
}

/** 9月1日起, 9月1日开始. */
const startWords = /((?:\d{4} ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日) ?(?:起|开始)/g

/** （8月1日至10月31日）, 9月1日到12月25日. */
const rangeWords =
  /((?:\d{4} ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日) ?(?:起)?[至到—~-]{1,2} ?((?:\d{4} ?年)? ?\d{1,2} ?月 ?\d{1,2} ?日)/g

/** 《某法》自…起施行: when what is cited began. */
const datesCited = /》[^，。；]{0,4}[自于从]?\s*$/

/** Work or rules that are to begin before the paper was issued. One finding an instrument. */
export const findStartsBeforeIssue: InstrumentCheck = (sources) => {
  const { issuedOn } = sources.instrument
  if (issuedOn === null) return []
  const findings: Finding[] = []
  const told = new Set<string>()
  for (const clause of sources.read.clauses) {
    const { text } = clause.whole
    if (!mayHoldDay(clause)) continue
    for (const match of [...text.matchAll(startWords), ...text.matchAll(rangeWords)]) {
      const printed = match[1] ?? ''
      const at = match.index + match[0].indexOf(printed)
      const date = resolve(printed, Number(issuedOn.slice(0, 4)), match[0].includes('年') || !/年/.test(text))
      if (date === null || date >= issuedOn || daysBetween(date, issuedOn) > mostDaysBack || told.has(date))
        continue
      const { before, after } = contextAt(text, at)
      if (reportsPast.test(before + after) || datesCited.test(before)) continue
      told.add(date)
      findings.push(startFinding(sources, clause, { at, printed: printed.trim(), date }))
    }
  }
  return findings
}

function startFinding(
  sources: InstrumentSources,
  clause: ReadClause,
  start: { readonly at: number; readonly printed: string; readonly date: string },
): Finding {
  const issuedOn = sources.instrument.issuedOn ?? ''
  const message = `起始日期“${start.printed}”（${spoken(start.date)}）早于成文日期${spoken(issuedOn)}，请确认是否追溯执行。`
  const lines = linesOf(clause, { start: start.at, end: start.at + start.printed.length })
  return findingIn(sources, 'start-before-issue', message, [lines], clause.clause.id)
}

/** The day that a printed date names; the year of issue where none is printed. */
function resolve(printed: string, year: number, mayInherit: boolean): string | null {
  const date = readPrintedDate(printed.trim(), 0)
  if (date === null || (date.year === null && !mayInherit)) return null
  return lastDayMeant(date, date.year ?? year)
}

const monthAndDay = /(?:(\d{4}) ?年 ?)?(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?日/g

/** 2月30日, 13月1日, and 10月31日至8月1日. */
export const findImpossibleDates: InstrumentCheck = (sources) =>
  sources.read.clauses.flatMap((clause) => {
    const { text } = clause.whole
    if (!mayHoldDay(clause)) return []
    const findings: Finding[] = []
    for (const match of text.matchAll(monthAndDay)) {
      const [printed, year, month = '', day = ''] = match
      if (isDay(year === undefined ? 2000 : Number(year), Number(month), Number(day))) continue
      const lines = linesOf(clause, { start: match.index, end: match.index + printed.length })
      const message = `“${printed}”在日历上不存在，请核对日期。`
      findings.push(findingIn(sources, 'impossible-date', message, [lines], clause.clause.id))
    }
    for (const match of text.matchAll(rangeWords)) {
      const reversed = reversedRange(match[1] ?? '', match[2] ?? '')
      if (reversed === null) continue
      const lines = linesOf(clause, { start: match.index, end: match.index + match[0].length })
      findings.push(findingIn(sources, 'impossible-date', reversed, [lines], clause.clause.id))
    }
    return findings
  })

function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A message where the end of a range lies before its start; over the turn of a year only with both years. */
function reversedRange(from: string, to: string): string | null {
  const first = resolve(from, 2000, true)
  const years = [/\d{4}/.exec(from)?.[0], /\d{4}/.exec(to)?.[0]]
  if (first === null || years[0] === undefined) return null
  const last = resolve(to, Number(years[1] ?? years[0]), true)
  if (last === null || last >= first) return null
  // 2022年11月1日至3月31日: the end is meant to lie in the next year.
  if (years[1] === undefined && last.slice(5) < first.slice(5) && Number(last.slice(5, 7)) <= 6) return null
  return `起止日期前后颠倒：“${from.trim()}”晚于“${to.trim()}”，请核对。`
}
