import { decimalOf } from './decimal-of.ts'
import { isNumberColumn, runningNumber } from './header-words.ts'

/**
 * What a column holds, told from its head and from most of its cells: running numbers, numbers, quantities
 * (`2套/人`, `4:1`), names of units, a choice of few words (月度, 季度), or text.
 */
export type ColumnKind = 'sequence' | 'number' | 'quantity' | 'unit' | 'choice' | 'text'

export interface ColumnProfile {
  readonly name: string
  readonly kind: ColumnKind
  /** Share of rows in which the cell is blank. */
  readonly blank: number
  /** The words that a column of choices holds. */
  readonly choices: ReadonlySet<string>
}

const plainNumberPattern = /^\d+(?:\.\d+)?$/
/** What a number, or the mark of none, may end with: words are told apart by their last character alone. */
const numberEnds = new Set('0123456789０１２３４５６７８９%％‰万亿百千十-—–－/*＊\\')
const longestNumber = 24
const relationPattern = /^(?:[<>≤≥=＜＞≦≧~～约]|大于|小于|不[低少高大]于|\s)+/
const quantityPattern = /^(?:\d[\d.,]*\s*(?:[%‰]|[^\d\s]{1,4}(?:\/\d?[^\d\s]{1,4})?)|\d+\s*[:：]\s*\d+)$/
const datePattern = /^(?:(?:19|20)\d{2}年|\d{1,2}月)/
const voidPattern = /^[-—–－/*＊\\]+$/
const unitPattern =
  /(?:局|委|委员会|办|办公室|中心|厅|政府|大队|总队|支队|部|法院|检察院|公司|银行|支行|联社|管委会|联合社|监管组|示范区|单位|机构|部门)$/

/** A number, with a sign, a relation or a share mark, or the mark of none. */
export function isNumberCell(cell: string): boolean {
  if (plainNumberPattern.test(cell)) return true
  if (cell.length > longestNumber || !numberEnds.has(cell.at(-1) ?? '')) return false
  return voidPattern.test(cell) || decimalOf(cell.replace(relationPattern, '')) !== null
}

function isQuantityCell(cell: string): boolean {
  if (cell.length > longestNumber) return false
  return voidPattern.test(cell) || (quantityPattern.test(cell) && !datePattern.test(cell))
}

/** The name of a unit, or of several: 县财政局, 县教科局 乡（镇）人民政府. */
export function isUnitCell(cell: string): boolean {
  return cell.length >= 3 && cell.length <= 60 && unitPattern.test(cell.slice(-4))
}

const usualShare = 0.6
const mostChoices = 6

/** Profiles of the columns, told from rows that have a cell in each place. */
export function profileColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnProfile[] {
  return names.map((name, column) =>
    profileColumn(
      name,
      rows.map((cells) => cells[column] ?? ''),
    ),
  )
}

function profileColumn(name: string, cells: readonly string[]): ColumnProfile {
  const counts = new Map<string, number>()
  let [filled, voids, numbers, quantities, units] = [0, 0, 0, 0, 0]
  for (const cell of cells) {
    if (cell === '' || voidPattern.test(cell)) {
      if (cell !== '') voids++
      continue
    }
    filled++
    const isNumber = isNumberCell(cell)
    if (isNumber) numbers++
    if (isNumber || isQuantityCell(cell)) quantities++
    if (isUnitCell(cell)) units++
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const blank = cells.length === 0 ? 1 : 1 - (filled + voids) / cells.length
  const frequent = [...counts].filter(([, count]) => count >= 3 && count >= filled * 0.1)
  const covered = frequent.reduce((sum, [, count]) => sum + count, 0)
  const isChoice = frequent.length > 0 && frequent.length <= mostChoices && covered >= filled * usualShare
  const least = Math.max(1, filled * usualShare)
  let kind: ColumnKind = 'text'
  if (isNumberColumn(name)) kind = 'sequence'
  else if (numbers >= least) kind = 'number'
  else if (quantities >= least || (filled === 0 && voids > 0)) kind = 'quantity'
  else if (units >= least) kind = 'unit'
  else if (isChoice) kind = 'choice'
  return { name, kind, blank, choices: new Set(kind === 'choice' ? frequent.map(([cell]) => cell) : []) }
}

/** How well a cell fits a column; below -1 it contradicts it. */
export function fitOf(cell: string, column: ColumnProfile): number {
  if (cell === '') return column.blank > 0.02 ? 0.3 : -0.3
  if (voidPattern.test(cell)) return column.kind === 'quantity' ? 2 : column.kind === 'sequence' ? -1 : 0.5
  const isNumber = isNumberCell(cell)
  switch (column.kind) {
    case 'sequence':
      return runningNumber(cell) === null ? -1 : 2
    case 'number':
      return isNumber ? 2 : -1.5
    case 'quantity':
      return isQuantityCell(cell) ? 2 : isNumber ? -0.2 : -1.5
    case 'unit':
      return isUnitCell(cell) ? 2 : isNumber ? -2 : -1.2
    case 'choice':
      return column.choices.has(cell) ? 2.5 : isNumber ? -1.5 : -0.8
    case 'text':
      return isNumber || isQuantityCell(cell) ? -1.5 : 1
  }
}
