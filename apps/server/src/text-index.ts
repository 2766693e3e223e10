import type { Clause } from '@luoshi/gazette'
import { lastAtOrBefore } from './halving.ts'
import type { Notice } from './library.ts'

/** A part of an instrument that holds what was looked for. */
export interface TextHit {
  /** Null where it is the title or the document number. */
  readonly clause: Clause | null
  readonly text: string
  /** Where the words stand in `text`, without overlaps, from the first. */
  readonly marks: readonly [start: number, end: number][]
}

/** An instrument that holds every word that was looked for. */
export interface FoundNotice {
  readonly notice: Notice
  readonly hits: readonly TextHit[]
  /** How many more places hold a word than are in `hits`. */
  readonly moreHits: number
}

/** Finds words in all instruments of a library. */
export interface TextIndex {
  search(query: string): FoundNotice[]
}

/** One instrument as a single folded text, and where each of its parts begins in it. */
interface Page {
  readonly notice: Notice
  readonly folded: string
  readonly starts: readonly number[]
  readonly parts: readonly { readonly clause: Clause | null; readonly text: string }[]
}

const mostHits = 3
const mostWords = 8

/**
 * An index over whole texts. A Chinese text has no words to look up, so each instrument is one folded string,
 * searched as it is: 30 million characters take a tenth of a second, and no hit is lost as in an index of pairs.
 */
export function createTextIndex(notices: readonly Notice[]): TextIndex {
  const pages = notices.map(pageOf)
  return {
    search(query) {
      const words = wordsOf(query)
      if (words.length === 0) return []
      return pages
        .filter((page) => words.every((word) => page.folded.includes(word)))
        .map((page) => ({ found: foundIn(page, words), rank: rankOf(page, words) }))
        .sort((a, b) => b.rank - a.rank)
        .map(({ found }) => found)
    },
  }
}

/** The words of a query, folded; 2021 年 and 2021年 differ, as a space parts two words. */
export function wordsOf(query: string): string[] {
  const words = foldText(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  return [...new Set(words)].slice(0, mostWords)
}

/** A document number stands before its title: 1 for the title, 2 for a whole number. */
function rankOf(page: Page, words: readonly string[]): number {
  const title = foldText(page.notice.instrument.title)
  const number = foldText(page.notice.instrument.docNumber ?? '')
  if (words.some((word) => word === number)) return 2
  return words.every((word) => title.includes(word)) ? 1 : 0
}

function pageOf(notice: Notice): Page {
  const { instrument } = notice
  const parts: { clause: Clause | null; text: string }[] = [
    { clause: null, text: [instrument.docNumber, instrument.title].filter(Boolean).join(' ') },
  ]
  for (const clause of instrument.clauses) parts.push({ clause, text: clauseText(clause) })
  const clauses = new Map(instrument.clauses.map((clause) => [clause.id, clause]))
  for (const table of instrument.tables) {
    const clause = clauses.get(table.clause ?? '') ?? null
    for (const { cells } of table.rows) parts.push({ clause, text: cells.filter(Boolean).join('　') })
  }
  const starts: number[] = []
  const texts: string[] = []
  let length = 0
  for (const { text } of parts) {
    starts.push(length)
    texts.push(text)
    length += text.length + 1
  }
  return { notice, folded: foldText(texts.join('\n')), starts, parts }
}

/** Label, heading and text of a clause as they are read. */
export function clauseText({ label, heading, text }: Clause): string {
  return `${label ?? ''}${heading ?? ''}${heading !== null && text !== '' ? '　' : ''}${text}`
}

function foundIn(page: Page, words: readonly string[]): FoundNotice {
  const marks = new Map<number, [number, number][]>()
  for (const word of words) {
    for (let at = page.folded.indexOf(word); at >= 0; at = page.folded.indexOf(word, at + word.length)) {
      const part = lastAtOrBefore(page.starts, at)
      const start = at - (page.starts[part] ?? 0)
      const known = marks.get(part)
      if (known === undefined) marks.set(part, [[start, start + word.length]])
      else known.push([start, start + word.length])
    }
  }
  const found = [...marks].sort(([a], [b]) => a - b)
  const hits = found.slice(0, mostHits).map(([part, spans]) => ({
    clause: page.parts[part]?.clause ?? null,
    text: page.parts[part]?.text ?? '',
    marks: withoutOverlaps(spans),
  }))
  return { notice: page.notice, hits, moreHits: found.length - hits.length }
}

function withoutOverlaps(spans: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

const foldedBrackets: Readonly<Record<string, string>> = {
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '［': '[',
  '］': ']',
  '〈': '(',
  '〉': ')',
  '《': '(',
  '》': ')',
}

/**
 * Text in which widths, letter case and kinds of brackets no longer differ. It keeps its length, so that places
 * in it are places in the text.
 */
export function foldText(text: string): string {
  return text.replace(/[〔〕【】〈〉《》\uFF01-\uFF5EA-Z]/g, (character) => {
    const bracket = foldedBrackets[character]
    if (bracket !== undefined) return bracket
    const code = character.charCodeAt(0)
    return (code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : character).toLowerCase()
  })
}
