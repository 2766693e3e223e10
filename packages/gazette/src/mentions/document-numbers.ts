import { toHalfWidth } from './numerals.ts'

/**
 * Document numbers (发文字号; GB/T 9704-2012, 7.2.5): issuer's code, year in 〔〕, serial and 号, in whatever
 * brackets and spaces they were printed; and the numbers of orders and announcements (国务院令第645号,
 * 第645号令, 公告2021年第3号), which have no bracketed year.
 */

/** A number found in text. */
export interface DocumentNumberAt {
  /** Normalised: 〔〕 brackets, half-width digits, no spaces: 五政办发〔2021〕41号. */
  readonly number: string
  /** Offset of its first character. */
  readonly start: number
  /** Offset behind its last character. */
  readonly end: number
}

/** Longest issuer's code or name that is looked for before a number, in characters. */
const LONGEST_ISSUER = 40

/** Brackets in which the year was seen printed; 〔〕 is the standard's own. */
const OPENING = '〔[［(（【﹝〖「{｛〈<《„'
const CLOSING = '〕]］)）】﹞〗」}｝〉>》‟”'

const escapeClass = (characters: string) => characters.replaceAll(/[[\]\\^-]/g, '\\$&')

/** Bracketed year and serial: 〔2021〕41号, [2020]12号, (2021) 第 3 号. */
const YEAR_AND_SERIAL = new RegExp(
  `[${escapeClass(OPENING)}] {0,2}((?:[1１] ?[9９]|[2２] ?[0０])(?: ?[0-9０-９]){2}) {0,2}年? {0,2}[${escapeClass(CLOSING)}] {0,2}(?:第 {0,2})?([0-9０-９](?: ?[0-9０-９]){0,4}) {0,2}号`,
  'g',
)

const SERIAL = '[0-9０-９〇零一二三四五六七八九十百千](?: ?[0-9０-９〇零一二三四五六七八九十百千]){0,7}'

/** 令第645号, 令2019年第35号, 公告2021年第3号, 令 第 6 号. */
const ORDER_AND_SERIAL = new RegExp(
  `(令|公告|通告) {0,2}(?:[(（] {0,2})?(?:([12１２][0-9０-９](?: ?[0-9０-９]){2}) {0,2}年 {0,2})?第 {0,2}(${SERIAL}) {0,2}号`,
  'g',
)

/** 第645号令. */
const SERIAL_AND_ORDER = new RegExp(`第 {0,2}(${SERIAL}) {0,2}号 {0,2}令`, 'g')

/** What an issuer's code or name is made of; 号 ends the number before it. */
const ISSUER_CHARACTER = /[\p{Script=Han} ]/u

/** Words of a sentence that stand before a number and are no part of it; the name begins behind the last. */
const LEADING_WORDS =
  /.*(?:根据|按照|依照|依据|遵照|参照|贯彻|落实|执行|印发|转发|关于|下发|发布|公布|制定|修订|修改|废止|替代|代替|文件|通知|规定|精神|要求|以及|简称|名称|文号|字号)/u

/** Single words that may open what is left; inside a name they belong to it (太原市, 将乐县). */
const OPENING_WORD = /^(?:原|即|见|按|以|为|是|的|与|及|在|经|由|年) ?/

/** Conjunctions at the start of what follows another number: …1号和晋政发. */
const CONJUNCTION = /^[和、及与或]/

/** All document numbers in the text, in reading order. */
export function findDocumentNumbers(text: string): DocumentNumberAt[] {
  if (!text.includes('号')) return []
  const found: DocumentNumberAt[] = []
  for (const match of text.matchAll(YEAR_AND_SERIAL)) {
    const code = issuerBefore(text, match.index, false)
    if (code.name.length < 2) continue
    const number = `${code.name}〔${digits(match[1])}〕${Number(digits(match[2]))}号`
    found.push({ number, start: code.start, end: match.index + match[0].length })
  }
  if (text.includes('第')) found.push(...findOrderNumbers(text))
  return found.sort((a, b) => a.start - b.start)
}

/** The document number that the text is, as a whole; null where it is anything else. */
export function readDocumentNumber(text: string): string | null {
  const trimmed = text.trim()
  const [found, second] = findDocumentNumbers(trimmed)
  if (found === undefined || second !== undefined) return null
  return found.start === 0 && found.end === trimmed.length ? found.number : null
}

function findOrderNumbers(text: string): DocumentNumberAt[] {
  const found: DocumentNumberAt[] = []
  for (const match of text.matchAll(ORDER_AND_SERIAL)) {
    const [all, kind, year, serial = ''] = match
    const issuer = issuerBefore(text, match.index, true)
    const inYear = year === undefined ? '' : `${digits(year)}年`
    const number = `${issuer.name}${kind}${inYear}第${withoutSpaces(serial)}号`
    found.push({ number, start: issuer.start, end: match.index + all.length })
  }
  for (const match of text.matchAll(SERIAL_AND_ORDER)) {
    const issuer = issuerBefore(text, match.index, true)
    const number = `${issuer.name}令第${withoutSpaces(match[1] ?? '')}号`
    found.push({ number, start: issuer.start, end: match.index + match[0].length })
  }
  return found
}

/**
 * Issuer's code (国办发) or name (国务院) that ends at `end`; several names joined by 、 where a bracket or a year
 * opens before the first (商务部、文化部令第21号).
 */
function issuerBefore(text: string, end: number, mayBeSeveral: boolean): { name: string; start: number } {
  const floor = Math.max(0, end - LONGEST_ISSUER)
  let start = end
  let lastBreak = -1
  for (; start > floor; start--) {
    const character = text.charAt(start - 1)
    if (character === '、' && mayBeSeveral) lastBreak = Math.max(lastBreak, start)
    else if (character === '号' || !ISSUER_CHARACTER.test(character)) break
  }
  const before = start === 0 ? '' : text.charAt(start - 1)
  const isWhole = '（(〔[【'.includes(before)
    ? before !== ''
    : /\d/.test(before) && text.charAt(start) === '年'
  if (lastBreak > start && !isWhole) start = lastBreak
  start += isWhole ? 0 : wordsBeforeName(text.slice(start, end), before)
  start += text.slice(start, end).match(OPENING_WORD)?.[0].length ?? 0
  const name = text.slice(start, end)
  return { name: withoutSpaces(name), start: start + name.length - name.trimStart().length }
}

/** How many characters at the start of the run belong to the sentence and not to the issuer's name. */
function wordsBeforeName(run: string, before: string): number {
  const words = run.match(LEADING_WORDS)?.[0].length ?? 0
  if (words > 0) return words
  const trimmed = run.trimEnd()
  const lastSpace = trimmed.lastIndexOf(' ')
  // Letter-spaced codes have single characters between spaces; a longer last part is a name of its own.
  if (lastSpace !== -1 && trimmed.length - lastSpace > 3) return lastSpace + 1
  return before !== '' && '号》）)'.includes(before) && CONJUNCTION.test(run) ? 1 : 0
}

function digits(printed = ''): string {
  return withoutSpaces(toHalfWidth(printed))
}

function withoutSpaces(text: string): string {
  return toHalfWidth(text).replaceAll(/\s/g, '')
}
