import type { DueView } from './limits.ts'
import type { CiteView } from './refusals.ts'

/** One turn of a report, as whoever owes or receives it sees it. */
export interface ReportTurnView {
  readonly programme: string
  readonly report: string
  readonly title: string
  /** Day on which it falls by the text: what its answers name. */
  readonly turn: string
  /** What it is about: 2026年11月 */
  readonly period: string
  readonly due: DueView
  readonly isPast: boolean
  readonly clause: CiteView
  /** Units of one's own that owe it and have not answered, by name; empty where nothing is owed. */
  readonly owedByMe: readonly string[]
  /** For who receives it: how many owe it, how many answered, who is missing; null for others. */
  readonly received: {
    readonly owing: number
    readonly answered: number
    readonly late: number
    readonly missing: readonly string[]
    readonly sums: readonly { readonly label: string; readonly sum: string }[]
  } | null
  /** Screen that lists the answers to this turn. */
  readonly href: string
  /** What the address of the form fills in: `?turn=2026-11-18` */
  readonly opening: string
  /** Workbook that puts the answers to this turn together, for who receives it. */
  readonly sheet: string | null
}

/** `GET /api/v1/{county}/reports`: reports owed and received, from two months back to one ahead. */
export interface ReportsView {
  readonly date: string
  readonly turns: readonly ReportTurnView[]
}
