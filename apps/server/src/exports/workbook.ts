import type { Amount, Citation, Deadline, Finding, Target } from '@luoshi/gazette'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import {
  chineseLines,
  chineseSpans,
  clauseReference,
  deadlineWords,
  kindLabel,
  severityWords,
  targetWords,
} from '../chinese-words.ts'
import {
  type Library,
  type LibraryIssue,
  type LibraryUnit,
  type Notice,
  type PlacedDeadline,
  type PlacedFinding,
  type UnitDuty,
  unitDutiesOf,
} from '../library.ts'

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
  readonly notice: Notice
  readonly clause: string
}

/** An issue as a workbook: a sheet each for duties, deadlines, targets, amounts, citations and findings. */
export async function issueWorkbook({ issue, notices }: LibraryIssue): Promise<Uint8Array<ArrayBuffer>> {
  const each = <Item extends { clause: string }>(itemsOf: (notice: Notice) => readonly Item[]) =>
    notices.flatMap((notice) => itemsOf(notice).map((item) => ({ notice, item, clause: item.clause })))
  return toWorkbook([
    sheetOf('任务', notices.flatMap(unitDutiesOf), dutyColumns),
    sheetOf(
      '期限',
      each(({ instrument }) => instrument.deadlines),
      deadlineColumns,
    ),
    sheetOf(
      '指标',
      each(({ instrument }) => instrument.targets),
      targetColumns,
    ),
    sheetOf(
      '金额',
      each(({ instrument }) => instrument.amounts),
      amountColumns,
    ),
    sheetOf(
      '引用',
      each(({ instrument }) => instrument.citations),
      citationColumns,
    ),
    sheetOf('校核意见', issue.findings, findingColumns),
  ])
}

/** All duties of a unit as a workbook of one sheet, by deadline. */
export function unitWorkbook({ duties }: LibraryUnit): Promise<Uint8Array<ArrayBuffer>> {
  return toWorkbook([sheetOf('任务', duties, dutyColumns)])
}

/** All duties of all units as a workbook of one sheet, unit after unit, each by deadline. */
export function dutiesWorkbook({ units }: Library): Promise<Uint8Array<ArrayBuffer>> {
  const duties = units.flatMap((unit) => unit.duties)
  return toWorkbook([sheetOf('任务', duties, [county, ...dutyColumns])])
}

/** All deadlines as a workbook: a sheet each for those on a day, those that come back, those counted. */
export function deadlinesWorkbook({ deadlines }: Library): Promise<Uint8Array<ArrayBuffer>> {
  const rows = (placed: readonly PlacedDeadline[]) =>
    placed.map(({ notice, deadline }) => ({ notice, item: deadline, clause: deadline.clause }))
  const columns = [county, ...deadlineColumns]
  return toWorkbook([
    sheetOf('有日期', rows(deadlines.dated), columns),
    sheetOf('定期', rows(deadlines.recurring), columns),
    sheetOf('按时长', rows(deadlines.counted), columns),
  ])
}

/** Findings of several issues as a workbook of one sheet. */
export function findingsWorkbook(placed: readonly PlacedFinding[]): Promise<Uint8Array<ArrayBuffer>> {
  const columns: readonly Column<PlacedFinding>[] = [
    { head: '公报', width: 36, cell: ({ from }) => text(from.title) },
    ...findingColumns.map(({ head, width, cell }) => ({
      head,
      width,
      cell: ({ finding }: PlacedFinding) => cell(finding),
    })),
  ]
  return toWorkbook([sheetOf('校核意见', placed, columns)])
}

async function toWorkbook(sheets: readonly Sheet<Buffer>[]): Promise<Uint8Array<ArrayBuffer>> {
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

const county: Column<{ readonly notice: Notice }> = {
  head: '县',
  width: 10,
  cell: ({ notice }) => text(notice.from.countyName),
}

const place: readonly Column<OfClause>[] = [
  { head: '文号', width: 22, cell: ({ notice }) => text(notice.instrument.docNumber) },
  { head: '文件', width: 40, cell: ({ notice }) => text(notice.instrument.title) },
  { head: '条款', width: 12, cell: ({ notice, clause }) => text(clauseReference(notice.clauses, clause)) },
]

function clauseText({ notice, clause }: OfClause): Cell {
  const found = notice.clauses.get(clause)
  return text(found === undefined ? '' : [found.heading, found.text].filter(Boolean).join('。'))
}

const dutyColumns: readonly Column<UnitDuty>[] = [
  { head: '期限', width: 12, cell: ({ dates }) => day(dates[0]) },
  { head: '单位', width: 24, cell: ({ unit }) => text(unit) },
  { head: '角色', width: 8, cell: ({ role }) => text(role) },
  { head: '任务', width: 70, cell: ({ notice, duty }) => clauseText({ notice, clause: duty.clause }) },
  { head: '原文写法', width: 20, cell: ({ printed }) => text(printed) },
  ...place.map(({ head, width, cell }) => ({
    head,
    width,
    cell: ({ notice, duty }: UnitDuty) => cell({ notice, clause: duty.clause }),
  })),
  { head: '行号', width: 16, cell: ({ duty }) => text(chineseLines(duty.lines)) },
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
    cell: ({ notice, clause }) => text((notice.units.get(clause) ?? []).join('、')),
  },
  { head: '事项', width: 70, cell: clauseText },
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
  { head: '所在条款', width: 70, cell: clauseText },
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
