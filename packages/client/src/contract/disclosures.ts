import type { DueView } from './limits.ts'

/** Something that is or was shown in public for a case. */
export interface DisclosureLine {
  readonly id: string
  readonly title: string
  readonly programmeTitle: string
  /** 深松001 */
  readonly caseTitle: string
  /** Screen of the desk that shows the case. */
  readonly href: string
  readonly places: readonly string[]
  readonly from: string
  readonly until: DueView
}

/** `GET /api/v1/{county}/disclosures?shown=now|ended&after=`: what is shown in public of cases that one may read, the latest first. */
export interface DisclosurePage {
  readonly rows: readonly DisclosureLine[]
  /** To be given as `after` for the next page; null on the last. */
  readonly next: string | null
}
