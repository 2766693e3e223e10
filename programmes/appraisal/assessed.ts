import {
  findValueOn,
  type GivenValue,
  type IsoDate,
  type Measured,
  type OwedValue,
  type Parameters,
  type ScoreCard,
  scoreCard,
  valuesOwed,
} from '@luoshi/kernel'
import { indicators } from './indicators.ts'
import { YEAR, YEAR_BEGINS } from './notices.ts'
import { entryDays, scoring } from './parameters.ts'

/** Every figure of the year as it stands on a day: given, due or late. */
export function owedFigures(
  given: readonly GivenValue[],
  today: IsoDate,
  set: Parameters = {},
): readonly OwedValue[] {
  const days = findValueOn<number>(set[entryDays.id] ?? entryDays, today)?.value ?? null
  return valuesOwed(indicators, YEAR_BEGINS, `${YEAR}-12-31`, given, today, days)
}

/** The year's score card by the targets and weights in force on a day; without scores while no method is set. */
export function yearScores(measured: readonly Measured[], on: IsoDate, set: Parameters = {}): ScoreCard {
  const kind = findValueOn(set[scoring.id] ?? scoring, on)?.value ?? null
  return scoreCard(indicators, YEAR, measured, on, kind === null ? null : { kind, places: 2 })
}
