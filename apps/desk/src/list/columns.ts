import type { FieldView } from '../schema/field-view.ts'

/** Fields shown where nobody chose: with what stands in every list they fit a laptop of 1280 pixels. */
const FIRST_COLUMNS = 3

/** The fields that a list can show: lists and long texts read badly in a cell. */
export function columnsOffered(fields: readonly FieldView[]): readonly FieldView[] {
  return fields.filter(({ control }) => control !== 'list' && control !== 'long-text' && control !== 'files')
}

/** The fields that it shows, in the order of the form. */
export function columnsShown(
  fields: readonly FieldView[],
  calledBy: readonly string[],
  chosen: readonly string[] | null,
  hasPanel = false,
): readonly FieldView[] {
  const offered = columnsOffered(fields)
  // The title has those by which a record is called.
  const others = offered.filter(({ name }) => !calledBy.includes(name))
  // Beside an open case there is room for what stands in every list only.
  if (chosen === null) return hasPanel ? [] : others.slice(0, FIRST_COLUMNS)
  return offered.filter(({ name }) => chosen.includes(name))
}
