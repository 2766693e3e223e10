import { carriedUnits, rowText } from './carried-text.ts'
import type { Instrument, Repair, TableRow } from './issue.ts'
import type { RepairKind } from './repair-kinds.ts'
import type { StructuredClause } from './structure/clauses.ts'
import type { SourceText } from './structure/lines.ts'
import type { LineRole } from './structure/printed-lines.ts'
import type { ReadTable, SourceRange } from './tables/read-table.ts'
import { type Piece, sliceTraced, type TracedText } from './traced-text.ts'

/** What an instrument carries, with the places of the file from which it was taken. */
export interface CarriedInstrument {
  readonly instrument: Instrument
  readonly clauses: readonly StructuredClause[]
  readonly tables: readonly ReadTable[]
}

/** What the lines that are not carried are. */
export interface LineRoles {
  readonly roles: ReadonlyMap<number, LineRole>
  /** Lines of the heads of tables. */
  readonly headLines: ReadonlySet<number>
}

/**
 * All differences between a file and what its reading carries, in the order of the file. Laid over the carried
 * text they give the file back.
 */
export function listRepairs(
  source: SourceText,
  instruments: readonly CarriedInstrument[],
  lineRoles: LineRoles,
): Repair[] {
  const runs: Run[] = []
  for (const instrument of instruments) pushRuns(runs, source, instrument)
  return createRepairs(source, inFileOrder(runs), lineRoles)
}

/** Carried text that stands for one stretch of the file. */
interface Run {
  readonly start: number
  readonly end: number
  readonly text: string
  /** What the carried text has behind it before the next run. */
  tail: '' | '\n'
  readonly kind: RepairKind
}

function pushRuns(runs: Run[], source: SourceText, { instrument, clauses, tables }: CarriedInstrument): void {
  for (const { clause, row } of carriedUnits(instrument)) {
    if (clause !== null) pushClause(runs, source, clauses[clause] as StructuredClause)
    else {
      const read = tables[row.table] as ReadTable
      const range = read.sources[row.index]?.range as SourceRange
      runs.push({
        start: offsetAt(source, range.from.line, range.from.column),
        end: offsetAt(source, range.to.line, range.to.column),
        text: rowText(read.table.rows[row.index] as TableRow),
        tail: '\n',
        kind: 'table-row',
      })
    }
  }
}

function pushClause(runs: Run[], source: SourceText, { clause, whole, kept }: StructuredClause): void {
  const first = runs.length
  for (const { start, end } of kept) {
    if (end > start) pushTraced(runs, source, sliceTraced(whole, start, end))
  }
  if (runs.length === first) {
    const at = offsetAt(source, clause.lines[0], 0)
    runs.push({ start: at, end: at, text: '', tail: '', kind: 'left-out' })
  }
  ;(runs[runs.length - 1] as Run).tail = '\n'
}

function pushTraced(runs: Run[], source: SourceText, { text, pieces }: TracedText): void {
  for (let index = 0; index < pieces.length; index++) {
    const { at, line, column, width } = pieces[index] as Piece
    const start = offsetAt(source, line, column)
    const end = pieces[index + 1]?.at ?? text.length
    const run = text.slice(at, end)
    runs.push({
      start,
      end: start + width,
      text: run,
      tail: '',
      kind: run === ' ' ? 'layout-space' : 'ocr-word',
    })
  }
}

function offsetAt(source: SourceText, line: number, column: number): number {
  return Math.min((source.starts[line - 1] ?? source.text.length) + column, source.text.length)
}

/** Runs in the order of the file. Those that stand in another order there become one, which is replaced whole. */
function inFileOrder(runs: readonly Run[]): Run[] {
  const ordered: Run[] = []
  for (const run of runs) {
    let merged = run
    for (let last = ordered.at(-1); last !== undefined && last.end > merged.start; last = ordered.at(-1)) {
      ordered.pop()
      merged = {
        start: Math.min(last.start, merged.start),
        end: Math.max(last.end, merged.end),
        text: last.text + last.tail + merged.text,
        tail: merged.tail,
        kind: 'column-order',
      }
    }
    ordered.push(merged)
  }
  return ordered
}

function createRepairs(source: SourceText, runs: readonly Run[], lineRoles: LineRoles): Repair[] {
  const { text, starts } = source
  const repairs: Repair[] = []
  let at = 0
  let lineIndex = 0
  const push = (start: number, end: number, after: string, kind: RepairKind | null) => {
    if (end - start === after.length && text.startsWith(after, start)) return
    const before = text.slice(start, end)
    while (lineIndex + 1 < starts.length && (starts[lineIndex + 1] as number) <= start) lineIndex++
    const line = lineIndex + 1
    const column = start - (starts[lineIndex] ?? 0)
    repairs.push({ kind: kind ?? kindOfGap(before, after, line, lineRoles), line, column, before, after })
  }
  let tail: '' | '\n' = ''
  for (const run of runs) {
    push(at, run.start, tail, null)
    push(run.start, run.end, run.text, run.kind)
    at = run.end
    tail = run.tail
  }
  push(at, text.length, tail, null)
  return repairs
}

/** What was left out, by what the lines that it covers are; else by what stands there. */
function kindOfGap(before: string, after: string, line: number, { roles, headLines }: LineRoles): RepairKind {
  const ends = countLineEnds(before)
  let isPage = false
  for (let number = line; number <= line + ends; number++) {
    const role = roles.get(number)
    if (role === 'page-number') isPage = true
    else if (role !== undefined) return role
    else if (headLines.has(number)) return 'table-header'
  }
  if (isPage) return after === '' && ends > 0 ? 'page-break-join' : 'page-number'
  if (before.trim() === '') {
    if (after !== '') return ends > 1 ? 'blank-line' : 'line-ending'
    if (ends === 0) return 'layout-space'
    return ends > 1 ? 'page-break-join' : 'line-break'
  }
  return kindOfMark(before, after, ends)
}

/** `\r\n` is one. */
function countLineEnds(text: string): number {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === newline || (code === carriageReturn && text.charCodeAt(at + 1) !== newline)) count++
  }
  return count
}

const newline = 10
const carriageReturn = 13

function kindOfMark(before: string, after: string, ends: number): RepairKind {
  if (/^[\s#*>`•●■◆·+-]+$/.test(before)) return ends > 0 && after === '' ? 'page-break-join' : 'markdown'
  if (before.includes('<') || before.includes('&nbsp;')) return 'html'
  if (/^[。：:.、\s*]+$/.test(before)) return 'heading-end'
  return ends > 0 && after === '' ? 'stutter' : 'left-out'
}
