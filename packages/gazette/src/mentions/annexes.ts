import type { Instrument, Table } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import { type ClauseLine, clauseLinesOf } from './clause-lines.ts'
import { readNumeral, toHalfWidth } from './numerals.ts'

type Annex = Instrument['annexes'][number]

/** An annex while its name and its place are looked for. */
interface FoundAnnex {
  /** 附件, 附表, 附图 or 附录. */
  readonly kind: string
  /** Null where it has no number. */
  readonly number: string | null
  title: string | null
  /** Line on which it begins; null while it is not found printed. */
  start: number | null
  /** Index among the printed lines of the one that names it alone (附件1：…), which may be its head as well. */
  readonly namedAt: number | null
}

const NUMBER = '([0-9０-９]{1,2}(?:[-—－][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})'

/** 附件 1： alone on a line. */
const HEAD = new RegExp(`^[-—•·*# ]*(附件|附表|附图|附录|附) ?${NUMBER}? ?[：:.．、]?$`)

/** 附件：…, 附件1：…, 附表 1 …: what names an annex at the start of a line. */
const NAMING = new RegExp(
  `^[-—•·*# ]*(附件|附表|附图|附录|附) ?${NUMBER}? ?(?:[：:.．、]|(?<=[0-9]) ) ?(.+)$`,
)

/** 附 as a word of its own, and not in 附近, 附着, 附属. */
const ANNEX_WORD = /附(?:件|表|图|录|后| ?[：:0-9 ]|$)/

/** 附件： with its list on the lines below. */
const OPENING = /^[-—•·*# ]*(附件|附表|附图|附录|附) ?[：:]$/

/** Items of a list of annexes: 1. …, 2、…. */
const ITEM = /(?<![0-9０-９.．第〔（(-])([0-9０-９]{1,2}) ?[.．、](?![0-9０-９]) ?/g

/** 见附件, 详见附件2, （附件1）, 见附件1、2, 附件1和附件3. */
const REFERENCE =
  /(?:见|按照?|填写|填报|附|[（(、和及]) ?(附件|附表|附图) ?([0-9０-９]{1,2}(?: ?[-—－、和及至] ?[0-9０-９]{1,2}(?![0-9０-９.．、]))*|[一二三四五六七八九十]{1,2}(?![一-龥]))?/g

/** 名单附后, （…分工附后）. */
const BEHIND = /([^，。；：、（）()]{2,40}(?:、[^，。；：、（）()]{2,30})?)附后/g

/** Behind a title: page number and dot leaders of a list of contents, or the extension of a file. */
const BEHIND_TITLE = /[.…·\s]*\t[\d ]+$|[.…·]{2,}[\s(（]*\d*[)）]?$|\.(?:docx?|xlsx?|pdf|wps|et|rar|zip)$/i

/** Lines of a signature: a date, or the remark on publication. */
const SIGNATURE = /^ ?\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日$|^[（(]此件/

/** Longest title, in characters. */
const LONGEST_TITLE = 80

/**
 * The annexes of an instrument: those that its text names (附件：…, 见附件2, …附后) and those that are printed
 * behind it, in the order in which they are found. `lines` runs from the annex's head to the line before the next
 * one's, or to the instrument's last; null where the annex is named and not printed.
 */
export function readAnnexes(instrument: ReadInstrument, tables: readonly Table[] = []): Annex[] {
  const mayName = ({ whole, signs }: ReadClause) => (signs & sign.annex) !== 0 && ANNEX_WORD.test(whole.text)
  if (!instrument.clauses.some(mayName)) return []
  const lines = clauseLinesOf(instrument).map(withoutSpacedKind)
  const annexes = namedInLists(lines)
  addHeads(lines, annexes)
  for (const annex of annexes) {
    annex.start ??= lineOfTitle(lines, annex) ?? lineOfTable(tables, annex)
    annex.start ??= lineOfNaming(instrument, lines, tables, annex)
  }
  addReferences(instrument, annexes)
  const lastLine = lastClauseLine(instrument, tables)
  const starts = annexes.flatMap(({ start }) => start ?? []).sort((a, b) => a - b)
  return annexes.map(({ title, start }) => {
    if (start === null) return { title, lines: null }
    const next = starts.find((other) => other > start)
    return { title, lines: [start, next === undefined ? Math.max(start, lastLine) : next - 1] }
  })
}

/** 附 件 as 附件. */
function withoutSpacedKind(line: ClauseLine): ClauseLine {
  if (!line.text.includes('附 ')) return line
  return { ...line, text: line.text.replace(/^([-—•·*# ]*附) +(?=[件表图录])/, '$1') }
}

/** Annexes named in a list before the signature, or in the text's own contents. */
function namedInLists(lines: readonly ClauseLine[]): FoundAnnex[] {
  const annexes: FoundAnnex[] = []
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i] as ClauseLine
    if (!/^[-—•·*# ]*附/.test(text)) continue
    const naming = text.match(NAMING)
    const [, kind = '附件', number, title = ''] = naming ?? text.match(OPENING) ?? []
    if (naming === null && !OPENING.test(text)) continue
    if (number !== undefined) {
      addNamed(annexes, kind, readNumber(number), title, i)
      continue
    }
    const listed = itemsOf(lines, i, title)
    if (listed.titles.length === 0 && title !== '') addNamed(annexes, kind, null, title, i)
    for (const [index, item] of listed.titles.entries())
      addNamed(annexes, kind, String(index + 1), item, null)
    i += listed.lineCount
  }
  return annexes
}

/** Adds an annex that a list names, unless it is there already or the words are no title. */
function addNamed(
  annexes: FoundAnnex[],
  kind: string,
  number: string | null,
  printed: string,
  namedAt: number | null,
): void {
  const title = titleOf(printed)
  if (title === '' || title.length > LONGEST_TITLE || /[。]/.test(title)) return
  const known = annexes.find((annex) => isSame(annex, kind, number))
  if (known === undefined) annexes.push({ kind: kindOf(kind), number, title, start: null, namedAt })
}

/** Titles of a numbered list that begins in `first` or on the next line, and how many further lines it takes. */
function itemsOf(
  lines: readonly ClauseLine[],
  at: number,
  first: string,
): { titles: string[]; lineCount: number } {
  const titles = splitItems(first, 1)
  let taken = 0
  for (let i = at + 1; i < lines.length && i <= at + 40; i++) {
    const { text } = lines[i] as ClauseLine
    const more = splitItems(text, titles.length + 1)
    if (more.length > 0) {
      titles.push(...more)
      taken = i - at
      continue
    }
    // A title that runs on over one line, with the next number behind it.
    const next = lines[i + 1]?.text ?? ''
    const isRest = titles.length > 0 && text.length <= 30 && splitItems(next, titles.length + 1).length > 0
    if (!isRest) break
    titles[titles.length - 1] += text
    taken = i - at
  }
  return { titles, lineCount: taken }
}

/** The items in one line, where they are numbered from `from` on without a gap. */
function splitItems(text: string, from: number): string[] {
  const starts: { at: number; end: number }[] = []
  for (const match of text.matchAll(ITEM)) {
    if (Number(toHalfWidth(match[1] ?? '')) !== from + starts.length) continue
    if (starts.length === 0 && match.index > 0 && text.slice(0, match.index).trim() !== '') break
    starts.push({ at: match.index, end: match.index + match[0].length })
  }
  return starts.map(({ end }, index) => text.slice(end, starts[index + 1]?.at))
}

/** Annex heads alone on a line, with the title below where none was named. */
function addHeads(lines: readonly ClauseLine[], annexes: FoundAnnex[]): void {
  const isOnly = annexes.length === 1
  for (const [index, { text, line }] of lines.entries()) {
    const head = text.includes('附') ? text.match(HEAD) : null
    if (head === null || head[0] === '附' || opensList(lines, index, head)) continue
    const [, kind = '附件', printed] = head
    const number = printed === undefined ? null : readNumber(printed)
    const known = annexes.find((annex) => isSame(annex, kind, number) || (isOnly && number === null))
    if (known === undefined) {
      annexes.push({
        kind: kindOf(kind),
        number,
        title: titleBelow(lines, index),
        start: line,
        namedAt: null,
      })
    } else if (known.start === null) known.start = line
  }
}

/** Whether the line is the 附件： of a list that follows. */
function opensList(lines: readonly ClauseLine[], index: number, head: RegExpMatchArray): boolean {
  return head[2] === undefined && splitItems(lines[index + 1]?.text ?? '', 1).length > 0
}

function titleBelow(lines: readonly ClauseLine[], index: number): string | null {
  const below = lines[index + 1]?.text ?? ''
  const title = titleOf(below)
  return title === '' || title.length > LONGEST_TITLE || /[。；]/.test(title) ? null : title
}

/** Line on which the annex's title stands again, behind the place that names it; null where it does not. */
function lineOfTitle(lines: readonly ClauseLine[], annex: FoundAnnex): number | null {
  const title = foldTitle(annex.title ?? '')
  if (title.length < 4) return null
  let seen = false
  let before = { folded: '', line: 0 }
  for (const { text, line } of lines) {
    const folded = foldTitle(text)
    if (seen && folded === title) return line
    if (seen && before.folded !== '' && before.folded + folded === title) return before.line
    if (folded.includes(title) || (before.folded + folded).includes(title)) seen = true
    before = { folded: title.startsWith(folded) ? folded : '', line }
  }
  return null
}

/** First line of the table that bears the annex's title. */
function lineOfTable(tables: readonly Table[], annex: FoundAnnex): number | null {
  const title = foldTitle(annex.title ?? '')
  return tables.find((table) => title !== '' && foldTitle(table.title ?? '') === title)?.lines[0] ?? null
}

/** The line that names the annex, where it is the head itself: no signature but the annex's text follows it. */
function lineOfNaming(
  instrument: ReadInstrument,
  lines: readonly ClauseLine[],
  tables: readonly Table[],
  { namedAt }: FoundAnnex,
): number | null {
  const naming = namedAt === null ? undefined : lines[namedAt]
  if (naming === undefined || namedAt === null) return null
  const next = lines[namedAt + 1]
  const table = tables.find(({ lines: [first] }) => first > naming.line && first <= naming.line + 6)
  if (table !== undefined && (next === undefined || next.line > table.lines[0])) return naming.line
  const text = next?.text ?? ''
  const isText = text !== '' && !HEAD.test(text) && !NAMING.test(text) && !SIGNATURE.test(text)
  return isText && foldTitle(text) !== instrument.issuer ? naming.line : null
}

/** What the sentences refer to (见附件2) and nothing has named or printed. */
function addReferences(instrument: ReadInstrument, annexes: FoundAnnex[]): void {
  for (const { whole, signs } of instrument.clauses) {
    if ((signs & sign.annex) === 0) continue
    for (const match of whole.text.matchAll(REFERENCE)) {
      const [, kind = '附件', printed] = match
      for (const number of numbersOf(printed, kind, annexes)) {
        if (annexes.some((annex) => isSame(annex, kind, number) || number === null)) continue
        const title = titleBefore(whole.text, match.index)
        annexes.push({ kind: kindOf(kind), number, title, start: null, namedAt: null })
      }
    }
    for (const [, subject = ''] of whole.text.includes('附后') ? whole.text.matchAll(BEHIND) : []) {
      const title = titleOf(subject)
      const isKnown = annexes.some((annex) => annex.title?.includes(title) || annex.start !== null)
      if (!isKnown) annexes.push({ kind: '附件', number: null, title, start: null, namedAt: null })
    }
  }
}

/** Numbers in a reference: 1、2; 1-3 for all from 1 to 3 unless an annex itself is numbered so; null for none. */
function numbersOf(
  printed: string | undefined,
  kind: string,
  annexes: readonly FoundAnnex[],
): (string | null)[] {
  if (printed === undefined) return [null]
  return printed.split(/ ?[、和及] ?/).flatMap((part) => {
    const number = readNumber(part.replace('至', '-'))
    const [from = 0, to = 0] = number?.split('-').map(Number) ?? []
    if (to <= from || annexes.some((annex) => isSame(annex, kind, number))) return [number]
    return Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
  })
}

/** The title that a reference speaks of: 按《…分解表》执行（见附件）, or the whole item: （一）移送书；（附件1）. */
function titleBefore(text: string, at: number): string | null {
  const before = text.slice(Math.max(0, at - 60), at)
  const cited = before.match(/《([^《》]+)》[^《》。，；]{0,8}[（(]?(?:详|具体)?$/)?.[1]
  if (cited !== undefined) return cited
  return (
    before.match(/^[（(][一二三四五六七八九十0-9]{1,3}[）)] ?([^，。；：;:,（）()]{2,40})[；;]? ?$/)?.[1] ??
    null
  )
}

function isSame(annex: FoundAnnex, kind: string, number: string | null): boolean {
  return annex.kind === kindOf(kind) && annex.number === number
}

function kindOf(kind: string): string {
  return kind === '附' ? '附件' : kind
}

/** 1, 一 and １ as `1`; 1-1 as `1-1`. */
function readNumber(printed: string): string | null {
  const [main = '', part] = toHalfWidth(printed.replaceAll(' ', '')).split(/[-—]/)
  const value = readNumeral(main)
  return value === null || part === undefined ? value : `${value}-${part}`
}

function titleOf(printed: string): string {
  return printed
    .replace(BEHIND_TITLE, '')
    .replaceAll(/(?<=[^!-~ ]) +| +(?=[^!-~ ])/g, '')
    .replace(/^[《]([^《》]*)[》]$/, '$1')
    .replace(/[；;。，,]$/, '')
    .trim()
}

/** A title for comparison: without spaces and heading marks, brackets and colons in half width. */
function foldTitle(text: string): string {
  return toHalfWidth(text).replaceAll(/[\s#*《》“”"]/g, '')
}

/** Last line on which anything of the instrument stands. */
function lastClauseLine(instrument: ReadInstrument, tables: readonly Table[]): number {
  const ofClauses = instrument.clauses.reduce((last, { clause }) => Math.max(last, clause.lines[1]), 0)
  return tables.reduce(
    (last, table) => Math.max(last, table.lines[1]),
    Math.max(ofClauses, instrument.lines[0]),
  )
}
