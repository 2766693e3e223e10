import type { Line } from '../reading.ts'
import { isPageMark, type TableRegion } from '../tables/table-region.ts'
import type { TracedText } from '../traced-text.ts'
import { cleanLine, splitAtParagraphTags } from './cleaning.ts'

/** What a line is of, where it is no clause's text. Names of repair kinds. */
export type LineRole =
  | 'page-number'
  | 'masthead'
  | 'contents'
  | 'title'
  | 'head'
  | 'signature'
  | 'publication-note'
  | 'imprint'
  | 'web-page'

/** A line with something on it, as the passes after cleaning see it; a whole table is one. */
export interface PrintedLine {
  /** Line of the file. */
  readonly number: number
  readonly raw: string
  readonly traced: TracedText
  /** Clean text; empty for a table. */
  readonly text: string
  /** Whether a blank line, a page number or a table stands before it. */
  readonly isAfterBlank: boolean
  /** Whether it stands in columns of prose or of a roster, where no line runs on into the next. */
  readonly isInColumns: boolean
  readonly table: TableRegion | null
}

/** Lines that carry text, cleaned, with each table as one line; page numbers and blank lines are left out. */
export function printLines(
  lines: readonly Line[],
  regions: readonly TableRegion[],
  roles: Map<number, LineRole>,
): PrintedLine[] {
  const printed: PrintedLine[] = []
  let nextRegion = 0
  let isAfterBlank = true
  let lastInColumns = 0
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const region = regions[nextRegion]
    if (region !== undefined && line.number === region.lines[0]) {
      nextRegion++
      if (region.format === 'columns') lastInColumns = region.lines[1]
      else {
        printed.push(tableLine(line, region))
        index += region.lines[1] - region.lines[0]
        isAfterBlank = true
        continue
      }
    }
    if (isBlankLine(line.raw)) isAfterBlank = true
    else if (isPageMark(line.raw)) {
      roles.set(line.number, 'page-number')
      isAfterBlank = true
    } else {
      pushText(printed, line, isAfterBlank, line.number <= lastInColumns)
      isAfterBlank = false
    }
  }
  return printed
}

function tableLine(line: Line, region: TableRegion): PrintedLine {
  const traced = { text: '', pieces: [] }
  return {
    number: line.number,
    raw: line.raw,
    traced,
    text: '',
    isAfterBlank: true,
    isInColumns: false,
    table: region,
  }
}

function pushText(printed: PrintedLine[], line: Line, isAfterBlank: boolean, isInColumns: boolean): void {
  const { number, raw } = line
  for (const { start, end } of splitAtParagraphTags(raw)) {
    const traced = cleanLine(raw, number, start, end)
    const { text } = traced
    if (text === '') continue
    const isAfter = isAfterBlank || start > 0
    printed.push({ number, raw, traced, text, isAfterBlank: isAfter, isInColumns, table: null })
  }
}

const textPattern = /[^\s\u3000\u200b\ufeff]/

function isBlankLine(raw: string): boolean {
  return raw === '' || !textPattern.test(raw)
}
