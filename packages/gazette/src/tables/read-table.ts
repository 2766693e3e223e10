import type { Table } from '../issue.ts'
import type { TableRegion } from './table-region.ts'

/** A place in the file: its line, from 1, and the offset in it, from 0, in UTF-16 code units. */
export interface Place {
  readonly line: number
  readonly column: number
}

/** What stands from one place to before another. */
export interface SourceRange {
  readonly from: Place
  readonly to: Place
}

/** Where a row of a read table comes from. */
export interface RowSource {
  /** All that the row consumed of the file, breaks inside its cells included. */
  readonly range: SourceRange
  /** Its cells as they stand there, from left to right, blank ones included. */
  readonly printed: readonly string[]
  /** Columns whose cell is not printed in the row but merged with the one above. */
  readonly carried: readonly number[]
}

export type TableProblemKind =
  /** The row has fewer cells than the table has columns; they were placed by what stands in them. */
  | 'lost-cells'
  /** The row's cells stand in other columns than their heads; they were put back. */
  | 'shifted-cells'
  /** Cells of the row fit no column. */
  | 'unreadable-row'
  /** A head repeated on a later page has its labels over other columns. */
  | 'shifted-head'
  /** A running number is not the one after the number above. */
  | 'skipped-number'
  /** No row could be told as the head, and the table is no form to be filled in. */
  | 'no-head'

/** Something in a printed table that could not be read with certainty, or was read against its form. */
export interface TableProblem {
  readonly kind: TableProblemKind
  /** First and last line; rows that follow one another with the same problem are one. */
  readonly lines: readonly [number, number]
  /** How many rows have it. */
  readonly rows: number
  /** What is printed there, in the first of them. */
  readonly printed: readonly string[]
  /** What that was read as, or what was expected; empty where nothing was. */
  readonly read: readonly string[]
}

/** A table of the contract with what the passes after it need to know of its print. */
export interface ReadTable {
  readonly table: Table
  readonly region: TableRegion
  /** One for each row of the table, in the same order. */
  readonly sources: readonly RowSource[]
  /** Lines that hold the head and its repetitions. */
  readonly headLines: readonly number[]
  readonly problems: readonly TableProblem[]
  /** A form to be filled in: labels with blank cells beside them, and no head. */
  readonly isForm: boolean
}

/** A row as it stands in a region, before heads, kinds and merged cells are told. */
export interface GridRow {
  readonly cells: readonly string[]
  readonly range: SourceRange
  /** Marked as a head by the format itself: `<th>`, or above the rule of a Markdown table. */
  readonly isHead: boolean
  /** Columns whose cell covers this row from above, where the format says so. */
  readonly merged: readonly number[]
}

/** The rows of a region. */
export interface Grid {
  readonly rows: readonly GridRow[]
  /** Whether the format itself says which cells are merged, so that a blank cell is blank. */
  readonly knowsMerges: boolean
  /** Whether spaces part the cells, so that a space inside a cell splits it. */
  readonly isOfWords: boolean
}
