import { type Ranked, ranked } from '../ranking/ranked.ts'
import { type Decimal, isSameAmount, productOf, quotientOf, sumOf } from '../schema/decimal.ts'
import type { Indicator } from './indicator.ts'
import type { ScoreCard, ScoredIndicator } from './score.ts'

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
  all: readonly Indicator[],
  nameOf: (printed: string) => string = (printed) => printed,
): ReadonlyMap<string, readonly Indicator[]> {
  return Map.groupBy(all, ({ units: [unit = ''] }) => nameOf(unit))
}

/** Units by their share of the points that can be had; those of whom nothing is scored stand apart. */
export function unitRanking(
  all: readonly Indicator[],
  card: ScoreCard,
  nameOf?: (printed: string) => string,
): {
  readonly ranked: readonly Ranked<UnitScore>[]
  readonly unranked: readonly UnitScore[]
} {
  const rows = new Map(card.rows.map((row) => [row.indicator, row]))
  const units = [...indicatorsByUnit(all, nameOf)].map(([unit, own]) =>
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
