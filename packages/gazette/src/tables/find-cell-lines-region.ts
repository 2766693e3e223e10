import type { Line } from '../reading.ts'
import { isBlank, isPageMark, rawLine, regionOf, type Sighting, withoutSpaces } from './table-region.ts'

const mostColumns = 15
const longestCell = 120

/** A cell on a line of its own, with the index of the line in the file's lines. */
export interface CellLine {
  readonly index: number
  readonly text: string
}

/**
 * A table of which every cell stands on a line of its own, as text taken out of a page often does: a head that
 * begins with 序号 and ends where `1` stands, then as many lines a row. It must have two rows that count on.
 */
export function findCellLinesRegion(lines: readonly Line[], first: number): Sighting {
  const head = cellLinesFrom(lines, first, mostColumns + 1)
  const columns = head.findIndex((cell) => cell.text === '1')
  if (columns < 2) return { next: first + 1, region: null }
  let start = head[columns]?.index ?? first
  let last = start
  let rows = 0
  for (;;) {
    const row = cellLinesFrom(lines, start, columns * 3)
    if (row[0]?.text !== String(rows + 1)) break
    const following = nextRowAt(row, 0, columns, rows + 2)
    rows++
    if (following < 0) {
      last = row[Math.min(columns, row.length) - 1]?.index ?? start
      break
    }
    last = row[following - 1]?.index ?? start
    start = row[following]?.index ?? start
  }
  return { next: last + 1, region: rows >= 2 ? regionOf(lines, first, last, 'lines') : null }
}

/**
 * Where the row with the number begins, after the one that begins at `start`: a row's length below it, or, where
 * a cell is lost or too many, at the next line that is the number; -1 where none is near.
 */
export function nextRowAt(
  cells: readonly CellLine[],
  start: number,
  columns: number,
  number: number,
): number {
  const isNumber = (index: number) => cells[index]?.text === String(number)
  if (isNumber(start + columns)) return start + columns
  // The same figure may be the row's last cell: the number of a row has the row's other cells after it.
  for (let index = start + 2; index <= start + columns * 2 && index + columns <= cells.length; index++) {
    if (isNumber(index)) return index
  }
  return -1
}

/** The next lines that hold something short; a long one, which is prose, ends them. */
export function cellLinesFrom(lines: readonly Line[], first: number, most: number): CellLine[] {
  const cells: CellLine[] = []
  for (let index = first; index < lines.length && cells.length < most; index++) {
    const raw = rawLine(lines, index).raw
    if (isBlank(raw) || (isPageMark(raw) && /[-—－–·]/.test(raw))) continue
    if (raw.length > longestCell || raw.includes('\t')) break
    cells.push({ index, text: raw.trim() })
  }
  return cells
}

/** Whether the line is nothing but the head of a column of running numbers. */
export function isLoneNumberHead(raw: string): boolean {
  return (
    raw.length <= 12 &&
    (raw.includes('序') || raw.includes('编')) &&
    /^(?:序号|编号)$/.test(withoutSpaces(raw))
  )
}
