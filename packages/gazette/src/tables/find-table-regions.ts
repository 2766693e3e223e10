import type { Line } from '../reading.ts'
import { codesOf, lastCode } from './characters.ts'
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

/** What may open on this line. Prose is dismissed by one look at its characters. */
function sightTable(lines: readonly Line[], index: number): Sighting | null {
  const raw = rawLine(lines, index).raw
  if (raw.length < 2) return null
  const found = lookThrough(raw)
  if (found === signs.tab) return findTabbedRegion(lines, index)
  if (found === signs.bar) return findPipedRegion(lines, index)
  if (found === signs.tag) return opensHtmlTable(raw) ? findHtmlRegion(lines, index) : null
  if (raw.length > longestSpacedHead) return null
  if (isLoneNumberHead(raw)) return findCellLinesRegion(lines, index)
  if (found === signs.gap || (found === signs.space && isSpacedHead(raw))) {
    const sighting = findSpacedRegion(lines, index)
    if (sighting.region !== null) return sighting
  }
  return headsList(raw) ? findListRegion(lines, index) : null
}

/** What a line shows of a table, the surest last. */
const signs = { none: 0, space: 1, gap: 2, tag: 3, bar: 4, tab: 5 } as const

/** The surest sign of a table in a line: a tab, a bar, a tag, a gap between words, a space between words. */
function lookThrough(raw: string): number {
  if (raw.length > longestWordHead) return lookThroughLong(raw)
  let found: number = signs.none
  let word = -2
  for (let index = 0; index < raw.length; index++) {
    const code = raw.charCodeAt(index)
    if (code === 0x09) return signs.tab
    if (code === 0x20 || code === 0x3000) continue
    if (word >= 0 && index > word + 1) found = Math.max(found, index > word + 2 ? signs.gap : signs.space)
    word = index
    if (code === 0x7c || code === 0x2502 || code === 0xff5c) found = signs.bar
    else if (code === 0x3c) found = Math.max(found, signs.tag)
  }
  return found
}

const boxBars = codesOf('│｜')

/** The same of a line too long for labels that single spaces part: a few searches are faster than a walk. */
function lookThroughLong(raw: string): number {
  if (raw.includes('\t')) return signs.tab
  if (raw.includes('|') || boxBars.has(raw.trimStart().charCodeAt(0))) return signs.bar
  if (raw.includes('<')) return signs.tag
  if (raw.length > longestSpacedHead) return signs.none
  return raw.includes('  ') || raw.includes('\u3000\u3000') ? signs.gap : signs.none
}

const longestSpacedHead = 300
const longestWordHead = 80
/** What the label of a column may end with: 数量, 单位, 备注（元）. */
const labelEnds = codesOf(
  '号目称类型位标度份间期限点址置域划县镇村名别务话式人注明计额金量数准积模容施求门体据源级性质例重值分况项序料件任格途价算入出)）',
)

/** Whether words parted by single spaces may be the labels of columns. */
function isSpacedHead(raw: string): boolean {
  const text = raw.trim()
  return text.length <= longestWordHead && labelEnds.has(lastCode(text)) && /\s\S+\s/.test(text)
}
