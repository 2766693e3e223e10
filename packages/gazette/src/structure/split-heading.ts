import type { Label } from './labels.ts'

/** Heading and text of a numbered clause, both without the label. */
export interface HeadingSplit {
  readonly heading: string | null
  readonly text: string
  /** Offsets in the whole text: where the heading begins and ends, and where the text begins. */
  readonly headingStart: number
  readonly headingEnd: number
  readonly textStart: number
}

const longestHeading = 45
const longestRunIn = 40

/**
 * Splits `1. 题目。正文` at the end of its heading; a short text without a full stop is all heading, and one with
 * a full stop where something stands under it.
 */
export function splitHeading(whole: string, label: Label, hasMoreUnder: boolean): HeadingSplit {
  const start = skipSpaces(whole, label.text.length)
  const rest = whole.slice(start, start + longestHeading + 2)
  if (label.style === 'chapter' || label.style === 'section' || label.style === 'part')
    return allHeading(whole, start)
  const end = rest.search(/[。；！？;!?]|(?<!”)[：:]|[：:]$/)
  if (end === -1 && whole.length - start <= longestHeading) return allHeading(whole, start)
  const isRunIn = end > 0 && end <= longestRunIn && rest.charAt(end) === '。'
  if (!isRunIn || label.style === 'article' || !isTitleLike(rest.slice(0, end))) return allText(whole, start)
  const textStart = skipSpaces(whole, start + end + 1)
  if (textStart >= whole.length && !hasMoreUnder) return allText(whole, start)
  return {
    heading: rest.slice(0, end),
    text: whole.slice(textStart),
    headingStart: start,
    headingEnd: start + end,
    textStart,
  }
}

/** At most two short parts: a heading is no sentence with clauses of its own. */
function isTitleLike(text: string): boolean {
  return text.split(/[，,]/).length <= 3 && !sentenceOpening.test(text) && !sentenceWords.test(text)
}

/** Words of command and of condition, which headings do without. */
const sentenceWords = /不得|应当|严禁|予以|以上|以下|[低高]于|[的后前]，|^《[^》]*》[（(]/

/** Words with which sentences begin and headings do not. */
const sentenceOpening =
  /^(?:要|应|须|按照|根据|依据|由|为了|对于|如|凡|本|自(?=本|\d)|违反|请|任何|各乡|各部门|各单位|各有关)/

function skipSpaces(text: string, at: number): number {
  let start = at
  while (text.charAt(start) === ' ') start++
  return start
}

function allHeading(whole: string, start: number): HeadingSplit {
  if (start >= whole.length) return allText(whole, start)
  return {
    heading: whole.slice(start),
    text: '',
    headingStart: start,
    headingEnd: whole.length,
    textStart: whole.length,
  }
}

function allText(whole: string, start: number): HeadingSplit {
  return { heading: null, text: whole.slice(start), headingStart: start, headingEnd: start, textStart: start }
}
