import { issueOf, maskText, openingFieldsOf, type Procedure, validate } from '@luoshi/kernel'
import { type CellContext, readCell, readUnit } from './cell-values.ts'
import { HEADING_ROWS, type MatchedHeadings, matchHeadings } from './match-headings.ts'
import { openSheet } from './sheet/open-sheet.ts'
import { columnName, type SheetCell, SheetDamaged, type SheetRow } from './sheet/sheet-row.ts'
import { transferFieldsOf } from './transfer-fields.ts'

/** What stands against a row, so that who made the sheet finds the cell. */
export interface RowProblem {
  /** As the spreadsheet numbers it; 0 for the sheet as a whole. */
  readonly line: number
  /** 作业面积（D列）; empty for the row as a whole. */
  readonly column: string
  /** What was found and what would pass. Personal data in it are masked. */
  readonly message: string
}

/** A row as a record, or what stands against it. */
export type RowRead =
  | {
      readonly kind: 'record'
      readonly line: number
      readonly input: Readonly<Record<string, unknown>>
      readonly unit: string | null
    }
  | { readonly kind: 'wrong'; readonly line: number; readonly problems: readonly RowProblem[] }
  /** A row that is no record: a sum. */
  | { readonly kind: 'skipped'; readonly line: number }

/** A sheet whose headings are understood; or what stands against it. */
export type RecordsOpened =
  | { readonly kind: 'opened'; readonly unused: readonly string[]; readonly rows: AsyncIterable<RowRead> }
  | { readonly kind: 'refused'; readonly problems: readonly RowProblem[] }

/** Opens a sheet and finds its headings. Its rows are read and checked against the procedure's record as they are asked for. */
export async function openRecords(
  path: string,
  procedure: Procedure,
  context: CellContext,
): Promise<RecordsOpened> {
  const opened = await openSheet(path)
  if (opened.kind === 'refused') return refused(0, opened.message)
  const rows = opened.rows[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  try {
    while (first.length < HEADING_ROWS) {
      const next = await rows.next()
      if (next.done === true) break
      first.push(next.value)
    }
  } catch (error) {
    if (error instanceof SheetDamaged) return refused(0, `文件已损坏：${error.message}。`)
    throw error
  }
  const headings = matchHeadings(first, transferFieldsOf(procedure))
  if (headings.kind === 'refused') {
    await rows.return?.()
    const { line, messages } = headings
    return { kind: 'refused', problems: messages.map((message) => ({ line, column: '', message })) }
  }
  return {
    kind: 'opened',
    unused: headings.unused,
    rows: recordsIn(first, rows, headings, procedure, context),
  }
}

async function* recordsIn(
  first: readonly SheetRow[],
  rest: AsyncIterator<SheetRow>,
  headings: MatchedHeadings,
  procedure: Procedure,
  context: CellContext,
): AsyncGenerator<RowRead> {
  let line = headings.line
  try {
    for (const row of first) {
      if (row.line > headings.line && !isEmpty(row)) yield readRow(row, headings, procedure, context)
    }
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      line = next.value.line
      if (!isEmpty(next.value)) yield readRow(next.value, headings, procedure, context)
    }
  } catch (error) {
    if (!(error instanceof SheetDamaged)) throw error
    yield wrong(line, [{ line, column: '', message: `文件在第${line}行之后已损坏：${error.message}。` }])
  } finally {
    await rest.return?.()
  }
}

function readRow(
  { line, cells }: SheetRow,
  headings: MatchedHeadings,
  procedure: Procedure,
  context: CellContext,
): RowRead {
  const leading = cells.find((cell) => cell !== null)
  if (/^(?:合计|总计|小计)[:：]?$/.test(leading?.text.replaceAll(/\s/g, '') ?? ''))
    return { kind: 'skipped', line }
  const problems: RowProblem[] = []
  const input: Record<string, unknown> = {}
  const columnFor = new Map<string, string>()
  for (const [column, field] of headings.fields) {
    const place = `${field.heading}（${columnName(column)}列）`
    columnFor.set(field.name, place)
    const cell = cells[column]
    if (cell === null || cell === undefined) continue
    const read = readCell(cell, field, context)
    if (read.kind === 'value') input[field.name] = read.value
    else problems.push({ line, column: place, message: read.message })
  }
  const unit = unitOf(line, cells, headings, context, problems)
  const wrongFields = new Set(problems.map(({ column }) => column))
  const checked = validate(openingFieldsOf(procedure), input)
  if (checked.kind === 'invalid') {
    for (const { code, path, data, message } of checked.issues) {
      const name = String(path[0] ?? '')
      const column = columnFor.get(name) ?? ''
      if (!wrongFields.has(column) || column === '') {
        problems.push({ line, column, message: maskedMessage(procedure, name, code, data) ?? message })
      }
    }
  }
  return problems.length > 0 ? wrong(line, problems) : { kind: 'record', line, input, unit }
}

function unitOf(
  line: number,
  cells: readonly (SheetCell | null)[],
  { unit, headings }: MatchedHeadings,
  context: CellContext,
  problems: RowProblem[],
): string | null {
  const cell = unit === null ? null : cells[unit]
  if (unit === null || cell === null || cell === undefined) return null
  const read = readUnit(cell, context)
  if (read.kind === 'value') return String(read.value)
  problems.push({ line, column: `${headings[unit] ?? ''}（${columnName(unit)}列）`, message: read.message })
  return null
}

/** A report is read by more people than the record: what was found in a personal field is masked in it. */
function maskedMessage(
  procedure: Procedure,
  name: string,
  code: string,
  data: Readonly<Record<string, unknown>>,
): string | null {
  const kind = transferFieldsOf(procedure).find((field) => field.name === name)?.meta.personal
  if (kind === undefined || code !== 'field-refused') return null
  const { label, wanted, found } = data as { label: string; wanted: string; found: string }
  return issueOf('field-refused', [name], { label, wanted, found: maskText(kind, found) }).message
}

function isEmpty({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell === null)
}

function wrong(line: number, problems: readonly RowProblem[]): RowRead {
  return { kind: 'wrong', line, problems }
}

function refused(line: number, message: string): RecordsOpened {
  return { kind: 'refused', problems: [{ line, column: '', message }] }
}
