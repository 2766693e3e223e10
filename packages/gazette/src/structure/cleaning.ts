import { type Piece, type TracedText, traceLine } from '../traced-text.ts'

/**
 * Takes out of a printed line, or of a part of it, what is layout and not text: Markdown's marks, HTML tags,
 * spaces inside and beside Chinese; and mends the one slip of character recognition that is beyond doubt, `and`
 * between Chinese words for 和. Every change shows in the pieces of the result.
 */
export function cleanLine(raw: string, line: number, from = 0, to = raw.length): TracedText {
  if (!mayNeedCleaning.test(raw)) return traceLine(raw, line)
  const start = leadingMarks(raw, from)
  return cutOut(raw, line, start, trailingEnd(raw, start, to))
}

const mayNeedCleaning = /[\s\u3000\u200b\ufeff*<`&]|^[#>•●■◆-]|[a-z]/

/** HTML tags that begin a new paragraph. */
const paragraphTag = /<\/?(?:p|br|div)(?:\s[^<>]{0,200})?\/?>/gi

/** Splits a line at the tags that begin a paragraph. */
export function splitAtParagraphTags(raw: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  let start = 0
  for (const match of raw.matchAll(paragraphTag)) {
    parts.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  parts.push({ start, end: raw.length })
  return parts.filter((part) => raw.slice(part.start, part.end).trim() !== '')
}

/** Where the text begins behind Markdown's marks, bullets and spaces. */
function leadingMarks(raw: string, from: number): number {
  let at = from
  for (;;) {
    const code = raw.charCodeAt(at)
    if (isSpace(code)) at++
    else if (code === hash) at = endOfRun(raw, at, hash)
    else if (isBullet(raw.charAt(at)) && isSpace(raw.charCodeAt(at + 1))) at += 2
    else if (code === greater) at++
    else return at
  }
}

const hash = 35
const greater = 62

function endOfRun(raw: string, at: number, code: number): number {
  let end = at
  while (raw.charCodeAt(end) === code) end++
  return end
}

function isBullet(character: string): boolean {
  return character !== '' && '-*+•●■◆·'.includes(character)
}

function trailingEnd(raw: string, start: number, to: number): number {
  let end = to
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--
  return end
}

/** What may go or be mended inside a line: `and` between Chinese, runs of space, bold marks, tags, entities. */
const removable =
  /(?<=[\u4e00-\u9fff”》）]) ?and ?(?=[\u4e00-\u9fff“《（])|[\s\u3000\u200b\ufeff]+|\*{2,3}|`|&nbsp;|<\/?(?:b|i|u|em|strong|sup|sub|span|font|center|a)(?:\s[^<>]{0,200})?>/gi

/** The text from `start` to `end` without what layout left in it. */
function cutOut(raw: string, line: number, start: number, end: number): TracedText {
  const pieces: Piece[] = []
  let text = ''
  let kept = start
  const keep = (to: number) => {
    if (to <= kept) return
    pieces.push({ at: text.length, line, column: kept, width: to - kept })
    text += raw.slice(kept, to)
  }
  removable.lastIndex = start
  for (let match = removable.exec(raw); match !== null && match.index < end; match = removable.exec(raw)) {
    const after = match.index + match[0].length
    const replacement = replacementOf(match[0], raw, match.index, after)
    if (replacement === match[0]) continue
    keep(match.index)
    if (replacement !== '') {
      pieces.push({ at: text.length, line, column: match.index, width: match[0].length })
      text += replacement
    }
    kept = after
  }
  keep(end)
  return { text, pieces }
}

function replacementOf(found: string, raw: string, start: number, end: number): string {
  if (found.trim().toLowerCase() === 'and') return '和'
  if (!isSpace(found.charCodeAt(0))) return ''
  const before = raw.charCodeAt(start - 1)
  const after = raw.charCodeAt(end)
  return isWide(before) || isWide(after) || isMark(before) || isMark(after) ? '' : found
}

/** `*`, `<` or `>` next to a space: the marks go, and the space with them. */
function isMark(code: number): boolean {
  return code === 42 || code === 60 || code === greater
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0x200b ||
    code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200a)
  )
}

/** Chinese characters and the punctuation printed with them: no space beside them means anything. */
export function isWide(code: number): boolean {
  return code >= 0x2e80 || (code >= 0x2010 && code <= 0x203b) || (code >= 0x2460 && code <= 0x24ff)
}
