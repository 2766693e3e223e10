import type { ReadInstrument } from '../reading.ts'

/** Year of a text: 到2025年, 2021—2025年, “十四五”末; 年底 and 今年 mean the text's own year again. */
const YEAR =
  /(20[0-9]{2}) ?年|(?<![0-9年] ?)年(?:底|内)|今年|“?十([三四五六七])五”?(?!以来)|[-—–~～至] ?(20[0-9]{2})(?=[）)])/g

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

/** A year for goals: 到2025年, “十四五”末. */
const GOAL_YEAR = /[到至] ?(20[0-9]{2}) ?年|“?十([三四五六七])五”?期?末/

/**
 * Year that each clause inherits: of its heading; for a paragraph, the goal year that one before it under the same
 * heading names; else what the clause above it has or names.
 */
function yearsOfHeadings({ clauses }: ReadInstrument, byTitle: number | null): Map<string, number | null> {
  const years = new Map<string, number | null>()
  const named = new Map<string, number>()
  for (const { clause, whole } of clauses) {
    const parent = clause.parent ?? ''
    const heading = clause.heading ?? ''
    const above = named.get(clause.id) ?? named.get(parent) ?? years.get(parent) ?? byTitle
    const own = /[0-9五]/.test(heading) ? lastYear(heading, heading.length) : null
    years.set(clause.id, own ?? above)
    const goal = goalYear(whole.text)
    if (goal === null) continue
    named.set(clause.id, goal)
    if (clause.label === null) named.set(parent, goal)
  }
  return years
}

function goalYear(text: string): number | null {
  const match = text.includes('20') || text.includes('五') ? text.match(GOAL_YEAR) : null
  if (match === null) return null
  return match[2] === undefined ? Number(match[1]) : (LAST_YEARS.get(match[2]) ?? null)
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
    const own = printed ?? rangeEnd
    if (plan !== undefined) year = LAST_YEARS.get(plan) ?? year
    else year = own === undefined ? null : Number(own)
  }
  return year
}
