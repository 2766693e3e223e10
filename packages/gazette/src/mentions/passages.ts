import type { Span, Table } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { cellSigns, type Signs } from '../signs.ts'
import { spanOf } from '../traced-text.ts'

/** A stretch of text in which mentions are looked for: a clause, or one cell of a table. */
export interface Passage {
  /** Id of the clause that it is or belongs to. */
  readonly clause: string
  readonly text: string
  /** Offset behind the clause's own number: `1.` of 1.500元以上 is no part of an amount. */
  readonly labelEnd: number
  /** Lines of the file that the text from `start` to before `end` covers. */
  readonly linesOf: (start: number, end: number) => Span
}

/**
 * The instrument's clauses and, behind them, the cells of its tables, in reading order; only those that have one
 * of the signs.
 */
export function passagesOf(instrument: ReadInstrument, tables: readonly Table[], wanted: Signs): Passage[] {
  const passages: Passage[] = []
  for (const { clause, whole, signs } of instrument.clauses) {
    if ((signs & wanted) === 0) continue
    const { text } = whole
    const hasLabel = clause.label !== null && text.startsWith(clause.label)
    passages.push({
      clause: clause.id,
      text,
      labelEnd: hasLabel ? (clause.label?.length ?? 0) : 0,
      linesOf: (start, end) => spanOf(whole, start, end),
    })
  }
  for (const table of tables) addCells(passages, instrument, table, wanted)
  return passages
}

function addCells(passages: Passage[], instrument: ReadInstrument, table: Table, wanted: Signs): void {
  const signs = cellSigns(table)
  let next = 0
  for (const { cells, line } of table.rows) {
    for (const text of cells) {
      if (((signs[next++] as Signs) & wanted) === 0) continue
      const clause = table.clause ?? clauseBefore(instrument, table.lines[0])
      if (clause === undefined) return
      passages.push({ clause, text, labelEnd: 0, linesOf: () => [line, line] })
    }
  }
}

/** Id of the last clause that begins before the line, or of the first; undefined where there is no clause. */
function clauseBefore(instrument: ReadInstrument, line: number): string | undefined {
  const before = instrument.clauses.findLast(({ clause }) => clause.lines[0] < line)
  return (before ?? instrument.clauses[0])?.clause.id
}
