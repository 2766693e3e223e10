import { expect } from 'vitest'
import { findTableRegions } from './find-table-regions.ts'
import type { ReadTable } from './read-table.ts'
import { readTables } from './read-tables.ts'

/** The tables of a text. */
export function readAll(text: string): ReadTable[] {
  const lines = text.split('\n').map((raw, index) => ({ number: index + 1, raw }))
  return readTables({ lines, regions: findTableRegions(lines), clauses: [] })
}

/** The only table of a text. */
export function readOne(text: string): ReadTable {
  const tables = readAll(text)
  expect(tables).toHaveLength(1)
  return tables[0] as ReadTable
}

/** The cells of a table's rows. */
export function cellsOf({ table }: ReadTable): string[][] {
  return table.rows.map(({ cells }) => cells)
}
