import { endsWithPage, isContentsHead } from './contents.ts'
import type { PrintedLine } from './printed-lines.ts'

/** First and last index of a run of lines. */
interface Run {
  readonly first: number
  readonly last: number
}

const longestEntry = 60
const fewestEntries = 5

/**
 * Contents that stand inside an instrument before the text that they list: the lines under 目录, and short lines
 * without any sentence that go on until the first of them comes again as a heading.
 */
export function inTextContents(printed: readonly PrintedLine[], start: number, end: number): Run[] {
  const runs: Run[] = []
  const { nextIndexes, runEnds } = surveyEntries(printed, start, end)
  let index = start
  while (index < end) {
    const isHead = isContentsHead((printed[index] as PrintedLine).text)
    const first = isHead ? index + 1 : index
    const again = nextIndexes.get(first)
    const runEnd = runEnds[first - start] ?? first
    const fewest = isHead ? 2 : fewestEntries
    const isListed = again !== undefined && again <= runEnd && again - first >= fewest
    const last = isListed ? again : isHead ? endOfPages(printed, first, end) : first
    if (last > first || isHead) runs.push({ first: index, last: last - 1 })
    index = Math.max(last, index + 1)
  }
  return runs
}

/** An entry with its page, its dots and its own number taken off. */
function entryKey({ text }: PrintedLine): string {
  const last = text.charCodeAt(text.length - 1)
  const hasPage = isDigit(last) || last === 41 || last === 0xff09
  const words = hasPage ? text.replace(/[.…·\s]*[（(]?\d{1,4}[）)]?$/, '') : text
  return isDigit(words.charCodeAt(0)) ? words.replace(/^[\d.]+/, '') : words
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function canBeEntry(line: PrintedLine): boolean {
  return line.text.length <= longestEntry && line.table === null && !/[。；：:]/.test(line.text)
}

/** For each line the next one with the same words, and the end of the run of possible entries in which it stands. */
function surveyEntries(printed: readonly PrintedLine[], start: number, end: number) {
  const nextIndexes = new Map<number, number>()
  const runEnds: number[] = []
  const seen = new Map<string, number>()
  let runEnd = end
  for (let index = end - 1; index >= start; index--) {
    const line = printed[index] as PrintedLine
    const isEntry = canBeEntry(line)
    if (!isEntry) runEnd = index
    runEnds[index - start] = runEnd
    if (!isEntry) continue
    const key = entryKey(line)
    const next = seen.get(key)
    if (next !== undefined && key !== '') nextIndexes.set(index, next)
    seen.set(key, index)
  }
  return { nextIndexes, runEnds }
}

function endOfPages(printed: readonly PrintedLine[], first: number, end: number): number {
  let index = first
  while (index < end && endsWithPage((printed[index] as PrintedLine).raw)) index++
  return index
}
