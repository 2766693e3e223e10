import type { Line } from '../reading.ts'
import { codesOf, lastCode } from './characters.ts'
import { findCellLinesRegion, isLoneNumberHead } from './find-cell-lines-region.ts'
import { findHtmlRegion, opensHtmlTable } from './find-html-region.ts'
import { findListRegion, headsList, listEnds } from './find-list-region.ts'
import { findPipedRegion } from './find-piped-region.ts'
import { findSpacedRegion } from './find-spaced-region.ts'
import { findTabbedRegion } from './find-tabbed-region.ts'
import { rawLine, type Sighting, type TableRegion } from './table-region.ts'

/**
 * The lines that belong to printed tables, in their order. Reads the lines as they stand in the file, so that
 * no row is ever joined as prose; page breaks, repeated heads and page numbers inside a table belong to it, its
 * title and notes do not. A table of contents is none.
 */
export function findTableRegions(lines: readonly Line[]): TableRegion[] {
  const regions: TableRegion[] = []
  let index = 0
  while (index < lines.length) {
    const sighting = sightTable(lines, index)
    if (sighting === null) {
      index++
      continue
    }
    if (sighting.region !== null) regions.push(sighting.region)
    index = Math.max(sighting.next, index + 1)
  }
  return regions
}

/** A tab, a bar, a tag, or a gap between words: one of them stands in the first line of most tables. */
const signPattern = /[\t|<│｜]|[ \u3000]{2}/
const gapPattern = /\S[ \u3000]{2,}\S/
const longestSpacedHead = 300
const longestWordHead = 80

/** What may open on this line. Prose is dismissed by one look. */
function sightTable(lines: readonly Line[], index: number): Sighting | null {
  const raw = rawLine(lines, index).raw
  if (raw.length < 2) return null
  if (signPattern.test(raw)) return sightSign(lines, index, raw)
  if (raw.length > longestWordHead) return null
  if (isLoneNumberHead(raw)) return findCellLinesRegion(lines, index)
  const last = lastCode(raw)
  // A label or a list's name ends in one of few characters: most lines of prose end in none of them.
  if (!labelEnds.has(last) && !listEnds.has(last) && last > 0x20 && last !== 0x3000) return null
  return (isSpacedHead(raw) ? spacedTable(lines, index) : null) ?? sightList(lines, index, raw)
}

function sightSign(lines: readonly Line[], index: number, raw: string): Sighting | null {
  if (raw.includes('\t')) return findTabbedRegion(lines, index)
  if (/[|│｜]/.test(raw)) return findPipedRegion(lines, index)
  if (opensHtmlTable(raw)) return findHtmlRegion(lines, index)
  if (raw.length > longestSpacedHead) return null
  return (gapPattern.test(raw) ? spacedTable(lines, index) : null) ?? sightList(lines, index, raw)
}

function spacedTable(lines: readonly Line[], index: number): Sighting | null {
  const sighting = findSpacedRegion(lines, index)
  return sighting.region === null ? null : sighting
}

function sightList(lines: readonly Line[], index: number, raw: string): Sighting | null {
  return headsList(raw) ? findListRegion(lines, index) : null
}

/** What the label of a column may end with: 数量, 单位, 备注（元）. */
const labelEnds = codesOf(
  '号目称类型位标度份间期限点址置域划县镇村名别务话式人注明计额金量数准积模容施求门体据源级性质例重值分况项序料件任格途价算入出)）',
)

/** Whether words parted by single spaces may be the labels of columns. */
function isSpacedHead(raw: string): boolean {
  const text = raw.trimEnd()
  return labelEnds.has(lastCode(text)) && /\S\s\S+\s/.test(text)
}
