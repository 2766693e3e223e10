import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { isHeaderLike, isSectionLabel, runningNumber } from './header-words.ts'
import type { Grid, GridRow } from './read-table.ts'
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
  let isAfterGap = false
  for (const line of lines) {
    if (isBlank(line.raw) && !line.raw.includes('\t')) {
      isAfterGap = true
      continue
    }
    if (isAfterGap && isPageMark(line.raw)) continue
    const cells = line.raw.split('\t')
    const above = rows.at(-1)
    if (cells.length === 1) {
      if (isSectionLabel(line.raw)) rows.push({ cells, first: line, last: line })
      else if (above !== undefined && !isAfterGap) extend(above, cells, line)
    } else if (above !== undefined && continuesRow(above.cells, cells, width)) {
      extend(above, cells, line)
    } else rows.push({ cells, first: line, last: line })
    isAfterGap = false
  }
  return { rows: rows.map(closeRow), knowsMerges: false }
}

/** The number of cells that most lines have. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { raw } of lines) {
    if (!raw.includes('\t')) continue
    const width = raw.split('\t').length
    counts.set(width, (counts.get(width) ?? 0) + 1)
  }
  let usual = 0
  let most = 0
  for (const [width, count] of counts) if (count > most) [usual, most] = [width, count]
  return usual
}

function continuesRow(above: readonly string[], cells: readonly string[], width: number): boolean {
  if (above.length >= width || above.length + cells.length - 1 !== width) return false
  const first = (cells[0] ?? '').trim()
  return first !== '' && runningNumber(first) === null && !isHeaderLike(cells)
}

function extend(row: OpenRow, cells: readonly string[], line: Line): void {
  row.cells[row.cells.length - 1] = `${row.cells.at(-1) ?? ''} ${cells[0] ?? ''}`
  row.cells.push(...cells.slice(1))
  row.last = line
}

function closeRow({ cells, first, last }: OpenRow): GridRow {
  return {
    cells: cells.map(cleanCell),
    range: {
      from: { line: first.number, column: 0 },
      to: { line: last.number, column: last.raw.length },
    },
    isHead: false,
    merged: [],
  }
}
