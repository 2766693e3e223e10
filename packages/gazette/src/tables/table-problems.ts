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

/** Problems of the same kind in rows that follow one another, as one. */
export function mergeAdjacent(
  problems: readonly TableProblem[],
  rows: readonly { readonly line: number }[],
): TableProblem[] {
  if (problems.length < 2) return [...problems]
  const indexOf = new Map(rows.map(({ line }, index) => [line, index]))
  const merged: TableProblem[] = []
  for (const problem of problems) {
    const above = merged.at(-1)
    const isNext =
      above !== undefined && indexOf.get(problem.lines[0]) === (indexOf.get(above.lines[0]) ?? 0) + above.rows
    if (above?.kind === problem.kind && isNext) {
      merged[merged.length - 1] = {
        ...above,
        rows: above.rows + 1,
        lines: [above.lines[0], problem.lines[1]],
      }
    } else merged.push(problem)
  }
  return merged
}
