import type { DueView } from './limits.ts'

/** Something that is or was shown in public for a case. */
export interface DisclosureLine {
  readonly id: string
  readonly title: string
  readonly programmeTitle: string
  /** 深松001; what the procedure is called where one may not read the case. */
  readonly caseTitle: string
  /** Screen of the desk that shows the case; null where one may not read it. */
  readonly href: string | null
  readonly places: readonly string[]
  readonly from: string
  readonly until: DueView
}

/** `GET /api/v1/{county}/disclosures?shown=now|ended&after=`: what the county shows in public, the latest first. */
export interface DisclosurePage {
  readonly rows: readonly DisclosureLine[]
  /** To be given as `after` for the next page; null on the last. */
  readonly next: string | null
}
