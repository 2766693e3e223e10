import { findTableRegions } from './find-table-regions.ts'
import type { ReadTable } from './read-table.ts'
import { readTables } from './read-tables.ts'
import type { TableRegion } from './table-region.ts'

/** What stands in tables in each of the gazettes, by its name. */
export class GazetteTables {
  readonly readings: ReadonlyMap<string, GazetteReading>

  constructor(gazettes: readonly { readonly name: string; readonly text: string }[]) {
    this.readings = new Map(gazettes.map(({ name, text }) => [name, readGazette(text)]))
  }

  /** The table that begins at a line. */
  at(gazette: string, line: number): ReadTable {
    const found = this.readings.get(gazette)?.tables.find(({ table }) => table.lines[0] === line)
    if (found === undefined) throw new Error(`No table begins at line ${line} of ${gazette}`)
    return found
  }
}

interface GazetteReading {
  readonly regions: readonly TableRegion[]
  readonly tables: readonly ReadTable[]
}

function readGazette(text: string): GazetteReading {
  const lines = text.split(/\r?\n/).map((raw, index) => ({ number: index + 1, raw }))
  const regions = findTableRegions(lines)
  return { regions, tables: readTables({ lines, regions, clauses: [] }) }
}

/** Cells of the row that begins at a line. */
export function rowAt({ table }: ReadTable, line: number): string[] {
  return table.rows.find((row) => row.line === line)?.cells ?? []
}

/** How often each text stands in a column. */
export function countBy({ table }: ReadTable, column: number): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { cells } of table.rows) counts[cells[column] ?? ''] = (counts[cells[column] ?? ''] ?? 0) + 1
  return counts
}

/** How many rows of each kind a table has. */
export function kindsOf({ table }: ReadTable): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of table.rows) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** 1 to `last`, as printed. */
export const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => String(index + 1))
