import type { IsoInstant } from '@luoshi/kernel'

/** The moment so many minutes after another, in UTC; before it for a negative number. */
export function later(instant: IsoInstant, minutes: number): IsoInstant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString()
}
