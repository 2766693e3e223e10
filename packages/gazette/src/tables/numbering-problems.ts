import type { ColumnProfile } from './column-profile.ts'
import { runningNumber } from './header-words.ts'
import type { TableProblem } from './read-table.ts'
import type { RowKind } from './row-kinds.ts'

/** Running numbers that do not count on from the row above; a part may begin again at 1. */
export function numberingProblems(
  rows: readonly {
    readonly cells: readonly string[]
    readonly kind: RowKind
    readonly carried: readonly number[]
    readonly line: number
  }[],
  profiles: readonly ColumnProfile[],
): TableProblem[] {
  const column = profiles.findIndex((profile) => profile.kind === 'sequence')
  if (column < 0) return []
  const problems: TableProblem[] = []
  let last = 0
  for (const { cells, carried, line } of rows) {
    const cell = cells[column] ?? ''
    const number = runningNumber(cell)
    if (number === null || carried.includes(column)) continue
    if (number !== last + 1 && number !== 1) {
      problems.push({
        kind: 'skipped-number',
        rows: 1,
        lines: [line, line],
        printed: [cell],
        read: [String(last + 1)],
      })
    }
    last = number
  }
  return problems
}
