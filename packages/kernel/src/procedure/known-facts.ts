import type { Belonging } from '../access/access.ts'
import { TODAY } from '../rule/day-rule.ts'
import type { Facts } from '../rule/rule.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import type { IsoDate } from '../time/calendar.ts'
import { dateOf } from '../time/instant.ts'
import { nameOn } from '../unit/unit.ts'
import type { UnitTree } from '../unit/unit-tree.ts'
import { caseFieldsOf } from './actions.ts'
import type { Case } from './case.ts'
import { dueDatesOf } from './due-dates.ts'
import type { Procedure } from './procedure.ts'
import type { Action, Context } from './transition.ts'

/** The name under which rules see the unit whose case it is. */
export const OWN_UNIT = 'ownUnit'

/** The name under which rules see the id of who acts. */
export const ACTOR = 'actor'

/** The name under which rules see the legal due day of a limit that has begun: `payDue` of `pay`. */
export function dueInput(limit: string): string {
  return `${limit}Due`
}

/**
 * The name under which rules see what the unit of a field is called that day: `receiverName` of `receiver`, `ownUnitName`
 * of the unit whose case it is. A notice names units, and a case holds their ids.
 */
export function unitNameInput(field: string): string {
  return `${field}Name`
}

/** Every name under which rules of a procedure see something that is neither filled in nor looked up. */
export function knownInputs(procedure: Procedure): readonly string[] {
  const named = [OWN_UNIT, ...unitFieldsOf(procedure)].map(unitNameInput)
  return [OWN_UNIT, TODAY, ACTOR, ...named, ...Object.keys(procedure.limits).map(dueInput)]
}

const unitFields = new WeakMap<Procedure, readonly string[]>()

/** The fields of a case that hold a unit, but for one beside which the case has a field of that name itself. */
function unitFieldsOf(procedure: Procedure): readonly string[] {
  const found = unitFields.get(procedure)
  if (found !== undefined) return found
  const known = caseFieldsOf(procedure)
  const own = Object.entries(known)
    .filter(
      ([field, schema]) => findFieldMeta(schema)?.control === 'unit' && !(unitNameInput(field) in known),
    )
    .map(([field]) => field)
  unitFields.set(procedure, own)
  return own
}

/**
 * What rules know besides the case's data and what was looked up.
 *
 * @param data what the case holds with what is filled in now
 */
export function knownFacts(
  procedure: Procedure,
  before: Case | null,
  { unit }: Pick<Belonging, 'unit'>,
  by: Action['by'],
  data: Readonly<Record<string, unknown>>,
  { now, calendar, parameters, units }: Context,
): Facts {
  const on = dateOf(now)
  const limits = before === null ? [] : dueDatesOf(procedure, before, calendar, parameters)
  const due = limits.flatMap(({ limit, legal }) =>
    legal.kind === 'due' ? [[dueInput(limit), dateOfDue(legal.due)] as const] : [],
  )
  const held = [
    [OWN_UNIT, unit] as const,
    ...unitFieldsOf(procedure).map((field) => [field, data[field]] as const),
  ]
  const names = held.flatMap(([field, id]) => {
    const name = unitName(units, id, on)
    return name === undefined ? [] : [[unitNameInput(field), name] as const]
  })
  return {
    [OWN_UNIT]: unit,
    [TODAY]: on,
    [ACTOR]: by.id,
    ...Object.fromEntries(names),
    ...Object.fromEntries(due),
  }
}

function unitName({ units }: UnitTree, id: unknown, on: IsoDate): string | undefined {
  const found = typeof id === 'string' ? units[id] : undefined
  return found === undefined ? undefined : nameOn(found, on)
}

function dateOfDue(due: string): string {
  return due.includes('T') ? dateOf(due) : due
}
