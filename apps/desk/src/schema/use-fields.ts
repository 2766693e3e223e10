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

function hasUnit({ control, item, inner }: FieldView): boolean {
  return control === 'unit' || (item !== null && hasUnit(item)) || inner.some(hasUnit)
}

function withNames(field: FieldView, names: Readonly<Record<string, string>>): FieldView {
  return {
    ...field,
    ...(field.control === 'unit' ? { choices: names } : {}),
    item: field.item === null ? null : withNames(field.item, names),
    inner: field.inner.map((one) => withNames(one, names)),
  }
}
