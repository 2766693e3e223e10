import Big from 'big.js'
import type { Verdict } from '../rule/verdict.ts'
import { compareDecimals, type Decimal, differenceOf, sumOf } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import { evaluateIndicator, type Measured } from './evaluate.ts'
import { findPeriodValue, type Indicator, type Operator, operatorOf } from './indicator.ts'

/**
 * How points come of a figure: all of them where the target is met and else none, or in the proportion in which it is
 * met. All of them only where it is met: what misses “高于8%” by being 8% gets at least the last place less. A text seldom
 * says which: it is a parameter of the programme.
 */
export interface ScoringMethod {
  readonly kind: 'all-or-nothing' | 'proportional'
  /** Places behind the point, rounded half up. */
  readonly places: number
}

/** How the methods read. */
export const scoringLabels: Readonly<Record<ScoringMethod['kind'], string>> = {
  'all-or-nothing': '达到得满分，未达到不得分',
  proportional: '按完成比例得分',
}

/** One indicator on a score card. */
export interface ScoredIndicator {
  readonly indicator: string
  readonly title: string
  readonly verdict: Verdict
  /** Points that can be had; null where the text gives it no weight. */
  readonly weight: Decimal | null
  /** Null where it cannot be computed. */
  readonly score: Decimal | null
}

/** All indicators of a period as they stood on a day. */
export interface ScoreCard {
  readonly rows: readonly ScoredIndicator[]
  readonly weight: Decimal
  /** Of the rows that have a score. */
  readonly score: Decimal
  /** Weight of the rows that have a weight and no score: what the score leaves out. */
  readonly unscored: Decimal
}

/**
 * Scores figures of one period by the weights and targets that were in force on a day.
 *
 * @param method null while nobody has set one: then nothing is scored
 */
export function scoreCard(
  indicators: readonly Indicator[],
  period: string,
  measured: readonly Measured[],
  on: IsoDate,
  method: ScoringMethod | null,
): ScoreCard {
  const found = new Map(
    measured.filter((one) => one.period === period).map(({ indicator, value }) => [indicator, value]),
  )
  const rows = indicators.map((indicator) => {
    const value = found.get(indicator.id) ?? null
    const verdict = evaluateIndicator(indicator, period, value, on)
    const weight = weightOn(indicator, period, on)
    const score =
      method === null || weight === null || value === null
        ? null
        : scoreOf(indicator, period, value, verdict, weight, on, method)
    return { indicator: indicator.id, title: indicator.title, verdict, weight, score }
  })
  return {
    rows,
    weight: sumOf(rows.flatMap(({ weight }) => weight ?? [])),
    score: sumOf(rows.flatMap(({ score }) => score ?? [])),
    unscored: sumOf(rows.flatMap(({ weight, score }) => (score === null && weight !== null ? weight : []))),
  }
}

/** Weights of a period before and after a change. */
export interface WeightChange {
  readonly rows: readonly {
    readonly indicator: string
    readonly title: string
    /** Null where it had none. */
    readonly before: Decimal | null
    readonly after: Decimal | null
    readonly difference: Decimal
  }[]
  readonly before: Decimal
  readonly after: Decimal
  readonly isTotalUnchanged: boolean
}

/** Which weights of a period differ between two days, and whether their total does. */
export function weightChange(
  indicators: readonly Indicator[],
  period: string,
  before: IsoDate,
  after: IsoDate,
): WeightChange {
  const all = indicators.map((indicator) => ({
    indicator: indicator.id,
    title: indicator.title,
    before: weightOn(indicator, period, before),
    after: weightOn(indicator, period, after),
  }))
  const totals = {
    before: sumOf(all.flatMap((row) => row.before ?? [])),
    after: sumOf(all.flatMap((row) => row.after ?? [])),
  }
  return {
    rows: all
      .map((row) => ({ ...row, difference: differenceOf(row.after ?? '0', row.before ?? '0') }))
      .filter((row) => row.before !== row.after),
    ...totals,
    isTotalUnchanged: compareDecimals(totals.before, totals.after) === 0,
  }
}

/** Points of an indicator for a period as they stood on a day; null where it has no weight. */
export function weightOn({ weights = [] }: Indicator, period: string, on: IsoDate): Decimal | null {
  return findPeriodValue(weights, period, on)?.value ?? null
}

function scoreOf(
  indicator: Indicator,
  period: string,
  value: Decimal,
  verdict: Verdict,
  weight: Decimal,
  on: IsoDate,
  method: ScoringMethod,
): Decimal | null {
  if (verdict.outcome === 'unknown') return null
  if (verdict.outcome === 'yes') return weight
  if (method.kind === 'all-or-nothing') return '0'
  const target = findPeriodValue(indicator.targets, period, on)?.value
  if (target === undefined || 'words' in target) return null
  const share = shareMet(operatorOf(target, indicator.direction.better), value, target.figure)
  const points = share.times(weight).round(method.places, Big.roundHalfUp)
  const most = new Big(weight).minus(new Big(10).pow(-method.places))
  const held = points.gt(most) ? most : points
  return (held.lt(0) ? new Big(0) : held).toFixed()
}

/** How much of a target that is not met is met, from 0 to 1. */
function shareMet(operator: Operator, value: Decimal, figure: Decimal): Big {
  const [part, whole] = partAndWhole[operator](value, figure)
  // Below nothing, or against a target of nothing, there is no proportion.
  if (compareDecimals(part, '0') <= 0 || compareDecimals(whole, '0') <= 0) return new Big(0)
  const share = new Big(part).div(whole)
  return share.gt(1) ? new Big(1) : share
}

const asGiven = (value: Decimal, figure: Decimal) => [value, figure] as const
const turned = (value: Decimal, figure: Decimal) => [figure, value] as const

/** What is to be divided by what, so that what falls short gives less than one. */
const partAndWhole = {
  'at-least': asGiven,
  'more-than': asGiven,
  'at-most': turned,
  'less-than': turned,
  // Too much is as far from it as too little.
  exactly: (value, figure) => (compareDecimals(value, figure) > 0 ? [figure, value] : [value, figure]),
} satisfies Record<Operator, (value: Decimal, figure: Decimal) => readonly [Decimal, Decimal]>
