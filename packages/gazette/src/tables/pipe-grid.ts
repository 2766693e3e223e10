import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { isRule, splitPipes } from './find-piped-region.ts'
import type { Grid, GridRow } from './read-table.ts'

/** Rows of a Markdown table or of one drawn with box lines; what stands above the first rule is its head. */
export function pipeGrid(lines: readonly Line[]): Grid {
  const rows: GridRow[] = []
  let hasRule = false
  for (const line of lines) {
    if (isRule(line.raw)) {
      if (!hasRule && rows.length === 1 && line.raw.includes('|'))
        rows[0] = { ...(rows[0] as GridRow), isHead: true }
      hasRule = hasRule || rows.length > 0
      continue
    }
    const cells = splitPipes(line.raw.replace(/^\s*[-*]\s+(?=[|｜])/, ''))
    if (cells === null) continue
    rows.push({
      cells: cells.map(cleanCell),
      range: {
        from: { line: line.number, column: 0 },
        to: { line: line.number, column: line.raw.length },
      },
      isHead: false,
      merged: [],
    })
  }
  return { rows, knowsMerges: false, isOfWords: false }
}
