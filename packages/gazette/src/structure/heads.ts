import { findDocumentNumbers } from '../mentions/document-numbers.ts'
import { endsWithPage } from './contents.ts'
import {
  endsSentence,
  foldTitle,
  isAddresseesLine,
  isAddresseesStart,
  isIssuerLine,
  isPublicationNote,
  readDateLine,
  readNumberLine,
  readSerialLine,
} from './line-forms.ts'
import type { PrintedLine } from './printed-lines.ts'

/** The head of an instrument: title, number and addressees. Indexes are those of the printed lines. */
export interface Head {
  readonly first: number
  /** Index of the first line behind the head. */
  readonly end: number
  readonly title: string
  readonly docNumber: string | null
  readonly addressees: string | null
  /** Issuer as the title names it. */
  readonly issuer: string | null
}

const mostTitleLines = 6
const longestTitle = 160
const longestTitleLine = 90

const strongEnd =
  /(?:通知|意见|决定|决议|公告|通告|通报|批复|复函|函|报告|请示|议案|纪要|命令|令|布告|倡议书|公开信|公示)(?:[（(][^（）()]{1,14}[）)])?$/
const weakEnd =
  /(?:办法|规定|细则|规则|条例|章程|方案|规划|计划|要点|预案|制度|标准|准则|指南|清单|目录|机制|措施|名单|纲要|工作规程|规程|安排)(?:[（(][^（）()]{1,14}[）)])?$/
/** What a web page prints around a document. */
const webDress =
  /来源[:：]|发布日期|发布时间|字体|字号[:：]|浏览|打印|索引号|首页|>>|作者[:：]|下载地址|视力保护/

/** A number of which brackets, serial or 号 were lost: it is skipped, and no number is guessed. */
const damagedNumber = /^[\u4e00-\u9fff]{2,8}[〔[（(【﹝„「]\s*\d{2,8}[^\u4e00-\u9fff]{0,6}号?$/
const subjectWords = /关于|印发|转发|批转|发布/

/** Whether a title of this form can stand at the head of a document. */
export function isWholeTitle(title: string): boolean {
  return subjectWords.test(title) && strongEnd.test(title)
}

/** Whether a text ends as titles of attached texts do: 实施方案, 管理办法（试行）. */
export function endsAsTitle(text: string): boolean {
  return weakEnd.test(text) || strongEnd.test(text)
}

/** The head that begins at a printed line, or null. What confirms it is for the caller to judge. */
export function readHead(printed: readonly PrintedLine[], first: number): Head | null {
  if (!mayOpenHead(textAt(printed, first))) return null
  const order = readOrderHead(printed, first)
  if (order !== null) return order
  const opening = readOpening(printed, first)
  const title = readTitle(printed, opening.titleAt)
  if (title === null) return null
  const number = readNumber(printed, title.end)
  const docNumber = number.docNumber ?? title.docNumber ?? opening.docNumber
  const addressees = readAddressees(printed, number.end)
  return {
    first,
    end: addressees.end,
    title: title.text,
    docNumber,
    addressees: addressees.text,
    issuer: issuerOfTitle(title.text),
  }
}

/** Dismisses most lines by their length and last character. */
function mayOpenHead(text: string): boolean {
  return (
    text.length > 1 && text.length <= longestTitleLine && !notTitleEnd.includes(text.charAt(text.length - 1))
  )
}

const notTitleEnd = '。；！？：，、;!?:,'

const orderPattern = /^(.{2,40}(?:人民政府|委员会|人民代表大会|办公室|办公厅|局|厅|部))(令|命令|公告|通告)$/

/**
 * 令 and 公告: the issuer's name with the kind on a line, the serial on the next. Their title is the one of the
 * text that they proclaim.
 */
function readOrderHead(printed: readonly PrintedLine[], first: number): Head | null {
  const opening = textAt(printed, first)
  const kind = textAt(printed, first + 1)
  if (/^(?:令|公告|通告)$/.test(kind) && isIssuerLine(opening))
    return orderHead(printed, first, opening + kind, 2)
  return /[令告]/.test(opening.charAt(opening.length - 1)) ? orderHead(printed, first, opening, 1) : null
}

/** The head of an order, of which the issuer and the kind take the first lines. */
function orderHead(
  printed: readonly PrintedLine[],
  first: number,
  text: string,
  height: number,
): Head | null {
  const match = orderPattern.exec(text)
  const serial = match === null ? null : readSerialLine(textAt(printed, first + height))
  if (match === null || serial === null) return null
  const end = first + height + 1
  const [line, issuer = ''] = match
  const below = textAt(printed, end)
  const isTitled = isWholeTitle(below) && canBeOfTitle(below)
  const proclaimed = /《([^《》]{2,80})》/.exec(below)
  return {
    first,
    end: isTitled ? end + 1 : end,
    title: isTitled ? below : (proclaimed?.[1]?.replace(/〈/g, '《').replace(/〉/g, '》') ?? line),
    docNumber: `${line}${serial}`,
    addressees: null,
    issuer,
  }
}

/** 发文机关标志 and number where they stand above the title. */
function readOpening(
  printed: readonly PrintedLine[],
  first: number,
): { titleAt: number; docNumber: string | null } {
  let titleAt = first
  const text = textAt(printed, first)
  if (text.endsWith('文件') && text.length <= longestLetterhead && !text.includes('关于')) titleAt++
  const docNumber = printed[titleAt]?.docNumber ?? null
  if (docNumber === null) titleAt = first
  else
    do titleAt++
    while (isRule(textAt(printed, titleAt)))
  return { titleAt, docNumber }
}

/** The line that parts the issuer's letterhead from the paper. */
function isRule(text: string): boolean {
  return text !== '' && /^[─━—_＿=＝★☆-]{2,}$/.test(text)
}

const longestLetterhead = 40

interface TitleRead {
  readonly text: string
  readonly end: number
  readonly docNumber: string | null
}

function readTitle(printed: readonly PrintedLine[], first: number): TitleRead | null {
  if (!opensTitle(printed, first)) return null
  let text = ''
  for (let index = first; index < first + mostTitleLines; index++) {
    const line = textAt(printed, index)
    if (
      !canBeOfTitle(line) ||
      endsWithPage(printed[index]?.raw ?? '') ||
      (index > first && readLabelAt(printed, index))
    )
      break
    text += line
    if (text.length > longestTitle) break
    const own = withoutNumber(text)
    if (isWholeTitle(own.title) && isBalanced(own.title)) {
      return { text: own.title, end: index + 1, docNumber: own.docNumber }
    }
  }
  return null
}

function opensTitle(printed: readonly PrintedLine[], index: number): boolean {
  const line = textAt(printed, index)
  if (!canBeOfTitle(line) || readLabelAt(printed, index)) return false
  if (subjectWords.test(line)) return true
  const next = textAt(printed, index + 1)
  return isIssuerLine(line) && canBeOfTitle(next) && issuerOfTitle(next) === null
}

function canBeOfTitle(line: string): boolean {
  if (!mayOpenHead(line) || endsSentence(line) || /[。；：]/.test(line) || webDress.test(line)) return false
  return readDateLine(line) === null && readNumberLine(line) === null && !isPublicationNote(line)
}

function readLabelAt(printed: readonly PrintedLine[], index: number): boolean {
  const line = printed[index]
  return line !== undefined && line.label !== null
}

/** …的通知（沧办发〔2023〕9号): the number in brackets behind the title is no part of it. */
function withoutNumber(text: string): { title: string; docNumber: string | null } {
  const number = text.includes('号') ? findDocumentNumbers(text).at(-1) : undefined
  if (number === undefined || text.length - number.end > 1) return { title: text, docNumber: null }
  return { title: text.slice(0, number.start).replace(/[（(]$/, ''), docNumber: number.number }
}

function isBalanced(title: string): boolean {
  return count(title, '《') === count(title, '》')
}

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

function readNumber(printed: readonly PrintedLine[], at: number): { docNumber: string | null; end: number } {
  let end = at
  const docNumber = printed[end]?.docNumber ?? null
  if (docNumber !== null) end++
  while (end < at + mostDressLines && isDress(textAt(printed, end))) end++
  return { docNumber, end }
}

const mostDressLines = 6
const longestDress = 160

function isDress(line: string): boolean {
  return line.length < longestDress && (webDress.test(line) || damagedNumber.test(line))
}

const mostAddresseesLines = 6
const longestAddresseesLine = 400

/** 主送机关 on one line or over several. */
export function readAddressees(
  printed: readonly PrintedLine[],
  at: number,
): { text: string | null; end: number } {
  const first = textAt(printed, at)
  if (first.length > longestAddresseesLine || !isAddresseesStart(first)) return { text: null, end: at }
  let text = ''
  for (let index = at; index < at + mostAddresseesLines; index++) {
    const line = textAt(printed, index)
    if (line === '' || /[。《〔]|关于/.test(line) || readNumberLine(line) !== null) break
    text += line
    if (isAddresseesLine(text)) return { text: text.slice(0, -1), end: index + 1 }
  }
  return { text: null, end: at }
}

/** 五台县人民政府办公室 of …关于…的通知. */
function issuerOfTitle(title: string): string | null {
  const match = /^(.{2,60}?)(?:关于|印发|转发|批转|发布)/.exec(title)
  return match !== null && isIssuerLine(match[1] ?? '') ? (match[1] ?? null) : null
}

export function textAt(printed: readonly PrintedLine[], index: number): string {
  return printed[index]?.text ?? ''
}

/** Lines of print over which the first sentence of a body may run. */
const mostOpeningLines = 6

/** Whether the body of an instrument begins at this line: a sentence, an announcement, a numbered heading. */
export function opensBody(printed: readonly PrintedLine[], index: number): boolean {
  const line = printed[index]
  if (line === undefined) return false
  if (line.table !== null || readLabelAt(printed, index)) return true
  for (const { text, table, docNumber, label } of printed.slice(index, index + mostOpeningLines)) {
    if (table !== null || docNumber !== null || label !== null) return false
    if (text.includes('。') || /[：:]$/.test(text)) return true
  }
  return false
}

/** Whether a title is one that the covering notice names: the attached text's own head. */
export function isNamedIn(title: string, ...texts: readonly string[]): boolean {
  const folded = foldTitle(title)
  return folded !== '' && texts.some((text) => foldTitle(text).includes(folded))
}
