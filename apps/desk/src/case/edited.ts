import { personalNames, type Values } from '../form/draft.ts'
import type { FieldView } from '../schema/field-view.ts'

/**
 * What stands in a record now of what an action may change. An action that asks for nothing and lets anything be given
 * is an edit: whoever does it begins from what is there. Personal data are masked here and files are not written anew;
 * neither is offered.
 */
export function presentValues(fields: readonly FieldView[], data: Values): Values {
  if (fields.some(({ isRequired }) => isRequired)) return {}
  const personal = new Set(personalNames(fields))
  return Object.fromEntries(
    fields.flatMap(({ name, control }) => {
      const value = data[name]
      const isOffered = !personal.has(name) && control !== 'files' && value !== undefined && value !== null
      return isOffered ? [[name, value]] : []
    }),
  )
}

/** What of the values is not as it was. */
export function changedValues(values: Values, before: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])),
  )
}
