import { endOf } from '../procedure/due-dates.ts'
import { type Decimal, isDecimal, sumOf } from '../schema/decimal.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { isFigure } from '../schema/listed-fields.ts'
import { type IsoInstant, isBefore } from '../time/instant.ts'
import type { Report } from './report.ts'
import type { OwedReport } from './reports-due.ts'

/** What a unit reported for a turn. */
export interface ReportAnswer {
  readonly unit: string
  /** The turn that it answers: the day that the text names. */
  readonly turn: string
  readonly at: IsoInstant
  readonly data: Readonly<Record<string, unknown>>
}

/** All answers to one turn, put together. */
export interface ReportSummary {
  readonly owed: OwedReport
  /** Sum of each figure over all that answered. */
  readonly sums: readonly { readonly field: string; readonly label: string; readonly sum: Decimal }[]
  /** The latest answer of each unit that owes one, by unit. */
  readonly answers: readonly (ReportAnswer & { readonly isLate: boolean })[]
  /** Units that owe an answer and gave none, and whether the day is past. */
  readonly missing: readonly string[]
  readonly isPast: boolean
}

/**
 * Sums up one turn of a report. Of several answers of a unit the latest counts; whether it was in time is told of its
 * first. What units send that owe nothing is left out.
 *
 * @param owing ids of the units that owe it
 */
export function reportSummary(
  report: Report,
  owed: OwedReport,
  owing: readonly string[],
  given: readonly ReportAnswer[],
  now: IsoInstant,
): ReportSummary {
  const units = [...new Set(owing)].sort()
  const ofTurn = given.filter(({ turn }) => turn === owed.turn)
  const byUnit = Map.groupBy(
    [...ofTurn].sort((a, b) => (isBefore(a.at, b.at) ? -1 : 1)),
    ({ unit }) => unit,
  )
  const answers = units.flatMap((unit) => {
    const ofUnit = byUnit.get(unit) ?? []
    const [first, last] = [ofUnit[0], ofUnit.at(-1)]
    return first === undefined || last === undefined ? [] : [{ ...last, isLate: isLate(owed, first.at) }]
  })
  return {
    owed,
    sums: sumsOf(report, answers),
    answers,
    missing: units.filter((unit) => !byUnit.has(unit)),
    isPast: isLate(owed, now),
  }
}

function isLate({ due }: OwedReport, at: IsoInstant): boolean {
  return due.kind === 'due' && !isBefore(at, endOf(due.due))
}

function sumsOf({ fields }: Report, answers: readonly ReportAnswer[]): ReportSummary['sums'] {
  return Object.entries(fields.def.shape)
    .filter(([, field]) => isFigure(field))
    .map(([field, schema]) => {
      const meta = findFieldMeta(schema)
      const values = answers.map(({ data }) => String(data[field] ?? '0')).filter(isDecimal)
      return { field, label: meta === undefined ? field : labelOf(meta), sum: sumOf(values) }
    })
}
