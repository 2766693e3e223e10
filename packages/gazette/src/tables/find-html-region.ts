import type { Line } from '../reading.ts'
import { rawLine, regionOf, type Sighting } from './table-region.ts'

const openPattern = /<table[\s>]/i
const closePattern = /<\/table\s*>/i
const partPattern = /<\/?(?:t[rdh]|thead|tbody|tfoot|caption|colgroup)[\s>]/i

/** Whether an HTML table opens on the line. */
export function opensHtmlTable(raw: string): boolean {
  return raw.includes('<') && openPattern.test(raw)
}

/**
 * A table in HTML, from the line with `<table>` to the one with its `</table>`; a table that is never closed
 * reaches to the last line with a row or cell of it.
 */
export function findHtmlRegion(lines: readonly Line[], first: number): Sighting {
  let depth = 0
  let lastPart = first
  let index = first
  for (; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (!raw.includes('<')) {
      if (index - lastPart > longestCell) break
      continue
    }
    if (partPattern.test(raw)) lastPart = index
    depth += count(raw, openPattern) - count(raw, closePattern)
    if (depth <= 0) return { next: index + 1, region: regionOf(lines, first, index, 'html') }
  }
  return { next: lastPart + 1, region: lastPart > first ? regionOf(lines, first, lastPart, 'html') : null }
}

/** Lines that the text of one cell may take. */
const longestCell = 60

function count(text: string, pattern: RegExp): number {
  return text.split(pattern).length - 1
}
