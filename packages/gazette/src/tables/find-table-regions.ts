import type { Line } from '../reading.ts'
import { findCellLinesRegion, isLoneNumberHead } from './find-cell-lines-region.ts'
import { findHtmlRegion, opensHtmlTable } from './find-html-region.ts'
import { findListRegion, headsList } from './find-list-region.ts'
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

/** What may open on this line. Prose is dismissed by looking for a few characters only. */
function sightTable(lines: readonly Line[], index: number): Sighting | null {
  const raw = rawLine(lines, index).raw
  if (raw.length < 2) return null
  if (raw.includes('\t')) return findTabbedRegion(lines, index)
  if (raw.includes('|') || raw.includes('│') || raw.includes('｜')) return findPipedRegion(lines, index)
  if (opensHtmlTable(raw)) return findHtmlRegion(lines, index)
  if (isLoneNumberHead(raw)) return findCellLinesRegion(lines, index)
  if (raw.length <= longestSpacedHead && isSpaced(raw)) return findSpacedRegion(lines, index)
  if (headsList(raw)) return findListRegion(lines, index)
  return null
}

const longestSpacedHead = 300
const longestWordHead = 80
/** What the label of a column may end with: 数量, 单位, 备注（元）. */
const labelEnds = new Set(
  '号目称类型位标度份间期限点址置域划县镇村名别务话式人注明计额金量数准积模容施求门体据源级性质例重值分况项序料件任格途价算入出)）',
)

function isSpaced(raw: string): boolean {
  const text = raw.trim()
  if (text.includes('  ') || text.includes('\u3000\u3000')) return true
  return text.length <= longestWordHead && labelEnds.has(text.at(-1) ?? '') && /\s\S+\s/.test(text)
}
