import { type Issue, issueOf } from '../issue/issue.ts'
import type { LimitDefinition, Procedure } from '../procedure/procedure.ts'
import { type Duration, timeUnitLabels } from '../time/time-limit.ts'

/** Whether every limit, and every disclosure, has its clause, its end and what follows when it is missed. */
export function checkLimits(procedure: Procedure): Issue[] {
  const ofLimits = Object.entries(procedure.limits).flatMap(([id, limit]) =>
    checkLimit(['limits', id], limit),
  )
  const ofDisclosures = Object.entries(procedure.states).flatMap(([state, { disclosure }]) =>
    disclosure === undefined
      ? []
      : checkDuration(['states', state, 'disclosure', 'duration'], disclosure.title, disclosure.duration),
  )
  return [...ofLimits, ...ofDisclosures]
}

function checkLimit(path: readonly string[], limit: LimitDefinition): Issue[] {
  const { title, starts, ends, legal, target } = limit
  const isWithoutEnd = typeof starts === 'string' && ends.length === 0
  const missed: LimitDefinition['missed'] | undefined = limit.missed
  return [
    ...checkDuration([...path, 'legal'], title, legal),
    ...(target === undefined ? [] : checkDuration([...path, 'target'], title, target)),
    ...(missed === undefined ? [issueOf('limit-without-missed', [...path, 'missed'], { limit: title })] : []),
    ...(isWithoutEnd ? [issueOf('limit-without-end', [...path, 'ends'], { limit: title })] : []),
    ...(target !== undefined && isLonger(target, legal) ? [longerTarget(path, title, legal, target)] : []),
  ]
}

function checkDuration(path: readonly string[], title: string, length: Duration): Issue[] {
  const { count } = length
  const basis: Duration['basis'] | null | undefined = length.basis
  const isCount = Number.isInteger(count) && count > 0
  return [
    ...(basis ? [] : [issueOf('limit-without-basis', [...path, 'basis'], { limit: title })]),
    ...(isCount ? [] : [issueOf('limit-count', [...path, 'count'], { limit: title, found: count })]),
  ]
}

function isLonger(target: Duration, legal: Duration): boolean {
  return target.unit !== legal.unit || target.count > legal.count
}

function longerTarget(path: readonly string[], limit: string, legal: Duration, target: Duration): Issue {
  const textOf = ({ count, unit }: Duration) => `${count}${timeUnitLabels[unit]}`
  return issueOf('target-longer', [...path, 'target'], {
    limit,
    legal: textOf(legal),
    target: textOf(target),
  })
}
