import type { Span, TableRow } from '../issue.ts'
import type { Line } from '../reading.ts'
import { alignRows } from './align-rows.ts'
import { carryDown } from './carry-down.ts'
import { cellLinesGrid } from './cell-lines-grid.ts'
import { htmlGrid } from './html-grid.ts'
import { numberingProblems } from './numbering-problems.ts'
import { pipeGrid } from './pipe-grid.ts'
import { readListTable } from './read-list-table.ts'
import type { Grid, GridRow, ReadTable, RowSource, TableProblem } from './read-table.ts'
import { rowKinds } from './row-kinds.ts'
import { spacedGrid } from './spaced-grid.ts'
import { tabGrid } from './tab-grid.ts'
import { isForm, splitHead } from './table-head.ts'
import type { TableRegion } from './table-region.ts'
import { titleAbove } from './table-title.ts'
import { trimColumns } from './trim-columns.ts'

/** What reading the tables of an instrument, or of a whole file, needs. */
export interface TableInput {
  /** All lines of the file, in order. */
  readonly lines: readonly Line[]
  /** From `findTableRegions`. */
  readonly regions: readonly TableRegion[]
  /** Clauses in reading order: a table belongs to the last that begins at or above it. */
  readonly clauses: readonly { readonly id: string; readonly lines: Span }[]
}

/** Reads the tables that stand in the regions, in their order. Columns of prose (`columns`) are no table. */
export function readTables({ lines, regions, clauses }: TableInput): ReadTable[] {
  const offset = lines[0]?.number ?? 1
  const tables: ReadTable[] = []
  let clause = 0
  for (const region of regions) {
    if (region.format === 'columns') continue
    while (clause < clauses.length && (clauses[clause]?.lines[0] ?? 0) <= region.lines[0]) clause++
    const [first, last] = [region.lines[0] - offset, region.lines[1] - offset]
    const own = lines.slice(first, last + 1)
    const title = titleAbove(lines, first)
    tables.push(readTable(region, own, title, clauses[clause - 1]?.id ?? null))
  }
  return tables
}

function readTable(
  region: TableRegion,
  lines: readonly Line[],
  above: string | null,
  clause: string | null,
): ReadTable {
  const span: Span = [region.lines[0], region.lines[1]]
  if (region.format === 'list') {
    const { columns, rows, sources } = readListTable(lines)
    const table = { clause, title: above, columns: [...columns], rows: [...rows], lines: span }
    return { table, region, sources, headLines: [], problems: [], isForm: false }
  }
  const grid = limitWidth(gridOf(region, lines))
  const head = splitHead(grid.rows)
  if (head === null) return readHeadless(region, grid, above, clause)
  const trimmed = trimColumns(head.columns, head.ownLabels, head.body)
  const { rows, profiles, problems } = alignRows(trimmed.columns, trimmed.body)
  const kinds = rowKinds(
    rows.map((row) => row.cells),
    profiles,
  )
  const filled = grid.knowsMerges
    ? rows.map(({ cells }, index) => ({ cells, carried: [], kind: kinds[index] ?? ('row' as const) }))
    : carryDown(
        rows.map((row) => row.cells),
        kinds,
        profiles,
      )
  const read = filled.map((row, index) => ({ ...row, source: rows[index]?.row as GridRow }))
  const numbered = read.map((row) => ({ ...row, line: row.source.range.from.line }))
  return {
    table: {
      clause,
      title: head.title ?? above,
      columns: [...trimmed.columns],
      rows: numbered.map(({ cells, kind, line }): TableRow => ({ cells: [...cells], kind, line })),
      lines: span,
    },
    region,
    sources: read.map(({ source, carried }) => sourceOf(source, carried)),
    headLines: head.headLines,
    problems: [
      ...head.problems,
      ...mergeAdjacent(problems, numbered),
      ...numberingProblems(numbered, profiles),
    ].sort((a, b) => a.lines[0] - b.lines[0]),
    isForm: false,
  }
}

function gridOf(region: TableRegion, lines: readonly Line[]): Grid {
  switch (region.format) {
    case 'pipes':
      return pipeGrid(lines)
    case 'html':
      return htmlGrid(lines)
    case 'spaces':
      return spacedGrid(lines)
    case 'lines':
      return cellLinesGrid(lines)
    default:
      return tabGrid(lines)
  }
}

/** Cells beyond any width that a table may have, joined: a damaged line must not widen all other rows. */
function limitWidth(grid: Grid): Grid {
  const cells = grid.rows.reduce((sum, row) => sum + row.cells.length, 0)
  const most = Math.min(widestTable, 8 + Math.ceil((4 * cells) / Math.max(1, grid.rows.length)))
  if (grid.rows.every((row) => row.cells.length <= most)) return grid
  const rows = grid.rows.map((row) =>
    row.cells.length <= most
      ? row
      : {
          ...row,
          cells: [
            ...row.cells.slice(0, most - 1),
            row.cells
              .slice(most - 1)
              .join(' ')
              .trim(),
          ],
        },
  )
  return { ...grid, rows }
}

const widestTable = 60

/** A form to be filled in, or a table whose head is lost: all its cells, under columns that are only counted. */
function readHeadless(
  region: TableRegion,
  grid: Grid,
  title: string | null,
  clause: string | null,
): ReadTable {
  const width = Math.max(0, ...grid.rows.map((row) => row.cells.length))
  const span: Span = [region.lines[0], region.lines[1]]
  const rows = grid.rows.filter((row) => row.cells.some((cell) => cell !== ''))
  const isBlankForm = isForm(rows)
  return {
    table: {
      clause,
      title,
      columns: Array.from({ length: width }, (_, column) => `第${column + 1}列`),
      rows: rows.map(({ cells, range }) => ({
        cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
        kind: 'row',
        line: range.from.line,
      })),
      lines: span,
    },
    region,
    sources: rows.map((row) => sourceOf(row, [])),
    headLines: [],
    problems: isBlankForm
      ? []
      : [{ kind: 'no-head', rows: rows.length, lines: span, printed: rows[0]?.cells ?? [], read: [] }],
    isForm: isBlankForm,
  }
}

function sourceOf(row: GridRow, carried: readonly number[]): RowSource {
  return { range: row.range, printed: row.cells, carried }
}

/** Problems of the same kind in rows that follow one another, as one. */
function mergeAdjacent(
  problems: readonly TableProblem[],
  rows: readonly { readonly line: number }[],
): TableProblem[] {
  const indexOf = new Map(rows.map(({ line }, index) => [line, index]))
  const merged: TableProblem[] = []
  for (const problem of problems) {
    const above = merged.at(-1)
    const isNext =
      above !== undefined && indexOf.get(problem.lines[0]) === (indexOf.get(above.lines[0]) ?? 0) + above.rows
    if (above?.kind === problem.kind && isNext) {
      merged[merged.length - 1] = {
        ...above,
        rows: above.rows + 1,
        lines: [above.lines[0], problem.lines[1]],
      }
    } else merged.push(problem)
  }
  return merged
}
