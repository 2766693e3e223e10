import {
  type Decimal,
  findValueOn,
  type GivenValue,
  type Indicator,
  type IsoDate,
  isSameAmount,
  type Measured,
  type OwedValue,
  type Parameters,
  productOf,
  quotientOf,
  type Ranked,
  ranked,
  type ScoreCard,
  type ScoredIndicator,
  scoreCard,
  sumOf,
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

/** What a unit answers for, and how it stands. */
export interface UnitScore {
  readonly unit: string
  readonly rows: readonly ScoredIndicator[]
  readonly met: number
  readonly unmet: number
  readonly unknown: number
  /** Points that can be had and that it has, of the rows that have a score. */
  readonly weight: Decimal
  readonly score: Decimal
  /** Score of the weight in per cent, to two places; null where nothing is scored. */
  readonly percent: Decimal | null
}

/**
 * The indicators of each unit, in the order of the table.
 *
 * @param nameOf gives the one name of a unit that the texts call by several
 */
export function indicatorsByUnit(
  all: readonly Indicator[] = indicators,
  nameOf: (printed: string) => string = (printed) => printed,
): ReadonlyMap<string, readonly Indicator[]> {
  return Map.groupBy(all, ({ units: [unit = ''] }) => nameOf(unit))
}

/** Units by their share of the points that can be had; those of whom nothing is scored stand apart. */
export function unitRanking(
  card: ScoreCard,
  nameOf?: (printed: string) => string,
): {
  readonly ranked: readonly Ranked<UnitScore>[]
  readonly unranked: readonly UnitScore[]
} {
  const rows = new Map(card.rows.map((row) => [row.indicator, row]))
  const units = [...indicatorsByUnit(indicators, nameOf)].map(([unit, own]) =>
    unitScore(
      unit,
      own.flatMap(({ id }) => rows.get(id) ?? []),
    ),
  )
  return ranked(units, ({ percent }) => percent)
}

function unitScore(unit: string, rows: readonly ScoredIndicator[]): UnitScore {
  const scored = rows.filter(({ score }) => score !== null)
  const weight = sumOf(scored.flatMap((row) => row.weight ?? []))
  const score = sumOf(scored.flatMap((row) => row.score ?? []))
  const count = (outcome: string) => rows.filter(({ verdict }) => verdict.outcome === outcome).length
  return {
    unit,
    rows,
    met: count('yes'),
    unmet: count('no'),
    unknown: count('unknown'),
    weight,
    score,
    percent: isSameAmount(weight, '0') ? null : quotientOf(productOf(score, '100'), weight, 2),
  }
}
