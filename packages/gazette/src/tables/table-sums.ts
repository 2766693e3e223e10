import type { Table, TableRow } from '../issue.ts'
import { decimalOf, sumOf } from './decimal-of.ts'

/** A printed sum beside the one that its parts make. */
export interface SumCheck {
  /** Line of the printed sum. */
  readonly line: number
  readonly column: number
  readonly printed: string
  readonly computed: string
  /** Whether the parts stand above or below the sum in its column, or beside it in its row. */
  readonly direction: 'column' | 'row'
  readonly parts: number
  readonly agrees: boolean
}

const notAddedPattern = /(?:率|比|占比|比例|标准|单价|均|增速|年份|年度|序号|编号)(?:[（(].*)?$|[%‰]/

/**
 * Every sum that a table prints, recomputed exactly: totals and subtotals from their rows, and a column 合计 from
 * the columns beside it. What cannot be told (a cell that is no number, a subtotal without rows) is left out.
 */
export function checkSums(table: Table): SumCheck[] {
  return [...checkColumns(table), ...checkRows(table)]
}

function checkColumns(table: Table): SumCheck[] {
  const leading = checkSubtotals(table, 'leading')
  const trailing = checkSubtotals(table, 'trailing')
  const agreeing = (checks: readonly SumCheck[]) => checks.filter((check) => check.agrees).length
  const subtotals = agreeing(leading) > agreeing(trailing) ? leading : trailing
  return [...subtotals, ...checkTotals(table)].sort((a, b) => a.line - b.line)
}

/** Subtotals over the rows between them: below each where it leads its part, above it where it closes it. */
function checkSubtotals(table: Table, side: 'leading' | 'trailing'): SumCheck[] {
  const checks: SumCheck[] = []
  let open: TableRow | null = null
  let parts: TableRow[] = []
  for (const row of table.rows) {
    if (row.kind === 'row') parts.push(row)
    if (row.kind !== 'subtotal') continue
    if (side === 'leading') {
      if (open !== null) checks.push(...compare(table, open, parts))
      open = row
    } else checks.push(...compare(table, row, parts))
    parts = []
  }
  if (side === 'leading' && open !== null) checks.push(...compare(table, open, parts))
  return checks
}

/** Totals over all rows; where a total has a line for each item, over the rows of that item. */
function checkTotals(table: Table): SumCheck[] {
  const totals = table.rows.filter((row) => row.kind === 'total')
  const rows = table.rows.filter((row) => row.kind === 'row')
  const items = new Set(totals.map((row) => row.cells[1] ?? ''))
  const isByItem = totals.length > 1 && items.size === totals.length
  return totals.flatMap((total) =>
    compare(table, total, isByItem ? rows.filter((row) => row.cells[1] === total.cells[1]) : rows),
  )
}

function compare(table: Table, sum: TableRow, parts: readonly TableRow[]): SumCheck[] {
  if (parts.length === 0) return []
  const checks: SumCheck[] = []
  for (const [column, name] of table.columns.entries()) {
    const printed = figureOf(sum.cells[column] ?? '')
    if (printed === null || notAddedPattern.test(name)) continue
    const figures = figuresOf(parts.map((row) => row.cells[column] ?? ''))
    if (figures === null) continue
    const computed = sumOf(figures)
    checks.push({
      line: sum.line,
      column,
      printed,
      computed,
      direction: 'column',
      parts: parts.length,
      agrees: printed === computed,
    })
  }
  return checks
}

/** A column of sums beside its parts: 资金来源 / 合计 and the other columns under 资金来源, or 合计 after all. */
function checkRows(table: Table): SumCheck[] {
  const checks: SumCheck[] = []
  for (const [column, name] of table.columns.entries()) {
    if (!/^(?:.* \/ )?(?:合计|总计|小计)(?:[（(].*)?$/.test(name)) continue
    const parts = partsOf(table, column, name)
    const found = parts.length === 0 ? [] : table.rows.flatMap((row) => compareRow(row, column, parts))
    const agreeing = found.filter((check) => check.agrees).length
    if (agreeing * 2 > found.length) for (const check of found) checks.push(check)
  }
  return checks
}

function partsOf(table: Table, sum: number, name: string): number[] {
  const group = name.slice(0, name.lastIndexOf(' / ') + 3)
  const isGrouped = name.includes(' / ')
  return table.columns.flatMap((other, column) => {
    if (column === sum) return []
    if (isGrouped) return other.startsWith(group) ? [column] : []
    const isFigures = table.rows.some((row) => figureOf(row.cells[column] ?? '') !== null)
    return column < sum && isFigures && !notAddedPattern.test(other) ? [column] : []
  })
}

function compareRow(row: TableRow, column: number, parts: readonly number[]): SumCheck[] {
  const printed = figureOf(row.cells[column] ?? '')
  const figures = figuresOf(parts.map((part) => row.cells[part] ?? ''))
  if (printed === null || figures === null || figures.length === 0) return []
  const computed = sumOf(figures)
  return [
    {
      line: row.line,
      column,
      printed,
      computed,
      direction: 'row',
      parts: figures.length,
      agrees: printed === computed,
    },
  ]
}

/** The figures among cells, blank ones and dashes left out; null where a cell is neither. */
function figuresOf(cells: readonly string[]): string[] | null {
  const figures: string[] = []
  for (const cell of cells) {
    if (cell === '' || /^[-—/]$/.test(cell)) continue
    const figure = figureOf(cell)
    if (figure === null) return null
    figures.push(figure)
  }
  return figures
}

function figureOf(cell: string): string | null {
  return /[%‰]$/.test(cell) ? null : decimalOf(cell)
}
