import type { Span } from './issue.ts'

/**
 * Text that knows where each of its characters stood in the file. Passes cut, join and mend such text; what
 * they find in it is given back in lines of the file.
 */
export interface TracedText {
  readonly text: string
  /** In the order of `at`; the first starts at 0. Empty only where `text` is empty. */
  readonly pieces: readonly Piece[]
}

/** A run of text from one place of one line. */
export interface Piece {
  /** Offset in the traced text at which the run begins; it ends where the next piece begins. */
  readonly at: number
  /** Line of the file, from 1. */
  readonly line: number
  /** Offset in that line, from 0, in UTF-16 code units. */
  readonly column: number
  /** How many characters of the file the run stands for; more or fewer than its own where it was mended. */
  readonly width: number
}

/** A whole line as it stands in the file. */
export function traceLine(text: string, line: number, column = 0): TracedText {
  return { text, pieces: text === '' ? [] : [{ at: 0, line, column, width: text.length }] }
}

/** The pieces of text one after the other, with nothing between them. */
export function concatTraced(parts: readonly TracedText[]): TracedText {
  let text = ''
  const pieces: Piece[] = []
  for (const part of parts) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + text.length })
    text += part.text
  }
  return { text, pieces }
}

/** The text from `start` to before `end`. */
export function sliceTraced(traced: TracedText, start: number, end = traced.text.length): TracedText {
  if (start === 0 && end === traced.text.length) return traced
  const text = traced.text.slice(start, end)
  if (text === '') return { text, pieces: [] }
  const pieces: Piece[] = []
  for (let i = pieceIndexAt(traced, start); i < traced.pieces.length; i++) {
    const piece = traced.pieces[i] as Piece
    if (piece.at >= end) break
    const pieceEnd = traced.pieces[i + 1]?.at ?? traced.text.length
    const skipped = Math.max(0, start - piece.at)
    const isVerbatim = piece.width === pieceEnd - piece.at
    pieces.push({
      at: piece.at + skipped - start,
      line: piece.line,
      column: isVerbatim ? piece.column + skipped : piece.column,
      width: isVerbatim ? Math.min(pieceEnd, end) - piece.at - skipped : piece.width,
    })
  }
  return { text, pieces }
}

/** Line of the file on which the character at `offset` stands; `offset` may be the text's end. */
export function lineAt(traced: TracedText, offset: number): number {
  return traced.pieces[pieceIndexAt(traced, offset)]?.line ?? 0
}

/** Lines of the file that the text from `start` to before `end` covers. */
export function spanOf(traced: TracedText, start = 0, end = traced.text.length): Span {
  return [lineAt(traced, start), lineAt(traced, Math.max(start, end - 1))]
}

/** Index of the piece that holds `offset`, by halving. */
function pieceIndexAt(traced: TracedText, offset: number): number {
  let low = 0
  let high = traced.pieces.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((traced.pieces[middle] as Piece).at <= offset) low = middle
    else high = middle - 1
  }
  return low
}
