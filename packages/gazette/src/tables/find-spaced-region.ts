import type { Line } from '../reading.ts'
import { isNumberCell } from './column-profile.ts'
import { isHeaderLike, isHeaderWord, isNumberColumn, isSumLabel, runningNumber } from './header-words.ts'
import { isBlank, isPageMark, rawLine, regionOf, type Sighting } from './table-region.ts'

const longestGap = 4
const longestRow = 600

/** Cells of a line that are parted by two spaces or more, or by a full-width one beside another. */
export function splitWideSpaces(raw: string): string[] {
  return raw.trim().split(/[ \u3000]{2,}/)
}

/** Cells of a line that are parted by any space. */
export function splitSpaces(raw: string): string[] {
  return raw.trim().split(/\s+/)
}

/**
 * A table whose cells are parted by spaces. Its head must read like one; where single spaces part the cells, its
 * rows must be numbered from 1 on or hold figures under the same heads: a roster (`张三 局长`) does not. Samples:
 * `乡镇  户数  人数` over `东山镇  12  34`; `序号 名称 地址` over `1 老戏台 东山乡南村`.
 */
export function findSpacedRegion(lines: readonly Line[], first: number): Sighting {
  const raw = rawLine(lines, first).raw
  const wide = splitWideSpaces(raw)
  if (wide.length >= 2 && isHeaderLike(wide)) {
    const last = lastWideRow(lines, first, wide.length)
    if (last.rows >= 2) return { next: last.index + 1, region: regionOf(lines, first, last.index, 'spaces') }
  }
  if (!hasFigure(lines, first + 1)) return { next: first + 1, region: null }
  const words = splitSpaces(raw)
  if (words.length >= 3 && isHeaderLike(words)) {
    const isNumbered = isNumberColumn(words[0] ?? '')
    const last = isNumbered ? lastNumberedRow(lines, first, words.length) : lastFigureRow(lines, first, words)
    if (last.rows >= 2) return { next: last.index + 1, region: regionOf(lines, first, last.index, 'spaces') }
  }
  return { next: first + 1, region: null }
}

/** Whether a digit stands in the next line that is not blank: what a row has under labels of single words. */
function hasFigure(lines: readonly Line[], from: number): boolean {
  for (let index = from; index < lines.length && index <= from + longestGap; index++) {
    const raw = rawLine(lines, index).raw
    if (!isBlank(raw)) return raw.length <= longestRow && /\d/.test(raw)
  }
  return false
}

/** The last line of a table, and how many rows speak for it. */
interface LastRow {
  readonly index: number
  readonly rows: number
}

/** Follows lines from `first` on while each is judged to be a row (1), to belong (0), or not (null). */
function lastRow(
  lines: readonly Line[],
  first: number,
  judge: (raw: string, rows: number) => 0 | 1 | null,
): LastRow {
  let found = { index: first, rows: 0 }
  let gap = 0
  for (let index = first + 1; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (isBlank(raw) || isPageMark(raw)) {
      if (++gap > longestGap) break
      continue
    }
    const judged = raw.includes('\t') ? null : judge(raw, found.rows)
    if (judged === null) break
    gap = 0
    found = { index, rows: found.rows + judged }
  }
  return found
}

function lastWideRow(lines: readonly Line[], first: number, cells: number): LastRow {
  return lastRow(lines, first, (raw) => {
    const row = splitWideSpaces(raw)
    if (row.length < 2 || row.length > cells + 1) return null
    return row.length === cells ? 1 : 0
  })
}

function lastNumberedRow(lines: readonly Line[], first: number, cells: number): LastRow {
  return lastRow(lines, first, (raw, rows) => {
    const row = splitSpaces(raw)
    if (isNumberColumn(row[0] ?? '') && row.length === cells) return 0
    if (rows > 0 && row.length > 1 && row.length <= cells && isSumLabel(row[0] ?? '')) return 0
    return runningNumber(row[0] ?? '') === rows + 1 && row.length > 1 ? 1 : null
  })
}

/** Rows with as many words as the head has, and a figure in the same places in each. */
function lastFigureRow(lines: readonly Line[], first: number, head: readonly string[]): LastRow {
  if (!head.every((word) => word.length <= 16 && (isHeaderWord(word) || word.length <= 8))) {
    return { index: first, rows: 0 }
  }
  let figures: number[] | null = null
  return lastRow(lines, first, (raw) => {
    const row = splitSpaces(raw)
    if (row.length !== head.length) return null
    if (row.every((word, column) => word === head[column])) return 0
    const own = row.flatMap((word, column) => (column > 0 && isNumberCell(word) ? [column] : []))
    figures ??= own
    const isAlike =
      own.length > 0 && figures.filter((column) => own.includes(column)).length * 2 > figures.length
    return isAlike && !isNumberCell(row[0] ?? '') ? 1 : null
  })
}
