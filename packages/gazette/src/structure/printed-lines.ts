import type { Line } from '../reading.ts'
import { isPageMark, type TableRegion } from '../tables/table-region.ts'
import { concatTraced, type TracedText } from '../traced-text.ts'
import { cleanLine, splitAtParagraphTags } from './cleaning.ts'
import { type ColumnLine, type LinePart, readSpacedColumns, readTabColumns } from './columns.ts'
import { type Label, readLabel } from './labels.ts'
import { readNumberLine } from './line-forms.ts'
import { readRosterEntry } from './roster-entry.ts'

/** What a line is of, where it is no clause's text. Names of repair kinds. */
export type LineRole =
  | 'page-number'
  | 'masthead'
  | 'contents'
  | 'head'
  | 'signature'
  | 'publication-note'
  | 'imprint'
  | 'web-page'

/** A line with something on it, as the passes after cleaning see it; a whole table is one. */
export interface PrintedLine {
  /** Line of the file. */
  readonly number: number
  /** As it stands there; in columns, only what stands in its own. */
  readonly raw: string
  readonly traced: TracedText
  /** Clean text; empty for a table. */
  readonly text: string
  /** The clause's number that it begins with. */
  readonly label: Label | null
  /** The document number that it is, as a whole. */
  readonly docNumber: string | null
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
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as Line
    const region = regions[nextRegion]
    if (region !== undefined && line.number === region.lines[0]) {
      nextRegion++
      const last = index + region.lines[1] - region.lines[0]
      if (region.format !== 'columns') printed.push(tableLine(line, region))
      else pushColumns(printed, readTabColumns(lines.slice(index, last + 1)))
      index = last
      isAfterBlank = true
    } else if (isBlankLine(line.raw)) isAfterBlank = true
    else if (isPageMark(line.raw) && !(printed.length < mostMastheadLines && isYear(line.raw))) {
      roles.set(line.number, 'page-number')
      isAfterBlank = true
    } else if (printed.length > mostMastheadLines && isRunningHead(line.raw)) {
      roles.set(line.number, 'masthead')
      isAfterBlank = true
    } else {
      const columns = isAfterBlank && line.raw.includes(' ') ? readSpacedColumns(lines, index) : null
      if (columns === null) pushText(printed, line, isAfterBlank)
      else pushColumns(printed, columns)
      index += columns === null ? 0 : columns.length / 2 - 1
      isAfterBlank = false
    }
  }
  return printed
}

const mostMastheadLines = 12
const longestRunningHead = 48

/** The year of a gazette, alone on a line of its cover. */
function isYear(raw: string): boolean {
  return /^\s{0,40}(?:19|20)\d{2}\s{0,40}$/.test(raw)
}

/** The gazette's name and number at the head of a page: 某县人民政府公报　2023年第5期. */
function isRunningHead(raw: string): boolean {
  return raw.length <= longestRunningHead && raw.includes('报') && runningHeadPattern.test(raw.trim())
}

const runningHeadPattern =
  /^(?:\d{1,4}\s{1,8})?[\u4e00-\u9fff]{2,14}(?:政府公报|政报)[\s\u3000·•|（(]{0,8}\d{4}\s?年?[\s·.]?第?\s?\d{1,3}\s?[期号]?[)）]?(?:\s{1,8}\d{1,4})?$/

function tableLine(line: Line, region: TableRegion): PrintedLine {
  const traced = { text: '', pieces: [] }
  const { number, raw } = line
  return {
    number,
    raw,
    traced,
    text: '',
    label: null,
    docNumber: null,
    isAfterBlank: true,
    isInColumns: false,
    table: region,
  }
}

function pushText(printed: PrintedLine[], line: Line, isAfterBlank: boolean): void {
  if (!line.raw.includes('<')) {
    pushPart(printed, { line, start: 0, end: line.raw.length }, isAfterBlank)
    return
  }
  for (const { start, end } of splitAtParagraphTags(line.raw))
    pushPart(printed, { line, start, end }, isAfterBlank || start > 0)
}

function pushPart(printed: PrintedLine[], { line, start, end }: LinePart, isAfterBlank: boolean): void {
  const { number, raw } = line
  const traced = readRosterEntry(raw, number, start, end) ?? cleanLine(raw, number, start, end)
  if (traced.text !== '') printed.push(printedLine(number, raw, traced, isAfterBlank, false))
}

/** Lines of columns: one with several cells is an entry of a roster and never runs on. */
function pushColumns(printed: PrintedLine[], columns: readonly ColumnLine[]): void {
  for (const [index, parts] of columns.entries()) {
    const { line, start: first } = parts[0] as LinePart
    const { number } = line
    const traced = joinCells(parts)
    if (traced.text === '') continue
    const raw = line.raw.slice(first, parts.at(-1)?.end)
    printed.push(printedLine(number, raw, traced, index === 0, parts.length > 1))
  }
}

/** Cells of one column's line, with the tab between a name and a post as a space. */
function joinCells(parts: readonly LinePart[]): TracedText {
  const cells: TracedText[] = []
  for (const { line, start, end } of parts) {
    if (cells.length > 0)
      cells.push({ text: ' ', pieces: [{ at: 0, line: line.number, column: start - 1, width: 1 }] })
    cells.push(cleanLine(line.raw, line.number, start, end))
  }
  return concatTraced(cells)
}

function printedLine(
  number: number,
  raw: string,
  traced: TracedText,
  isAfterBlank: boolean,
  isInColumns: boolean,
): PrintedLine {
  const { text } = traced
  const label = readLabel(traced)
  return {
    number,
    raw,
    traced,
    text,
    label,
    docNumber: readNumberLine(text),
    isAfterBlank,
    isInColumns,
    table: null,
  }
}

const textPattern = /[^\s\u3000\u200b\ufeff]/

function isBlankLine(raw: string): boolean {
  return raw === '' || !textPattern.test(raw)
}
