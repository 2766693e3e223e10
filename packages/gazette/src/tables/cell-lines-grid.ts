import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { type CellLine, cellLinesFrom } from './find-cell-lines-region.ts'
import type { Grid, GridRow } from './read-table.ts'

/** Rows of a table of which every cell stands on a line of its own: each row begins with the next number. */
export function cellLinesGrid(lines: readonly Line[]): Grid {
  const cells = cellLinesFrom(lines, 0, Number.POSITIVE_INFINITY)
  const width = cells.findIndex((cell) => cell.text === '1')
  const rows: GridRow[] = []
  let start = 0
  for (let index = 1; index <= cells.length; index++) {
    const isNext = cells[index]?.text === String(rows.length === 0 ? 1 : rows.length + 1)
    if (index < cells.length && !(isNext && index - start > (start === 0 ? width - 1 : 1))) continue
    rows.push(rowOf(lines, cells.slice(start, index), rows.length === 0))
    start = index
  }
  return { rows, knowsMerges: false }
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
  }
}
