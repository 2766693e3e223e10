import type { Verdict } from '../rule/verdict.ts'
import { compareDecimals, type Decimal } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import { findPeriod } from '../time/period.ts'
import {
  findPeriodValue,
  type Indicator,
  type Operator,
  operatorOf,
  type PeriodValue,
  type Target,
  targetText,
} from './indicator.ts'

/** A figure as it was reported for a period. */
export interface Measured {
  /** Id of the indicator. */
  readonly indicator: string
  /** Id of the period: `2026-08` */
  readonly period: string
  readonly value: Decimal
}

/** How an evaluation reads. */
export const evaluationLabels: Readonly<Record<Verdict['outcome'], string>> = {
  yes: '达到',
  no: '未达到',
  unknown: '不能判定',
}

/**
 * Holds a figure against the target that was in force on a day: `yes` where it is met, `no` where it is not, `unknown`
 * where there is no figure, no target yet, or one in words. The reason, the clause and what was looked at come with it.
 *
 * @param found the figure of that period; null where none was reported
 */
export function evaluateIndicator(
  indicator: Indicator,
  period: string,
  found: Decimal | null,
  on: IsoDate,
): Verdict {
  const { id, title, unit, basis } = indicator
  const target = findPeriodValue(indicator.targets, period, on)
  const label = `${findPeriod(period)?.title ?? period}${title}${unit === '' ? '' : `（${unit}）`}`
  const looked = {
    used: target === undefined ? [] : [usedTarget(indicator, target)],
    inputs: found === null ? [] : [{ name: id, label, value: found }],
  }
  const missing = missingFrom(indicator, target, found, label, on)
  if (target === undefined || 'words' in target.value || found === null) {
    return { outcome: 'unknown', reasons: [], ...looked, missing }
  }
  const { figure } = target.value
  const isMet = comparisons[operatorOf(target.value, indicator.direction.better)](
    compareDecimals(found, figure),
  )
  const wanted = `${title}${targetText(indicator, target.value)}`
  const reason = { rule: id, isMet, wanted, found: `${found}${unit}`, basis: target.basis ?? basis }
  return { outcome: isMet ? 'yes' : 'no', reasons: [reason], ...looked, missing: [] }
}

const comparisons = {
  'at-least': (order) => order >= 0,
  'more-than': (order) => order > 0,
  'at-most': (order) => order <= 0,
  'less-than': (order) => order < 0,
  exactly: (order) => order === 0,
} satisfies Record<Operator, (order: number) => boolean>

function missingFrom(
  indicator: Indicator,
  target: PeriodValue<Target> | undefined,
  found: Decimal | null,
  label: string,
  on: IsoDate,
): string[] {
  const { title, gap } = indicator
  const ofTarget =
    target === undefined
      ? [gap === undefined ? `“${title}”的目标值（${on}尚无规定）` : `“${title}”的目标值（${gap.says}）`]
      : 'words' in target.value
        ? [`“${title}”的目标是“${target.value.words}”，不是数值，由人判断`]
        : []
  return [...ofTarget, ...(found === null ? [`${label}的数据`] : [])]
}

function usedTarget({ id, title, unit, direction }: Indicator, target: PeriodValue<Target>) {
  const { from, basis, value } = target
  return {
    parameter: id,
    title: `${title}目标值`,
    unit: '',
    from,
    value: targetText({ unit, direction }, value),
    basis,
  }
}
