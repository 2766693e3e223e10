import type { Line } from '../reading.ts'
import {
  isHeaderLike,
  isLonePost,
  isNumberColumn,
  isRosterLabel,
  isSectionLabel,
  runningNumber,
} from './header-words.ts'
import {
  isBlank,
  isPageMark,
  rawLine,
  regionOf,
  type Sighting,
  type TableFormat,
  withoutSpaces,
} from './table-region.ts'

/** Lines without a cell that may stand between two rows: blank lines and what a page break leaves. */
const longestGap = 8
const longestCaption = 40
const longestLoneCell = 24
const fewestBareRows = 3

/**
 * A table whose cells are parted by tabs, from its first line with a tab. Two samples: `序号⇥名称⇥地址` over
 * `1⇥…⇥…`; a row cut in two by a page. Near misses: a table of contents (`总则⇥3`), a roster whose columns
 * interleave.
 */
export function findTabbedRegion(lines: readonly Line[], first: number): Sighting {
  const head = withoutSpaces(rawLine(lines, first).raw)
  if (!holdsCells(rawLine(lines, first).raw)) return { next: first + 1, region: null }
  const isOfPart = isSectionLabel(lineAbove(lines, first))
  let last = first
  let index = first + 1
  while (index < lines.length) {
    if (isRowLine(rawLine(lines, index).raw)) {
      last = index++
      continue
    }
    const next = indexAfterGap(lines, last, index, { head, isOfPart })
    if (next === null) break
    last = next
    index = next + 1
  }
  const format = formatOfTabs(lines, first, last)
  return { next: last + 1, region: format && regionOf(lines, first, last, format) }
}

/** A tab between two cells, or several; one before a paragraph only indents it. */
function holdsCells(raw: string): boolean {
  const tab = raw.indexOf('\t')
  return tab >= 0 && (raw.includes('\t', tab + 1) || raw.trim().includes('\t'))
}

/** Cells, or a single short one beside which nothing is printed. */
function isRowLine(raw: string): boolean {
  return raw.length > longestLoneCell ? holdsCells(raw) : raw.includes('\t')
}

/** The next line with a tab that still belongs to the table above the gap which starts at `from`, or null. */
function indexAfterGap(lines: readonly Line[], last: number, from: number, table: OpenTable): number | null {
  let [blank, parts, text] = [0, 0, 0]
  for (let index = from; index < lines.length && index - from <= longestGap; index++) {
    const raw = rawLine(lines, index).raw
    if (isRowLine(raw)) return isSameTable(lines, last, index, table, { blank, parts, text }) ? index : null
    if (isBlank(raw) || (blank > 0 && isPageMark(raw))) blank++
    else if (isCaption(raw)) return null
    else if (isSectionLabel(raw)) parts++
    else text++
  }
  return null
}

/** What is known of a table while its end is looked for. */
interface OpenTable {
  /** Its first line, without spaces. */
  readonly head: string
  /** The name of a part stands above it: each part then has a table of its own, though their numbers run on. */
  readonly isOfPart: boolean
}

/** The nearest line above that is not blank. */
function lineAbove(lines: readonly Line[], index: number): string {
  for (let above = index - 1; above >= Math.max(0, index - longestGap); above--) {
    const { raw } = rawLine(lines, above)
    if (!isBlank(raw)) return raw
  }
  return ''
}

/** What stands between two rows: blank lines and page numbers, names of parts, other text. */
interface Gap {
  readonly blank: number
  readonly parts: number
  readonly text: number
}

function isSameTable(
  lines: readonly Line[],
  last: number,
  next: number,
  { head, isOfPart }: OpenTable,
  { blank, parts, text }: Gap,
): boolean {
  const raw = rawLine(lines, next).raw
  if (withoutSpaces(raw) === head) {
    if (parts + text === 0) return true
    return !(isOfPart && parts > 0) && continuesNumbering(lines, last, next)
  }
  if (text + parts > 0 && ((text > 0 && blank > 0) || isHeaderLike(raw.split('\t')))) return false
  if (parts > 0 && cellCount(raw) !== cellCount(rawLine(lines, last).raw)) return false
  const opensOther = isNumberColumn(raw.slice(0, raw.indexOf('\t')))
  if (opensOther) return cellCount(raw) === cellCount(rawLine(lines, last).raw)
  return text <= 3
}

/** Whether the first number under a repeated head follows the last number above it. */
function continuesNumbering(lines: readonly Line[], last: number, next: number): boolean {
  const above = firstNumber(rawLine(lines, last).raw)
  for (let index = next + 1; index <= next + 3 && index < lines.length; index++) {
    const below = firstNumber(rawLine(lines, index).raw)
    if (below !== null) return above !== null && below === above + 1
  }
  return false
}

function firstNumber(raw: string): number | null {
  return runningNumber(raw.slice(0, Math.max(0, raw.indexOf('\t'))))
}

const captionPattern =
  /^\s*(?:#{1,6}\s*)?(?:\*\*)?(?:附\s*[表件录]|表\s*[\d一二三四五六七八九十]|专栏|注[:：]|单位[:：])/

/** A line that heads or closes a table: 附表 2, 表3：…, 注：… */
function isCaption(raw: string): boolean {
  return captionPattern.test(raw) && !(raw.length <= longestCaption && raw.includes('续'))
}

function cellCount(raw: string): number {
  return raw.split('\t').length
}

/** Table, columns of prose, or (null) a table of contents. */
function formatOfTabs(lines: readonly Line[], first: number, last: number): TableFormat | null {
  const opening = rowsBetween(lines, first, Math.min(last, first + 8))
  const isList = opening.every(isContentsRow)
  if (!isList && isRosterLabel(opening[0]?.[0] ?? '')) return 'columns'
  if (!isList && opening.length > 1 && opening.slice(0, 3).some(isHeaderLike)) return 'tabs'
  const rows = rowsBetween(lines, first, last)
  if (rows.length < 2 || rows.every(isContentsRow)) return null
  if (rows.every((row) => row.every((cell) => cell === ''))) return null
  if (rows.slice(0, 3).some(isHeaderLike) || rows.some((row) => runningNumber(row[0] ?? '') !== null))
    return 'tabs'
  if (rows.some((row, index) => isBrokenProse(row, rows[index + 1] ?? []))) return 'columns'
  const isBare = rows.length < fewestBareRows || rows.some((row) => row.length !== rows[0]?.length)
  return isBare && !rows.every((row) => row.length > 2) ? null : 'tabs'
}

function rowsBetween(lines: readonly Line[], first: number, last: number): string[][] {
  const rows: string[][] = []
  for (let index = first; index <= last; index++) {
    const raw = rawLine(lines, index).raw
    if (raw.includes('\t')) rows.push(raw.split('\t').map((cell) => cell.trim()))
  }
  return rows
}

/** `（一）总体要求⇥3`, `…的通知⇥`, `五政办发〔2022〕26号⇥107`. */
function isContentsRow(cells: readonly string[]): boolean {
  const [title, page, more] = cells.filter((cell) => cell !== '')
  if (cells.length > 3 || title === undefined || more !== undefined) return false
  return page === undefined
    ? cells.length <= 2
    : /^[(（]?\d{1,4}[)）]?$/.test(page) && !/^[\d.]+$/.test(title)
}

/** A row of a roster or of prose that columns cut up: a post without its unit, or a sentence that runs on below. */
function isBrokenProse(cells: readonly string[], below: readonly string[]): boolean {
  if (isLonePost(cells[0] ?? '')) return true
  return cells.some((cell, column) => {
    if (cell.length <= 6) return false
    if (/[，；]$/.test(cell)) return true
    const isCut = /[，。]/.test(cell) && !cell.endsWith('。')
    return isCut && /^[^\d，。]{4,}[，。]/.test(below[column] ?? '')
  })
}
