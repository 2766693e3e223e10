import { type ReadingProblem, type RecordOf, type TableLine, validate } from '@luoshi/kernel'
import { cellProblem, lineProblem, plainHeading, unitOf } from '../../reading-problem.ts'
import { type operators, type plots, workRecords } from '../registers.ts'

type WorkRecord = RecordOf<typeof workRecords.fields>
type Operator = RecordOf<typeof operators.fields>
type Plot = RecordOf<typeof plots.fields>

/** What an export's rows are completed from. */
export interface Known {
  readonly season: WorkRecord['season']
  /** By the number of the terminal. */
  readonly operators: ReadonlyMap<string, Operator>
  /** By number. */
  readonly plots: ReadonlyMap<string, Plot>
}

/** A monitoring platform's export as work records, and every row that cannot be one. */
export interface ReadExport {
  readonly records: readonly { readonly line: number; readonly record: WorkRecord }[]
  readonly problems: readonly ReadingProblem[]
}

interface ExportColumn {
  /** Headings under which platforms print it, without unit; the first is how we call it. */
  readonly headings: readonly [string, ...string[]]
  readonly isNeeded: boolean
  /** The units that are taken as they are. */
  readonly units?: readonly string[]
}

/** The columns that are read. Others of the export are left alone. */
export const exportColumns = {
  exportRow: { headings: ['序号', '行号', '编号'], isNeeded: true },
  terminal: { headings: ['终端编号', '设备编号', '监测终端编号'], isNeeded: true },
  plot: { headings: ['地块编号', '地块'], isNeeded: true },
  workedOn: { headings: ['作业时间', '作业日期', '日期'], isNeeded: true },
  area: { headings: ['达标面积', '合格面积', '作业面积'], isNeeded: true, units: ['亩'] },
  depth: {
    headings: ['平均深度', '作业质量', '平均耕深', '深松深度'],
    isNeeded: true,
    units: ['厘米', 'cm'],
  },
  spacing: { headings: ['铲间距', '相邻两铲间距'], isNeeded: false, units: ['厘米', 'cm'] },
  place: { headings: ['作业地点', '位置'], isNeeded: false },
  driver: { headings: ['作业机手', '机手', '驾驶员'], isNeeded: true },
  driverContact: { headings: ['机手联系方式', '机手电话', '联系方式'], isNeeded: true },
} as const satisfies Readonly<Record<string, ExportColumn>>

type ColumnName = keyof typeof exportColumns
type Cells = Readonly<Record<ColumnName, string>>

/**
 * The rows of an export as work records: what a platform does not know comes from the registers of machines and plots.
 * A row that lacks something is no record; it is told with its line, what was found and what would pass.
 */
export function readMonitoringExport(head: TableLine, rows: readonly TableLine[], known: Known): ReadExport {
  const { places, problems } = placesOf(head)
  if (problems.length > 0) return { records: [], problems }
  const seen = new Map<string, number>()
  const read = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => readRow(line, cellsAt(places, cells), head, known, seen))
  return {
    records: read.flatMap((one) => ('record' in one ? [one] : [])),
    problems: read.flatMap((one) => ('problems' in one ? one.problems : [])),
  }
}

function placesOf(head: TableLine): { places: Map<ColumnName, number>; problems: ReadingProblem[] } {
  const headings = head.cells.map(plainHeading)
  const places = new Map<ColumnName, number>()
  const problems: ReadingProblem[] = []
  for (const [name, { headings: names, isNeeded, ...rest }] of Object.entries<ExportColumn>(exportColumns)) {
    const place = names.map((heading) => headings.indexOf(heading)).find((index) => index >= 0)
    if (place === undefined) {
      const others = names.slice(1).join('、')
      const says = `没有“${names[0]}”列（也可以叫${others}），请从监控平台带表头导出。`
      if (isNeeded) problems.push(lineProblem(head.line, says))
      continue
    }
    places.set(name as ColumnName, place)
    const heading = head.cells[place] ?? ''
    const unit = unitOf(heading)
    if (unit !== null && rest.units !== undefined && !rest.units.includes(unit)) {
      problems.push(lineProblem(head.line, `“${heading}”的单位应是${rest.units[0]}，请换算后再导入。`))
    }
  }
  return { places, problems }
}

function cellsAt(places: ReadonlyMap<ColumnName, number>, cells: readonly string[]): Cells {
  const names = Object.keys(exportColumns) as ColumnName[]
  const at = (name: ColumnName) => cells[places.get(name) ?? -1]?.trim() ?? ''
  return Object.fromEntries(names.map((name) => [name, at(name)])) as Cells
}

type ReadRow =
  | { readonly line: number; readonly record: WorkRecord }
  | { readonly problems: readonly ReadingProblem[] }

function readRow(
  line: number,
  cells: Cells,
  head: TableLine,
  known: Known,
  seen: Map<string, number>,
): ReadRow {
  const operator = known.operators.get(cells.terminal)
  const plot = known.plots.get(cells.plot)
  const unknown = [
    ...(operator === undefined
      ? [cellProblem(line, '终端编号', cells.terminal, '作业主体台账中已有的远程监测终端编号')]
      : []),
    ...(plot === undefined ? [cellProblem(line, '地块编号', cells.plot, '地块台账中已有的地块编号')] : []),
  ]
  if (operator === undefined || plot === undefined) return { problems: unknown }
  const number = `监-${cells.terminal}-${cells.exportRow}`
  const before = seen.get(number)
  if (before !== undefined) {
    const says = `与第${before}行的终端编号和序号相同，一条作业只能导入一次。`
    return { problems: [lineProblem(line, says)] }
  }
  seen.set(number, line)
  const checked = validate(workRecords.fields, recordFrom(number, cells, operator, plot, known))
  if (checked.kind === 'valid') return { line, record: checked.value }
  return {
    problems: checked.issues.map(({ path: [field], message }) => ({
      line,
      column: headingOf(String(field), head),
      message: `第${line}行${message}`,
    })),
  }
}

function recordFrom(number: string, cells: Cells, operator: Operator, plot: Plot, { season }: Known) {
  const { exportRow, area, depth, driver, driverContact } = cells
  return {
    number,
    season,
    plot: plot.number,
    township: plot.township,
    village: plot.village,
    place: cells.place || plot.village,
    operator: operator.number,
    operatorName: operator.name,
    driver,
    driverContact,
    farmer: plot.farmer,
    farmerContact: plot.farmerContact,
    workedOn: dayOf(cells.workedOn),
    area,
    depth,
    spacing: cells.spacing || operator.shankSpacing,
    source: 'monitored',
    exportRow,
  }
}

/** 2022/8/30 14:20 as 2022-08-30; anything else as it stands, to be refused. */
function dayOf(written: string): string {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(written)
  if (parts === null) return written
  const [, year, month = '', day = ''] = parts
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** The heading under which a field was read; null for one that no column gives. */
function headingOf(field: string, head: TableLine): string | null {
  const column: ExportColumn | undefined = exportColumns[field as ColumnName]
  return head.cells.find((heading) => column?.headings.includes(plainHeading(heading))) ?? null
}
