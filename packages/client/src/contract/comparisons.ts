import type { CiteView } from './refusals.ts'

/** What two registers come to for one key: `agrees`, or what does not fit. */
export type MatchView = 'agrees' | 'differs' | 'left-only' | 'right-only' | 'left-twice' | 'right-twice'

/** A record in a comparison. */
export interface ComparedRecordView {
  readonly id: string
  readonly procedure: string
  readonly title: string
  /** The fields that are compared, as they are read: personal ones masked. */
  readonly values: Readonly<Record<string, string>>
}

/**
 * `GET …/programmes/{programme}/comparisons/{comparison}?match=&offset=`: two registers held against each other. Only who
 * may read all of both in the county: a part would show gaps that are none. `.xlsx` gives every row.
 */
export interface ComparisonView {
  readonly title: string
  readonly clause: CiteView
  /** How many records each side has. */
  readonly left: { readonly title: string; readonly records: number }
  readonly right: { readonly title: string; readonly records: number }
  readonly fields: readonly { readonly id: string; readonly title: string }[]
  /** Each result with how many keys came to it. */
  readonly results: readonly { readonly match: MatchView; readonly title: string; readonly count: number }[]
  readonly rows: readonly {
    readonly matches: readonly MatchView[]
    /** Ids of fields that differ. */
    readonly differing: readonly string[]
    readonly left: readonly ComparedRecordView[]
    readonly right: readonly ComparedRecordView[]
  }[]
  /** `offset` of the next page; null on the last. */
  readonly next: number | null
}
