import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { foldedPlaces, foldText, storableText } from './fold-text.ts'
import { headColumns, headFrom, type NoticeHead } from './notice-heads.ts'
import { countedTwice, type FoldedTerms, holdsAll, holdsOneOf, noticesWith } from './search-conditions.ts'

/** A word that is looked for, with every other way in which it may be written. */
export type SearchTerm = readonly string[]

/** What is searched for, and among what. */
export interface NoticeSearch {
  /** Each must stand somewhere in a notice, in one of its spellings. */
  readonly terms: readonly SearchTerm[]
  readonly county?: string | undefined
  readonly issuer?: string | undefined
  readonly year?: number | undefined
  readonly kind?: string | undefined
  /** Bound by a duty, as the county calls it. */
  readonly unit?: string | undefined
  /** A day on which the notice must be in force. */
  readonly inForceOn?: string | undefined
  readonly limit: number
  readonly offset?: number
}

/** A place that holds a word: a title, a clause or a row of a table. */
export interface FoundPlace {
  readonly kind: 'title' | 'clause' | 'row'
  readonly clause: string | null
  readonly reference: string
  readonly table: number | null
  readonly text: string
  readonly line: number
  /** Where the words stand in `text`, without overlaps, from the first. */
  readonly marks: readonly (readonly [start: number, end: number])[]
}

/** A notice that holds every word. */
export interface FoundNotice {
  readonly head: NoticeHead
  /** The best places, in the order of the text. */
  readonly places: readonly FoundPlace[]
  /** How many places hold a word. */
  readonly placeCount: number
}

/** The best of what was found, and how much there is. */
export interface FoundNotices {
  readonly count: number
  /** Places that hold a word in all of them. */
  readonly placeCount: number
  readonly notices: readonly FoundNotice[]
}

/** Places that are shown of a notice. */
const MOST_PLACES = 3

const nothing: FoundNotices = { count: 0, placeCount: 0, notices: [] }

/** Notices that hold every word, the best first: by number, by title, then the latest. */
export async function searchNotices(db: Database, search: NoticeSearch): Promise<FoundNotices> {
  const terms = search.terms.map((spellings) => spellings.map(folded).filter((word) => word !== ''))
  if (terms.length === 0 || terms.some((spellings) => spellings.length === 0)) return nothing
  const words = terms.flat()
  const { rows } = await found(db, terms.map(shortest), words, search)
  const [first] = rows
  if (first === undefined) return nothing
  return {
    count: first.total,
    placeCount: first.total_places,
    notices: rows.flatMap((row) =>
      row.id === null
        ? []
        : [
            {
              head: headFrom(row),
              placeCount: row.place_count,
              places: row.shown.map((place) => ({ ...place, marks: marksIn(place.text, words) })),
            },
          ],
    ),
  }
}

/** Spellings without those that stand nowhere but where another stands too. */
function shortest(spellings: readonly string[]): string[] {
  const all = [...new Set(spellings)]
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other)))
}

function folded(word: string): string {
  return foldText(storableText(word))
}

type Row = Parameters<typeof headFrom>[0] & {
  total: number
  total_places: number
  place_count: number
  shown: readonly Omit<FoundPlace, 'marks'>[]
}

/**
 * One statement: the notices that hold every word and pass the filters, with how many places hold one; how many there are
 * of both, and a page of the best with their best places. A page beyond the last has one row with the counts alone.
 */
function found(db: Database, terms: FoldedTerms, words: readonly string[], search: NoticeSearch) {
  const columns = sql.join(headColumns.map((column) => sql.ref(`i.${column}`)))
  return sql<Row>`
    with fit as materialized (
      select notice, places, issued, ${rankOf(words)} as rank
      from (${noticesWithAll(terms, search)}) hit),
    best as (
      select * from fit order by rank desc, issued desc, notice limit ${search.limit} offset ${search.offset ?? 0})
    select ${columns}, totals.*, best.places as place_count, shown.places as shown
    from (select count(*)::integer as total, coalesce(sum(places), 0)::integer as total_places from fit) totals
    left join best on true
    left join gazette_instruments i on i.number = best.notice and i.is_current
    left join lateral (${shownPlaces(terms)}) shown on true
    order by best.rank desc, best.issued desc, best.notice`.execute(db)
}

/** A notice whose number is one of the words comes before those that have them in their titles. */
function rankOf(words: readonly string[]) {
  const numbers = words.filter((word) => word.endsWith('号'))
  if (numbers.length === 0) return sql`in_title`
  return sql`case when notice = any(array(
    select number from gazette_instruments where is_current and number_folded = any(${numbers}::text[])))
    then 4 else in_title end`
}

/**
 * Notices that hold every term: the places that hold one, and whether the title holds all (2), some (1) or none (0).
 * Places are counted term by term; those that hold several terms are counted once.
 */
function noticesWithAll(terms: FoldedTerms, search: NoticeSearch) {
  const [first = []] = terms
  if (terms.length === 1) {
    return sql`select notice, places, issued, titled * 2 as in_title from (${noticesWith(first, search)}) t`
  }
  const counts = sql.join(
    [...terms.map((words) => noticesWith(words, search)), countedTwice(terms, search)],
    sql` union all `,
  )
  return sql`
    select notice, sum(places)::integer as places, max(issued) as issued,
           case sum(titled) when ${terms.length} then 2 when 0 then 0 else 1 end as in_title
    from (${counts}) t group by notice having sum(held) = ${terms.length}`
}

/** The best places of a notice, in the order of the text: those first that hold every word. */
function shownPlaces(terms: FoldedTerms) {
  const wholeFirst = terms.length === 1 ? sql`` : sql`${holdsAll(terms)} desc,`
  return sql`
    select coalesce(json_agg(json_build_object('kind', p.kind, 'clause', p.clause, 'reference', p.reference,
      'table', p.table_number, 'text', p.text, 'line', p.first_line) order by p.ordinal), '[]') as places
    from (select s.ordinal from gazette_searched s
      where s.county = i.county and s.notice = i.number and ${holdsOneOf(terms.flat())}
      order by ${wholeFirst} s.ordinal limit ${MOST_PLACES}) chosen
    join gazette_passages p on p.county = i.county and p.instrument = i.id and p.ordinal = chosen.ordinal`
}

/** Where words stand in a text as it is printed. */
export function marksIn(text: string, words: readonly string[]): [number, number][] {
  const searched = foldText(text)
  const places = searched === text ? null : foldedPlaces(text)
  const spans: [number, number][] = []
  for (const word of words) {
    for (let at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length)) {
      const end = at + word.length
      spans.push(places === null ? [at, end] : [places[at] ?? at, (places[end - 1] ?? end - 1) + 1])
    }
  }
  return withoutOverlaps(spans)
}

function withoutOverlaps(spans: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}
