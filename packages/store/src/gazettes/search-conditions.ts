import { type RawBuilder, sql } from 'kysely'
import { containsTold } from '../database/contains.ts'
import { isToldByRuns, runsOf } from './runs.ts'
import type { NoticeSearch } from './search-notices.ts'

/** Words that a notice must hold, each in one of its spellings, folded. */
export type FoldedTerms = readonly (readonly string[])[]

type Condition = RawBuilder<unknown>

const or = (parts: readonly Condition[]): Condition =>
  parts.length === 1 && parts[0] !== undefined ? parts[0] : sql`(${sql.join(parts, sql` or `)})`

/**
 * That one of some words stands in a passage `s`. The word is told when the statement runs, and so are its runs below: the
 * way to it is the same for every word and is not thought out anew for each.
 */
export function holdsOneOf(words: readonly string[]): Condition {
  return or(words.map((word) => containsTold(sql`s.folded`, word)))
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
    parts.push(or(runs.map((of) => sql`gazette_runs(s.folded) @> (select ${of}::integer[])`)))
  }
  if (!words.every(isToldByRuns)) parts.push(holdsOneOf(words))
  return sql.join(parts, sql` and `)
}

/**
 * Each notice in which one of some words stands and which passes the filters: that it does (1), in how many places, whether
 * (1) or not in its title, and when it was issued.
 */
export function noticesWith(words: readonly string[], search: NoticeSearch): Condition {
  const [word = ''] = words
  if (words.length > 1) return read(words, search, [])
  if (isToldByRuns(word)) return counted(word, search)
  const isKept = sql`exists (select from gazette_word_counts where word = ${word})`
  return sql`${counted(word, search)} union all ${read(words, search, [sql`not ${isKept}`])}`
}

/** From what was counted beforehand: no passage is read. */
function counted(word: string, search: NoticeSearch): Condition {
  const place = sql`(counted >> 21) + 1`
  return sql`
    select (c.block << 10) | (counted >> 21) as notice, 1 as held, counted & 1048575 as places,
           (counted >> 20) & 1 as titled, d.issued[${place}] as issued
    from gazette_word_counts c
      join gazette_notice_days d on d.county = c.county and d.block = c.block
      cross join unnest(c.counts) counted
    where c.word = ${word} and ${narrowing(search, sql`c.county`, sql`(c.block << 10) | (counted >> 21)`, place)}`
}

/** From the passages. */
function read(words: readonly string[], search: NoticeSearch, conditions: readonly Condition[]): Condition {
  const place = sql`(notice & 1023) + 1`
  return sql`
    select notice, 1 as held, places, titled, d.issued[${place}] as issued
    from (select s.county, s.notice, count(*)::integer as places, max((s.ordinal = 1)::integer) as titled
        from gazette_searched s where ${sql.join([isFound(words), ...conditions], sql` and `)} group by s.county, s.notice) s
      join gazette_notice_days d on d.county = s.county and d.block = notice >> 10
    where ${narrowing(search, sql`s.county`, sql`notice`, place)}`
}

/** Each notice with places in which several terms stand: what is to be taken off where places are counted term by term. */
export function countedTwice(terms: FoldedTerms, { county }: NoticeSearch): Condition {
  const pairs = terms.flatMap((words, index) =>
    terms.slice(index + 1).map((others) => sql`(${isFound(words)} and ${isFound(others)})`),
  )
  const held = terms.map((words) => sql`(${holdsOneOf(words)})::integer`)
  // What is found of two terms holds both.
  const surplus = terms.length === 2 ? sql`-1` : sql`1 - (${sql.join(held, sql` + `)})`
  const ofCounty = county === undefined ? sql`` : sql`and s.county = ${county}`
  // Offset 0 keeps the texts out of the sorting: what is summed is computed before.
  return sql`
    select notice, 0 as held, sum(surplus)::integer as places, 0 as titled, null::smallint as issued
    from (select s.notice, ${surplus} as surplus from gazette_searched s where ${or(pairs)} ${ofCounty} offset 0) several
    group by notice`
}

/**
 * What a search is narrowed to, of a notice of a county at its place in a row `d` of days: published, issued in that year,
 * in force on that day; and what is read of the instrument itself.
 */
function narrowing(
  { county, issuer, year, kind, unit, inForceOn }: NoticeSearch,
  ofCounty: Condition,
  notice: Condition,
  place: Condition,
): Condition {
  const issued = sql`d.issued[${place}]`
  const parts: Condition[] = []
  if (county !== undefined) parts.push(sql`${ofCounty} = ${county}`)
  if (inForceOn !== undefined) {
    const day = dayOf(inForceOn)
    parts.push(sql`${issued} between -32766 and ${day} and d.ended[${place}] > ${day}`)
  } else parts.push(sql`${issued} > -32768`)
  if (year !== undefined) {
    parts.push(sql`${issued} between ${dayOf(`${year}-01-01`)} and ${dayOf(`${year}-12-31`)}`)
  }
  const ofInstrument: Condition[] = []
  if (issuer !== undefined) ofInstrument.push(sql`i.issuer = ${issuer}`)
  if (kind !== undefined) ofInstrument.push(sql`i.kind = ${kind}`)
  if (unit !== undefined) ofInstrument.push(sql`${unit} = any(i.units)`)
  if (ofInstrument.length > 0) {
    parts.push(
      sql`${notice} in (select i.number from gazette_instruments i where i.is_current and ${sql.join(ofInstrument, sql` and `)})`,
    )
  }
  return sql.join(parts, sql` and `)
}

/** A day as the rows of days have it: found out once, and not for every notice. */
function dayOf(day: string): Condition {
  return sql`(select gazette_day(${day}))`
}
