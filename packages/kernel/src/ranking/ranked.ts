import Big from 'big.js'
import type { Decimal } from '../schema/decimal.ts'

/** One of those that are ranked. */
export interface Ranked<Item> {
  /** From 1. Equals share a place, and the next one's counts them all: 1, 2, 2, 4. */
  readonly place: number
  readonly item: Item
}

/**
 * Ranks by a figure, the best first; those without a figure come last, without a place. Equals stand in the order in which
 * they were given.
 */
export function ranked<Item>(
  items: readonly Item[],
  figureOf: (item: Item) => Decimal | null,
  better: 'more' | 'less' = 'more',
): { readonly ranked: readonly Ranked<Item>[]; readonly unranked: readonly Item[] } {
  const withFigures = items.flatMap((item) => {
    const figure = figureOf(item)
    return figure === null ? [] : [{ item, figure: new Big(figure) }]
  })
  const sorted = withFigures.toSorted((one, other) =>
    better === 'more' ? other.figure.cmp(one.figure) : one.figure.cmp(other.figure),
  )
  const rows: Ranked<Item>[] = []
  for (const [index, { item, figure }] of sorted.entries()) {
    const before = sorted[index - 1]
    const shared = before?.figure.eq(figure) === true ? rows.at(-1)?.place : undefined
    rows.push({ place: shared ?? index + 1, item })
  }
  return { ranked: rows, unranked: items.filter((item) => figureOf(item) === null) }
}
