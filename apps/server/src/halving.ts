/** Index of the last number that is not above `value`, in numbers that ascend; -1 where there is none. */
export function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = -1
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((ascending[middle] as number) <= value) low = middle
    else high = middle - 1
  }
  return low
}
