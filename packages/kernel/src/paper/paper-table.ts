import { isDecimal, sumOf } from '../schema/decimal.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import type { Fields } from '../schema/fields.ts'
import { masked } from '../schema/mask.ts'
import { isInstant } from '../time/instant.ts'
import { momentInTable } from './fill-in.ts'
import type { Column, TablePaper } from './paper.ts'

/** A paper's table, cell by cell, as it is to be printed. */
export interface PaperTable {
  readonly headings: readonly string[]
  /** As many cells in each row as there are headings; empty for what is signed by hand. */
  readonly rows: readonly (readonly string[])[]
  /** The row 合计; null for a paper without one. */
  readonly total: readonly string[] | null
}

/**
 * The table of a paper over records.
 *
 * @param clear fields shown as they are in a version for the public, all other personal ones masked; null for the
 *   authorities' own version
 */
export function paperTable(
  paper: TablePaper,
  schema: Fields,
  records: readonly Readonly<Record<string, unknown>>[],
  clear: readonly string[] | null,
): PaperTable {
  const { columns } = paper
  const shown = clear === null ? records : records.map((record) => masked(schema, record, clear))
  const rows = shown.map((record, index) =>
    columns.map((column) => cellOf(column, schema, record, index + 1)),
  )
  const total = columns.map((column, place) => totalOf(column, place, records))
  return {
    headings: columns.map(({ heading }) => heading),
    rows,
    total: paper.hasTotal ? total : null,
  }
}

function cellOf(
  column: Column,
  schema: Fields,
  record: Readonly<Record<string, unknown>>,
  number: number,
): string {
  if (column.isNumber === true) return String(number)
  if (column.field === null) return ''
  const value = record[column.field]
  const field = schema.def.shape[column.field]
  if (typeof value === 'boolean') return value ? '是' : '否'
  const choices = field === undefined ? undefined : findFieldMeta(field)?.choices
  if (value === undefined || value === null) return ''
  const text = choices?.[String(value)] ?? String(value)
  return isInstant(text) ? momentInTable(text) : text
}

function totalOf(
  column: Column,
  place: number,
  records: readonly Readonly<Record<string, unknown>>[],
): string {
  if (place === 0) return '合计'
  if (column.isSummed !== true || column.field === null) return ''
  const { field } = column
  return sumOf(records.map((record) => String(record[field] ?? '0')).filter(isDecimal))
}
