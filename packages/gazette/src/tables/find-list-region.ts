import type { Line } from '../reading.ts'
import { codesOf, lastCode } from './characters.ts'
import { isBlank, rawLine, regionOf, type Sighting } from './table-region.ts'

const longestEntry = 40
const fewestItems = 3

/** An entry of a list: a group of it, a numbered name in the group, or bare text. */
export interface ListEntry {
  readonly kind: 'group' | 'item' | 'text'
  /** As printed, without its mark: 三 · 12 · empty for bare text. */
  readonly number: string
  readonly name: string
}

/** Marks of a list's items and of bold. */
const leadingMarks = /^(?:[-*•]\s+)?(?:\*\*)?/
const groupPattern = /^([一二三四五六七八九十]{1,3})、\s*(\S.*)$/
const itemPattern = /^(\d{1,3})[.．、]\s*(\S.*)$/

/** What a line of a list says, or null where it is too long or a sentence. */
export function readListEntry(raw: string): ListEntry | null {
  if (raw.length > longestEntry + 20) return null
  const text = withoutMarks(raw)
  if (text === '' || text.length > longestEntry || text.startsWith('#') || /[。；：:;\t]/.test(text))
    return null
  const group = groupPattern.exec(text)
  if (group) return { kind: 'group', number: group[1] ?? '', name: group[2] ?? '' }
  const item = itemPattern.exec(text)
  if (item) return { kind: 'item', number: item[1] ?? '', name: item[2] ?? '' }
  return { kind: 'text', number: '', name: text }
}

/** The words of an entry. */
function withoutMarks(raw: string): string {
  const marked = raw.trim().replace(leadingMarks, '')
  return marked.endsWith('**') ? marked.slice(0, -2) : marked
}

/** What the head of a list may end with. */
export const listEnds = codesOf('单录览表)）')
const headPattern = /(?:清单|名单|名录|目录|一览表?)(?:[（(].{1,20}[）)])?\s*$/

/** Whether the line may head a list: short, and ending in 清单, 名单, 名录 or 目录. */
export function headsList(raw: string): boolean {
  return raw.length <= 60 && listEnds.has(lastCode(raw.trimEnd())) && headPattern.test(raw)
}

/**
 * A list under its head: groups (一、…) each with numbered names, every name on its own line. Bare text belongs
 * to the group just above it: the rest of the group's name where a number follows, else its only name. Near
 * miss: an outline of a plan, whose items are sentences.
 */
export function findListRegion(lines: readonly Line[], head: number): Sighting {
  let first = -1
  let last = head
  let items = 0
  let groups = 0
  let afterGroup = false
  let index = head + 1
  for (; index < lines.length; index++) {
    const raw = rawLine(lines, index).raw
    if (isBlank(raw)) continue
    const entry = readListEntry(raw)
    if (entry === null || (entry.kind === 'text' && !afterGroup)) break
    if (entry.kind === 'group') groups++
    if (entry.kind === 'item') items++
    if (first < 0) {
      if (entry.kind === 'text') break
      first = index
    }
    last = index
    afterGroup = entry.kind === 'group'
  }
  const isList = first >= 0 && groups >= 2 && items >= fewestItems
  return { next: isList ? last + 1 : index, region: isList ? regionOf(lines, first, last, 'list') : null }
}
