import { concatTraced, sliceTraced, type TracedText } from '../traced-text.ts'
import { closesBracket, longestBracketSpan, openBracketKind, openerOfLast } from './brackets.ts'
import type { Label, LabelStyle } from './labels.ts'
import { endsSentence } from './line-forms.ts'
import { isMarkerLine, isOwnLine, opensOwnParagraph } from './own-lines.ts'
import type { PrintedLine } from './printed-lines.ts'

/** A paragraph with its broken lines joined. */
export interface Paragraph {
  readonly traced: TracedText
  readonly label: Label | null
}

/**
 * Joins lines that a page or a column broke inside a sentence, a word, a citation or a marker. `null` stands
 * for what no sentence runs over: a table, a signature, a title.
 */
export function joinParagraphs(lines: readonly (PrintedLine | null)[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const habits: Habits = new Map()
  let open: OpenParagraph | null = null
  for (const [index, line] of lines.entries()) {
    if (open !== null && line !== null && runsOn(open, line, lines[index + 1] ?? null, habits)) {
      addLine(open, line)
      continue
    }
    if (open !== null) paragraphs.push(closeParagraph(open, habits))
    open = line === null ? null : openParagraph(line)
  }
  if (open !== null) paragraphs.push(closeParagraph(open, habits))
  return paragraphs
}

interface OpenParagraph {
  readonly parts: TracedText[]
  readonly label: Label | null
  readonly first: PrintedLine
  last: PrintedLine
  /** Its last characters, as far as an open bracket is looked for. */
  recent: string
  length: number
  /** Whether a comma, full stop or other sign of a sentence stands in it. */
  hasSentence: boolean
}

/** What the last clause of a style was: a heading alone, or a heading with its text. */
type Habits = Map<LabelStyle, { readonly value: number; readonly isHeading: boolean }>

function openParagraph(line: PrintedLine): OpenParagraph {
  const open: OpenParagraph = {
    parts: [],
    label: line.label,
    recent: '',
    first: line,
    last: line,
    length: 0,
    hasSentence: false,
  }
  addLine(open, line)
  return open
}

const sentenceSign = /[，。；：！？,;:!?]/

function addLine(open: OpenParagraph, line: PrintedLine): void {
  const repeated = open.length === 0 ? 0 : repeatedLength(open.last.text, line)
  open.parts.push(repeated === 0 ? line.traced : sliceTraced(line.traced, repeated))
  open.recent = open.length === 0 ? line.text : open.recent.slice(-longestBracketSpan) + line.text
  open.last = line
  open.length += line.text.length
  open.hasSentence ||= sentenceSign.test(line.text)
}

function closeParagraph(open: OpenParagraph, habits: Habits): Paragraph {
  const { label, parts } = open
  if (label !== null) habits.set(label.style, { value: label.value, isHeading: isHeading(open, habits) })
  return { traced: parts.length === 1 ? (parts[0] as TracedText) : concatTraced(parts), label }
}

function runsOn(
  open: OpenParagraph,
  next: PrintedLine,
  following: PrintedLine | null,
  habits: Habits,
): boolean {
  const tail = open.last.text
  if (next.label !== null && (tail.endsWith('。') || tail.endsWith('；'))) return false
  const bracket = openBracketKind(open.recent)
  if (bracket !== null && closesBracket(next.text, bracket)) return true
  if (isMarkerLine(next.text)) return open.hasSentence && !isOwnLine(open.last)
  if (repeatedLength(tail, next) > 0) return true
  if (isInList(tail, next)) return true
  if (endsSentence(tail)) return isInColumn(open, next)
  if (isOwnLine(open.last) || isOwnLine(next) || opensOwnParagraph(next)) return false
  if (isAside(open)) return false
  const { label } = next
  if (label !== null && isExpected(label, open, habits)) return false
  if (goesOn.includes(tail.charAt(tail.length - 1)) || endsOpen(open)) return true
  if (endsWithMarker(open)) return false
  if (isHeading(open, habits)) return headingRunsOn(open, next, following, habits)
  if (areFragments(open, next)) return false
  return next.isAfterBlank || (isFullLine(open, next) && isInSentence(open, next, following))
}

/** A paragraph all in brackets: a date or a note under a title. Nothing goes on from it. */
function isAside({ label, last, length }: OpenParagraph): boolean {
  return (
    label === null && length === last.text.length && length <= longestAside && asidePattern.test(last.text)
  )
}

const longestAside = 60
const asidePattern = /^[（(][^（）()]{2,58}[）)]$/

const longestFragment = 30

/** Two short lines without number or any sign of a sentence: titles, captions, entries of a list. */
function areFragments(open: OpenParagraph, next: PrintedLine): boolean {
  if (open.hasSentence || open.label !== null || !next.isAfterBlank) return false
  return (
    open.length <= longestFragment && next.text.length <= longestFragment && !sentenceSign.test(next.text)
  )
}

/** Characters that no paragraph ends with. */
const goesOn = '，、,（(《“—'

/** Names in a list, one a line, have neither the signs of a sentence about them nor the width of a column. */
function isInSentence(open: OpenParagraph, next: PrintedLine, following: PrintedLine | null): boolean {
  if (open.hasSentence || sentenceSign.test(next.text)) return true
  if (following === null) return false
  if (sentenceSign.test(following.text)) return true
  const widths = [open.last.text.length, next.text.length, following.text.length]
  return Math.min(...widths) >= fewestInColumn && Math.max(...widths) - Math.min(...widths) <= 3
}

/** In a broken sentence, 第三条 or 2. begins a clause only where the numbering goes on there. */
function isExpected(label: Label, open: OpenParagraph, habits: Habits): boolean {
  if (label.value === 1 || isHeading(open, habits)) return true
  const last = open.label?.style === label.style ? open.label.value : (habits.get(label.style)?.value ?? 0)
  return label.value > last && label.value <= last + 3
}

/** A word at the end of a numbered line that nothing ends with: 按照省制定出台的. */
function endsOpen(open: OpenParagraph): boolean {
  return open.label !== null && /(?<!目)的$|(?<![饱温调总])和$|以及$/.test(open.last.text.slice(-3))
}

/** …①甲；②乙；: one sentence, wherever its items stand on the page. */
function isInList(tail: string, next: PrintedLine): boolean {
  const item = next.text.charCodeAt(0) - firstCircled
  return item > 0 && item < 20 && tail.includes(String.fromCharCode(firstCircled + item - 1))
}

const firstCircled = 0x2460

/** Behind a sentence that fills its line in a narrow column, the next line goes on with the paragraph. */
function isInColumn(open: OpenParagraph, next: PrintedLine): boolean {
  if (next.isAfterBlank || next.isInColumns || next.text.length > widestColumnLine) return false
  const { length } = open.last.text
  if (length > widestColumnLine || length < fewestInColumn || length < next.text.length - 3) return false
  return next.label === null && !isOwnLine(next) && !/^[一二三四五六七八九]是/.test(next.text)
}

const widestColumnLine = 16
const fewestInColumn = 10

const longestStutter = 4

/**
 * How many characters at the start of a line print once more what the line above the page break ended with. At
 * the end of a heading, or of a sentence, only what cannot begin another is taken for such a stutter.
 */
function repeatedLength(tail: string, next: PrintedLine): number {
  if (!next.isAfterBlank || !tail.includes(next.text.charAt(1), tail.length - longestStutter)) return 0
  for (let length = longestStutter; length > 1; length--) {
    const repeated = next.text.slice(0, length)
    if (tail.endsWith(repeated) && /^[\u4e00-\u9fff]+$/.test(repeated)) {
      return /[。，、；：）]/.test(next.text.charAt(length)) ? length : 0
    }
  }
  return 0
}

const dutyWords = /责任|牵头|负责|配合|落实|参与|主办|协办|单位/

/** …。（责任单位：…） is whole; …各乡（镇） is not. */
function endsWithMarker(open: OpenParagraph): boolean {
  const tail = open.last.text
  if (!/[）)]/.test(tail.charAt(tail.length - 1))) return false
  const at = openerOfLast(tail)
  const inside = at < 0 ? tail : tail.slice(at)
  return dutyWords.test(inside) || /[。；]$/.test(at > 0 ? tail.slice(0, at) : '')
}

const longestHeading = 33

/** “智”：推进转型: a heading with its keyword before it. */
const quotedKey = /”[：:](?=.)/

/** Whether the clause with the number before stood as a heading on a line of its own. */
function followsHeading(label: Label, habits: Habits): boolean {
  const sibling = habits.get(label.style)
  return sibling?.value === label.value - 1 && sibling.isHeading
}

/** （一）职权法定，依法实施: two parts of the same length. */
function isPaired(text: string, label: Label): boolean {
  const [first = '', second = '', third] = text.slice(label.text.length).trim().split(/[，,]/)
  return third === undefined && first.length === second.length
}

/** Headings of these styles stand on a line of their own, and may have two parts: 统一领导，分级负责. */
function takesCommas(label: Label | null): boolean {
  return label?.style === 'han' || label?.style === 'decimal'
}

function isHeading(open: OpenParagraph, habits: Habits): boolean {
  if (open.length > longestHeading || open.label?.style === 'article') return false
  if (open.hasSentence) {
    const text = open.recent.replace(quotedKey, '”')
    if (/[。；：！？;:!?]|[，,]$/.test(text)) return false
    if (takesCommas(open.label)) return true
    if (open.label === null) return false
    return !/[，,]/.test(text) || isPaired(text, open.label) || followsHeading(open.label, habits)
  }
  return open.label !== null || /^\s*#/.test(open.first.raw)
}

/** Words with which sentences begin. */
const sentenceOpening = /^(?:按照|根据|依据|依照|为[了进切]|坚持|各[乡级有单部]|要|通过|对于?)/

/** A whole line in bold is a heading, whatever its siblings are. */
const wholeBold = /^\s*\*\*[^*]+\*\*\s*$/

/** A heading runs on where its rest is but a few characters, or where its siblings carry their text with them. */
function headingRunsOn(
  open: OpenParagraph,
  next: PrintedLine,
  following: PrintedLine | null,
  habits: Habits,
): boolean {
  const hasNoSentence = !sentenceSign.test(next.text)
  if (hasNoSentence && next.text.length <= 7) return true
  const isBlock = !next.isAfterBlank && (following === null || following.isAfterBlank)
  if (isBlock && hasNoSentence && next.text.length <= 20) return true
  if (open.label === null || wholeBold.test(open.first.raw)) return false
  if (sentenceOpening.test(next.text)) return false
  const sibling = habits.get(open.label.style)
  return sibling !== undefined && sibling.value + 1 === open.label.value && !sibling.isHeading
}

/** Characters on a line of a narrow column, and how many of them the space around a label takes. */
const widestColumn = 20
const indentation = 6

/** Lines without a blank one between them are one paragraph where the upper is as long as its neighbours. */
function isFullLine(open: OpenParagraph, next: PrintedLine): boolean {
  const width = Math.max(open.last.text.length, next.text.length)
  const shortfall = width - open.last.text.length
  return (
    shortfall <= 0.3 * width || (open.label !== null && width <= widestColumn && shortfall <= indentation)
  )
}
