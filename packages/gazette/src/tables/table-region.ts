import type { Line } from '../reading.ts'

/**
 * How a table stands in the text: cells parted by tabs, by `|`, by runs of spaces, in HTML, one cell a line, or
 * a list (清单) of numbered names under numbered groups. `columns` is no table: two columns of prose or of a
 * roster that stand side by side with tabs between them; nothing is read from it, and no line of it is whole.
 */
export type TableFormat = 'tabs' | 'pipes' | 'html' | 'spaces' | 'lines' | 'list' | 'columns'

/** Lines of the file that belong to one printed table, page breaks inside it included. */
export interface TableRegion {
  /** First and last line of the file. */
  readonly lines: readonly [number, number]
  readonly format: TableFormat
}

/**
 * What a finder saw from a line on: the last index that it looked at, so that no line is looked at twice by the
 * same finder, and the region, if there is one.
 */
export interface Sighting {
  readonly next: number
  readonly region: TableRegion | null
}

/** The region that reaches from one index of `lines` to another. */
export function regionOf(
  lines: readonly Line[],
  first: number,
  last: number,
  format: TableFormat,
): TableRegion {
  return { lines: [rawLine(lines, first).number, rawLine(lines, last).number], format }
}

/** The line at an index that is known to exist. */
export function rawLine(lines: readonly Line[], index: number): Line {
  return lines[index] ?? { number: 0, raw: '' }
}

/** Nothing but spaces. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}

const pageMarkPattern = /^\s*(?:[-—－–·]\s*)?\d{1,4}(?:\s*[-—－–·])?\s*$/

/** A page number that stands alone: `- 84 -`, `— 12 —`, `84`. */
export function isPageMark(text: string): boolean {
  return text.length <= 16 && pageMarkPattern.test(text)
}

/** Text without any space, as labels are compared: 指 标 and 指标 are the same. */
export function withoutSpaces(text: string): string {
  return /\s/.test(text) ? text.replace(/\s+/g, '') : text
}
