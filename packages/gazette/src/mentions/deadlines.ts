/**
 * Times by which the clauses of an instrument want something done: dates with the year that they inherit,
 * durations, and recurrences.
 */

import type { Deadline } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { spanOf } from '../traced-text.ts'
import { findTimeMentions, type TimeContext, type TimeMention } from './deadline-mentions.ts'

/** The deadlines of an instrument in the order in which they stand. */
export function readDeadlines(instrument: ReadInstrument): Deadline[] {
  const timesOf = createTimeReader(instrument)
  return instrument.clauses.flatMap((clause) =>
    timesOf(clause).map(({ start, end, date, duration, recurrence }) => ({
      clause: clause.clause.id,
      text: clause.whole.text.slice(start, end),
      date,
      duration,
      recurrence,
      lines: spanOf(clause.whole, start, end),
    })),
  )
}

/**
 * Reads the times of an instrument's clauses. A date without a year inherits that of the clause, of its heading
 * or one above it, of the title, else of the date of issue.
 */
export function createTimeReader(instrument: ReadInstrument): (clause: ReadClause) => TimeMention[] {
  const { title, issuedOn } = instrument
  const issueYear = issuedOn === null ? null : Number(issuedOn.slice(0, 4))
  const titleYear = soleYear(title, issueYear)
  const root: TimeContext = { year: titleYear ?? issueYear, titleYear, issuedOn, isSchedule: false }
  const contexts = new Map<string | null, TimeContext>([[null, root]])
  for (const { clause } of instrument.clauses) {
    const above = contexts.get(clause.parent) ?? root
    contexts.set(clause.id, clause.heading === null ? above : contextUnder(clause.heading, above, issueYear))
  }
  return (clause) => findTimeMentions(clause.whole.text, contexts.get(clause.clause.id) ?? root)
}

const schedule = /阶段|步骤|时间|进度|安排|时限|工期/

function contextUnder(heading: string, above: TimeContext, issueYear: number | null): TimeContext {
  const year = soleYear(heading, issueYear)
  const isSchedule = above.isSchedule || schedule.test(heading)
  return year === null && isSchedule === above.isSchedule
    ? above
    : { ...above, year: year ?? above.year, isSchedule }
}

const printedYear = /(\d{4})年(?!远景)/g
const rangeOfYears = /\d{4}年?\s?[-—–－~～至到]/

/** The one year that a heading or title names near the year of issue; null where it names none or several. */
function soleYear(text: string, issueYear: number | null): number | null {
  if (rangeOfYears.test(text)) return null
  const years = new Set([...text.matchAll(printedYear)].map((match) => Number(match[1])))
  const [year] = years
  if (years.size !== 1 || year === undefined) return null
  return issueYear === null || Math.abs(year - issueYear) <= 1 ? year : null
}
