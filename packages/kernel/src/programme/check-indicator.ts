import type { Indicator, PeriodValue } from '../indicator/indicator.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { isDecimal } from '../schema/decimal.ts'
import { findPeriod } from '../time/period.ts'

/** Whether an indicator's figures can be read, each for a period, and a target that is not set yet is declared open. */
export function checkIndicator({ title, targets, weights = [], gap, baseline }: Indicator): Issue[] {
  const isOpen = targets.length === 0 && gap === undefined
  return [
    ...(isOpen ? [issueOf('target-open', ['targets'], { indicator: title })] : []),
    ...targets.flatMap((target, index) => {
      const figure = 'words' in target.value ? null : target.value.figure
      return checkValue(['targets', index], `“${title}”的目标值`, target, figure)
    }),
    ...weights.flatMap((weight, index) =>
      checkValue(['weights', index], `“${title}”的权重`, weight, weight.value),
    ),
    ...(baseline === undefined || isDecimal(baseline.figure)
      ? []
      : [
          issueOf('figure-unreadable', ['baseline'], {
            what: `“${title}”的${baseline.title}`,
            found: baseline.figure,
          }),
        ]),
  ]
}

function checkValue(
  path: readonly (string | number)[],
  what: string,
  { period }: PeriodValue<unknown>,
  figure: string | null,
): Issue[] {
  return [
    ...(findPeriod(period) === undefined
      ? [issueOf('period-unknown', [...path, 'period'], { what, found: period })]
      : []),
    ...(figure === null || isDecimal(figure)
      ? []
      : [issueOf('figure-unreadable', [...path, 'value'], { what, found: figure })]),
  ]
}
