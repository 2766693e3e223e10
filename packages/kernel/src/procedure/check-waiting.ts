import { citeOf } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { dateOf } from '../time/instant.ts'
import type { Case } from './case.ts'
import { dueDatesOf, isMissed } from './due-dates.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'
import type { Context } from './transition.ts'

/** Whether the limit is over for which an action waits, and that not over within which alone it can be done. */
export function checkWaiting(
  procedure: Procedure,
  before: Case,
  { afterLimit, withinLimit, title: action, basis }: ActionDefinition,
  { now, calendar, parameters }: Context,
): Issue[] {
  if (afterLimit === undefined && withinLimit === undefined) return []
  const limits = dueDatesOf(procedure, before, calendar, parameters)
  const today = dateOf(now)
  const judged = (id: string, wantsOver: boolean): Issue[] => {
    const found = limits.find(({ limit }) => limit === id)
    const limit = procedure.limits[id]?.title ?? id
    if (found === undefined) return [issueOf('limit-not-begun', ['at'], { action, limit }, citeOf(basis))]
    const { legal } = found
    if (legal.kind !== 'due') {
      return [issueOf('limit-end-unknown', ['at'], { action, limit, why: legal.explanation }, citeOf(basis))]
    }
    const isOver = isMissed({ ...found, ended: null }, now)
    if (isOver === wantsOver) return []
    const data = { action, limit, until: legal.due, today }
    return [issueOf(wantsOver ? 'limit-running' : 'limit-over', ['at'], data, citeOf(basis))]
  }
  return [
    ...(afterLimit === undefined ? [] : judged(afterLimit, true)),
    ...(withinLimit === undefined ? [] : judged(withinLimit, false)),
  ]
}
