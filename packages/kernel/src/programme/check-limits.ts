import { isGap } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import type { Disclosure, LimitDefinition, Procedure } from '../procedure/procedure.ts'
import { isDay } from '../time/instant.ts'
import { type Duration, isDuration, type LimitLength, timeUnitLabels } from '../time/time-limit.ts'

/** Whether every limit, and every disclosure, has its clause, its end and what follows when it is missed. */
export function checkLimits(procedure: Procedure): Issue[] {
  const ofLimits = Object.entries(procedure.limits).flatMap(([id, limit]) =>
    checkLimit(['limits', id], limit),
  )
  const ofDisclosures = Object.entries(procedure.states).flatMap(([state, { disclosure }]) =>
    disclosure === undefined ? [] : checkDisclosure(['states', state, 'disclosure'], disclosure),
  )
  return [...ofLimits, ...ofDisclosures]
}

function checkLimit(path: readonly string[], limit: LimitDefinition): Issue[] {
  const { title, starts, ends, legal, target } = limit
  const isWithoutEnd = typeof starts === 'string' && ends.length === 0
  const missed: LimitDefinition['missed'] | undefined = limit.missed
  return [
    ...checkLength([...path, 'legal'], title, legal),
    ...(target === undefined ? [] : checkLength([...path, 'target'], title, target)),
    ...(missed === undefined ? [issueOf('limit-without-missed', [...path, 'missed'], { limit: title })] : []),
    ...(isWithoutEnd ? [issueOf('limit-without-end', [...path, 'ends'], { limit: title })] : []),
    ...(target !== undefined && isLonger(target, legal) ? [longerTarget(path, title, legal, target)] : []),
  ]
}

function checkLength(path: readonly string[], title: string, length: LimitLength): Issue[] {
  if (isDuration(length)) return checkDuration(path, title, length)
  const basis: LimitLength['basis'] | null | undefined = length.basis
  const isRight = !('day' in length) || isDay(length.day)
  return [
    ...(basis ? [] : [issueOf('limit-without-basis', [...path, 'basis'], { limit: title })]),
    ...(isRight ? [] : [issueOf('limit-day', [...path, 'day'], { limit: title, found: length.day })]),
  ]
}

/** Nothing can wait for the end of a disclosure of which the text does not say how long it lasts. */
function checkDisclosure(path: readonly string[], { title, duration, after }: Disclosure): Issue[] {
  if (!isGap(duration)) return checkDuration([...path, 'duration'], title, duration)
  return after.length === 0
    ? []
    : [issueOf('disclosure-without-end', [...path, 'after'], { disclosure: title })]
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

function isLonger(target: LimitLength, legal: LimitLength): boolean {
  if (isDuration(target) && isDuration(legal)) {
    return target.unit !== legal.unit || target.count > legal.count
  }
  return !('day' in target && 'day' in legal) || target.day > legal.day
}

function longerTarget(
  path: readonly string[],
  limit: string,
  legal: LimitLength,
  target: LimitLength,
): Issue {
  return issueOf('target-longer', [...path, 'target'], {
    limit,
    legal: lengthText(legal),
    target: lengthText(target),
  })
}

function lengthText(length: LimitLength): string {
  if (isDuration(length)) return `${length.count}${timeUnitLabels[length.unit]}`
  return 'day' in length ? `${length.day}前` : '所填的日期'
}
