import type { ReadInstrument } from '../reading.ts'

/** Year of a text: 到2025年, 2021—2025年, “十四五”末 (the five-year plans end in years that 5 divides). */
const YEAR = /(20[0-9]{2}) ?年|“?十([三四五六七])五”?(?!以来)|[-—–~～至] ?(20[0-9]{2})(?=[）)])/g

/** Five-year plan and its last year. */
const LAST_YEARS = new Map([
  ['三', 2020],
  ['四', 2025],
  ['五', 2030],
  ['六', 2035],
  ['七', 2040],
])

/** A year that only dates what is compared with: 比2020年, 自2021年起, 2020年以来. */
const REFERENCE_BEFORE = /(?:比|较|自|从|自从|以)$/
const REFERENCE_BEHIND = /^(?:以来|的?基础上|基数|起)/

/**
 * For a measure in a clause, the year by which it is to be reached: the last one named before it in the clause,
 * else the one of the headings above, of the title, else of the date of issue.
 */
export function createYearFinder(
  instrument: ReadInstrument,
): (clause: string, text: string, at: number) => number | null {
  const issued = instrument.issuedOn === null ? null : Number(instrument.issuedOn.slice(0, 4))
  const byTitle = lastYear(instrument.title, instrument.title.length) ?? issued
  let byClause: Map<string, number | null> | null = null
  return (clause, text, at) => {
    byClause ??= yearsOfHeadings(instrument, byTitle)
    return lastYear(text, at) ?? byClause.get(clause) ?? byTitle
  }
}

function yearsOfHeadings({ clauses }: ReadInstrument, byTitle: number | null): Map<string, number | null> {
  const years = new Map<string, number | null>()
  for (const { clause } of clauses) {
    const above = clause.parent === null ? byTitle : (years.get(clause.parent) ?? byTitle)
    const heading = clause.heading ?? ''
    years.set(clause.id, lastYear(heading, heading.length) ?? above)
  }
  return years
}

/** How far before a measure its year is looked for. */
const LONGEST_REACH = 400

function lastYear(text: string, at: number): number | null {
  const before = text.slice(Math.max(0, at - LONGEST_REACH), at)
  let year: number | null = null
  for (const match of before.matchAll(YEAR)) {
    const [all, printed, plan, rangeEnd] = match
    const isReference =
      REFERENCE_BEFORE.test(before.slice(0, match.index).slice(-2)) ||
      REFERENCE_BEHIND.test(before.slice(match.index + all.length, match.index + all.length + 4))
    if (isReference) continue
    year = plan === undefined ? Number(printed ?? rangeEnd) : (LAST_YEARS.get(plan) ?? year)
  }
  return year
}
