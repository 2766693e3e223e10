import type { Database } from '@luoshi/store'
import { sql } from 'kysely'
import { expect } from 'vitest'

/**
 * Holds what is counted of words against every text that is searched: each word of two characters, and of the longer ones
 * those that are kept. Gives the longer ones.
 */
export async function expectCountsOfTexts(db: Database): Promise<readonly string[]> {
  const kept = await sql<{ county: string; word: string; notice: number; counted: string }>`
    select county, word, (block << 10) | (counted >> 21) as notice,
           concat(counted & 1048575, case when (counted >> 20) & 1 = 1 then ' titled' end) as counted
    from gazette_word_counts cross join unnest(counts) counted`.execute(db)
  const longer = new Set(kept.rows.map(({ word }) => word).filter(({ length }) => length > 2))
  const longest = Math.max(2, ...[...longer].map(({ length }) => length))
  const texts = await sql<{ county: string; notice: number; ordinal: number; folded: string }>`
    select county, notice, ordinal, folded from gazette_searched order by county, notice, ordinal`.execute(db)
  const wanted = new Map<string, { places: number; isTitled: boolean }>()
  for (const { county, notice, ordinal, folded } of texts.rows) {
    const words = new Set<string>()
    for (let length = 2; length <= longest; length++) {
      for (let at = 0; at + length <= folded.length; at++) {
        const word = folded.slice(at, at + length)
        if (length === 2 ? !/[\ud800-\udfff]/.test(word) : longer.has(word)) words.add(word)
      }
    }
    for (const word of words) {
      const known = wanted.get(`${county} ${word} ${notice}`)
      wanted.set(`${county} ${word} ${notice}`, {
        places: (known?.places ?? 0) + 1,
        isTitled: (known?.isTitled ?? false) || ordinal === 1,
      })
    }
  }
  expect(wanted.size).toBeGreaterThan(100)
  const found = new Map(
    kept.rows.map(({ county, word, notice, counted }) => [`${county} ${word} ${notice}`, counted]),
  )
  expect(found.size).toBe(kept.rows.length)
  expect(found.size).toBe(wanted.size)
  for (const [key, { places, isTitled }] of wanted) {
    const counted = `${places}${isTitled ? ' titled' : ''}`
    // A hundred thousand expectations would take longer than what they look at.
    if (found.get(key) !== counted) expect(found.get(key), key).toBe(counted)
  }
  return [...longer]
}
