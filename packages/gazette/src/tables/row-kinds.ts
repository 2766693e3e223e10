import type { TableRow } from '../issue.ts'
import { codesOf, lastCode } from './characters.ts'
import { type ColumnProfile, isNumberCell } from './column-profile.ts'
import { isSectionLabel } from './header-words.ts'
import { withoutSpaces } from './table-region.ts'

export type RowKind = TableRow['kind']

const longestPart = 40
/** What the name of a sum may end with. */
const sumEnds = codesOf('计数:：')
const totalPattern = /^(?:[“"]?.{0,12}[”"]?)?(?:合计|总计|共计|总数|累计)[:：]?$/
const subtotalPattern = /^.{0,12}小计[:：]?$/

/**
 * What each row is: 合计 rows are totals where they stand first or last, subtotals where a table has several
 * under its parts; a row that says nothing but the name of a part is a section, and a subtotal with its figures.
 */
export function rowKinds(
  rows: readonly (readonly string[])[],
  profiles: readonly ColumnProfile[],
): RowKind[] {
  const kinds: RowKind[] = []
  for (const [index, cells] of rows.entries()) {
    const continued = kinds[index - 1] === 'total' && isUnderLabel(cells, rows[index - 1] ?? [])
    kinds.push(continued ? 'total' : kindOf(cells, profiles))
  }
  const totals = kinds.flatMap((kind, index) => (kind === 'total' ? [index] : []))
  if (totals.length === 0) return kinds
  const leading = kinds.findIndex((kind) => kind !== 'total')
  const trailing = kinds.findLastIndex((kind) => kind !== 'total' && kind !== 'subtotal')
  const isAtEdge = (index: number) => leading < 0 || index < leading || index > trailing
  const labels = new Map(totals.map((index) => [index, labelOf(rows[index] ?? [])]))
  const hasGrand = [...labels.values()].includes('总计')
  const inner = new Set(totals.filter((index) => !isAtEdge(index)).map((index) => labels.get(index)))
  for (const [index, label] of labels) {
    const isRepeated = label !== '' && inner.has(label)
    if (!isAtEdge(index) || isRepeated || (hasGrand && label !== '总计')) kinds[index] = 'subtotal'
  }
  return kinds
}

/** Whether the row stands under the label of the one above: 合计 printed once for its two lines. */
function isUnderLabel(cells: readonly string[], above: readonly string[]): boolean {
  return (
    cells[0] === '' && above[0] !== '' && cells[1] !== '' && above[1] !== '' && !isNumberCell(cells[1] ?? '')
  )
}

/** Whether the first words of a row name a sum or a part: 合计, 小计, 一、产业发展类. */
export function isPartLabel(cells: readonly string[]): boolean {
  const label = labelOf(cells)
  if (label === '' || label.length > longestPart) return false
  return subtotalPattern.test(label) || totalPattern.test(label) || isSectionLabel(label)
}

function kindOf(cells: readonly string[], profiles: readonly ColumnProfile[]): RowKind {
  const label = labelOf(cells)
  if (label.length > longestPart) return 'row'
  if (sumEnds.has(lastCode(label))) {
    if (subtotalPattern.test(label)) return 'subtotal'
    if (label.length <= 20 && totalPattern.test(label)) return 'total'
  }
  const first = cells.findIndex((cell) => cell !== '')
  if (first < 0 || first > 1 || isNumberCell(cells[first] ?? '')) return 'row'
  const others = cells.filter((cell, column) => column !== first && cell !== '')
  if (others.length === 0) return cells.length >= 3 && isSectionLabel(label) ? 'section' : 'row'
  const areFigures = cells.every(
    (cell, column) =>
      column === first || cell === '' || (isNumberCell(cell) && profiles[column]?.kind === 'number'),
  )
  return areFigures && others.length >= 2 && /^[（(]?[一二三四五六七八九十]{1,3}[、)）]/.test(label)
    ? 'subtotal'
    : 'row'
}

/** The first words of a row, without spaces. */
function labelOf(cells: readonly string[]): string {
  for (const cell of cells) {
    if (cell !== '' && !isNumberCell(cell)) return cell.length > longestPart ? cell : withoutSpaces(cell)
  }
  return ''
}
