import type { ReadClause, ReadInstrument } from '../reading.ts'
import { lineAt, type TracedText } from '../traced-text.ts'

/** What is left of one printed line in a clause, before lines were joined. */
export interface ClauseLine {
  /** Id of the clause. */
  readonly clause: string
  /** Line of the file. */
  readonly line: number
  /** Text as read, with one space where the line had characters that the reading left out. */
  readonly text: string
}

/** The printed lines of all clauses of an instrument, in reading order. */
export function clauseLinesOf(instrument: ReadInstrument): ClauseLine[] {
  return instrument.clauses.flatMap(linesOfClause)
}

function linesOfClause({ clause, whole }: ReadClause): ClauseLine[] {
  const lines: ClauseLine[] = []
  let current = ''
  let currentLine = lineAt(whole, 0)
  let columnEnd = 0
  for (const [index, piece] of whole.pieces.entries()) {
    if (piece.line !== currentLine) {
      if (current !== '') lines.push({ clause: clause.id, line: currentLine, text: current })
      current = ''
      currentLine = piece.line
    } else if (current !== '' && piece.column > columnEnd && !current.endsWith(' ')) {
      current += ' '
    }
    current += textOfPiece(whole, index)
    columnEnd = piece.column + piece.width
  }
  if (current !== '') lines.push({ clause: clause.id, line: currentLine, text: current })
  return lines
}

function textOfPiece({ text, pieces }: TracedText, index: number): string {
  return text.slice(pieces[index]?.at, pieces[index + 1]?.at ?? text.length)
}
