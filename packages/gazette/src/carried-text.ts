import type { Clause, Instrument, TableRow } from './issue.ts'

/** A piece of what a reading carries of its file: a clause, or a row of a table. */
export type CarriedUnit =
  | { readonly clause: number; readonly row: null }
  | { readonly clause: null; readonly row: { readonly table: number; readonly index: number } }

/** Clauses and table rows of an instrument in the order of the lines on which they begin. */
export function carriedUnits({ clauses, tables }: Pick<Instrument, 'clauses' | 'tables'>): CarriedUnit[] {
  const units: CarriedUnit[] = []
  let clause = 0
  for (const [table, { rows }] of tables.entries()) {
    for (const [index, row] of rows.entries()) {
      while (clause < clauses.length && (clauses[clause] as Clause).lines[0] <= row.line) {
        units.push({ clause: clause++, row: null })
      }
      units.push({ clause: null, row: { table, index } })
    }
  }
  while (clause < clauses.length) units.push({ clause: clause++, row: null })
  return units
}

/** A clause as it is carried: label, heading and text without what stands between them. */
export function clauseText({ label, heading, text }: Clause): string {
  return (label ?? '') + (heading ?? '') + text
}

/** A row as it is carried. */
export function rowText({ cells }: TableRow): string {
  return cells.join('\t')
}

/** All that a reading carries of its file: its clauses and rows, each closed by a line end. */
export function carriedText(instruments: readonly Instrument[]): string {
  const parts: string[] = []
  for (const instrument of instruments) {
    for (const { clause, row } of carriedUnits(instrument)) {
      if (clause !== null) parts.push(clauseText(instrument.clauses[clause] as Clause))
      else parts.push(rowText(instrument.tables[row.table]?.rows[row.index] as TableRow))
    }
  }
  return parts.length === 0 ? '' : `${parts.join('\n')}\n`
}
