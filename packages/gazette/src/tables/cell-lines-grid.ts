import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { type CellLine, cellLinesFrom, nextRowAt } from './find-cell-lines-region.ts'
import type { Grid, GridRow } from './read-table.ts'

/** Rows of a table of which every cell stands on a line of its own: each row begins with the next number. */
export function cellLinesGrid(lines: readonly Line[]): Grid {
  const cells = cellLinesFrom(lines, 0, Number.POSITIVE_INFINITY)
  const columns = Math.max(
    0,
    cells.findIndex((cell) => cell.text === '1'),
  )
  const rows = [rowOf(lines, cells.slice(0, columns), true)]
  for (let start = columns; start < cells.length; ) {
    const next = nextRowAt(cells, start, columns, rows.length + 1)
    const end = next < 0 ? cells.length : next
    rows.push(rowOf(lines, cells.slice(start, end), false))
    start = end
  }
  return { rows, knowsMerges: false, isOfWords: false }
}

function rowOf(lines: readonly Line[], cells: readonly CellLine[], isHead: boolean): GridRow {
  const [first, last] = [lines[cells[0]?.index ?? 0], lines[cells.at(-1)?.index ?? 0]]
  return {
    cells: cells.map((cell) => cleanCell(cell.text)),
    range: {
      from: { line: first?.number ?? 0, column: 0 },
      to: { line: last?.number ?? 0, column: last?.raw.length ?? 0 },
    },
    isHead,
    merged: [],
  }
}
