import type { RowProblem } from './read-records.ts'

/** What became of an import. */
export interface ImportReport {
  readonly outcome: 'stored' | 'nothing-stored' | 'cancelled'
  readonly rows: number
  readonly stored: number
  /** Rows that an earlier import of the same file had stored. */
  readonly repeated: number
  /** Rows that stand against something. */
  readonly refused: number
  /** The first of what stands against rows, in their order. */
  readonly problems: readonly RowProblem[]
  readonly problemCount: number
  /** Headings that no field takes. */
  readonly unused: readonly string[]
}

/** Problems that a report holds; more of them nobody reads. */
export const MOST_PROBLEMS = 1000

/** Counts what becomes of rows. */
export class Tally {
  rows = 0
  stored = 0
  repeated = 0
  refused = 0
  unused: readonly string[] = []
  /** Lines that are not to be stored, though nothing in them is wrong. */
  refusedLines: ReadonlySet<number> = new Set()
  readonly #problems: RowProblem[] = []
  #problemCount = 0

  refuse(problems: readonly RowProblem[]): void {
    this.refused++
    this.#problemCount += problems.length
    const room = MOST_PROBLEMS - this.#problems.length
    this.#problems.push(...problems.slice(0, Math.max(0, room)))
  }

  report(outcome: ImportReport['outcome']): ImportReport {
    const { rows, stored, repeated, refused, unused } = this
    const problems = this.#problems.toSorted((one, other) => one.line - other.line)
    return { outcome, rows, stored, repeated, refused, problems, problemCount: this.#problemCount, unused }
  }
}
