import { isContentsHead } from './contents.ts'
import { foldText } from './line-forms.ts'
import type { PrintedLine } from './printed-lines.ts'

/** First and last index of a run of lines. */
interface Run {
  readonly first: number
  readonly last: number
}

const longestEntry = 60
const fewestEntries = 5

/**
 * Contents that stand inside an instrument, before the text that they list: lines under 目录, and runs of short
 * lines that all come again below as headings.
 */
export function inTextContents(printed: readonly PrintedLine[], start: number, end: number): Run[] {
  const runs: Run[] = []
  const lastIndexes = lastIndexOfEntries(printed, start, end)
  let index = start
  while (index < end) {
    const line = printed[index] as PrintedLine
    const isHead = isContentsHead(line.text)
    const first = index
    if (isHead) index++
    while (index < end && isEntry(printed[index] as PrintedLine, index, lastIndexes)) index++
    const count = index - first
    if (isHead || count >= fewestEntries) runs.push({ first, last: index - 1 })
    if (count === 0) index++
  }
  return runs
}

/** Entry with its page and dots taken off. */
function entryKey(line: PrintedLine): string {
  return foldText(line.text.replace(/[.…·\s]*[（(]?\d{1,4}[）)]?$/, '')).replace(/^[\d.]+/, '')
}

function isEntry(line: PrintedLine, index: number, lastIndexes: ReadonlyMap<string, number>): boolean {
  if (!canBeEntry(line)) return false
  if (/[\t.…·](?:\s*)\d{1,4}$/.test(line.raw)) return true
  return (lastIndexes.get(entryKey(line)) ?? index) > index + 3
}

function canBeEntry(line: PrintedLine): boolean {
  return line.table === null && line.text.length <= longestEntry && !/[。；]/.test(line.text)
}

function lastIndexOfEntries(
  printed: readonly PrintedLine[],
  start: number,
  end: number,
): Map<string, number> {
  const last = new Map<string, number>()
  for (let index = start; index < end; index++) {
    const line = printed[index] as PrintedLine
    if (canBeEntry(line)) last.set(entryKey(line), index)
  }
  return last
}
