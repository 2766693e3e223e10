import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { Basis, Gap, OpenQuestion } from '../definition/gap.ts'
import type { DatedValue } from '../rule/parameter.ts'
import type { Decimal } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import { findPeriod, isPeriodWithin, type PeriodKind } from '../time/period.ts'

/** How a figure is held against its target. */
export type Operator = 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'exactly'

/** How the operators read before a figure. */
export const operatorLabels: Readonly<Record<Operator, string>> = {
  'at-least': '不低于',
  'more-than': '高于',
  'at-most': '不高于',
  'less-than': '低于',
  exactly: '等于',
}

/** What a text sets for an indicator: a figure, or words that no figure decides (与全县生产总值增长同步). */
export type Target =
  /** `operator` is null where the text prints the figure alone: the indicator's direction decides. */
  { readonly operator: Operator | null; readonly figure: Decimal } | { readonly words: string }

/** What holds for one period, from the date on which it was set. */
export interface PeriodValue<Value> extends DatedValue<Value> {
  /** Id of the period: `2026`, `2026-Q4` */
  readonly period: string
  readonly basis: Cite
}

/** A figure from which a plan sets out: “十三五”时期基础值 0.44. */
export interface Baseline {
  readonly title: string
  /** In the unit of the indicator. */
  readonly figure: Decimal
  readonly basis: Cite
}

/** Which way is better: more firms, fewer accidents. */
export type Direction = 'more' | 'less'

/** A figure that is kept by period, held against a target and weighed. */
export interface Indicator {
  readonly kind: 'indicator'
  /** ASCII, unique in its programme: `forest-cover` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** As printed, where several figures are parts of one indicator: number 26, 政府性债务管理. */
  readonly number?: string
  readonly partOf?: string
  /** 考核类别: 产业转型 */
  readonly category?: string
  /** 约束性 or 预期性, where the text says which. */
  readonly isBinding?: boolean
  /** %, 户, 亿元 */
  readonly unit: string
  /** How often a figure is owed. */
  readonly every: Extract<PeriodKind, 'month' | 'quarter' | 'half-year' | 'year'>
  /** Units that answer for it, as the text names them. */
  readonly units: readonly string[]
  /** Which way is better; its basis is a gap where no text says so and it is ours. */
  readonly direction: { readonly better: Direction; readonly basis: Basis }
  /** By period and by the date on which each was set; empty where none is set yet, and `gap` says so. */
  readonly targets: readonly PeriodValue<Target>[]
  /** What the text leaves open about the target: 待市里另行下达 */
  readonly gap?: Gap
  /** What it was before, as the text prints it beside the target. */
  readonly baseline?: Baseline
  /** Points, by period and by the date on which each was set. */
  readonly weights?: readonly PeriodValue<Decimal>[]
  readonly open?: readonly OpenQuestion[]
}

const PERIOD_VALUES: KeyTree = { '*': { period: null, from: null, value: null, basis: null } }

const INDICATOR_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  number: null,
  partOf: null,
  category: null,
  isBinding: null,
  unit: null,
  every: null,
  units: null,
  direction: { better: null, basis: null },
  targets: {
    '*': { period: null, from: null, basis: null, value: { operator: null, figure: null, words: null } },
  },
  gap: null,
  baseline: { title: null, figure: null, basis: null },
  weights: PERIOD_VALUES,
  open: null,
}

/** An indicator; its targets and weights are put in the order of their dates. */
export function defineIndicator(definition: Omit<Indicator, 'kind'>): Indicator {
  const { targets, weights, ...rest } = definition
  return definitionOf(
    `指标${definition.id}`,
    {
      kind: 'indicator',
      ...rest,
      targets: byDate(targets),
      ...(weights === undefined ? {} : { weights: byDate(weights) }),
    },
    INDICATOR_KEYS,
  )
}

/**
 * What held on a day for a period: of the values whose period has it within, the one for the shortest, as it was last
 * set. A month is held against the target of its year where it has none of its own.
 */
export function findPeriodValue<Value>(
  values: readonly PeriodValue<Value>[],
  periodId: string,
  on: IsoDate,
): PeriodValue<Value> | undefined {
  const period = findPeriod(periodId)
  if (period === undefined) return undefined
  let best: PeriodValue<Value> | undefined
  for (const value of values) {
    const own = findPeriod(value.period)
    if (own === undefined || value.from > on || !isPeriodWithin(period, own)) continue
    const other = best === undefined ? undefined : findPeriod(best.period)
    if (other === undefined || isPeriodWithin(own, other)) best = value
  }
  return best
}

/** The target as a user reads it: 不低于8.4% */
export function targetText(
  { unit, direction }: Pick<Indicator, 'unit' | 'direction'>,
  target: Target,
): string {
  if ('words' in target) return target.words
  return `${operatorLabels[operatorOf(target, direction.better)]}${target.figure}${unit}`
}

/** The operator that the text prints, or the one that the direction gives to a figure alone. */
export function operatorOf(target: Extract<Target, { figure: Decimal }>, better: Direction): Operator {
  return target.operator ?? (better === 'more' ? 'at-least' : 'at-most')
}

function byDate<Value>(values: readonly PeriodValue<Value>[]): readonly PeriodValue<Value>[] {
  return [...values].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
