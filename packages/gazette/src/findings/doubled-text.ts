import type { Span } from '../issue.ts'
import type { Line, ReadClause } from '../reading.ts'
import { lineAt } from '../traced-text.ts'
import { findingIn, type InstrumentCheck, linesOf } from './finding-sources.ts'

/** Shortest text whose repetition is no word play of the language (研究研究, 一步一步). */
const shortestDoubled = 4

const longestDoubled = 40

/** Shortest repetition over a break of the print, where a tail is printed again on the next page. */
const shortestOverBreak = 2

/** Places of the hash table by which pairs of characters are found again. */
const tableSize = 1 << 16

const han = /\p{Script=Han}/gu

/** Text that is printed twice in a row: 和社会保障和社会保障, 加大支持力度｜力度. One finding a place. */
export const findDoubledText: InstrumentCheck = (sources, lines) => {
  const seen = new Int32Array(tableSize).fill(-1)
  let base = 0
  return sources.read.clauses.flatMap((clause) => {
    const places = doubledIn(clause, seen, base)
    base += clause.whole.text.length + longestDoubled + 1
    const stutters = stuttersIn(clause, lines).map(({ words, lines: over }) =>
      findingIn(
        sources,
        'doubled-text',
        `“${words}”在换页处印了两遍，请删去重复的一处。`,
        [over],
        clause.clause.id,
      ),
    )
    const doubled = places.map((place) => {
      const printed = clause.whole.text.slice(place.start, place.start + (place.end - place.start) / 2)
      const message = `“${printed}”紧接着印了两遍，请删去重复的一处。`
      return findingIn(sources, 'doubled-text', message, [linesOf(clause, place)], clause.clause.id)
    })
    return [...stutters, ...doubled]
  })
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
  for (let i = 0; i + 1 < text.length; i++) {
    const key = (text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) & (tableSize - 1)
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
  return pieces.flatMap((piece, index) => {
    const before = pieces[index - 1]
    if (before === undefined || before.line === piece.line || piece.column < shortestOverBreak) return []
    if (piece.column > longestStutter) return []
    const skipped = lines[piece.line - offset]?.raw.slice(0, piece.column) ?? ''
    const words = skipped.replace(/[^\p{Script=Han}]/gu, '')
    const isRepeated = words.length >= shortestOverBreak && text.slice(0, piece.at).endsWith(words)
    return isRepeated ? [{ words, lines: [before.line, piece.line] }] : []
  })
}

interface Stutter {
  readonly words: string
  readonly lines: Span
}
