import { type Cell, cellsOf, cellText, edgesOf, lineText, lineTolerance, type Run } from './page-cells.ts'

/** A line space of this many lines parts two paragraphs. */
const paragraphGap = 2.4
/** A climb of this share of the page's text leads to the next column. */
const columnClimb = 0.3

/** Cells that stand side by side, from the left; running text is a strip of one cell. */
interface Strip {
  readonly cells: Cell[]
  /** Base line of its highest line. */
  top: number
}

/**
 * The runs of a page as lines in reading order: by columns as they were set, inside these from top to bottom.
 * A row of a table is one line with tabs between its cells, whatever lines these take; an indented first line
 * begins with two ideographic spaces.
 */
export function pageLines(runs: readonly Run[]): string[] {
  const lines: string[] = []
  for (const column of columnsOf(runs.filter((run) => run.text.trim() !== ''))) {
    if (lines.length > 0) lines.push('')
    lines.push(...columnLines(column))
  }
  return lines
}

/** Text is set column after column: where it climbs far and moves to the right, the next one begins. */
function columnsOf(runs: readonly Run[]): Run[][] {
  if (runs.length === 0) return []
  let top = Number.NEGATIVE_INFINITY
  let bottom = Number.POSITIVE_INFINITY
  for (const run of runs) {
    top = Math.max(top, run.y)
    bottom = Math.min(bottom, run.y)
  }
  const climb = Math.max((top - bottom) * columnClimb, 4 * medianSize(runs))
  const columns: Run[][] = [[]]
  let right = Number.NEGATIVE_INFINITY
  let last: Run | undefined
  for (const run of runs) {
    if (last !== undefined && run.y - last.y > climb && run.x >= right - run.size) {
      columns.push([])
      right = Number.NEGATIVE_INFINITY
    }
    right = Math.max(right, run.x + run.width)
    columns.at(-1)?.push(run)
    last = run
  }
  return columns
}

function columnLines(runs: readonly Run[]): string[] {
  const size = medianSize(runs)
  const strips = mergeSingleLines(
    stripsOf(cellsOf(runs), size).sort((a, b) => b.top - a.top),
    size,
  )
  const left = strips.reduce(
    (least, { cells }) => Math.min(least, cells[0]?.left ?? least),
    Number.POSITIVE_INFINITY,
  )
  const lines: string[] = []
  let above: { bottom: number; size: number } | null = null
  const write = (text: string, y: number, bottom: number, own: number) => {
    if (above !== null && (above.bottom - y > paragraphGap * size || isOtherSize(above.size, own)))
      lines.push('')
    lines.push(text)
    above = { bottom, size: own }
  }
  strips.forEach((strip, index) => {
    const [cell] = strip.cells
    if (cell === undefined) return
    if (strip.cells.length === 1) {
      for (const line of cell.lines) write(indented(line, left, size), yOf(line), yOf(line), sizeOf(line))
    } else {
      const own = sizeOf(cell.lines[0] as Run[])
      write(rowText(strip, tableAround(strips, index)), strip.top, bottomOf(strip), own)
    }
  })
  return lines
}

function indented(line: readonly Run[], left: number, size: number): string {
  const inset = (edgesOf(line)[0] - left) / size
  return inset > 1.5 && inset < 2.8 ? `\u3000\u3000${lineText(line)}` : lineText(line)
}

/** Cells that were set one after the other towards the right, at one height, are one row. */
function stripsOf(cells: readonly Cell[], size: number): Strip[] {
  const strips: Strip[] = []
  for (const cell of cells) {
    const strip = strips.at(-1)
    const last = strip?.cells.at(-1)
    if (strip === undefined || last === undefined || !standsBeside(last, cell, size)) {
      strips.push({ cells: [cell], top: topOf(cell) })
      continue
    }
    if (strip.cells.length === 1) strips.splice(-1, 0, ...textBefore(strip, cell, size))
    strip.cells.push(cell)
    strip.top = Math.max(strip.top, topOf(cell))
  }
  return strips
}

function standsBeside(last: Cell, cell: Cell, size: number): boolean {
  const lastLine = last.lines.at(-1) as Run[]
  const isRight = cell.left >= edgesOf(lastLine)[1] - 0.3 * size
  return (
    isRight && yOf(lastLine) <= topOf(cell) + lineTolerance * size && lowest(cell) <= topOf(last) + size / 2
  )
}

/** Running text above a table that was taken for the top of its first cell: its lines reach over the next cell. */
function textBefore(strip: Strip, next: Cell, size: number): Strip[] {
  const cell = strip.cells[0] as Cell
  const isAbove = (line: readonly Run[]) => yOf(line) > topOf(next) + 0.6 * size
  const count = cell.lines.findLastIndex((line) => isAbove(line) && edgesOf(line)[1] > next.left) + 1
  if (count === 0 || count === cell.lines.length) return []
  const text = cellOf(cell.lines.slice(0, count))
  const first = cellOf(cell.lines.slice(count))
  strip.cells[0] = first
  strip.top = topOf(first)
  return [{ cells: [text], top: topOf(text) }]
}

function cellOf(lines: Run[][]): Cell {
  const cell: Cell = { lines, left: Number.POSITIVE_INFINITY, right: Number.NEGATIVE_INFINITY }
  for (const line of lines) {
    const [left, right] = edgesOf(line)
    cell.left = Math.min(cell.left, left)
    cell.right = Math.max(cell.right, right)
  }
  return cell
}

/** Single lines at one height are one row, in whatever order they were set. */
function mergeSingleLines(strips: readonly Strip[], size: number): Strip[] {
  const merged: Strip[] = []
  let wasOneLine = false
  for (const strip of strips) {
    const last = merged.at(-1)
    const isOneLine = strip.cells.every(({ lines }) => lines.length === 1)
    if (last && wasOneLine && isOneLine && last.top - strip.top <= lineTolerance * size) {
      for (const cell of strip.cells) last.cells.push(cell)
    } else merged.push({ cells: [...strip.cells], top: strip.top })
    wasOneLine = isOneLine
  }
  for (const { cells } of merged) cells.sort((a, b) => a.left - b.left)
  return merged
}

/** The fullest row of the table in which a row stands: it shows where the columns are. */
function tableAround(strips: readonly Strip[], index: number): readonly Cell[] {
  let first = index
  let last = index
  while (index - first < longestTable && (strips[first - 1]?.cells.length ?? 0) > 1) first--
  while (last - index < longestTable && (strips[last + 1]?.cells.length ?? 0) > 1) last++
  let fullest: readonly Cell[] = []
  for (const { cells } of strips.slice(first, last + 1)) if (cells.length > fullest.length) fullest = cells
  return fullest
}

const longestTable = 60

/** Cells with tabs between them; a column without a cell stays empty where the fullest row shows it. */
function rowText({ cells }: Strip, columns: readonly Cell[]): string {
  const texts: string[] = []
  let column = 0
  let end: number | null = null
  for (const cell of cells) {
    const size = cell.lines[0]?.[0]?.size ?? 1
    if (end !== null && cell.left - end < 0.35 * size && cell.lines.length === 1) {
      texts.push(`${texts.pop() ?? ''}${cellText(cell)}`)
      end = cell.right
      continue
    }
    const own = columnOf(cell, columns)
    while (column < own) {
      texts.push('')
      column++
    }
    texts.push(cellText(cell))
    column = Math.max(column, own) + 1
    end = cell.right
  }
  return texts.join('\t')
}

/** Index of the column that a cell shares most with, 0 where there is none. */
function columnOf(cell: Cell, columns: readonly Cell[]): number {
  let best = 0
  let most = 0
  columns.forEach(({ left, right }, index) => {
    const shared = Math.min(right, cell.right) - Math.max(left, cell.left)
    if (shared > most) {
      best = index
      most = shared
    }
  })
  return best
}

/** Whether a line is set in another size than the one above it, as a title or a table is. */
function isOtherSize(above: number, size: number): boolean {
  return Math.max(above, size) / Math.min(above, size) > 1.12
}

function sizeOf(line: readonly Run[]): number {
  return (line[0] as Run).size
}

function yOf(line: readonly Run[]): number {
  return (line[0] as Run).y
}

/** Base line of a cell's highest line: the first, since each line was set below the one before. */
function topOf({ lines }: Cell): number {
  return yOf(lines[0] as Run[])
}

function lowest({ lines }: Cell): number {
  return yOf(lines.at(-1) as Run[])
}

function bottomOf({ cells, top }: Strip): number {
  return cells.reduce((bottom, cell) => Math.min(bottom, lowest(cell)), top)
}

function medianSize(runs: readonly Run[]): number {
  const sizes = runs.map((run) => run.size).sort((a, b) => a - b)
  return sizes[sizes.length >> 1] ?? 1
}
