import { type RawBuilder, sql } from 'kysely'
import { contains } from '../database/contains.ts'
import { isToldByRuns, runsOf } from './runs.ts'
import type { NoticeSearch } from './search-notices.ts'

/** Words that a notice must hold, each in one of its spellings, folded. */
export type FoldedTerms = readonly (readonly string[])[]

type Condition = RawBuilder<unknown>

const or = (parts: readonly Condition[]): Condition =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : sql`(${sql.join(parts, sql` or `)})`

/** That one of some words stands in a passage `s`. */
export function holdsOneOf(words: readonly string[]): Condition {
  return or(words.map((word) => contains(sql`s.folded`, word)))
}

/** That every term stands in a passage `s`. */
export function holdsAll(terms: FoldedTerms): Condition {
  return sql`(${sql.join(terms.map(holdsOneOf), sql` and `)})`
}

/**
 * That one of some words stands in a passage `s`. The index finds the passages by runs of two characters; they are looked
 * at again where having the runs does not mean that the word stands there. A single character has no run: every passage is
 * looked at.
 */
function isFound(words: readonly string[]): Condition {
  const runs = words.map(runsOf)
  const parts: Condition[] = []
  if (runs.every(({ length }) => length > 0)) {
    parts.push(or(runs.map((of) => sql`gazette_runs(s.folded) @> ${of}::integer[]`)))
  }
  if (!words.every(isToldByRuns)) parts.push(holdsOneOf(words))
  return sql.join(parts, sql` and `)
}

/** Each notice in which one of some words stands: that it does (1), in how many places, and whether (1) or not in its title. */
export function noticesWith(words: readonly string[], county: string | undefined): Condition {
  const [word = ''] = words
  if (words.length === 1 && isToldByRuns(word)) {
    return sql`
      select (c.block << 10) | (counted >> 21) as notice, 1 as held, counted & 1048575 as places,
             (counted >> 20) & 1 as titled
      from gazette_run_counts c cross join unnest(c.counts) counted
      where c.run = ${runsOf(word)[0]} ${ofCounty(sql`c`, county)}`
  }
  return sql`
    select s.notice, 1 as held, count(*)::integer as places, max((s.ordinal = 1)::integer) as titled
    from gazette_searched s where ${isFound(words)} ${ofCounty(sql`s`, county)} group by s.notice`
}

/** Each notice with places in which several terms stand: what is to be taken off where places are counted term by term. */
export function countedTwice(terms: FoldedTerms, county: string | undefined): Condition {
  const pairs = terms.flatMap((words, index) =>
    terms.slice(index + 1).map((others) => sql`(${isFound(words)} and ${isFound(others)})`),
  )
  const held = terms.map((words) => sql`(${holdsOneOf(words)})::integer`)
  // Offset 0 keeps the texts out of the sorting: what is summed is computed before.
  return sql`
    select notice, 0 as held, sum(1 - terms)::integer as places, 0 as titled
    from (select s.notice, ${sql.join(held, sql` + `)} as terms
          from gazette_searched s where ${or(pairs)} ${ofCounty(sql`s`, county)} offset 0) several
    group by notice`
}

function ofCounty(table: Condition, county: string | undefined): Condition {
  return county === undefined ? sql`` : sql`and ${table}.county = ${county}`
}

/** What a search is narrowed to, of an instrument `i`. */
export function narrowing({ county, issuer, year, kind, unit, inForceOn }: NoticeSearch): Condition {
  const parts = [sql`i.is_current`]
  if (county !== undefined) parts.push(sql`i.county = ${county}`)
  if (issuer !== undefined) parts.push(sql`i.issuer = ${issuer}`)
  if (year !== undefined) parts.push(sql`left(i.issued_on, 4) = ${String(year)}`)
  if (kind !== undefined) parts.push(sql`i.kind = ${kind}`)
  if (unit !== undefined) parts.push(sql`${unit} = any(i.units)`)
  if (inForceOn !== undefined) parts.push(inForce(inForceOn))
  return sql.join(parts, sql` and `)
}

/** In force on a day: issued by then, and neither repealed nor run out. */
function inForce(day: string): Condition {
  return sql`i.issued_on <= ${day} and not exists (
    select from gazette_effects e join gazette_instruments b on b.county = e.county and b.id = e.instrument
    where e.county = i.county and e.doc_number = i.doc_number and b.is_current
      and ((e.kind = 'repeals' and e.on_day <= ${day}) or (e.kind = 'ends' and e.on_day < ${day})))`
}
