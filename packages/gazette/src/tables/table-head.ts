import { isHeaderLike } from './header-words.ts'
import type { GridRow, TableProblem } from './read-table.ts'
import { withoutSpaces } from './table-region.ts'
import { isTableNote } from './table-title.ts'

const mostHeadRows = 4
const mostRowsAboveHead = 4
const longestLabel = 30

/** A table's rows parted into title, head and body. */
export interface Head {
  /** A title that stands in the table's own first row. */
  readonly title: string | null
  /** One name a column, levels joined by ` / `; the head's labels where it has none are empty. */
  readonly columns: readonly string[]
  /** Whether a label stands over the column itself, not only over its neighbours on the left. */
  readonly ownLabels: readonly boolean[]
  readonly body: readonly GridRow[]
  readonly headLines: readonly number[]
  readonly problems: readonly TableProblem[]
}

/** Finds the head; drops its repetitions and rows that hold nothing; null where no row reads like a head. */
export function splitHead(rows: readonly GridRow[]): Head | null {
  const start = rows.findIndex((row) => filledCount(row.cells) > 0)
  if (start < 0) return null
  const above = rowsAboveHead(rows, start)
  const first = start + above.count
  const height = headHeight(rows, first)
  if (height === 0) return null
  const head = rows.slice(first, first + height)
  const blocks = [head]
  const labels = new Set(head.flatMap((row) => row.cells.map(withoutSpaces)))
  labels.delete('')
  const body: GridRow[] = []
  for (let index = first + height; index < rows.length; index++) {
    const row = rows[index] as GridRow
    const repeated = repeatedHeight(rows, index, head, labels)
    if (repeated > 0) {
      blocks.push(rows.slice(index, index + repeated))
      index += repeated - 1
    } else if (!isFiller(row)) body.push(row)
  }
  const best = bestBlock(blocks)
  const columns = columnNames(best.map((row) => row.cells))
  return {
    title: above.title,
    columns,
    ownLabels: columns.map((_, column) => best.some((row) => (row.cells[column] ?? '') !== '')),
    body,
    headLines: [
      ...rows.slice(start, first).flatMap(linesOf),
      ...blocks.flatMap((block) => block.flatMap(linesOf)),
    ],
    problems: shiftedHeads(blocks, best),
  }
}

/** A row that is blank, or says only that more rows follow: `...`. */
function isFiller({ cells }: GridRow): boolean {
  return cells.every((cell) => cell === '' || (cell.length <= 6 && /^(?:\.{2,6}|…{1,2})$/.test(cell)))
}

function linesOf({ range }: GridRow): number[] {
  return Array.from({ length: range.to.line - range.from.line + 1 }, (_, index) => range.from.line + index)
}

function filledCount(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0)
}

/** How many rows above the head hold one cell each, and the title among them: `专栏1 主要指标`, `单位：万元`. */
function rowsAboveHead(rows: readonly GridRow[], start: number): { count: number; title: string | null } {
  let title: string | null = null
  for (let count = 0; count < mostRowsAboveHead; count++) {
    const row = rows[start + count]
    if (row === undefined) break
    if (count > 0 && (row.isHead || isHeaderLike(row.cells))) return { count, title }
    if (filledCount(row.cells) !== 1 || row.cells.length < 2) break
    const text = row.cells.find((cell) => cell !== '') ?? ''
    if (title === null && !isTableNote(text)) title = text
  }
  return { count: 0, title: null }
}

function headHeight(rows: readonly GridRow[], first: number): number {
  const row = rows[first]
  if (row === undefined) return 0
  if (row.isHead) {
    let height = 1
    while (height < mostHeadRows && rows[first + height]?.isHead) height++
    return height + furtherHeadRows(rows, first, height)
  }
  if (!isHeaderLike(row.cells) && !standsOverNumbers(rows, first)) return 0
  const height = 1 + furtherHeadRows(rows, first, 1)
  return height === 1 && isForm(rows.slice(first)) ? 0 : height
}

/**
 * A form to be filled in: beside the labels of each row are blank cells, and no figure stands anywhere; or each row begins with
 * a label that a colon closes.
 */
export function isForm(rows: readonly GridRow[]): boolean {
  const cells = rows[0]?.cells ?? []
  if (rows.every((row) => /[:：]$/.test(row.cells[0] ?? ''))) return true
  const blanks = cells.length - filledCount(cells)
  if (rows.length < 2 || blanks < 2 || blanks * 3 < cells.length) return false
  return rows.every(
    (row) =>
      filledCount(row.cells) * 3 <= row.cells.length * 2 &&
      !row.cells.some((cell) => numberPattern.test(cell)),
  )
}

const numberPattern = /^[-+]?\d[\d.,]*[%‰]?$/

/** A row of labels above rows that hold numbers. */
function standsOverNumbers(rows: readonly GridRow[], first: number): boolean {
  const cells = rows[first]?.cells ?? []
  if (filledCount(cells) < 2 || filledCount(cells) * 2 <= cells.length) return false
  if (cells.some((cell) => numberPattern.test(cell) || cell.length > longestLabel)) return false
  if (cells.every((cell) => cell !== '' && !/\d/.test(cell))) return standsOverLonger(rows, first)
  const below = rows.slice(first + 1, first + 6)
  return (
    below.length > 0 &&
    below.filter((row) => row.cells.some((cell) => numberPattern.test(cell))).length * 2 >= below.length
  )
}

/** Short words without a digit above rows that have figures among their words, or far longer cells. */
function standsOverLonger(rows: readonly GridRow[], first: number): boolean {
  const cells = rows[first]?.cells ?? []
  const below = rows.slice(first + 1, first + 6)
  const length = (row: GridRow) => row.cells.reduce((sum, cell) => sum + cell.length, 0)
  const withFigures = below.filter((row) => row.cells.some((cell) => /\d/.test(cell))).length
  const average = below.reduce((sum, row) => sum + length(row), 0) / Math.max(1, below.length)
  const own = cells.reduce((sum, cell) => sum + cell.length, 0)
  return below.length >= 2 && (withFigures * 2 >= below.length || average >= own * 2)
}

/** Labels under one that spans the first columns: 项目, 预算数 under 收入. */
function isUnderSpan(row: GridRow, above: GridRow | undefined): boolean {
  const spans = above !== undefined && above.cells[0] !== '' && above.cells[1] === ''
  return spans && isHeaderLike(row.cells) && filledCount(row.cells) > filledCount(above.cells)
}

/** Rows that say what stands under a label of several columns: nothing under the first label, no number. */
function furtherHeadRows(rows: readonly GridRow[], first: number, from: number): number {
  let further = 0
  while (from + further < mostHeadRows) {
    const row = rows[first + from + further]
    if (row === undefined || filledCount(row.cells) === 0) break
    if (row.cells[0] !== '' && !isUnderSpan(row, rows[first + from + further - 1])) break
    if (row.cells.some((cell) => numberPattern.test(cell) || cell.length > longestLabel)) break
    further++
  }
  return further
}

/** Whether a row holds nothing but so many of the head's labels. */
function isRepeated(row: GridRow | undefined, labels: ReadonlySet<string>, least: number): boolean {
  if (row === undefined) return false
  for (const cell of row.cells) if (cell !== '' && !labels.has(withoutSpaces(cell))) return false
  return filledCount(row.cells) >= least
}

/** How many rows from `index` on repeat the head, whole or with its labels moved. */
function repeatedHeight(
  rows: readonly GridRow[],
  index: number,
  head: readonly GridRow[],
  labels: ReadonlySet<string>,
): number {
  if (!isRepeated(rows[index], labels, Math.max(2, filledCount(head[0]?.cells ?? []) - 1))) return 0
  let height = 1
  while (
    height < head.length &&
    rows[index + height]?.cells[0] === '' &&
    isRepeated(rows[index + height], labels, 1)
  ) {
    height++
  }
  return height
}

/** Of the printed heads the one in which most labels of several columns have a label under each of them. */
function bestBlock(blocks: readonly (readonly GridRow[])[]): readonly GridRow[] {
  let best = blocks[0] ?? []
  let fewest = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    if (block.length < (blocks[0]?.length ?? 0)) continue
    const gaps = unlabelled(block.map((row) => row.cells))
    if (gaps < fewest) {
      best = block
      fewest = gaps
    }
  }
  return best
}

/** Columns that stand under a label of several columns and have none of their own, while others there do. */
function unlabelled(levels: readonly (readonly string[])[]): number {
  const [upper, ...lower] = levels
  if (upper === undefined || lower.length === 0) return 0
  const width = Math.max(...levels.map((cells) => cells.length))
  let gaps = 0
  for (const [from, to] of spansOf(upper, width)) {
    let own = 0
    for (let column = from; column < to; column++) {
      if (lower.some((cells) => (cells[column] ?? '') !== '')) own++
    }
    if (own > 0) gaps += to - from - own
    else gaps += to - from - 1
  }
  return gaps
}

/** From each label to before the next one. */
function spansOf(cells: readonly string[], width: number): [number, number][] {
  const starts: number[] = []
  for (let column = 0; column < width; column++) if ((cells[column] ?? '') !== '') starts.push(column)
  return starts.map((start, index) => [start, starts[index + 1] ?? width])
}

/** Names of the columns: the labels of all levels above one another, without repetition. */
export function columnNames(levels: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...levels.map((cells) => cells.length))
  const parts: string[][] = Array.from({ length: width }, () => [])
  let parents: [number, number][] = [[0, width]]
  for (const [level, cells] of levels.entries()) {
    const next: [number, number][] = []
    for (const [from, to] of parents) {
      let start = from
      for (let column = from; column < to; column++) {
        if ((cells[column] ?? '') === '' || column === from) continue
        next.push([start, column])
        start = column
      }
      next.push([start, to])
    }
    const isLast = level === levels.length - 1
    for (const [from, to] of next) {
      const label = cells[from] ?? ''
      // The lowest level names single columns: what stands beside it is not under it.
      const end = isLast && level > 0 ? from + 1 : to
      for (let column = from; label !== '' && column < end; column++) {
        if (parts[column]?.at(-1) !== label) parts[column]?.push(label)
      }
    }
    parents = next
  }
  return parts.map((labels) => labels.join(' / '))
}

function shiftedHeads(blocks: readonly (readonly GridRow[])[], best: readonly GridRow[]): TableProblem[] {
  const expected = best.map(shapeOf)
  const problems: TableProblem[] = []
  for (const block of blocks) {
    const off = block.find((row, level) => shapeOf(row) !== expected[level])
    const [first, last] = [block[0], block.at(-1)]
    if (off === undefined || first === undefined || last === undefined) continue
    problems.push({
      kind: 'shifted-head',
      rows: block.length,
      lines: [first.range.from.line, last.range.to.line],
      printed: block.flatMap((row) => row.cells),
      read: best.flatMap((row) => row.cells),
    })
  }
  return problems
}

/** A row's labels with their columns, spaces and trailing blanks left out. */
function shapeOf(row: GridRow): string {
  return row.cells.map(withoutSpaces).join('\t').trimEnd()
}
