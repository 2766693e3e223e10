import type { CiteView } from './refusals.ts'

/** How a limit stands; word, shape and colour follow from it. */
export type LimitStanding = 'running' | 'soon' | 'late' | 'stopped' | 'ended' | 'endedLate' | 'unknown'

/** When something is due, and how that was counted. */
export interface DueView {
  /** A day, or a moment for a limit in hours; null where it cannot be told. */
  readonly due: string | null
  readonly explanation: string
  /** Every day between start and end, whether it counts and why not; only with one record, not in lists. */
  readonly days?: readonly { readonly date: string; readonly isCounted: boolean; readonly reason: string }[]
}

/** A limit of a case. */
export interface LimitView {
  readonly limit: string
  readonly title: string
  readonly legal: DueView
  readonly target: DueView | null
  readonly standing: LimitStanding
  /** 剩3个工作日; 已过承诺期限，剩3个工作日 */
  readonly remaining: string
  /** What remains ends then: at the promised end, or at the legal one once that has passed. Null where it is not known. */
  readonly next: string | null
  readonly clause: CiteView | null
}
