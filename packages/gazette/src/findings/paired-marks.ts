import type { Finding, Span } from '../issue.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import { lineAt } from '../traced-text.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** Marks that come in pairs, by what they are for, whatever their width. */
const opening: Readonly<Record<string, string>> = {
  '（': ')',
  '(': ')',
  '《': '》',
  '“': '”',
  '「': '」',
  '【': '】',
}
const closing: Readonly<Record<string, string>> = {
  '）': ')',
  ')': ')',
  '》': '》',
  '”': '”',
  '」': '」',
  '】': '】',
}
/** Code units of all these marks. */
const isMark = new Uint8Array(1 << 16)
for (const mark of [...Object.keys(opening), ...Object.keys(closing)]) isMark[mark.charCodeAt(0)] = 1

/** 1) and 一) at the start of an item, a)…: a closing bracket that needs no opening one. */
const itemBracket = /(?:^|[。；：\s])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$/

/** Longest text quoted around a mark. */
const quotedBefore = 8
const quotedAfter = 6

interface LoneMark {
  readonly clause: ReadClause
  readonly at: number
  readonly mark: string
}

interface MarksOfClause {
  readonly lone: readonly LoneMark[]
  readonly mixed: readonly Span[]
}

/** Brackets and quotes without their other half, and pairs of which one half is full and one half width. */
export const findUnpairedMarks: InstrumentCheck = (sources) => {
  const lone: LoneMark[] = []
  const mixed: Span[] = []
  for (const clause of sources.read.clauses) {
    if ((clause.signs & sign.pair) === 0) continue
    const marks = marksOf(clause)
    for (const mark of marks.lone) lone.push(mark)
    for (const span of marks.mixed) mixed.push(span)
  }
  return [
    ...lone.filter(isTrulyAlone).map((mark) => loneFinding(sources, mark)),
    ...mixedFinding(sources, mixed),
  ]
}

interface OpenMark {
  readonly at: number
  readonly mark: string
}

function marksOf(clause: ReadClause): MarksOfClause {
  const { text } = clause.whole
  const open: OpenMark[] = []
  const lone: LoneMark[] = []
  const mixed: Span[] = []
  for (let at = 0; at < text.length; at++) {
    if (isMark[text.charCodeAt(at)] === 0) continue
    const mark = text.charAt(at)
    if (opening[mark] !== undefined) {
      open.push({ at, mark })
      continue
    }
    const from = lastOpenOf(open, mark)
    if (from < 0) {
      if (!itemBracket.test(text.slice(Math.max(0, at - 4), at))) lone.push({ clause, at, mark })
      continue
    }
    const partner = open[from] as OpenMark
    for (const left of open.splice(from).slice(1)) lone.push({ clause, ...left })
    if (isMixedPair(partner.mark, mark))
      mixed.push([lineAt(clause.whole, partner.at), lineAt(clause.whole, at)])
  }
  for (const left of open) lone.push({ clause, ...left })
  return { lone, mixed }
}

/** Index of the last open mark that a closing one belongs to; -1 where there is none. */
function lastOpenOf(open: readonly OpenMark[], mark: string): number {
  return open.findLastIndex((other) => opening[other.mark] === closing[mark])
}

function isMixedPair(open: string, close: string): boolean {
  return (open === '（' && close === ')') || (open === '(' && close === '）')
}

/** Lone marks that pair up with one in the next or previous clause: the break between them is the print's. */
function isTrulyAlone(mark: LoneMark, index: number, all: readonly LoneMark[]): boolean {
  const [before, after] = [all[index - 1], all[index + 1]]
  if (opening[mark.mark] !== undefined) return !(after !== undefined && isPair(mark, after))
  return !(before !== undefined && isPair(before, mark))
}

/** How many lines may lie between the halves of a pair that a page break has torn. */
const tornOver = 4

function isPair(first: LoneMark, second: LoneMark): boolean {
  const wanted = opening[first.mark]
  if (wanted === undefined || wanted !== closing[second.mark]) return false
  return second.clause.clause.lines[0] - first.clause.clause.lines[1] <= tornOver
}

function loneFinding(sources: InstrumentSources, { clause, at, mark }: LoneMark): Finding {
  const { text } = clause.whole
  const line = lineAt(clause.whole, at)
  const quoted = text.slice(Math.max(0, at - quotedBefore), at + quotedAfter)
  const missing = opening[mark] === undefined ? '前' : '后'
  const message = `“${mark}”没有相应的${missing}半个符号，见“${quoted}”，请补齐或删去。`
  return findingIn(sources, 'unclosed-mark', message, [[line, line]], clause.clause.id)
}

function mixedFinding(sources: InstrumentSources, spans: readonly Span[]): Finding[] {
  if (spans.length === 0) return []
  const message = `有${spans.length}对括号前后宽窄不一（一半全角、一半半角），请统一为全角。`
  return [findingIn(sources, 'mixed-width', message, spans)]
}
