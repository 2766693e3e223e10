import { columnOf, type SheetCell, SheetDamaged, type SheetRow } from './sheet-row.ts'
import type { XlsxFile } from './xlsx-file.ts'

/** Cells that are merged into one: what stands in the first stands for all. */
interface MergedRange {
  readonly firstLine: number
  readonly lastLine: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** Characters that may stand behind the rows of a sheet. */
const MOST_BEHIND = 16_000_000

/** The merged ranges of a sheet. They are written behind its rows, so the part is gone through once without reading it. */
export async function mergedRangesOf(file: XlsxFile, sheet: string): Promise<readonly MergedRange[]> {
  let tail = ''
  let isBehind = false
  for await (const piece of file.text(sheet)) {
    tail = isBehind ? tail + piece : tail.slice(-20) + piece
    if (tail.length > MOST_BEHIND) throw new SheetDamaged('表后的内容太大')
    const end = isBehind ? -1 : tail.indexOf('</sheetData>')
    if (end >= 0) {
      isBehind = true
      tail = tail.slice(end)
    }
  }
  const references = tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g)
  return [...references].map(([, from = 'A', first = '1', to = 'A', last = '1']) => ({
    firstLine: Number(first),
    lastLine: Number(last),
    firstColumn: columnOf(from),
    lastColumn: columnOf(to),
  }))
}

/** Rows in which every cell of a merged range has what stands in its first. */
export async function* withMerged(
  rows: AsyncIterable<SheetRow>,
  ranges: readonly MergedRange[],
): AsyncGenerator<SheetRow> {
  const waiting = [...ranges].sort((one, other) => other.firstLine - one.firstLine)
  const open = new Map<MergedRange, SheetCell | null>()
  for await (const row of rows) {
    for (let next = waiting.at(-1); next !== undefined && next.firstLine <= row.line; next = waiting.at(-1)) {
      waiting.pop()
      open.set(next, next.firstLine === row.line ? (row.cells[next.firstColumn] ?? null) : null)
    }
    if (open.size === 0) {
      yield row
      continue
    }
    const cells = [...row.cells]
    for (const [range, cell] of open) {
      if (range.lastLine < row.line) open.delete(range)
      else for (let column = range.firstColumn; column <= range.lastColumn; column++) cells[column] = cell
    }
    yield { line: row.line, cells: Array.from(cells, (cell) => cell ?? null) }
  }
}
