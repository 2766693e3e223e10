import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { splitSpaces, splitWideSpaces } from './find-spaced-region.ts'
import type { Grid, GridRow } from './read-table.ts'
import { isBlank, isPageMark } from './table-region.ts'

/**
 * Rows of lines whose cells are parted by runs of spaces. Where a line has fewer cells than the head, each goes
 * under the head that it stands below in print.
 */
export function spacedGrid(lines: readonly Line[]): Grid {
  const filled = lines.filter(({ raw }) => !isBlank(raw) && !isPageMark(raw))
  const head = filled[0]
  if (head === undefined) return { rows: [], knowsMerges: false, isOfWords: true }
  const isWide = filled.filter(({ raw }) => splitWideSpaces(raw).length >= 2).length * 2 > filled.length
  const starts = cellStarts(head.raw, isWide)
  const rows = filled.map((line): GridRow => {
    const cells = isWide ? splitWideSpaces(line.raw) : splitSpaces(line.raw)
    const placed = isWide && cells.length < starts.length ? placeUnder(line.raw, cells, starts) : cells
    return {
      cells: placed.map(cleanCell),
      range: {
        from: { line: line.number, column: 0 },
        to: { line: line.number, column: line.raw.length },
      },
      isHead: false,
      merged: [],
    }
  })
  return { rows, knowsMerges: false, isOfWords: true }
}

/** Where each cell of a line begins, in half widths of print. */
function cellStarts(raw: string, isWide: boolean): number[] {
  const pattern = isWide ? /\S+(?:[ \u3000]\S+)*/g : /\S+/g
  return [...raw.matchAll(pattern)].map((match) => printedWidth(raw.slice(0, match.index)))
}

function printedWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1
  return width
}

function placeUnder(raw: string, cells: readonly string[], starts: readonly number[]): string[] {
  const placed = starts.map(() => '')
  let next = 0
  for (const [index, at] of cellStarts(raw, true).entries()) {
    const last = starts.length - (cells.length - index)
    let column = next
    while (column < last && distance(starts, column + 1, at) < distance(starts, column, at)) column++
    placed[column] = cells[index] ?? ''
    next = column + 1
  }
  return placed
}

function distance(starts: readonly number[], column: number, at: number): number {
  return Math.abs((starts[column] ?? 0) - at)
}
