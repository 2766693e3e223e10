import type { Finding, Span } from '../issue.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import { lineAt } from '../traced-text.ts'
import { findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** Marks that come in pairs, by what they are for, whatever their width. */
const openings = ['（(', '《', '“', '「', '【']
const closings = ['）)', '》', '”', '」', '】']
/** By code unit: the kind of an opening mark, from 1; that of a closing one below 0; else 0. */
const kindOf = new Int8Array(1 << 16)
for (const [index, marks] of openings.entries())
  for (const mark of marks) kindOf[mark.charCodeAt(0)] = index + 1
for (const [index, marks] of closings.entries())
  for (const mark of marks) kindOf[mark.charCodeAt(0)] = -index - 1

/** 1) and 一) at the start of an item, a)…: a closing bracket that needs no opening one. */
const itemBracket = /(?:^|[。；：\s])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z①-⑳])$/

/** Longest text quoted around a mark. */
const quotedBefore = 8
const quotedAfter = 6

interface LoneMark {
  readonly clause: ReadClause
  readonly at: number
}

/** Brackets and quotes without their other half, and pairs of which one half is full and one half width. */
export const findUnpairedMarks: InstrumentCheck = (sources) => {
  const lone: LoneMark[] = []
  const mixed: Span[] = []
  for (const clause of sources.read.clauses)
    if ((clause.signs & sign.pair) !== 0) pairMarks(clause, lone, mixed)
  return [
    ...lone.filter(isTrulyAlone).map((mark) => loneFinding(sources, mark)),
    ...mixedFinding(sources, mixed),
  ]
}

/** Adds the clause's marks that are alone, and its pairs of two widths. */
function pairMarks(clause: ReadClause, lone: LoneMark[], mixed: Span[]): void {
  const { text } = clause.whole
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf[text.charCodeAt(at)] as number
    if (kind > 0) open.push(at)
    if (kind >= 0) continue
    let from = open.length - 1
    while (from >= 0 && kindAt(text, open[from]) !== -kind) from--
    const partner = open[from]
    if (partner === undefined) {
      if (!itemBracket.test(text.slice(Math.max(0, at - 4), at))) lone.push({ clause, at })
      continue
    }
    for (const left of open.splice(from).slice(1)) lone.push({ clause, at: left })
    if (isMixedPair(text.charAt(partner), text.charAt(at)))
      mixed.push([lineAt(clause.whole, partner), lineAt(clause.whole, at)])
  }
  for (const left of open) lone.push({ clause, at: left })
}

function kindAt(text: string, at = 0): number {
  return kindOf[text.charCodeAt(at)] ?? 0
}

function isMixedPair(open: string, close: string): boolean {
  return (open === '（' && close === ')') || (open === '(' && close === '）')
}

/** Lone marks that pair up with one in the next or previous clause: the break between them is the print's. */
function isTrulyAlone(mark: LoneMark, index: number, all: readonly LoneMark[]): boolean {
  const [before, after] = [all[index - 1], all[index + 1]]
  if (kindOfMark(mark) > 0) return !(after !== undefined && isPair(mark, after))
  return !(before !== undefined && isPair(before, mark))
}

/** How many lines may lie between the halves of a pair that a page break has torn. */
const tornOver = 4

function isPair(first: LoneMark, second: LoneMark): boolean {
  const kind = kindOfMark(first)
  if (kind <= 0 || kind !== -kindOfMark(second)) return false
  return second.clause.clause.lines[0] - first.clause.clause.lines[1] <= tornOver
}

function kindOfMark({ clause, at }: LoneMark): number {
  return kindAt(clause.whole.text, at)
}

function loneFinding(sources: InstrumentSources, lone: LoneMark): Finding {
  const { clause, at } = lone
  const { text } = clause.whole
  const mark = text.charAt(at)
  const line = lineAt(clause.whole, at)
  const quoted = text.slice(Math.max(0, at - quotedBefore), at + quotedAfter)
  const missing = kindOfMark(lone) < 0 ? '前' : '后'
  const message = `“${mark}”没有相应的${missing}半个符号，见“${quoted}”，请补齐或删去。`
  return findingIn(sources, 'unclosed-mark', message, [[line, line]], clause.clause.id)
}

function mixedFinding(sources: InstrumentSources, spans: readonly Span[]): Finding[] {
  if (spans.length === 0) return []
  const message = `有${spans.length}对括号前后宽窄不一（一半全角、一半半角），请统一为全角。`
  return [findingIn(sources, 'mixed-width', message, spans)]
}
