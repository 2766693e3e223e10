import type { GridRow } from './read-table.ts'

/**
 * Leaves out columns that only the print has: on the right those without a label that most rows do not reach,
 * and between others those without a label in which nothing ever stands, unless the whole table is a form to be
 * filled in.
 */
export function trimColumns(
  columns: readonly string[],
  ownLabels: readonly boolean[],
  body: readonly GridRow[],
): { columns: string[]; body: GridRow[] } {
  const width = usedWidth(ownLabels, body)
  const filled = columns.map((_, column) => body.some((row) => (row.cells[column] ?? '') !== ''))
  const isForm = filled.slice(1).every((isFilled) => !isFilled)
  const kept: number[] = []
  for (let column = 0; column < width; column++) {
    if (ownLabels[column] || filled[column] || isForm) kept.push(column)
  }
  const names = kept.map((column) => columns[column] ?? '')
  if (kept.length === width) return { columns: names, body: [...body] }
  const dropped = new Set(
    Array.from({ length: width }, (_, column) => column).filter((column) => !kept.includes(column)),
  )
  return {
    columns: names,
    body: body.map((row) => ({
      ...row,
      cells: row.cells.filter((_, column) => !dropped.has(column)),
      merged: row.merged.flatMap((column) => (kept.includes(column) ? [kept.indexOf(column)] : [])),
    })),
  }
}

/** Columns up to the last with a label, or up to the last that half of the rows reach. */
function usedWidth(ownLabels: readonly boolean[], body: readonly GridRow[]): number {
  const labelled = ownLabels.lastIndexOf(true) + 1
  const reached = body.map((row) => row.cells.findLastIndex((cell) => cell !== '') + 1).sort((a, b) => b - a)
  return Math.max(labelled, reached[Math.floor(reached.length / 2)] ?? 0)
}
