/** Milliseconds that each of several runs of `work` took, after runs that only warm up. */
export function timesOf(work: () => unknown, rounds: number): number[] {
  work()
  return Array.from({ length: rounds }, () => {
    const begin = performance.now()
    work()
    return performance.now() - begin
  })
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
