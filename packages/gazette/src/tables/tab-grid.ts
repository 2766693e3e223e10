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
  const split = lines.map(({ raw }) => raw.split('\t'))
  const width = usualWidth(split)
  const form = { split, width, isNumbered: isNumberColumn(split[0]?.[0] ?? '') }
  const rows: OpenRow[] = []
  let isAfterGap = false
  for (let index = 0; index < lines.length; index++) {
    const [line, cells] = [lines[index] as Line, split[index] as string[]]
    const above = rows.at(-1)
    if (cells.length > 1) {
      if (above !== undefined && continuesRow(above.cells, index, form)) extend(above, cells, line)
      else rows.push({ cells, first: line, last: line })
    } else if (isBlank(line.raw)) {
      isAfterGap = true
      continue
    } else if (isAfterGap && isPageMark(line.raw)) continue
    else {
      const isWhole = above === undefined || above.cells.length === 1 || above.cells.length >= width
      if (isWhole && isSectionLabel(line.raw)) rows.push({ cells, first: line, last: line })
      else if (above !== undefined && !isAfterGap) extend(above, cells, line)
    }
    isAfterGap = false
  }
  return { rows: rows.map(closeRow), knowsMerges: false, isOfWords: false }
}

/** The number of cells that most lines have. */
function usualWidth(split: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>()
  for (const { length } of split) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
  let usual = 0
  let most = 0
  for (const [width, count] of counts) if (count > most) [usual, most] = [width, count]
  return usual
}

/** What joining the lines of a row needs to know of its table. */
interface RowForm {
  /** The cells of each line, as they are printed. */
  readonly split: readonly (readonly string[])[]
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
  index: number,
  { split, width, isNumbered }: RowForm,
): boolean {
  if (above.length === 1 || above.length >= width) return false
  let cells = above.length
  const last = index + (isNumbered ? mostFragments : 1)
  for (let next = index; next < last && cells < width; next++) {
    const fragment = split[next] ?? []
    if (fragment.length === 0 || opensRow(fragment)) return false
    cells += fragment.length - 1
  }
  return cells === width
}

function opensRow(cells: readonly string[]): boolean {
  const first = (cells[0] ?? '').trim()
  return first === '' || runningNumber(first) !== null || isPartLabel(cells) || isHeaderLike(cells)
}

function extend(row: OpenRow, cells: readonly string[], line: Line): void {
  row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''} ${cells[0] ?? ''}`
  for (let index = 1; index < cells.length; index++) row.cells.push(cells[index] ?? '')
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
