import type { Span, TableRow } from '../issue.ts'
import type { Line } from '../reading.ts'
import { type AlignedRows, alignRows } from './align-rows.ts'
import { carryDown } from './carry-down.ts'
import { cellLinesGrid } from './cell-lines-grid.ts'
import { htmlGrid } from './html-grid.ts'
import { pipeGrid } from './pipe-grid.ts'
import { readListTable } from './read-list-table.ts'
import type { Grid, GridRow, ReadTable, RowSource } from './read-table.ts'
import { rowKinds } from './row-kinds.ts'
import { spacedGrid } from './spaced-grid.ts'
import { tabGrid } from './tab-grid.ts'
import { type Head, isForm, splitHead } from './table-head.ts'
import { mergeAdjacent, numberingProblems } from './table-problems.ts'
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
  let floor = 0
  for (const region of regions) {
    if (region.format === 'columns') continue
    while (clause < clauses.length && (clauses[clause]?.lines[0] ?? 0) <= region.lines[0]) clause++
    const [first, last] = [region.lines[0] - offset, region.lines[1] - offset]
    const own = lines.slice(first, last + 1)
    const title = titleAbove(lines, first, floor)
    const place = { region, clause: clauses[clause - 1]?.id ?? null, title }
    floor = last + 1
    const table = readTable(place, own)
    if (table.table.rows.length + table.headLines.length > 0) tables.push(table)
  }
  return tables
}

/** Where a table stands. */
interface TablePlace {
  readonly region: TableRegion
  readonly clause: string | null
  /** What stands above it as its title. */
  readonly title: string | null
}

function readTable(place: TablePlace, lines: readonly Line[]): ReadTable {
  if (place.region.format === 'list') return readList(place, lines)
  const grid = limitWidth(gridOf(place.region, lines))
  const head = splitHead(grid.rows)
  return head === null ? readHeadless(place, grid) : readHeaded(place, grid, head)
}

function readList({ region, clause, title }: TablePlace, lines: readonly Line[]): ReadTable {
  const { columns, rows, sources } = readListTable(lines)
  const table = { clause, title, columns: [...columns], rows: [...rows], lines: spanOf(region) }
  return { table, region, sources, headLines: [], problems: [], isForm: false }
}

function readHeaded({ region, clause, title }: TablePlace, grid: Grid, head: Head): ReadTable {
  const trimmed = trimColumns(head.columns, head.ownLabels, head.body)
  const aligned = alignRows(trimmed.columns, trimmed.body, grid)
  const cells = aligned.rows.map((row) => row.cells)
  const kinds = rowKinds(cells, aligned.profiles)
  const carried = grid.knowsMerges ? null : carryDown(cells, kinds, aligned.profiles, lostRows(grid, aligned))
  const rows = aligned.rows.map((row, index) => ({
    cells: carried?.[index]?.cells ?? row.cells,
    kind: kinds[index] ?? ('row' as const),
    line: row.row.range.from.line,
    carried: carried?.[index]?.carried ?? row.row.merged,
    row: row.row,
  }))
  const problems = [
    ...head.problems,
    ...mergeAdjacent(aligned.problems, rows),
    ...numberingProblems(rows, aligned.profiles),
  ]
  return {
    table: {
      clause,
      title: head.title ?? title,
      columns: [...trimmed.columns],
      rows: rows.map(({ cells, kind, line }): TableRow => ({ cells: [...cells], kind, line })),
      lines: spanOf(region),
    },
    region,
    sources: rows.map(({ row, carried }) => sourceOf(row, carried)),
    headLines: head.headLines,
    problems: problems.sort((a, b) => a.lines[0] - b.lines[0]),
    isForm: false,
  }
}

/** Rows of words that lost a cell: what is blank in them may be lost as well as merged. */
function lostRows({ isOfWords }: Grid, { rows }: AlignedRows): ReadonlySet<number> {
  const lost = rows.flatMap(({ cells, row }, index) => (row.cells.length < cells.length ? [index] : []))
  return new Set(isOfWords ? lost : [])
}

function spanOf({ lines }: TableRegion): Span {
  return [lines[0], lines[1]]
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
function readHeadless({ region, clause, title }: TablePlace, grid: Grid): ReadTable {
  const width = grid.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
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
      lines: spanOf(region),
    },
    region,
    sources: rows.map((row) => sourceOf(row, row.merged)),
    headLines: [],
    problems: isBlankForm
      ? []
      : [
          {
            kind: 'no-head',
            rows: rows.length,
            lines: region.lines,
            printed: rows[0]?.cells ?? [],
            read: [],
          },
        ],
    isForm: isBlankForm,
  }
}

function sourceOf(row: GridRow, carried: readonly number[]): RowSource {
  return { range: row.range, printed: row.cells, carried }
}
