import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { isHeaderLike, isNumberColumn, isSectionLabel, runningNumber } from './header-words.ts'
import type { Grid, GridRow } from './read-table.ts'
import { isPartLabel } from './row-kinds.ts'
import { isBlank, isPageMark } from './table-region.ts'

interface OpenRow {
  readonly cells: string[]
  readonly first: Line
  last: Line
}

/** Rows of lines whose cells are parted by tabs; a cell that is broken over lines is joined again. */
export function tabGrid(lines: readonly Line[]): Grid {
  const width = usualWidth(lines)
  const rows: OpenRow[] = []
  const isNumbered = isNumberColumn((lines[0]?.raw ?? '').split('\t')[0] ?? '')
  let isAfterGap = false
  for (const [index, line] of lines.entries()) {
    if (isBlank(line.raw) && !line.raw.includes('\t')) {
      isAfterGap = true
      continue
    }
    if (isAfterGap && isPageMark(line.raw)) continue
    const cells = line.raw.split('\t')
    const above = rows.at(-1)
    if (cells.length === 1) {
      const isWhole = above === undefined || above.cells.length === 1 || above.cells.length >= width
      if (isWhole && isSectionLabel(line.raw)) rows.push({ cells, first: line, last: line })
      else if (above !== undefined && !isAfterGap) extend(above, cells, line)
    } else if (above !== undefined && continuesRow(above.cells, lines, index, { width, isNumbered })) {
      extend(above, cells, line)
    } else rows.push({ cells, first: line, last: line })
    isAfterGap = false
  }
  return { rows: rows.map(closeRow), knowsMerges: false, isOfWords: false }
}

/** The number of cells that most lines have. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { raw } of lines) {
    const width = tabCount(raw) + 1
    if (width < 2) continue
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let usual = 0
  let most = 0
  for (const [width, count] of counts) if (count > most) [usual, most] = [width, count]
  return usual
}

function tabCount(raw: string): number {
  let count = 0
  for (let at = raw.indexOf('\t'); at >= 0; at = raw.indexOf('\t', at + 1)) count++
  return count
}

/** What joining the lines of a row needs to know of its table. */
interface RowForm {
  readonly width: number
  /** Whether every row begins with its running number. */
  readonly isNumbered: boolean
}

const mostFragments = 6

/**
 * Whether a line goes on with the row above, because a cell broke: joined at the break, they have exactly the
 * cells of a row. In a numbered table a row may break more than once.
 */
function continuesRow(
  above: readonly string[],
  lines: readonly Line[],
  index: number,
  { width, isNumbered }: RowForm,
): boolean {
  if (above.length === 1) return false
  let cells = above.length
  const last = index + (isNumbered ? mostFragments : 1)
  for (let next = index; next < last && cells < width; next++) {
    const fragment = (lines[next]?.raw ?? '').split('\t')
    if (opensRow(fragment)) return false
    cells += fragment.length - 1
  }
  return above.length < width && cells === width
}

function opensRow(cells: readonly string[]): boolean {
  const first = (cells[0] ?? '').trim()
  return first === '' || runningNumber(first) !== null || isPartLabel(cells) || isHeaderLike(cells)
}

function extend(row: OpenRow, cells: readonly string[], line: Line): void {
  row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''} ${cells[0] ?? ''}`
  row.cells.push(...cells.slice(1))
  row.last = line
}

/** Cleans the cells in place: they were split off for this row alone. */
function cleanAll(cells: string[]): string[] {
  for (let index = 0; index < cells.length; index++) cells[index] = cleanCell(cells[index] ?? '')
  return cells
}

function closeRow({ cells, first, last }: OpenRow): GridRow {
  return {
    cells: cleanAll(cells),
    range: {
      from: { line: first.number, column: 0 },
      to: { line: last.number, column: last.raw.length },
    },
    isHead: false,
    merged: [],
  }
}
