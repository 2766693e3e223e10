import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { isToldByRuns } from './runs.ts'

/** The folded places of a notice, its title first. */
export interface NoticePlaces {
  readonly notice: number
  readonly texts: readonly string[]
}

/** A word with the block of a notice and what is counted of it there. */
interface WordCount {
  readonly word: string
  readonly block: number
  readonly counted: number
}

/** A longer word is not kept, nor one that goes beyond a mark: what repeats so is a form, and nobody looks for it. */
export const LONGEST_KEPT = 12

/** More places of one notice than this are not told apart. */
const MOST_PLACES = (1 << 20) - 1

/**
 * Lock under which one transaction at a time counts words: what a longer word is counted in must be all that there is,
 * also of other counties.
 */
export function lockWords(transaction: Database): Promise<unknown> {
  return sql`select pg_advisory_xact_lock(hashtextextended('gazettes/words', 0))`.execute(transaction)
}

/** The words of more than two characters that are counted. */
export async function keptWords(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct word from gazette_word_counts where length(word) > 2`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

/** Counts the places of new notices. Within a transaction that holds the lock of words. */
export function addCounts(
  transaction: Database,
  county: string,
  notices: readonly NoticePlaces[],
  kept: ReadonlySet<string>,
): Promise<unknown> {
  return insertCounts(
    transaction,
    county,
    notices.flatMap((notice) => countsOf(notice, kept)),
  )
}

/** Counts a notice whose places were changed anew. Within a transaction that holds the lock of words. */
export async function recount(
  transaction: Database,
  county: string,
  before: NoticePlaces,
  after: NoticePlaces,
): Promise<void> {
  const kept = await keptWords(transaction)
  const keyOf = ({ word, counted }: WordCount) => `${word} ${counted}`
  const [had, has] = [countsOf(before, kept), countsOf(after, kept)]
  const [hadKeys, hasKeys] = [new Set(had.map(keyOf)), new Set(has.map(keyOf))]
  const gone = had.filter((count) => !hasKeys.has(keyOf(count)))
  await sql`
    update gazette_word_counts c set counts = array_remove(c.counts, g.counted)
    from ${asRows(gone)} where c.word = g.word and c.county = ${county} and c.block = g.block`.execute(
    transaction,
  )
  await insertCounts(
    transaction,
    county,
    has.filter((count) => !hadKeys.has(keyOf(count))),
  )
}

/** Each counted word of a notice with how many places hold it and whether the title does, in the 31 bits in which it is kept. */
function countsOf({ notice, texts }: NoticePlaces, kept: ReadonlySet<string>): WordCount[] {
  const places = new Map<string, number>()
  for (const text of texts) {
    for (const word of countedIn(text, kept)) places.set(word, (places.get(word) ?? 0) + 1)
  }
  const titled = countedIn(texts[0] ?? '', kept)
  return [...places].map(([word, count]) => ({
    word,
    block: notice >> 10,
    counted: ((notice & 1023) << 21) | (Number(titled.has(word)) << 20) | Math.min(count, MOST_PLACES),
  }))
}

/** The words of a text that are counted, each once: those of two characters that have a run of their own, and the kept ones. */
function countedIn(text: string, kept: ReadonlySet<string>): Set<string> {
  const words = new Set<string>()
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2)
    if (isCounted(pair)) words.add(pair)
    for (let end = at + 3; end <= at + LONGEST_KEPT && end <= text.length; end++) {
      const word = text.slice(at, end)
      if (kept.has(word)) words.add(word)
    }
  }
  return words
}

/** Halves of characters beyond the basic plane are no words. */
function isCounted(pair: string): boolean {
  return isToldByRuns(pair) && !/[\ud800-\udfff]/.test(pair)
}

function insertCounts(transaction: Database, county: string, counts: readonly WordCount[]): Promise<unknown> {
  return sql`
    insert into gazette_word_counts as c (word, county, block, counts)
    select word, ${county}, block, array_agg(counted) from ${asRows(counts)} group by word, block
    on conflict (word, county, block) do update set counts = c.counts || excluded.counts`.execute(transaction)
}

function asRows(counts: readonly WordCount[]) {
  return sql`unnest(${counts.map(({ word }) => word)}::text[], ${counts.map(({ block }) => block)}::integer[],
    ${counts.map(({ counted }) => counted)}::integer[]) as g (word, block, counted)`
}
