import type { Clause, Instrument } from '@luoshi/gazette'
import { diffChars } from 'diff'
import { clauseText } from './passages.ts'

/** A part of a clause's text: in both, or in this side alone. */
export interface ComparedPart {
  readonly text: string
  readonly isOwn: boolean
}

/** Clauses of two notices that say the same, side by side; null where the other has none. */
export interface ComparedPair {
  readonly left: Clause | null
  readonly right: Clause | null
  /** `same` but for the county's own names. */
  readonly kind: 'same' | 'changed' | 'left-only' | 'right-only'
  readonly leftParts: readonly ComparedPart[]
  readonly rightParts: readonly ComparedPart[]
}

/** Clauses of each notice that are compared; beyond them the time would grow too long. */
export const MOST_COMPARED = 400

/** Least likeness of two clauses that are taken for one. */
const LEAST_LIKENESS = 0.35

/** Pairs the clauses of two notices in their order, so that the pairs are as alike as can be. */
export function compareNotices(
  left: Pick<Instrument, 'clauses'>,
  right: Pick<Instrument, 'clauses'>,
  counties: readonly [left: string, right: string],
): ComparedPair[] {
  const lefts = left.clauses.slice(0, MOST_COMPARED)
  const rights = right.clauses.slice(0, MOST_COMPARED)
  const leftTexts = lefts.map((clause) => clauseText(clause).replaceAll(counties[0], OWN_COUNTY))
  const rightTexts = rights.map((clause) => clauseText(clause).replaceAll(counties[1], OWN_COUNTY))
  return alignment(leftTexts, rightTexts).map(([at, beside]) => {
    const pair = pairOf(
      at === null ? null : { clause: lefts[at] as Clause, text: leftTexts[at] as string },
      beside === null ? null : { clause: rights[beside] as Clause, text: rightTexts[beside] as string },
    )
    return {
      ...pair,
      leftParts: asPrinted(pair.leftParts, counties[0]),
      rightParts: asPrinted(pair.rightParts, counties[1]),
    }
  })
}

/** Stands for the county's own name while clauses are compared: no text holds it, and it is one character. */
const OWN_COUNTY = '\uE000'

function asPrinted(parts: readonly ComparedPart[], county: string): ComparedPart[] {
  return parts.map(({ text, isOwn }) => ({ text: text.replaceAll(OWN_COUNTY, county), isOwn }))
}

interface Side {
  readonly clause: Clause
  readonly text: string
}

function pairOf(left: Side | null, right: Side | null): ComparedPair {
  const whole = (side: Side | null): ComparedPart[] =>
    side === null ? [] : [{ text: side.text, isOwn: true }]
  if (left === null || right === null) {
    const kind = left === null ? 'right-only' : 'left-only'
    return {
      left: left?.clause ?? null,
      right: right?.clause ?? null,
      kind,
      leftParts: whole(left),
      rightParts: whole(right),
    }
  }
  const base = { left: left.clause, right: right.clause }
  if (left.text === right.text) {
    const parts = [{ text: left.text, isOwn: false }]
    return { ...base, kind: 'same', leftParts: parts, rightParts: parts }
  }
  const changes = diffChars(left.text, right.text, { timeout: 200 })
  if (changes === undefined)
    return { ...base, kind: 'changed', leftParts: whole(left), rightParts: whole(right) }
  return {
    ...base,
    kind: 'changed',
    leftParts: changes
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value, isOwn: removed })),
    rightParts: changes
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => ({ text: value, isOwn: added })),
  }
}

/** Places in both lists, in order: pairs where the texts are alike, else one side alone. */
function alignment(left: readonly string[], right: readonly string[]): [number | null, number | null][] {
  const [leftPairs, rightPairs] = [left.map(pairsOf), right.map(pairsOf)]
  const width = right.length + 1
  const best = new Float64Array((left.length + 1) * width)
  const likeness = (at: number, beside: number) => {
    const value = likenessOf(leftPairs[at] as Set<string>, rightPairs[beside] as Set<string>)
    return value < LEAST_LIKENESS ? -1 : value
  }
  const known = new Float64Array(left.length * right.length)
  for (let at = left.length - 1; at >= 0; at--) {
    for (let beside = right.length - 1; beside >= 0; beside--) {
      const alike = likeness(at, beside)
      known[at * right.length + beside] = alike
      const apart = Math.max(best[(at + 1) * width + beside] ?? 0, best[at * width + beside + 1] ?? 0)
      const together = alike < 0 ? -1 : alike + (best[(at + 1) * width + beside + 1] ?? 0)
      best[at * width + beside] = Math.max(apart, together)
    }
  }
  const places: [number | null, number | null][] = []
  let [at, beside] = [0, 0]
  while (at < left.length && beside < right.length) {
    const here = best[at * width + beside] ?? 0
    const alike = known[at * right.length + beside] ?? -1
    if (alike >= 0 && here === alike + (best[(at + 1) * width + beside + 1] ?? 0))
      places.push([at++, beside++])
    else if (here === (best[(at + 1) * width + beside] ?? 0)) places.push([at++, null])
    else places.push([null, beside++])
  }
  while (at < left.length) places.push([at++, null])
  while (beside < right.length) places.push([null, beside++])
  return places
}

function pairsOf(text: string): Set<string> {
  const bare = text.replace(/[^\p{L}\p{N}]/gu, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 2 <= bare.length; at++) pairs.add(bare.slice(at, at + 2))
  return pairs
}

/** Dice's coefficient of two sets of pairs of characters. */
function likenessOf(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size === 0 || right.size === 0) return 0
  const [small, large] = left.size < right.size ? [left, right] : [right, left]
  if (small.size * 6 < large.size) return 0
  let shared = 0
  for (const pair of small) if (large.has(pair)) shared++
  return (2 * shared) / (left.size + right.size)
}
