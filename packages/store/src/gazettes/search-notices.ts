import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { foldedPlaces, foldText, storableText } from './fold-text.ts'
import { gramsOfWord, isToldByGrams } from './grams.ts'
import { headColumns, headFrom, type NoticeHead } from './notice-heads.ts'

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
  readonly notices: readonly FoundNotice[]
}

/** Places that are shown of a notice. */
const MOST_PLACES = 3

/** Notices that hold every word, the best first: by number, by title, then the latest. */
export async function searchNotices(db: Database, search: NoticeSearch): Promise<FoundNotices> {
  const terms = search.terms.map((spellings) => [
    ...new Set(spellings.map(folded).filter((word) => word !== '')),
  ])
  if (terms.length === 0 || terms.some((spellings) => spellings.length === 0))
    return { count: 0, notices: [] }
  const { rows } = await candidates(db, terms, search)
  const [first] = rows
  if (first === undefined) return { count: await countBeyond(db, terms, search), notices: [] }
  const words = terms.flat()
  const found = rows.map((row) => ({ head: headFrom(row), ...placesIn(row.folded, terms, words) }))
  const shown = await shownPlaces(db, found)
  return {
    count: first.total,
    notices: found.map(({ head, count }, index) => ({
      head,
      placeCount: count,
      places: (shown[index] ?? []).map((place) => ({ ...place, marks: marksIn(place.text, words) })),
    })),
  }
}

function folded(word: string): string {
  return foldText(storableText(word))
}

type Row = Parameters<typeof headFrom>[0] & { folded: string; total: number }

function candidates(db: Database, terms: readonly (readonly string[])[], search: NoticeSearch) {
  const columns = sql.join(headColumns.map((column) => sql.ref(`i.${column}`)))
  return sql<Row>`
    with found as (
      select i.county, i.id, count(*) over ()::integer as total, ${rankOf(terms)} as rank, i.issued_on
      from gazette_instruments i
      where ${matching(terms, search)}
      order by rank desc, i.issued_on desc nulls last, i.county, i.id
      limit ${search.limit} offset ${search.offset ?? 0})
    select ${columns}, i.folded, found.total
    from found join gazette_instruments i on i.county = found.county and i.id = found.id
    order by found.rank desc, found.issued_on desc nulls last, found.county, found.id`.execute(db)
}

async function countBeyond(
  db: Database,
  terms: readonly (readonly string[])[],
  search: NoticeSearch,
): Promise<number> {
  if (!search.offset) return 0
  const { rows } = await sql<{ total: number }>`
    select count(*)::integer as total from gazette_instruments i where ${matching(terms, search)}`.execute(db)
  return rows[0]?.total ?? 0
}

function matching(terms: readonly (readonly string[])[], search: NoticeSearch) {
  const { county, issuer, year, kind, unit, inForceOn } = search
  const parts = [sql`i.is_current`, ...terms.map(holdsOneOf)]
  if (county !== undefined) parts.push(sql`i.county = ${county}`)
  if (issuer !== undefined) parts.push(sql`i.issuer = ${issuer}`)
  if (year !== undefined) parts.push(sql`left(i.issued_on, 4) = ${String(year)}`)
  if (kind !== undefined) parts.push(sql`i.kind = ${kind}`)
  if (unit !== undefined) parts.push(sql`${unit} = any(i.units)`)
  if (inForceOn !== undefined) parts.push(inForce(inForceOn))
  return sql.join(parts, sql` and `)
}

/**
 * A word of two to four characters is a key of the index itself; a longer one is looked up by its keys and then in the
 * text. A single character has no key: it is looked for in the text alone.
 */
function holdsOneOf(spellings: readonly string[]) {
  const each = spellings.map((word) => {
    const grams = gramsOfWord(word).map(String)
    if (isToldByGrams(word)) return sql`gazette_keys(i.grams) @> ${grams}::bigint[]`
    const stands = sql`strpos(i.folded, ${word}) > 0`
    return grams.length === 0 ? stands : sql`(gazette_keys(i.grams) @> ${grams}::bigint[] and ${stands})`
  })
  return each.length === 1 && each[0] !== undefined ? each[0] : sql`(${sql.join(each, sql` or `)})`
}

/** 4 for the whole number, 2 where the title holds every word, 1 where it holds one. */
function rankOf(terms: readonly (readonly string[])[]) {
  const words = terms.flat()
  const inTitle = (spellings: readonly string[]) =>
    sql`(${sql.join(
      spellings.map((word) => sql`strpos(i.title_folded, ${word}) > 0`),
      sql` or `,
    )})`
  return sql`case when i.number_folded = any(${words}::text[]) then 4
    when ${sql.join(terms.map(inTitle), sql` and `)} then 2
    when ${sql.join(terms.map(inTitle), sql` or `)} then 1 else 0 end`
}

/** In force on a day: issued by then, and neither repealed nor run out. */
function inForce(day: string) {
  return sql`i.issued_on <= ${day} and not exists (
    select from gazette_effects e join gazette_instruments b on b.county = e.county and b.id = e.instrument
    where e.county = i.county and e.doc_number = i.doc_number and b.is_current
      and ((e.kind = 'repeals' and e.on_day <= ${day}) or (e.kind = 'ends' and e.on_day < ${day})))`
}

/** Which passages of a notice hold a word: line N of its text is passage N. Those that hold every word come first. */
function placesIn(
  text: string,
  terms: readonly (readonly string[])[],
  words: readonly string[],
): { count: number; ordinals: number[] } {
  const ordinals = new Set<number>()
  for (const word of words) {
    let ordinal = 1
    let from = 0
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      for (let end = text.indexOf('\n', from); end >= 0 && end < at; end = text.indexOf('\n', from)) {
        ordinal++
        from = end + 1
      }
      ordinals.add(ordinal)
    }
  }
  const sorted = [...ordinals].sort((a, b) => a - b)
  if (terms.length === 1 || sorted.length <= MOST_PLACES) {
    return { count: sorted.length, ordinals: sorted.slice(0, MOST_PLACES) }
  }
  const lines = text.split('\n')
  const isWhole = (ordinal: number) =>
    terms.every((spellings) => spellings.some((word) => lines[ordinal - 1]?.includes(word)))
  const best = [...sorted.filter(isWhole), ...sorted.filter((ordinal) => !isWhole(ordinal))]
  return { count: sorted.length, ordinals: best.slice(0, MOST_PLACES).sort((a, b) => a - b) }
}

interface PlaceRow extends Omit<FoundPlace, 'marks'> {
  readonly notice: number
}

async function shownPlaces(
  db: Database,
  found: readonly { head: NoticeHead; ordinals: readonly number[] }[],
): Promise<PlaceRow[][]> {
  const wanted = found.flatMap(({ head, ordinals }, notice) =>
    ordinals.map((ordinal) => ({ notice, county: head.county, instrument: head.id, ordinal })),
  )
  const { rows } = await sql<PlaceRow>`
    select w.notice, p.kind, p.clause, p.reference, p.table_number as "table", p.text, p.first_line as line
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as w(notice integer, county text, instrument text, ordinal integer)
    join gazette_passages p on p.county = w.county and p.instrument = w.instrument and p.ordinal = w.ordinal
    order by w.notice, p.ordinal`.execute(db)
  const byNotice: PlaceRow[][] = found.map(() => [])
  for (const row of rows) byNotice[row.notice]?.push(row)
  return byNotice
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
