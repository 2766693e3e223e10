import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { runsOf } from './runs.ts'
import { holdsOneOf } from './search-conditions.ts'
import { keptWords, LONGEST_KEPT } from './word-counts.ts'

/** How often a word must stand among all that is searched to be kept: in one place of so many, and in no fewer than this. */
const SHARE = 200
const FEWEST_PLACES = 200

/** Two letters or figures; marks are part of no word. */
const isPair = /^[\p{L}\p{N}]{2}$/u

/**
 * Keeps the words of three and more characters that stand in so many places that they should be counted beforehand: those
 * that one place of two hundred holds, among the places that come in and among all that there are. Whatever is not kept
 * is read when it is looked for, and that is never much. Within a transaction that holds the lock of words and has stored
 * the places.
 */
export async function keepWords(transaction: Database, texts: readonly string[]): Promise<void> {
  const least = await fewestPlaces(transaction)
  const kept = await keptWords(transaction)
  const frequentHere = frequentWords(texts, Math.max(3, Math.ceil(texts.length / SHARE)))
  let frequent = await frequentPairs(transaction, frequentHere[0] ?? [], least)
  // A word stands nowhere where its parts do not: only what is made of frequent parts is counted at all.
  for (const words of frequentHere.slice(1)) {
    const longer = new Set<string>()
    for (const word of words) {
      if (!frequent.has(word.slice(0, -1)) || !frequent.has(word.slice(1))) continue
      if (kept.has(word) || (await keepIfFrequent(transaction, word, least))) longer.add(word)
    }
    frequent = longer
  }
}

async function fewestPlaces(db: Database): Promise<number> {
  const { rows } = await sql<{ places: number }>`
    select count(*)::integer as places from gazette_searched`.execute(db)
  return Math.max(FEWEST_PLACES, Math.ceil((rows[0]?.places ?? 0) / SHARE))
}

/** Words that so many of the texts hold, by their length: those of two characters, of three, and so on. */
export function frequentWords(texts: readonly string[], least: number): string[][] {
  const byLength: string[][] = []
  let shorter = new Set<string>()
  for (let length = 2; length <= LONGEST_KEPT; length++) {
    const counts = new Map<string, number>()
    for (const text of texts) {
      for (const word of wordsIn(text, length, shorter)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    const words = [...counts].filter(([, count]) => count >= least).map(([word]) => word)
    if (words.length === 0) break
    byLength.push(words)
    shorter = new Set(words)
  }
  return byLength
}

/** The words of that length in a text that can be frequent, as their parts are. */
function wordsIn(text: string, length: number, shorter: ReadonlySet<string>): Set<string> {
  const words = new Set<string>()
  for (let at = 0; at + length <= text.length; at++) {
    const word = text.slice(at, at + length)
    const isPossible =
      length === 2 ? isPair.test(word) : shorter.has(word.slice(0, -1)) && shorter.has(word.slice(1))
    if (isPossible) words.add(word)
  }
  return words
}

async function frequentPairs(db: Database, pairs: readonly string[], least: number): Promise<Set<string>> {
  const { rows } = await sql<{ word: string }>`
    select word from gazette_word_counts cross join unnest(counts) counted
    where word = any(${pairs}::text[]) group by word having sum(counted & 1048575) >= ${least}`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

/** Counts a word in all notices that there are, and keeps it if it stands often enough. */
async function keepIfFrequent(transaction: Database, word: string, least: number): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    with held as (
      select s.county, s.notice, count(*) as places, max((s.ordinal = 1)::integer) as titled
      from gazette_searched s
      where gazette_runs(s.folded) @> ${runsOf(word)}::integer[] and ${holdsOneOf([word])}
      group by s.county, s.notice)
    insert into gazette_word_counts (word, county, block, counts)
    select ${word}, county, notice >> 10,
           array_agg(((notice & 1023) << 21) | (titled << 20) | least(places, 1048575)::integer)
    from held where (select sum(places) from held) >= ${least}
    group by county, notice >> 10`.execute(transaction)
  return numAffectedRows > 0n
}
