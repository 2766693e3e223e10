import type { Line } from '../reading.ts'
import { isHeaderLike, isNumberColumn } from './header-words.ts'
import { isBlank, isPageMark, rawLine, regionOf, type Sighting } from './table-region.ts'

const longestGap = 4

/** Cells of a line that are parted by two spaces or more, or by a full-width one beside another. */
export function splitWideSpaces(raw: string): string[] {
  return raw.trim().split(/[ \u3000]{2,}/)
}

/** Cells of a line that are parted by any space. */
export function splitSpaces(raw: string): string[] {
  return raw.trim().split(/\s+/)
}

/**
 * A table whose cells are parted by runs of spaces. Its head must read like one, or its rows be numbered from
 * 1 on: a roster (`张三  局长`) has neither. Two samples: `乡镇  户数  人数` over `东山镇  12  34`;
 * `序号 名称 地址` over `1 老戏台 东山乡南村`.
 */
export function findSpacedRegion(lines: readonly Line[], first: number): Sighting {
  const head = splitWideSpaces(rawLine(lines, first).raw)
  if (head.length >= 2 && isHeaderLike(head)) {
    const last = lastWideRow(lines, first, head.length)
    if (last.rows >= 2) return { next: last.index + 1, region: regionOf(lines, first, last.index, 'spaces') }
  }
  const words = splitSpaces(rawLine(lines, first).raw)
  if (words.length >= 3 && isNumberColumn(words[0] ?? '') && isHeaderLike(words)) {
    const last = lastNumberedRow(lines, first, words.length)
    if (last.rows >= 2) return { next: last.index + 1, region: regionOf(lines, first, last.index, 'spaces') }
  }
  return { next: first + 1, region: null }
}

function lastWideRow(lines: readonly Line[], first: number, cells: number): { index: number; rows: number } {
  let found = { index: first, rows: 0 }
  let gap = 0
  for (let index = first + 1; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (isBlank(raw) || isPageMark(raw)) {
      if (++gap > longestGap) break
      continue
    }
    const row = splitWideSpaces(raw)
    if (row.length < 2 || row.length > cells + 1) break
    gap = 0
    found = { index, rows: found.rows + (row.length === cells ? 1 : 0) }
  }
  return found
}

function lastNumberedRow(
  lines: readonly Line[],
  first: number,
  cells: number,
): { index: number; rows: number } {
  let found = { index: first, rows: 0 }
  let gap = 0
  for (let index = first + 1; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (isBlank(raw) || isPageMark(raw)) {
      if (++gap > longestGap) break
      continue
    }
    const row = splitSpaces(raw)
    const isHead = isNumberColumn(row[0] ?? '') && row.length === cells
    if (!isHead && Number(row[0]) !== found.rows + 1) break
    gap = 0
    found = { index, rows: found.rows + (isHead ? 0 : 1) }
  }
  return found
}
