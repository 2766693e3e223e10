/**
 * Milliseconds that each piece of work took in each of several rounds, after as many that only warm up. In a round
 * all pieces run one after the other, so that what else the machine does falls on all of them.
 */
export function timesInTurn(works: readonly (() => unknown)[], rounds: number): number[][] {
  const times: number[][] = works.map(() => [])
  for (let round = -rounds; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      const begin = performance.now()
      work()
      const time = performance.now() - begin
      if (round >= 0) times[index]?.push(time)
    }
  }
  return times
}

/** The value in the middle: what a benchmark reports, since a single pause of the machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

/** Megabytes a second of `bytes` in `milliseconds`. */
export function megabytesPerSecond(bytes: number, milliseconds: number): number {
  return bytes / 1e6 / (milliseconds / 1e3)
}
