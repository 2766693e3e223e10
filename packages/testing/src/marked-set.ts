import wutai2021part3 from './fixtures/marked/wutai-2021-03b.json' with { type: 'json' }
import wutai2021part4 from './fixtures/marked/wutai-2021-04.json' with { type: 'json' }
import wutai2022part4 from './fixtures/marked/wutai-2022-04b.json' with { type: 'json' }
import wutai2023part2 from './fixtures/marked/wutai-2023-02.json' with { type: 'json' }
import wuzhai2022part2 from './fixtures/marked/wuzhai-2022-02.json' with { type: 'json' }

/** [first line, last line] of the gazette's file, both included, counted from 1. */
export type MarkedSpan = readonly [number, number]

/** The notices of one gazette that were marked by hand: what a reader of its text must find. */
export interface MarkedGazette {
  /** Name of the gazette: `county-year-number`. */
  readonly gazette: string
  readonly notices: readonly MarkedNotice[]
}

/**
 * One notice, marked whole: what is not listed here is not in it. Its responsibility markers are among the
 * expected duties of the whole gazette.
 */
export interface MarkedNotice {
  readonly docNumber: string
  readonly lines: MarkedSpan
  /** Why this notice was chosen: its kind and what it is rich in. */
  readonly why: string
  /** Lines that are not judged as clauses: heads, signatures, annex lists, forms, rosters, tables. */
  readonly outside: readonly MarkedSpan[]
  readonly clauses: readonly MarkedClause[]
  /** [upper, lower] printed lines between which a sentence runs on; every other break must stay. */
  readonly joins: readonly MarkedSpan[]
  /** Lower lines of breaks that may be joined or not: a responsibility marker in a paragraph of its own. */
  readonly unjudgedBreaks: readonly number[]
  readonly deadlines: readonly MarkedDeadline[]
  readonly amounts: readonly MarkedAmount[]
  readonly citations: readonly MarkedCitation[]
  readonly tables: readonly MarkedTable[]
}

/** A numbered clause, or a paragraph without a number (`label` null). */
export interface MarkedClause {
  /** Path of printed numbers; the parent is the path without its last part. `3.1~2`: the second 3.1. */
  readonly id: string
  readonly label: string | null
  readonly level: number
  /** Lines of its own text, without the clauses under it. */
  readonly lines: MarkedSpan
  /** Where the heading is beyond doubt; not judged where absent. */
  readonly heading?: string
}

/** A time by which, or how often, something is due. Exactly one of date, duration and recurrence is not null. */
export interface MarkedDeadline {
  readonly lines: MarkedSpan
  readonly text: string
  readonly date: string | null
  readonly duration: { readonly amount: number; readonly unit: string } | null
  readonly recurrence: string | null
  /** A period or start that may be read as a deadline or not: neither a miss nor a false find. */
  readonly optional?: boolean
}

/** Money. */
export interface MarkedAmount {
  readonly lines: MarkedSpan
  readonly text: string
  /** Decimal string. */
  readonly yuan: string
}

/** 《title》 */
export interface MarkedCitation {
  readonly lines: MarkedSpan
  /** Whole, or its first words followed by `…` where it is long. */
  readonly title: string
  /** Not judged where absent. */
  readonly docNumber?: string | null
  /** A form or licence in 《》 that may be read as a citation or not. */
  readonly optional?: boolean
}

/** A printed table. */
export interface MarkedTable {
  readonly lines: MarkedSpan
  readonly columns: readonly string[]
  readonly rows: readonly MarkedRow[]
}

/** A row of a table; a null cell is not judged. */
export interface MarkedRow {
  readonly line: number
  readonly kind: string
  readonly cells: readonly (string | null)[]
}

/** The marked notices of the five real gazettes, in the order of the gazettes' names. */
export function markedSet(): readonly MarkedGazette[] {
  const gazettes: unknown = [wutai2021part3, wutai2021part4, wutai2022part4, wutai2023part2, wuzhai2022part2]
  return gazettes as readonly MarkedGazette[]
}
