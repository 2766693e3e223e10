import { type ImportReader, type RecordOf, type SourceFile, sumOf, validate } from '@luoshi/kernel'
import { plainHeading } from '../../reading-problem.ts'
import { operators, plots, type workRecords } from '../registers.ts'
import { exportColumns, readMonitoringExport } from './export-rows.ts'

type Season = RecordOf<typeof workRecords.fields>['season']

const linesOf = (file: SourceFile) => (file.kind === 'table' ? file.lines : [])

/** Values of a column, by any of its headings. */
function valuesIn(file: SourceFile, headings: readonly string[]): readonly string[] {
  const [head, ...rows] = linesOf(file)
  const plain = head?.cells.map(plainHeading) ?? []
  const place = headings.map((heading) => plain.indexOf(heading)).find((index) => index >= 0)
  if (place === undefined) return []
  return [...new Set(rows.map(({ cells }) => cells[place]?.trim() ?? '').filter((value) => value !== ''))]
}

/** Reads what the monitoring platform lists. */
export const readExport: ImportReader = {
  keysIn: (file) => ({
    operators: valuesIn(file, exportColumns.terminal.headings),
    plots: valuesIn(file, exportColumns.plot.headings),
  }),
  read(file, { asked, known }) {
    const [head = { line: 1, cells: [] }, ...rows] = linesOf(file)
    const { records, problems } = readMonitoringExport(head, rows, {
      season: asked['season'] as Season,
      operators: recordsIn(known['operators'], operators.fields),
      plots: recordsIn(known['plots'], plots.fields),
    })
    return {
      records: records.map(({ line, record }) => ({ line, input: record })),
      problems,
      measures: [
        { title: '可登记', text: `${records.length}条` },
        { title: '达标面积合计', text: `${sumOf(records.map(({ record }) => record.area))}亩` },
      ],
      outlines: [],
    }
  },
}

/** Records as their register has them; one that was entered before a field was asked for is not among them. */
function recordsIn<Schema extends typeof operators.fields | typeof plots.fields>(
  found: ReadonlyMap<string, Readonly<Record<string, unknown>>> | undefined,
  schema: Schema,
): ReadonlyMap<string, RecordOf<Schema>> {
  const whole = [...(found ?? [])].flatMap(([key, data]) => {
    const checked = validate(schema, data)
    return checked.kind === 'valid' ? [[key, checked.value as RecordOf<Schema>] as const] : []
  })
  return new Map(whole)
}
