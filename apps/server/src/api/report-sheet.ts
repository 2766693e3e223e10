import {
  dateOf,
  findFieldMeta,
  isFigure,
  labelOf,
  type OwedReport,
  type Report,
  type ReportSummary,
} from '@luoshi/kernel'
import type { OutCell, OutColumn, OutSheet } from '../transfer/workbook-stream.ts'
import { type Sight, unitName } from './views/sight.ts'

/** One turn of a report with its answers. */
export interface SummedUp {
  readonly sight: Sight
  readonly report: Report
  readonly owed: OwedReport
  readonly summary: ReportSummary
  readonly receives: boolean
}

const column = (heading: string, width: number, isText = true): OutColumn => ({
  ...{ heading, width, isText, guide: null },
})

const text = (value: string): OutCell => (value === '' ? null : { kind: 'text', value })

/** The answers of all units to one turn in one sheet: who reported when and what, the sums, and who did not. */
export function summarySheet({ sight, report, owed, summary }: SummedUp): OutSheet {
  const { state, now } = sight
  const nameOf = (unit: string) => unitName(state, unit, dateOf(now))
  const fields = Object.entries(report.fields.def.shape).map(([field, schema]) => {
    const meta = findFieldMeta(schema)
    return { field, label: meta === undefined ? field : labelOf(meta), isFigure: isFigure(schema) }
  })
  const columns = [
    column('报送单位', 26),
    column('报送时间', 18),
    column('是否按期', 10),
    ...fields.map((field) => column(field.label, field.isFigure ? 16 : 50, !field.isFigure)),
  ]
  const answered = summary.answers.map(({ unit, at, isLate, data }): OutCell[] => [
    text(nameOf(unit)),
    text(dateOf(at)),
    text(isLate ? '迟报' : '按期'),
    ...fields.map(({ field, isFigure: isNumber }): OutCell => {
      const value = data[field]
      if (value === undefined || value === null) return null
      return isNumber ? { kind: 'number', value: String(value) } : text(String(value))
    }),
  ])
  const missing = summary.missing.map((unit): OutCell[] => [
    text(nameOf(unit)),
    null,
    text(summary.isPast ? '超期未报' : '未报'),
    ...fields.map(() => null),
  ])
  const sums = new Map(summary.sums.map(({ field, sum }) => [field, sum]))
  const total: OutCell[][] =
    sums.size === 0
      ? []
      : [
          [
            text('合计'),
            null,
            null,
            ...fields.map(({ field }): OutCell => {
              const sum = sums.get(field)
              return sum === undefined ? null : { kind: 'number', value: sum }
            }),
          ],
        ]
  return { name: `${owed.period.title}汇总`.slice(0, 31), columns, rows: [...answered, ...missing, ...total] }
}
