import type { CiteView } from './refusals.ts'

/** Something that can be chosen. */
export interface OfferedView {
  readonly id: string
  readonly title: string
}

/**
 * `GET …/procedures/{procedure}/tally?by=&sum=&tally=` and the filters of its list: the records that one may read, counted
 * and added up. `tally.xlsx` gives the same as a workbook.
 */
export interface TallyView {
  readonly title: string
  readonly clause: CiteView
  /** The day whose names and tree of units hold. */
  readonly on: string
  readonly records: number
  /** What the rows are grouped by, from the outside inwards. */
  readonly groups: readonly string[]
  readonly columns: readonly OfferedView[]
  readonly rows: readonly {
    readonly key: readonly string[]
    readonly titles: readonly string[]
    /** How far below the top the row’s unit stands. */
    readonly depth: number
    readonly values: Readonly<Record<string, string>>
    /** Whether it falls short of what every group must reach; null where nothing is asked. */
    readonly isShort: boolean | null
  }[]
  /** Of all records together, each once. */
  readonly total: Readonly<Record<string, string>>
  readonly least: { readonly column: string; readonly figure: string; readonly clause: CiteView } | null
  /** What else can be asked for. */
  readonly offered: {
    readonly tallies: readonly OfferedView[]
    readonly groups: readonly OfferedView[]
    readonly sums: readonly OfferedView[]
  }
}
