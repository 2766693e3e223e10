import { addDays, type IsoDate } from '../time/calendar.ts'
import { type Period, periodsBetween } from '../time/period.ts'
import type { Measured } from './evaluate.ts'
import type { Indicator } from './indicator.ts'

/** A figure that was reported, and when. */
export interface GivenValue extends Measured {
  readonly on: IsoDate
}

/** How a figure that is owed stands on a day. */
export type OwedStanding = 'given' | 'given-late' | 'coming' | 'open' | 'late'

/** How the standings read. */
export const owedStandingLabels: Readonly<Record<OwedStanding, string>> = {
  given: '已报',
  'given-late': '迟报',
  coming: '未到期间',
  open: '待报',
  late: '超期未报',
}

/** A figure that is owed for a period. */
export interface OwedValue {
  readonly indicator: string
  readonly title: string
  readonly units: readonly string[]
  readonly period: Period
  /** Last day on which it is in time; null where nobody has set how long after its period. */
  readonly due: IsoDate | null
  readonly standing: OwedStanding
}

/**
 * The figures of all periods that end between two days, both included, as they stand on a day. The first figure given
 * for a period says whether it was in time.
 *
 * @param daysAfter days after a period's end in which its figure is owed; null where nothing says so: then none is late
 */
export function valuesOwed(
  indicators: readonly Indicator[],
  from: IsoDate,
  until: IsoDate,
  given: readonly GivenValue[],
  today: IsoDate,
  daysAfter: number | null,
): readonly OwedValue[] {
  const first = new Map<string, IsoDate>()
  for (const { indicator, period, on } of given) {
    const key = keyOf(indicator, period)
    const before = first.get(key)
    if (before === undefined || on < before) first.set(key, on)
  }
  return indicators.flatMap(({ id, title, units, every }) =>
    periodsBetween(every, from, until)
      .filter((period) => from <= period.until && period.until <= until)
      .map((period) => {
        const due = daysAfter === null ? null : addDays(period.until, daysAfter)
        const standing = standingOf(period, due, first.get(keyOf(id, period.id)), today)
        return { indicator: id, title, units, period, due, standing }
      }),
  )
}

function standingOf(
  period: Period,
  due: IsoDate | null,
  given: IsoDate | undefined,
  today: IsoDate,
): OwedStanding {
  if (given !== undefined) return due === null || given <= due ? 'given' : 'given-late'
  if (today <= period.until) return 'coming'
  return due === null || today <= due ? 'open' : 'late'
}

function keyOf(indicator: string, period: string): string {
  return `${indicator} ${period}`
}
