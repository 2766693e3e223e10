import type { FieldView } from '../schema/field-view.ts'

/** Fields shown where nobody chose. */
const FIRST_COLUMNS = 5

/** The fields that a list can show: lists in a cell read badly, and the title has the first already. */
export function columnsOffered(fields: readonly FieldView[]): readonly FieldView[] {
  return fields.filter(({ control }) => control !== 'list')
}

/** The fields that it shows, in the order of the form. */
export function columnsShown(
  fields: readonly FieldView[],
  chosen: readonly string[] | null,
): readonly FieldView[] {
  const offered = columnsOffered(fields)
  if (chosen === null) return offered.slice(1, FIRST_COLUMNS + 1)
  return offered.filter(({ name }) => chosen.includes(name))
}
