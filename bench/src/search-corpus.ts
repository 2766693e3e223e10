import { readFileSync } from 'node:fs'
import { counties, demoGazettePath } from '@luoshi/counties'
import { type Issue, read } from '@luoshi/gazette'
import { realGazettes } from '@luoshi/testing'

/** The gazettes that are searched: the real ones where they are at hand, else the demo county's. */
export function issuesToSearch(): { issue: Issue; text: string }[] {
  const real = realGazettes()
  const texts = real?.map(({ name, text }) => ({ file: `${name}.txt`, text })) ?? [
    { file: 'demo.txt', text: readFileSync(demoGazettePath, 'utf8') },
  ]
  return texts.map(({ file, text }) => ({ issue: read(text, { file, counties }), text }))
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** How much of what a scan finds was found, and how much of what was found a scan finds. */
export function recallAndPrecision(
  found: ReadonlySet<number>,
  wanted: ReadonlySet<number>,
): { recall: number; precision: number } {
  let shared = 0
  for (const id of found) if (wanted.has(id)) shared++
  return {
    recall: wanted.size === 0 ? 1 : shared / wanted.size,
    precision: found.size === 0 ? 1 : shared / found.size,
  }
}

/** Numbers from 0 to 1 that are the same for a seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
