import type { Belonging } from '../access/access.ts'
import type { Facts } from '../rule/rule.ts'
import { dateOf } from '../time/instant.ts'
import type { Case } from './case.ts'
import { dueDatesOf } from './due-dates.ts'
import type { Procedure } from './procedure.ts'
import type { Action, Context } from './transition.ts'

/** The name under which rules see the unit whose case it is. */
export const OWN_UNIT = 'ownUnit'

/** The name under which rules see the day on which something is done; who acts cannot fill it in. */
export const TODAY = 'today'

/** The name under which rules see the id of who acts. */
export const ACTOR = 'actor'

/** The name under which rules see the legal due day of a limit that has begun: `payDue` of `pay`. */
export function dueInput(limit: string): string {
  return `${limit}Due`
}

/** Every name under which rules of a procedure see something that is neither filled in nor looked up. */
export function knownInputs({ limits }: Pick<Procedure, 'limits'>): readonly string[] {
  return [OWN_UNIT, TODAY, ACTOR, ...Object.keys(limits).map(dueInput)]
}

/** What rules know besides the case's data and what was looked up. */
export function knownFacts(
  procedure: Procedure,
  before: Case | null,
  { unit }: Pick<Belonging, 'unit'>,
  by: Action['by'],
  { now, calendar, parameters }: Context,
): Facts {
  const limits = before === null ? [] : dueDatesOf(procedure, before, calendar, parameters)
  const due = limits.flatMap(({ limit, legal }) =>
    legal.kind === 'due' ? [[dueInput(limit), dateOfDue(legal.due)] as const] : [],
  )
  return { [OWN_UNIT]: unit, [TODAY]: dateOf(now), [ACTOR]: by.id, ...Object.fromEntries(due) }
}

function dateOfDue(due: string): string {
  return due.includes('T') ? dateOf(due) : due
}
