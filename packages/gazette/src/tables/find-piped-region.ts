import type { Line } from '../reading.ts'
import { isHeaderLike } from './header-words.ts'
import { isBlank, isPageMark, rawLine, regionOf, type Sighting } from './table-region.ts'

const longestGap = 4

/**
 * Cells of a line parted by `|`, `｜` or box lines; the bars at both ends enclose and part nothing. Null where
 * the line has no such cells.
 */
export function splitPipes(raw: string): string[] | null {
  const text = raw.trim()
  if (!barPattern.test(text)) return null
  const cells = text.split(barPattern).map((cell) => cell.trim())
  if (barPattern.test(text[0] ?? '')) cells.shift()
  if (barPattern.test(text.at(-1) ?? '')) cells.pop()
  return cells.length === 0 ? null : cells
}

const barPattern = /[|｜│┃║]/

/** `|---|:--:|` or `├──┼──┤`: a line that rules a table and holds nothing. */
export function isRule(raw: string): boolean {
  const text = raw.trim()
  return text.length >= 3 && /^[-:|+=\s─━┌┐└┘├┤┬┴┼═╔╗╚╝╠╣╦╩╬]+$/.test(text) && /[-─━═]{2}/.test(text)
}

/**
 * A table whose cells are parted by bars: Markdown, or box lines. It needs two rows with cells, and the same
 * number of cells in most; bars in one place or a head. Near misses: a path of pages, `首页 | 公开 | 通知`; a broken table of contents, `| 1、…的通知 〔2022〕49 号 |(1) |`.
 */
export function findPipedRegion(lines: readonly Line[], first: number): Sighting {
  let last = first
  let gap = 0
  const counts = new Map<number, number>()
  let rows = 0
  let pages = 0
  let isDrawn = false
  for (let index = first; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    const isRuled = isRule(raw)
    const cells = isRuled ? [] : splitPipes(raw)
    if (cells === null) {
      if (!(isBlank(raw) || isPageMark(raw)) || ++gap > longestGap) break
      continue
    }
    gap = 0
    last = index
    isDrawn ||= isRuled || barPattern.test(raw.trimStart().charAt(0)) || (rows === 0 && isHeaderLike(cells))
    if (cells.length === 0) continue
    rows++
    counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    if (/^[(（]?\d{1,4}[)）]$/.test(cells.at(-1) ?? '')) pages++
  }
  let widest = 0
  for (const [cells, count] of counts) if (cells > 1) widest = Math.max(widest, count)
  const isTable = isDrawn && rows >= 2 && widest * 2 >= rows && widest >= 2 && pages * 2 < rows - 1
  return { next: last + 1, region: isTable ? regionOf(lines, first, last, 'pipes') : null }
}
