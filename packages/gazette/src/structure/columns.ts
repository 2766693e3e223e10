import type { Line } from '../reading.ts'

/** A part of a line of the file. */
export interface LinePart {
  readonly line: Line
  readonly start: number
  readonly end: number
}

/** A line of one column: its parts, left to right. */
export type ColumnLine = readonly LinePart[]

/**
 * Reads lines whose two columns stand side by side with tabs between them one column after the other. Left as
 * they are where the columns are a roster's names and posts, or cannot be told apart.
 */
export function readTabColumns(lines: readonly Line[]): ColumnLine[] {
  const rows = lines.map(cellsOf)
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const half = width / 2
  if (width % 2 === 1 || (width === 2 && !isProse(rows.map((cells) => cells[1])))) {
    return rows.map((cells) => cells.filter(isFilled)).filter((cells) => cells.length > 0)
  }
  return [...rows.map((cells) => cells.slice(0, half)), ...rows.map((cells) => cells.slice(half))]
    .map((cells) => cells.filter(isFilled))
    .filter((cells) => cells.length > 0)
}

function cellsOf(line: Line): LinePart[] {
  const cells: LinePart[] = []
  let start = 0
  for (const cell of line.raw.split('\t')) {
    cells.push({ line, start, end: start + cell.length })
    start += cell.length + 1
  }
  return cells
}

function isFilled({ line, start, end }: LinePart): boolean {
  return line.raw.slice(start, end).trim() !== ''
}

/** Whether most cells of a column have the length of a line, and some the signs of a sentence. */
function isProse(cells: readonly (LinePart | undefined)[]): boolean {
  const texts = cells.map((cell) =>
    cell === undefined ? '' : cell.line.raw.slice(cell.start, cell.end).trim(),
  )
  const long = texts.filter((text) => text.length >= narrowest).length
  return long > texts.length / 2 && texts.some((text) => /[，。；]/.test(text))
}

const narrowest = 8
const widest = 24
const mostDifference = 4
const fewestLines = 3

/**
 * Two narrow columns that stand side by side with but a space between them: at least three lines that fall into
 * halves of nearly the same widths. Gives the lines of the left column, then those of the right; null where the
 * lines from `index` on are no such columns.
 */
export function readSpacedColumns(lines: readonly Line[], index: number): ColumnLine[] | null {
  const left: LinePart[] = []
  const right: LinePart[] = []
  for (let at = index; at < lines.length; at++) {
    const line = lines[at] as Line
    const gap = gapOf(line.raw)
    if (gap === null || !fits(left, gap.start) || !fits(right, line.raw.length - gap.end)) break
    left.push({ line, start: 0, end: gap.start })
    right.push({ line, start: gap.end, end: line.raw.length })
  }
  if (left.length < fewestLines) return null
  return [...left, ...right].map((part) => [part])
}

function fits(column: readonly LinePart[], width: number): boolean {
  const first = column[0]
  return first === undefined || Math.abs(first.end - first.start - width) <= mostDifference
}

/** The one space between the two halves of a line; a label's own space may stand before it. */
function gapOf(raw: string): { start: number; end: number } | null {
  if (raw.length < 2 * narrowest + 1 || raw.length > 2 * widest) return null
  const match = gapPattern.exec(raw)
  if (match === null) return null
  const [all, space = ''] = match
  const end = match.index + all.length
  const start = end - space.length
  if (raw.indexOf(' ', end) !== -1 || start < narrowest || raw.length - end < narrowest) return null
  return { start, end }
}

const gapPattern = /^(?:第\S{1,4}条 )?[^\s\d]\S{3,22}( {1,4})(?=[\u4e00-\u9fff《“])/
