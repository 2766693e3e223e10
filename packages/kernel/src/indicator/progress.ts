import { type Decimal, isAtMost, productOf, quotientOf } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import { findPeriodValue, type Indicator } from './indicator.ts'

/**
 * How far a figure has come to its target in per cent, to one place; more than 100 where it is past it. Null where no
 * share tells that: there is no target in figures, it is nothing, or less is better.
 */
export function progressOf(
  indicator: Indicator,
  period: string,
  found: Decimal,
  on: IsoDate,
): Decimal | null {
  const target = findPeriodValue(indicator.targets, period, on)?.value
  if (target === undefined || 'words' in target || indicator.direction.better === 'less') return null
  return isAtMost(target.figure, '0') ? null : quotientOf(productOf(found, '100'), target.figure, 1)
}
