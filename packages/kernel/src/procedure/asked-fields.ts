import { type Fields, fields } from '../schema/fields.ts'
import { allActions } from './actions.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'

type Computes = NonNullable<ActionDefinition['computes']>

const made = new WeakMap<Computes, Fields>()

/** What is asked for with an opening or an action: its fields but for those that it computes. */
export function askedFields(all: Fields, computes: Computes | undefined): Fields {
  if (computes === undefined) return all
  const known = made.get(computes)
  if (known !== undefined) return known
  const shape = Object.entries(all.def.shape).filter(([name]) => !Object.hasOwn(computes, name))
  const asked = fields(Object.fromEntries(shape))
  made.set(computes, asked)
  return asked
}

const openings = new WeakMap<Procedure, Computes>()

/**
 * What an opening is not asked for: what it computes itself, and what an action will compute, where a case can be opened
 * without it.
 */
export function computedOfOpening(procedure: Procedure): Computes {
  const known = openings.get(procedure)
  if (known !== undefined) return known
  const { shape } = procedure.subject.def
  const later = allActions(procedure)
    .flatMap(({ action }) => Object.entries(action.computes ?? {}))
    .filter(([name]) => shape[name]?._zod.optin === 'optional')
  const all = { ...Object.fromEntries(later), ...procedure.opening.computes }
  openings.set(procedure, all)
  return all
}

/** What is filled in when a case is opened. */
export function openingFieldsOf(procedure: Procedure): Fields {
  return askedFields(procedure.subject, computedOfOpening(procedure))
}

/** What was filled in, without what is computed: nobody’s word stands in its place. */
export function withoutComputed(
  input: Readonly<Record<string, unknown>>,
  computes: Computes | undefined,
): Readonly<Record<string, unknown>> {
  if (computes === undefined) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !Object.hasOwn(computes, name)))
}
