import type { ContentsEntry } from '../issue.ts'
import { type DocumentNumberAt, findDocumentNumbers } from '../mentions/document-numbers.ts'
import type { PrintedLine } from './printed-lines.ts'

/** 目录 or 目次 alone on a line. */
export function isContentsHead(text: string): boolean {
  return text.length <= 6 && /^(?:本期)?目[录次]$/.test(text)
}

const pagePattern = /(?:[（(]\s*(\d{1,4})\s*[)）]|[.…．·‥⋯\s\u3000]\s*(\d{1,4}))[\s|]*$/
const certainPagePattern =
  /[.…．·‥⋯\t]\s*[（(]?(\d{1,4})[)）]?[\s|]*$|[（(]\s*(\d{1,3})\s*[)）][\s|]*$|(?:通知|意见|决定|公告|通告|号)[）)]?\s+(\d{1,4})\s*$/

/** Whether a line ends as an entry of contents does; a number that a broken line ends with is no page. */
export function endsWithPage(raw: string): boolean {
  return certainPagePattern.test(raw)
}

const fillPattern = /[\s.…．·‥⋯|-]+$/
const markerPattern = /^[|\s-]*\d{1,3}\s*[、.．]\s*/

/** Reads the entries of a table of contents from its lines. A title may run over several. */
export function readContents(lines: readonly PrintedLine[]): ContentsEntry[] {
  const entries: ContentsEntry[] = []
  let open: OpenEntry | null = null
  for (const line of lines) {
    const text = entryText(line)
    if (text === '' || isSectionHead(text) || isPublishersLine(text)) continue
    if (open !== null && beginsEntry(line, text, open)) {
      pushEntry(entries, open)
      open = null
    }
    open = addLine(open, line, text)
    if (open.page === null) continue
    pushEntry(entries, open)
    open = null
  }
  if (open !== null) pushEntry(entries, open)
  return entries
}

interface OpenEntry {
  readonly text: string
  /** The end of its lines as they stand in the file, in which the page is looked for. */
  readonly raw: string
  /** Whether its document number has been read: all that may follow is the page. */
  readonly hasNumber: boolean
  readonly page: number | null
  readonly lines: [number, number]
}

const longestEntry = 400
const longestPageEnd = 40

/** A new number of the list, or a line with words behind an entry that is whole. */
function beginsEntry(line: PrintedLine, text: string, open: OpenEntry): boolean {
  if (markerPattern.test(line.raw) || open.text.length > longestEntry) return true
  return open.hasNumber && line.docNumber === null && /[\u4e00-\u9fff]/.test(text)
}

function addLine(open: OpenEntry | null, line: PrintedLine, text: string): OpenEntry {
  const raw = (open?.raw ?? '') + line.raw.slice(-longestPageEnd)
  const whole = (open?.text ?? '') + text
  const page = pagePattern.exec(raw)
  return {
    text: page === null ? whole : withoutPage(whole),
    raw: raw.slice(-longestPageEnd),
    hasNumber: whole.includes('号') && findDocumentNumbers(whole).length > 0,
    page: page === null ? null : Number(page[1] ?? page[2]),
    lines: [open?.lines[0] ?? line.number, line.number],
  }
}

function entryText(line: PrintedLine): string {
  return line.text
    .replace(/^\|\s*/, '')
    .replace(/\|[-|]*$/, '')
    .replace(/^\d{1,3}[、.．]/, '')
}

function withoutPage(text: string): string {
  return text
    .replace(/\|/g, '')
    .replace(/[（(]\d{1,4}[)）]$|\d{1,4}$/, '')
    .replace(fillPattern, '')
}

function isSectionHead(text: string): boolean {
  return /^[【〖[].{2,30}[】〗\]]$/.test(text) || /^[-|]+$/.test(text) || /^.{2,16}文件$/.test(text)
}

/** 主办：…, 编辑：…, 地址：…: who makes the gazette, printed under its contents. */
function isPublishersLine(text: string): boolean {
  return (
    text.length <= 60 &&
    /^(?:主管|主办|编辑|编印|出版|发行|印刷|地址|电话|邮编|邮政编码|网址|准印证号?|刊号|责任编辑|主编)(?:单位)?[：:]/.test(
      text,
    )
  )
}

function pushEntry(entries: ContentsEntry[], open: OpenEntry): void {
  const text = open.text.replace(fillPattern, '')
  const number = numberBehindTitle(text)
  const title = (number === null ? text : text.slice(0, number.start))
    .replace(/[（(]$/, '')
    .replace(fillPattern, '')
  if (title === '') return
  entries.push({ title, docNumber: number?.number ?? null, page: open.page, lines: open.lines })
}

/** Behind a whole title only the number is left: no year of the title can be taken for part of it. */
const titleEnd =
  /(?:通知|意见|决定|决议|公告|通告|通报|批复|函|报告|令|办法|方案|规定|细则)(?:[（(][^（）()\d]{1,14}[）)])?/g

function numberBehindTitle(text: string): DocumentNumberAt | null {
  const end = Array.from(text.matchAll(titleEnd)).findLast(({ index }) => index < text.length - 6)
  const offset = end === undefined ? 0 : end.index + end[0].length
  const found = findDocumentNumbers(text.slice(offset)).at(-1) ?? null
  if (found !== null) return { ...found, start: found.start + offset, end: found.end + offset }
  return findDocumentNumbers(text).at(-1) ?? null
}
