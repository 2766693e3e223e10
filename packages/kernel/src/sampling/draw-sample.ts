import Big from 'big.js'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Decimal } from '../schema/decimal.ts'

/** What draws: recorded with every draw, since another generator or another way of drawing would draw others. */
export const SAMPLE_ALGORITHM = 'xoroshiro128plus-fisher-yates'

/** All that is needed to draw a sample again: who was in it, at what rate, from which seed. */
export interface Draw {
  /** Ids of all that could be drawn; their order plays no part. */
  readonly population: readonly string[]
  /** Share to be drawn in per cent, above 0 up to 100. The number drawn is rounded up. */
  readonly percent: Decimal
  /** A whole number of 32 bits, recorded with the draw. */
  readonly seed: number
}

/** How many are drawn of so many at that rate. */
export function sampleSize(population: number, percent: Decimal): number {
  const size = new Big(population).times(percent).div(100).round(0, Big.roundUp)
  return Math.max(0, Math.min(population, size.toNumber()))
}

/** The ids drawn, sorted. The same draw gives the same ids on every machine. */
export function drawSample({ population, percent, seed }: Draw): readonly string[] {
  const ids = [...new Set(population)].sort()
  const random = xoroshiro128plus(seed)
  const size = sampleSize(ids.length, percent)
  for (let place = 0; place < size; place++) {
    const other = uniformInt(random, place, ids.length - 1)
    const drawn = ids[other] as string
    ids[other] = ids[place] as string
    ids[place] = drawn
  }
  return ids.slice(0, size).sort()
}
