import type { Finding, Span } from '../issue.ts'
import type { Line, ReadClause } from '../reading.ts'
import { lineAt, type Piece } from '../traced-text.ts'
import {
  findingIn,
  type InstrumentCheck,
  type InstrumentSources,
  type IssueCheck,
  linesOf,
} from './finding-sources.ts'

/** Shortest text whose repetition is no word play of the language (研究研究, 一步一步). */
const shortestDoubled = 4

const longestDoubled = 40

/** Shortest repetition over a break of the print, where a tail is printed again on the next page. */
const shortestOverBreak = 2

/** Places of the hash table by which pairs of characters are found again. */
const tableSize = 1 << 14

const han = /[\u4e00-\u9fff]/g

/** Text that is printed twice in a row: 和社会保障和社会保障, 加大支持力度｜力度. One finding a place. */
export const findDoubledText: IssueCheck = ({ instruments }, lines) => {
  const seen = new Int32Array(tableSize).fill(-1)
  const findings: Finding[] = []
  let base = 0
  for (const sources of instruments) {
    for (const clause of sources.read.clauses) {
      for (const stutter of stuttersIn(clause, lines)) findings.push(stutterFinding(sources, clause, stutter))
      for (const place of doubledIn(clause, seen, base)) findings.push(doubledFinding(sources, clause, place))
      base += clause.whole.text.length + longestDoubled + 1
    }
  }
  return findings
}

function stutterFinding(sources: InstrumentSources, clause: ReadClause, { words, lines }: Stutter): Finding {
  const message = `“${words}”在换页处印了两遍，请删去重复的一处。`
  return findingIn(sources, 'doubled-text', message, [lines], clause.clause.id)
}

function doubledFinding(sources: InstrumentSources, clause: ReadClause, place: DoubledPlace): Finding {
  const printed = clause.whole.text.slice(place.start, place.start + (place.end - place.start) / 2)
  const message = `“${printed}”紧接着印了两遍，请删去重复的一处。`
  return findingIn(sources, 'doubled-text', message, [linesOf(clause, place)], clause.clause.id)
}

interface DoubledPlace {
  readonly start: number
  readonly end: number
}

/** Looks at each pair of characters for the last place where it stood: linear in the text. */
function doubledIn(clause: ReadClause, seen: Int32Array, base: number): DoubledPlace[] {
  const { text } = clause.whole
  const places: DoubledPlace[] = []
  let free = 0
  let next = text.charCodeAt(0)
  for (let i = 0; i + 1 < text.length; i++) {
    const code = next
    next = text.charCodeAt(i + 1)
    const key = (code * 31 + next) & (tableSize - 1)
    const before = (seen[key] as number) - base
    seen[key] = base + i
    const length = i - before
    if (before < free || length > longestDoubled || length < shortestOverBreak) continue
    if (!repeats(text, before, length)) continue
    if (!isDoubled(clause, before, length)) continue
    places.push({ start: before, end: i + length })
    free = i + length
  }
  return places
}

/** Whether the characters from `start` come again right behind themselves. */
function repeats(text: string, start: number, length: number): boolean {
  for (let i = start + length - 1; i >= start; i--)
    if (text.charCodeAt(i) !== text.charCodeAt(i + length)) return false
  return true
}

function isDoubled(clause: ReadClause, start: number, length: number): boolean {
  const { text } = clause.whole
  const first = text.slice(start, start + length)
  if (/\d/.test(first) || cutsBrackets(first)) return false
  const words = first.match(han)?.length ?? 0
  if (words >= shortestDoubled) return true
  const isOverBreak = lineAt(clause.whole, start + length - 1) < lineAt(clause.whole, start + length)
  return isOverBreak && words === length && words >= shortestOverBreak
}

/** 条例》《某省条例》《某省: what comes twice there is the rhythm of a list. */
function cutsBrackets(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if ('（(《“'.includes(character)) depth++
    else if ('）)》”'.includes(character) && --depth < 0) return true
  }
  return depth > 0
}

/** Longest tail of a page that the next one begins with again. */
const longestStutter = 8

/** Tails that the reading took out because the next page begins with them again: …支持力度｜力度。 */
function stuttersIn(clause: ReadClause, lines: readonly Line[]): Stutter[] {
  const { text, pieces } = clause.whole
  const offset = lines[0]?.number ?? 1
  const stutters: Stutter[] = []
  for (let i = 1; i < pieces.length; i++) {
    const before = pieces[i - 1] as Piece
    const piece = pieces[i] as Piece
    if (before.line === piece.line || piece.column < shortestOverBreak || piece.column > longestStutter)
      continue
    const skipped = lines[piece.line - offset]?.raw.slice(0, piece.column) ?? ''
    const words = skipped.replace(/[^\p{Script=Han}]/gu, '')
    const isRepeated = words.length >= shortestOverBreak && text.endsWith(words, piece.at)
    if (isRepeated) stutters.push({ words, lines: [before.line, piece.line] })
  }
  return stutters
}

interface Stutter {
  readonly words: string
  readonly lines: Span
}

/** 乡镇（镇）: one 镇 too many, as 乡（镇） has it already. */
const doubledTown = /乡镇 ?[（(〈<]镇[）)〉>]/g

/** Townships written with 镇 twice. One finding an instrument. */
export const findDoubledTowns: InstrumentCheck = (sources) => {
  const spans: Span[] = []
  for (const clause of sources.read.clauses) {
    const { text } = clause.whole
    if (!text.includes('乡镇')) continue
    for (const { index, 0: printed } of text.matchAll(doubledTown))
      spans.push(linesOf(clause, { start: index, end: index + printed.length }))
  }
  if (spans.length === 0) return []
  const message = `“乡镇（镇）”多印一个“镇”字，共${spans.length}处，请改为“乡（镇）”或“乡镇”。`
  return [findingIn(sources, 'doubled-text', message, spans)]
}
