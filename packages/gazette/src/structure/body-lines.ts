import { isContentsHead } from './contents.ts'
import { endsAsTitle, type Head, isNamedIn, textAt } from './heads.ts'
import { inTextContents } from './in-text-contents.ts'
import {
  endsSentence,
  isImprintLine,
  isIssuerLine,
  isPublicationNote,
  isSignatoryLine,
  isWebTail,
  readDateLine,
  readPassedOn,
  splitSignatureLine,
} from './line-forms.ts'
import { isOwnLine } from './own-lines.ts'
import type { LineRole, PrintedLine } from './printed-lines.ts'

/** A line of an instrument's body, or a sign between two of them. */
export type BodyLine = PrintedLine | 'barrier' | { readonly titleLines: readonly PrintedLine[] }

/** The body of an instrument without its signature and the titles inside it. */
export interface Body {
  readonly lines: readonly BodyLine[]
  readonly issuer: string | null
  readonly issuedOn: string | null
}

/** Takes signature, date, notes, the attached text's title and its own contents out of a body. */
export function readBody(
  printed: readonly PrintedLine[],
  head: Head,
  end: number,
  roles: Map<number, LineRole>,
): Body {
  const signature = findSignature(printed, head, end)
  const skipped = new Set<number>()
  const take = (first: number, last: number, role: LineRole) => {
    for (let index = first; index < last; index++) {
      skipped.add(index)
      roles.set((printed[index] as PrintedLine).number, role)
    }
  }
  if (signature !== null) take(signature.first, signature.end, 'signature')
  for (let index = head.end; index < end; index++) {
    const { text } = printed[index] as PrintedLine
    if (isPublicationNote(text)) take(index, index + 1, 'publication-note')
    else if (isImprintLine(text)) take(index, index + 1, 'imprint')
    else if (isWebTail(text)) take(index, index + 1, 'web-page')
  }
  const attached = findAttachedTitle(printed, head, skipped, signature?.end ?? head.end, end)
  for (const { first, last } of inTextContents(printed, head.end, end)) take(first, last + 1, 'contents')
  const lines: BodyLine[] = []
  for (let index = head.end; index < end; index++) {
    const line = printed[index] as PrintedLine
    if (attached !== null && index === attached.first) {
      lines.push({ titleLines: printed.slice(attached.first, attached.end) })
      index = attached.end - 1
    } else if (line.table !== null || skipped.has(index)) lines.push('barrier')
    else lines.push(line)
  }
  return {
    lines,
    issuer: signature?.issuer ?? null,
    issuedOn: signature?.issuedOn ?? passedOn(printed, head.end, end),
  }
}

/** The date in brackets under the title of what a meeting passed. */
function passedOn(printed: readonly PrintedLine[], start: number, end: number): string | null {
  return start < end ? readPassedOn((printed[start] as PrintedLine).text) : null
}

interface Signature {
  readonly first: number
  readonly end: number
  readonly issuer: string | null
  readonly issuedOn: string
}

const mostSignatureLines = 4

/** The first date under a unit's name; where no name stands above a date, the first date alone. */
function findSignature(printed: readonly PrintedLine[], head: Head, end: number): Signature | null {
  const start = head.end
  let unsigned: Signature | null = null
  for (let index = start; index < end; index++) {
    const text = (printed[index] as PrintedLine).text
    const whole = text.endsWith('日') ? splitSignatureLine(text) : null
    if (whole !== null) return { first: index, end: index + 1, ...whole }
    const issuedOn = text.endsWith('日') ? readDateLine(text) : null
    if (issuedOn === null) continue
    let first = index
    while (first > start && first > index - mostSignatureLines && isSignatureLine(printed[first - 1])) first--
    const own = first === index ? ownIssuer(textAt(printed, index - 1), head) : null
    if (own !== null && index > start) first--
    const issuer = own ?? printed.slice(first, index).flatMap(issuersOn).join('、')
    const signature = { first, end: index + 1, issuer: issuer === '' ? null : issuer, issuedOn }
    if (first < index) return signature
    unsigned ??= signature
  }
  return unsigned
}

/** A unit of any form that the title names as its issuer: 某某林场 of 某某林场关于…的通知. */
function ownIssuer(line: string, { title }: Head): string | null {
  return line.length > 2 && title.startsWith(`${line}关于`) ? line : null
}

/** The name on a line, or the names of two units that sign side by side. */
function issuersOn({ text, raw }: PrintedLine): string[] {
  const names = raw.trim().split(/[\s\u3000]+/)
  return names.length > 1 && names.every(isIssuerLine) ? names : [text].filter(isIssuerLine)
}

function isSignatureLine(line: PrintedLine | undefined): boolean {
  return line !== undefined && (isIssuerLine(line.text) || isSignatoryLine(line.text))
}

const mostTitleLines = 5
const longestTitleLine = 60

/** The title of the text that a covering notice sends: short lines behind the signature. */
function findAttachedTitle(
  printed: readonly PrintedLine[],
  head: Head,
  skipped: ReadonlySet<number>,
  from: number,
  end: number,
): { first: number; end: number } | null {
  let first = from
  while (first < end && skipped.has(first)) first++
  let title = ''
  const cover = printed.slice(head.end, Math.min(from, head.end + 4)).map(({ text }) => text)
  for (let index = first; index < Math.min(end, first + mostTitleLines); index++) {
    const line = printed[index] as PrintedLine
    if (!canBeOfTitle(line) || isContentsHead(line.text)) return null
    title += line.text
    if (!endsAsTitle(title)) continue
    const next = printed[index + 1]
    if (next === undefined || !canBeOfTitle(next)) return { first, end: index + 1 }
    if (isTrialMark(next.text)) return { first, end: index + 2 }
    const isNamed = (text: string) => isNamedIn(text, head.title, ...cover)
    const runsOn = isNamed(title) ? isNamed(title + next.text) : endsAsTitle(title + next.text)
    if (!runsOn) return { first, end: index + 1 }
  }
  return null
}

/** （试行） on the line below a title. */
function isTrialMark(text: string): boolean {
  return /^[（(](?:试行|暂行|修订|修订版|修订稿|[\d—–-]{4,9}年?(?:版|本)?)[）)]$/.test(text)
}

function canBeOfTitle(line: PrintedLine): boolean {
  const { text, table } = line
  if (table !== null || text.length > longestTitleLine || endsSentence(text) || isOwnLine(line)) return false
  return line.label === null && readDateLine(text) === null && !text.includes('。')
}
