import type { Amount, Citation, Clause, Deadline, Finding, Instrument, Issue, Target } from '@luoshi/gazette'
import type { DutyToStore, PlacedDeadline, PlacedDuty, PlacedFinding } from '@luoshi/store'
import type { Cell, Sheet } from 'write-excel-file/node'
import {
  chineseLines,
  chineseSpans,
  clauseReference,
  deadlineWords,
  kindLabel,
  severityWords,
  targetWords,
} from '../chinese-words.ts'
import { dutyRows, unitsBoundBy } from '../gazettes/clause-rows.ts'
import { countyName } from '../gazettes/prepare-issue.ts'

/** Media type of every workbook here. */
export const workbookMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** One column of a sheet: its head, its width in characters, and what stands in it. */
interface Column<Row> {
  readonly head: string
  readonly width: number
  readonly cell: (row: Row) => Cell
}

/** A row that comes from a clause of a notice. */
interface OfClause {
  readonly instrument: Instrument
  readonly clauses: ReadonlyMap<string, Clause>
  readonly clause: string
}

/** An issue as a workbook: a sheet each for duties, deadlines, targets, amounts, citations and findings. */
export function issueWorkbook({ instruments, findings }: Issue): Promise<Uint8Array<ArrayBuffer>> {
  const placed = instruments.map((instrument) => ({
    instrument,
    clauses: new Map(instrument.clauses.map((clause) => [clause.id, clause])),
  }))
  const each = <Item extends { clause: string }>(itemsOf: (instrument: Instrument) => readonly Item[]) =>
    placed.flatMap((of) => itemsOf(of.instrument).map((item) => ({ ...of, item, clause: item.clause })))
  return toWorkbook([
    sheetOf('任务', each(dutyRows), issueDutyColumns),
    sheetOf(
      '期限',
      each(({ deadlines }) => deadlines),
      deadlineColumns,
    ),
    sheetOf(
      '指标',
      each(({ targets }) => targets),
      targetColumns,
    ),
    sheetOf(
      '金额',
      each(({ amounts }) => amounts),
      amountColumns,
    ),
    sheetOf(
      '引用',
      each(({ citations }) => citations),
      citationColumns,
    ),
    sheetOf('校核意见', findings, findingColumns),
  ])
}

/** Duties as a workbook of one sheet, in the order in which they are given. */
export function dutiesWorkbook(duties: readonly PlacedDuty[]): Promise<Uint8Array<ArrayBuffer>> {
  return toWorkbook([sheetOf('任务', duties, [placedCounty, ...dutyColumns])])
}

/** Deadlines as a workbook: a sheet each for those on a day, those that come back, those counted. */
export function deadlinesWorkbook(
  forms: Readonly<Record<'dated' | 'recurring' | 'counted', readonly PlacedDeadline[]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const columns = [placedCounty, ...placedDeadlineColumns]
  return toWorkbook([
    sheetOf('有日期', forms.dated, columns),
    sheetOf('定期', forms.recurring, columns),
    sheetOf('按时长', forms.counted, columns),
  ])
}

/** Findings of several issues as a workbook of one sheet. */
export function findingsWorkbook(placed: readonly PlacedFinding[]): Promise<Uint8Array<ArrayBuffer>> {
  const columns: readonly Column<PlacedFinding>[] = [
    { head: '公报', width: 36, cell: ({ issueTitle }) => text(issueTitle) },
    ...findingColumns.map(({ head, width, cell }) => ({
      head,
      width,
      cell: ({ finding }: PlacedFinding) => cell(finding),
    })),
  ]
  return toWorkbook([sheetOf('校核意见', placed, columns)])
}

/** A printed table as a workbook of one sheet; figures are figures. */
export function tableWorkbook(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const isFigure = (cell: string) => /^-?\d{1,15}(?:\.\d+)?$/.test(cell)
  const sheet = sheetOf(
    title.replace(/[[\]:*?/\\]/g, '').slice(0, 31) || '表',
    rows,
    columns.map((head, index) => ({
      head,
      width: Math.min(60, Math.max(8, ...rows.slice(0, 50).map((row) => (row[index] ?? '').length * 2))),
      cell: (row: readonly string[]) => {
        const cell = row[index] ?? ''
        return isFigure(cell) ? figure(cell) : text(cell)
      },
    })),
  )
  return toWorkbook([sheet])
}

async function toWorkbook(sheets: readonly Sheet<Buffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  return new Uint8Array(await writeExcelFile([...sheets]).toBuffer())
}

function sheetOf<Row>(name: string, rows: readonly Row[], columns: readonly Column<Row>[]): Sheet<Buffer> {
  const head = columns.map((column): Cell => ({ value: column.head, fontWeight: 'bold' }))
  return {
    sheet: name,
    data: [head, ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

/** Characters that Excel takes in one cell; it calls a file with more damaged. */
const longestCell = 32_767

function text(value: string | null): Cell {
  if (value === null || value === '') return null
  const fitting = value.length > longestCell ? `${value.slice(0, longestCell - 1)}…` : value
  return { value: fitting, type: String, wrap: true, alignVertical: 'top' }
}

/** A day as Excel's own date, so that it sorts and filters as one. */
function day(iso: string | null | undefined): Cell {
  if (iso === null || iso === undefined) return null
  return { value: new Date(`${iso}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
}

/** Excel keeps fifteen digits; what has more stays text, so that none is lost. */
function figure(decimal: string): Cell {
  if (decimal.replace(/\D/g, '').length > 15) return text(decimal)
  return { value: Number(decimal), type: Number, alignVertical: 'top' }
}

const placedCounty: Column<{ readonly by: PlacedDuty['by'] }> = {
  head: '县',
  width: 10,
  cell: ({ by }) => text(countyName(by.county)),
}

const place: readonly Column<OfClause>[] = [
  { head: '文号', width: 22, cell: ({ instrument }) => text(instrument.docNumber) },
  { head: '文件', width: 40, cell: ({ instrument }) => text(instrument.title) },
  { head: '条款', width: 12, cell: ({ clauses, clause }) => text(clauseReference(clauses, clause)) },
]

const placedAt: readonly Column<{ readonly by: PlacedDuty['by']; readonly reference: string }>[] = [
  { head: '文号', width: 22, cell: ({ by }) => text(by.docNumber) },
  { head: '文件', width: 40, cell: ({ by }) => text(by.title) },
  { head: '条款', width: 12, cell: ({ reference }) => text(reference) },
]

function clauseCell({ clauses, clause }: OfClause): Cell {
  const found = clauses.get(clause)
  return text(found === undefined ? '' : [found.heading, found.text].filter(Boolean).join('。'))
}

const dutyColumns: readonly Column<PlacedDuty>[] = [
  { head: '期限', width: 12, cell: ({ days }) => day(days[0]) },
  { head: '单位', width: 24, cell: ({ unit }) => text(unit) },
  { head: '角色', width: 8, cell: ({ role }) => text(role) },
  { head: '任务', width: 70, cell: (duty) => text(duty.text) },
  { head: '原文写法', width: 20, cell: ({ printed }) => text(printed) },
  ...placedAt,
  { head: '行号', width: 16, cell: ({ lines }) => text(chineseLines([...lines])) },
]

const issueDutyColumns: readonly Column<ItemRow<DutyToStore>>[] = [
  { head: '期限', width: 12, cell: ({ item }) => day(item.days[0]) },
  { head: '单位', width: 24, cell: ({ item }) => text(item.unit) },
  { head: '角色', width: 8, cell: ({ item }) => text(item.role) },
  { head: '任务', width: 70, cell: clauseCell },
  { head: '原文写法', width: 20, cell: ({ item }) => text(item.printed) },
  ...place,
  { head: '行号', width: 16, cell: ({ item }) => text(chineseLines(item.lines)) },
]

const placedDeadlineColumns: readonly Column<PlacedDeadline>[] = [
  { head: '到期', width: 12, cell: (deadline) => day(deadline.day) },
  { head: '原文', width: 24, cell: (deadline) => text(deadline.text) },
  { head: '含义', width: 20, cell: ({ meaning }) => text(meaning) },
  { head: '单位', width: 30, cell: ({ units }) => text(units.join('、')) },
  { head: '事项', width: 70, cell: ({ clauseText }) => text(clauseText) },
  ...placedAt,
  { head: '行号', width: 16, cell: ({ lines }) => text(chineseLines([...lines])) },
]

interface ItemRow<Item> extends OfClause {
  readonly item: Item
}

const deadlineColumns: readonly Column<ItemRow<Deadline>>[] = [
  { head: '到期', width: 12, cell: ({ item }) => day(item.date) },
  { head: '原文', width: 24, cell: ({ item }) => text(item.text) },
  { head: '含义', width: 20, cell: ({ item }) => text(deadlineWords(item)) },
  {
    head: '单位',
    width: 30,
    cell: ({ instrument, clause }) => text(unitsBoundBy(instrument, clause).join('、')),
  },
  { head: '事项', width: 70, cell: clauseCell },
  ...place,
  { head: '行号', width: 16, cell: ({ item }) => text(chineseLines(item.lines)) },
]

const targetColumns: readonly Column<ItemRow<Target>>[] = [
  { head: '指标', width: 40, cell: ({ item }) => text(item.indicator) },
  { head: '目标', width: 20, cell: ({ item }) => text(targetWords(item)) },
  { head: '数值', width: 12, cell: ({ item }) => figure(item.value) },
  { head: '单位', width: 10, cell: ({ item }) => text(item.unit) },
  { head: '年份', width: 8, cell: ({ item }) => (item.year === null ? null : figure(String(item.year))) },
  ...place,
  { head: '行号', width: 16, cell: ({ item }) => text(chineseLines(item.lines)) },
]

const amountColumns: readonly Column<ItemRow<Amount>>[] = [
  { head: '金额（元）', width: 18, cell: ({ item }) => figure(item.yuan) },
  { head: '原文', width: 24, cell: ({ item }) => text(item.text) },
  { head: '所在条款', width: 70, cell: clauseCell },
  ...place,
  { head: '行号', width: 16, cell: ({ item }) => text(chineseLines(item.lines)) },
]

const citationColumns: readonly Column<ItemRow<Citation>>[] = [
  { head: '引用文件', width: 60, cell: ({ item }) => text(item.title) },
  { head: '引用文号', width: 26, cell: ({ item }) => text(item.docNumber) },
  ...place,
  { head: '行号', width: 16, cell: ({ item }) => text(chineseLines(item.lines)) },
]

const findingColumns: readonly Column<Finding>[] = [
  { head: '程度', width: 8, cell: ({ severity }) => text(severityWords[severity].word) },
  { head: '种类', width: 18, cell: ({ kind }) => text(kindLabel(kind)) },
  { head: '意见', width: 90, cell: ({ message }) => text(message) },
  { head: '文号', width: 22, cell: ({ docNumber }) => text(docNumber) },
  { head: '行号', width: 24, cell: ({ lines }) => text(chineseSpans(lines)) },
]
