import type { Line } from '../reading.ts'
import { runningNumber } from './header-words.ts'
import { isBlank, isPageMark, rawLine, regionOf, type Sighting } from './table-region.ts'

const openPattern = /<table[\s>]/i
const closePattern = /<\/table\s*>/i
const partPattern = /<\/?(?:t[rdh]|thead|tbody|tfoot|caption|colgroup)[\s>]/i

/** Whether an HTML table opens on the line. */
export function opensHtmlTable(raw: string): boolean {
  return raw.includes('<') && openPattern.test(raw)
}

/**
 * A table in HTML, from the line with `<table>` to the one with its `</table>`, and on over the pages on which it
 * is opened again: under the same head, or with the next running number. A table that is never closed reaches
 * to the last line with a row or cell of it.
 */
export function findHtmlRegion(lines: readonly Line[], first: number): Sighting {
  const head = rowText(lines, first, 1)
  let last = closingLine(lines, first)
  for (let next = openingLine(lines, last + 1); next !== null; next = openingLine(lines, last + 1)) {
    if (!isContinued(lines, head, last, next)) break
    last = closingLine(lines, next)
  }
  return { next: last + 1, region: head === '' ? null : regionOf(lines, first, last, 'html') }
}

/** Index of the line on which the table ends that opens on the line `first`. */
function closingLine(lines: readonly Line[], first: number): number {
  let depth = 0
  let lastPart = first
  for (let index = first; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (!raw.includes('<')) {
      if (index - lastPart > longestCell) break
      continue
    }
    if (partPattern.test(raw)) lastPart = index
    depth += count(raw, openPattern) - count(raw, closePattern)
    if (depth <= 0) return index
  }
  return lastPart
}

/** Index of a line from `from` on that opens a table with nothing but blanks and page numbers before it. */
function openingLine(lines: readonly Line[], from: number): number | null {
  for (let index = from; index < lines.length && index - from <= longestGap; index++) {
    const raw = rawLine(lines, index).raw
    if (opensHtmlTable(raw)) return index
    if (!isBlank(raw) && !isPageMark(raw)) return null
  }
  return null
}

function isContinued(lines: readonly Line[], head: string, last: number, next: number): boolean {
  const opening = rowText(lines, next, 1)
  if (opening === head) return true
  const number = firstNumber(opening)
  return number !== null && firstNumber(rowText(lines, last, -1)) === number - 1
}

/** Cells of the first row from a line on, or of the last one up to it, parted by bars and without other tags. */
function rowText(lines: readonly Line[], from: number, direction: 1 | -1): string {
  let text = ''
  for (let step = 0; step < longestCell && text.length < longestRow; step++) {
    const raw = rawLine(lines, from + step * direction).raw
    text = direction > 0 ? text + raw.slice(0, longestRow) : raw.slice(-longestRow) + text
    if (text.includes('</tr') && text.includes('<tr')) break
  }
  const rows = text.split(/<tr[^>]*>/i)
  const row = (direction > 0 ? rows[1] : rows.at(-1))?.split(/<\/tr/i)[0] ?? ''
  return row.replace(/<\/t[dh]\s*>/gi, '|').replace(/<[^<>]*>|\s/g, '')
}

/** Characters of a row that are looked at to tell whether a table goes on. */
const longestRow = 3000

function firstNumber(row: string): number | null {
  return runningNumber(row.slice(0, Math.max(0, row.indexOf('|'))))
}

/** Lines that the text of one cell may take. */
const longestCell = 60
/** Lines that a page break leaves between two tables. */
const longestGap = 6

function count(text: string, pattern: RegExp): number {
  return text.split(pattern).length - 1
}
