import { type Fields, fields } from '../schema/fields.ts'
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

/** What is filled in when a case is opened. */
export function openingFieldsOf({ subject, opening }: Procedure): Fields {
  return askedFields(subject, opening.computes)
}

/** What was filled in, without what is computed: nobody’s word stands in its place. */
export function withoutComputed(
  input: Readonly<Record<string, unknown>>,
  computes: Computes | undefined,
): Readonly<Record<string, unknown>> {
  if (computes === undefined) return input
  return Object.fromEntries(Object.entries(input).filter(([name]) => !Object.hasOwn(computes, name)))
}
