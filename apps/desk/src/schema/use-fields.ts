import { useUnits } from '../api/queries.ts'
import { type FieldView, fieldsOf, type JsonSchema } from './field-view.ts'

/** The fields of a schema, with the names of units among the choices: nobody reads a unit's id. */
export function useFields(schema: JsonSchema | null): readonly FieldView[] {
  const fields = fieldsOf(schema)
  const { data: units = [] } = useUnits(fields.some(hasUnit))
  if (units.length === 0) return fields
  const names = Object.fromEntries(units.map(({ id, name }) => [id, name]))
  return fields.map((field) => withNames(field, names))
}

/** Id of the register whose records are the county's units. */
const UNITS = 'units'

function namesUnit({ control, refersTo }: FieldView): boolean {
  return control === 'unit' || (control === 'reference' && refersTo === UNITS)
}

function hasUnit(field: FieldView): boolean {
  const { item, inner } = field
  return namesUnit(field) || (item !== null && hasUnit(item)) || inner.some(hasUnit)
}

function withNames(field: FieldView, names: Readonly<Record<string, string>>): FieldView {
  return {
    ...field,
    ...(namesUnit(field) ? { choices: names } : {}),
    item: field.item === null ? null : withNames(field.item, names),
    inner: field.inner.map((one) => withNames(one, names)),
  }
}
