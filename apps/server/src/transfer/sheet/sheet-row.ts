/** What stands in a cell, as it is to be read. */
export interface SheetCell {
  /** `wrong`: what Excel shows as an error, or a formula that was never reckoned. */
  readonly kind: 'text' | 'number' | 'date' | 'date-time' | 'yes-no' | 'wrong'
  /** Numbers in plain decimal digits, days and moments as ISO 8601 has them, `true` and `false`. */
  readonly text: string
}

/** A row of a sheet. */
export interface SheetRow {
  /** As the spreadsheet numbers it, from 1; for a CSV file the line on which it begins. */
  readonly line: number
  /** By column from 0; null where nothing stands. */
  readonly cells: readonly (SheetCell | null)[]
}

/** Rows of a sheet from its beginning; or the sentence that says why it cannot be read. */
export type SheetOpened =
  | { readonly kind: 'opened'; readonly rows: AsyncIterable<SheetRow> }
  | { readonly kind: 'refused'; readonly message: string }

/** Thrown inside the reading of rows where a file turns out to be damaged. */
export class SheetDamaged extends Error {
  override readonly name = 'SheetDamaged'
}

/** Name of a column, as spreadsheets have it: 0 is A, 27 is AB. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : columnName(rest - 1)) + String.fromCharCode(65 + (column % 26))
}

/** The column of a name: AB is 27. */
export function columnOf(name: string): number {
  let column = 0
  for (const letter of name) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
