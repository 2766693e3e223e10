import { endsAsTitle, type Head, isNamedIn, opensBody, readAddressees, readHead, textAt } from './heads.ts'
import { foldTitle, isPublicationNote, readDateLine } from './line-forms.ts'
import type { PrintedLine } from './printed-lines.ts'

/** What may be known before the heads are looked for. */
export interface HeadHints {
  /** Titles of the contents, folded. */
  readonly titles: ReadonlySet<string>
  /** How many heads are wanted; all where absent. */
  readonly most?: number
}

/**
 * The heads of all instruments, in order. A title counts as a head where a number or addressees stand under it,
 * where the contents name it, or where the instrument before it has been signed.
 */
export function findHeads(printed: readonly PrintedLine[], from: number, hints: HeadHints): Head[] {
  const heads: Head[] = []
  const openings = new Set(Array.from(hints.titles, (title) => title.charAt(0)))
  let index = from
  while (index < printed.length && heads.length < (hints.most ?? Number.POSITIVE_INFINITY)) {
    const head =
      headAt(printed, index, heads.at(-1), hints) ??
      (openings.has(textAt(printed, index).charAt(0))
        ? readListedHead(printed, index, hints.titles, heads.at(-1))
        : null)
    if (head === null) {
      index++
      continue
    }
    heads.push(head)
    index = Math.max(head.end, index + 1)
  }
  return heads
}

function headAt(
  printed: readonly PrintedLine[],
  index: number,
  previous: Head | undefined,
  hints: HeadHints,
): Head | null {
  const head = readHead(printed, index) ?? readHeadAboveNumber(printed, index)
  if (head === null || !isConfirmed(printed, head, previous, hints)) return null
  return head
}

/** A line that is a title of the contents to the letter, whatever its form: 大事记, 人事任免. */
function readListedHead(
  printed: readonly PrintedLine[],
  index: number,
  titles: ReadonlySet<string>,
  previous: Head | undefined,
): Head | null {
  const { text, label } = printed[index] as PrintedLine
  if (label !== null || text.length > longestListed || !titles.has(foldTitle(text))) return null
  if (previous !== undefined && isNamedIn(text, previous.title, coverText(printed, previous, index)))
    return null
  const { text: addressees, end } = readAddressees(printed, index + 1)
  return { first: index, end, title: text, docNumber: null, addressees, issuer: null }
}

const longestListed = 80

function isConfirmed(
  printed: readonly PrintedLine[],
  head: Head,
  previous: Head | undefined,
  hints: HeadHints,
): boolean {
  if (isRepeatedBelow(printed, head)) return false
  if (head.addressees !== null) return true
  if (head.docNumber !== null) return opensBody(printed, head.end) || head.end >= printed.length
  if (hints.titles.has(foldTitle(head.title))) return true
  if (
    previous !== undefined &&
    isNamedIn(head.title, previous.title, coverText(printed, previous, head.first))
  )
    return false
  const before = textAt(printed, head.first - 1)
  return previous !== undefined && (readDateLine(before) !== null || isPublicationNote(before))
}

const mostLinesBetween = 6

/** Web pages print a title several times; the last one is the document's. */
function isRepeatedBelow(printed: readonly PrintedLine[], head: Head): boolean {
  if (head.addressees !== null || head.docNumber !== null) return false
  const title = foldTitle(head.title)
  for (let index = head.end; index < head.end + mostLinesBetween; index++) {
    const below = readHead(printed, index)
    if (below !== null && foldTitle(below.title) === title) return true
  }
  return false
}

/** The first lines of the body, where a covering notice names what it sends. */
function coverText(printed: readonly PrintedLine[], head: Head, end: number): string {
  return printed
    .slice(head.end, Math.min(head.end + 6, end))
    .map(({ text }) => text.slice(0, 200))
    .join('')
}

const mostLinesAbove = 4

function hasNumberBelow(printed: readonly PrintedLine[], first: number): boolean {
  for (let index = first + 1; index < first + mostLinesAbove; index++) {
    if (printed[index] !== undefined && printed[index]?.docNumber !== null) return true
  }
  return false
}

function hasHeadWithin(printed: readonly PrintedLine[], first: number, end: number): boolean {
  for (let index = first + 1; index < end; index++) {
    if (readHead(printed, index) !== null) return true
  }
  return false
}

/** A title without 关于 that stands right above a number: 某某县工作规则 / 某政发〔2024〕7号. */
function readHeadAboveNumber(printed: readonly PrintedLine[], first: number): Head | null {
  if (!hasNumberBelow(printed, first)) return null
  const opening = textAt(printed, first)
  if (opening === '' || opening.length > 60 || !/[\u4e00-\u9fff]/.test(opening)) return null
  let title = ''
  for (let index = first; index < first + mostLinesAbove; index++) {
    const line = textAt(printed, index)
    const docNumber = printed[index]?.docNumber ?? null
    if (docNumber !== null) {
      if (!endsAsTitle(title) || hasHeadWithin(printed, first, index)) return null
      const addressees = readAddressees(printed, index + 1)
      return { first, end: addressees.end, title, docNumber, addressees: addressees.text, issuer: null }
    }
    if (line === '' || line.length > 60 || /[。；：，:]|[)）]$|号/.test(line)) return null
    if (printed[index]?.label !== null) return null
    if (readDateLine(line) !== null || isPublicationNote(line)) return null
    if (endsAsTitle(title)) return null
    title += line
  }
  return null
}
