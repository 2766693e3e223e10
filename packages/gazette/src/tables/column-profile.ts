import { codesOf, isDigit, lastCode } from './characters.ts'
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

/** What can be said of a cell by itself; several of these together are added up. */
export const marks = { blank: 1, void: 2, number: 4, quantity: 8, unit: 16 } as const

/** The cells of a row with the marks of each. */
export interface MarkedRow {
  readonly cells: readonly string[]
  readonly marks: readonly number[]
}

/** Marks the cells of a row. */
export function markCells(cells: readonly string[]): MarkedRow {
  return { cells, marks: cells.map(marksOf) }
}

function marksOf(cell: string): number {
  if (cell === '') return marks.blank
  const last = lastCode(cell)
  if (unitEnds.has(last) && isUnitCell(cell)) return marks.unit
  if (cell.length > longestNumber) return 0
  let marked = 0
  if (numberEnds.has(last)) {
    if (voidPattern.test(cell)) return marks.void
    if (isNumberCell(cell)) marked = marks.number
  }
  return isDigit(cell.charCodeAt(0)) && isQuantityCell(cell) ? marked | marks.quantity : marked
}

const plainNumberPattern = /^\d+(?:\.\d+)?$/
/** What a number, or the mark of none, may end with: words are told apart by their last character alone. */
const numberEnds = codesOf('0123456789０１２３４５６７８９%％‰万亿百千十-—–－/*＊\\')
const longestNumber = 24
const relationPattern = /^(?:[<>≤≥=＜＞≦≧~～约]|大于|小于|不[低少高大]于|\s)+/
const quantityPattern = /^(?:\d[\d.,]*\s*(?:[%‰]|[^\d\s]{1,4}(?:\/\d?[^\d\s]{1,4})?)|\d+\s*[:：]\s*\d+)$/
const datePattern = /^(?:(?:19|20)\d{2}年|\d{1,2}月)/
const voidPattern = /^[-—–－/*＊\\]+$/
const unitEnds = codesOf('局委会办室心厅府队部院司行社组区位构门')
const unitPattern =
  /(?:局|委|委员会|办|办公室|中心|厅|政府|大队|总队|支队|部|法院|检察院|公司|银行|支行|联社|管委会|联合社|监管组|示范区|单位|机构|部门)$/

/** A number, with a sign, a relation or a share mark, or the mark of none. */
export function isNumberCell(cell: string): boolean {
  if (cell.length > longestNumber || !numberEnds.has(lastCode(cell))) return false
  if (plainNumberPattern.test(cell) || voidPattern.test(cell)) return true
  return decimalOf(cell.replace(relationPattern, '')) !== null
}

function isQuantityCell(cell: string): boolean {
  return quantityPattern.test(cell) && !datePattern.test(cell)
}

/** The name of a unit, or of several: 县财政局, 县教科局 乡（镇）人民政府. */
function isUnitCell(cell: string): boolean {
  return cell.length >= 3 && cell.length <= 60 && unitPattern.test(cell.slice(-4))
}

const usualShare = 0.6
const mostChoices = 6
const longestChoice = 12
/** A column of more different words is no column of choices. */
const mostWords = 200

/** Profiles of the columns, told from rows that have a cell in each place. */
export function profileColumns(names: readonly string[], rows: readonly MarkedRow[]): ColumnProfile[] {
  return names.map((name, column) => profileColumn(name, column, rows))
}

function profileColumn(name: string, column: number, rows: readonly MarkedRow[]): ColumnProfile {
  let [filled, voids, numbers, quantities, units] = [0, 0, 0, 0, 0]
  for (const row of rows) {
    const mark = row.marks[column] ?? marks.blank
    if (mark === marks.void) voids++
    if (mark & (marks.blank | marks.void)) continue
    filled++
    if (mark & marks.number) numbers++
    if (mark & (marks.number | marks.quantity)) quantities++
    if (mark & marks.unit) units++
  }
  const blank = rows.length === 0 ? 1 : 1 - (filled + voids) / rows.length
  const least = Math.max(1, filled * usualShare)
  const choices = new Set<string>()
  let kind: ColumnKind = 'text'
  if (isNumberColumn(name)) kind = 'sequence'
  else if (numbers >= least) kind = 'number'
  else if (quantities >= least || (filled === 0 && voids > 0)) kind = 'quantity'
  else if (units >= least) kind = 'unit'
  else {
    for (const choice of frequentWords(column, rows, filled)) choices.add(choice)
    if (choices.size > 0) kind = 'choice'
  }
  return { name, kind, blank, choices }
}

/** The few words that fill most of a column; none where it holds more. */
function frequentWords(column: number, rows: readonly MarkedRow[], filled: number): string[] {
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const cell = cells[column] ?? ''
    if (cell === '' || cell.length > longestChoice) continue
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
    if (counts.size > mostWords) return []
  }
  const frequent: string[] = []
  let covered = 0
  for (const [cell, count] of counts) {
    if (count < 3 || count < filled * 0.1) continue
    frequent.push(cell)
    covered += count
  }
  return frequent.length <= mostChoices && covered >= filled * usualShare ? frequent : []
}

/** All that the fit of a row's cells depends on: rows with the same key fit alike. */
export function fitKey({ cells, marks: marked }: MarkedRow, columns: readonly ColumnProfile[]): string {
  let key = ''
  for (let index = 0; index < cells.length; index++) {
    const cell = cells[index] ?? ''
    const isRunning = cell !== '' && runningNumber(cell) !== null
    key += String.fromCharCode((marked[index] ?? marks.blank) + (isRunning ? runningMark : 0))
    if (cell === '' || cell.length > longestChoice) continue
    for (let column = 0; column < columns.length; column++) {
      if (columns[column]?.choices.has(cell)) key += String.fromCharCode(firstColumnMark + column)
    }
  }
  return key
}

/** Set beside the marks of a cell that is a running number. */
const runningMark = 32
const firstColumnMark = 64

/** How well the cell at an index of a row fits a column; below -1 it contradicts it. */
export function fitOf(row: MarkedRow, index: number, column: ColumnProfile): number {
  const mark = row.marks[index] ?? marks.blank
  if (mark === marks.blank) return column.blank > 0.02 ? 0.3 : -0.3
  if (mark === marks.void) return column.kind === 'quantity' ? 2 : column.kind === 'sequence' ? -1 : 0.5
  const isNumber = (mark & marks.number) > 0
  switch (column.kind) {
    case 'sequence':
      return runningNumber(row.cells[index] ?? '') === null ? -1 : 2
    case 'number':
      return isNumber ? 2 : -1.5
    case 'quantity':
      return mark & marks.quantity ? 2 : isNumber ? -0.2 : -1.5
    case 'unit':
      return mark & marks.unit ? 2 : isNumber ? -2 : -1.2
    case 'choice':
      return column.choices.has(row.cells[index] ?? '') ? 2.5 : isNumber ? -1.5 : -0.8
    case 'text':
      return mark & (marks.number | marks.quantity) ? -1.5 : 1
  }
}
