/**
 * Times by which the clauses of an instrument want something done: dates with the year that they inherit,
 * durations, and recurrences.
 */

import type { Deadline } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { spanOf } from '../traced-text.ts'
import type { TimeContext } from './date-limits.ts'
import { findTimeMentions, type TimeMention } from './deadline-mentions.ts'

/** The deadlines of an instrument in the order in which they stand. */
export function readDeadlines(instrument: ReadInstrument): Deadline[] {
  const timesOf = createTimeReader(instrument)
  const deadlines: Deadline[] = []
  for (const read of instrument.clauses) {
    for (const { start, end, date, duration, recurrence } of timesOf(read)) {
      const text = read.whole.text.slice(start, end)
      const lines = spanOf(read.whole, start, end)
      deadlines.push({ clause: read.clause.id, text, date, duration, recurrence, lines })
    }
  }
  return deadlines
}

/**
 * Reads the times of an instrument's clauses. A date without a year inherits that of the clause, of its heading
 * or one above it, of the title, else of the date of issue.
 */
export function createTimeReader(instrument: ReadInstrument): (clause: ReadClause) => TimeMention[] {
  const root = contextOf(instrument)
  let contexts: Map<string, TimeContext> | null = null
  return ({ clause, whole }) => {
    return findTimeMentions(whole.text, () => {
      contexts ??= contextsOfClauses(instrument.clauses, root)
      return contexts.get(clause.id) ?? root
    })
  }
}

function contextOf({ title, issuedOn }: ReadInstrument): TimeContext {
  const issueYear = yearOf(issuedOn)
  const titleYear = soleYear(title, issueYear)
  return { year: titleYear ?? issueYear, titleYear, issuedOn, isSchedule: false }
}

function contextsOfClauses(clauses: readonly ReadClause[], root: TimeContext): Map<string, TimeContext> {
  const contexts = new Map<string, TimeContext>()
  for (const { clause } of clauses) {
    const above = (clause.parent === null ? undefined : contexts.get(clause.parent)) ?? root
    contexts.set(clause.id, clause.heading === null ? above : contextUnder(clause.heading, above))
  }
  return contexts
}

const schedule = /阶段|步骤|时间|进度|安排|时限|工期/

function contextUnder(heading: string, above: TimeContext): TimeContext {
  const year = soleYear(heading, yearOf(above.issuedOn))
  const isSchedule = above.isSchedule || schedule.test(heading)
  return year === null && isSchedule === above.isSchedule
    ? above
    : { ...above, year: year ?? above.year, isSchedule }
}

function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}

const printedYear = /(\d{4})年(?!远景)/g
const rangeOfYears = /\d{4}年?\s?[-—–－~～至到]/

/** The one year that a heading or title names near the year of issue; null where it names none or several. */
function soleYear(text: string, issueYear: number | null): number | null {
  if (!text.includes('年') || rangeOfYears.test(text)) return null
  const years = new Set([...text.matchAll(printedYear)].map((match) => Number(match[1])))
  const [year] = years
  if (years.size !== 1 || year === undefined) return null
  return issueYear === null || Math.abs(year - issueYear) <= 1 ? year : null
}
