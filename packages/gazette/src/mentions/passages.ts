import type { Span, Table } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { spanOf } from '../traced-text.ts'

/** A stretch of text in which mentions are looked for: a clause, or one cell of a table. */
export interface Passage {
  /** Id of the clause that it is or belongs to. */
  readonly clause: string
  readonly text: string
  /** Offset behind the clause's own number: `1.` of 1.500元以上 is no part of an amount. */
  readonly labelEnd: number
  /** Whether it is a cell of a table. */
  readonly isCell: boolean
  /** Lines of the file that the text from `start` to before `end` covers. */
  readonly linesOf: (start: number, end: number) => Span
}

/** The instrument's clauses and, behind them, the cells of its tables, in reading order. */
export function passagesOf(instrument: ReadInstrument, tables: readonly Table[] = []): Passage[] {
  const passages: Passage[] = instrument.clauses.map(({ clause, whole }) => ({
    clause: clause.id,
    text: whole.text,
    labelEnd: clause.label !== null && whole.text.startsWith(clause.label) ? clause.label.length : 0,
    isCell: false,
    linesOf: (start, end) => spanOf(whole, start, end),
  }))
  for (const table of tables) {
    const clause = table.clause ?? clauseBefore(instrument, table.lines[0])
    if (clause === undefined) continue
    for (const row of table.rows) {
      for (const text of row.cells) {
        if (text !== '')
          passages.push({ clause, text, labelEnd: 0, isCell: true, linesOf: () => [row.line, row.line] })
      }
    }
  }
  return passages
}

/** Id of the last clause that begins before the line, or of the first; undefined where there is no clause. */
function clauseBefore(instrument: ReadInstrument, line: number): string | undefined {
  const before = instrument.clauses.findLast(({ clause }) => clause.lines[0] < line)
  return (before ?? instrument.clauses[0])?.clause.id
}
