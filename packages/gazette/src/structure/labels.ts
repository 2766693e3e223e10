import { readCount } from '../mentions/dates.ts'
import type { Piece, TracedText } from '../traced-text.ts'

/** How a clause's number is written, each style a level of its own. */
export type LabelStyle =
  | 'part'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'digit'
  | 'digit-bracket'
  | 'circled'
  | 'decimal'

/** A clause's number at the start of a paragraph. */
export interface Label {
  readonly style: LabelStyle
  /** Its last number: 3 of （三）, 1 of 4.2.1. */
  readonly value: number
  /** All numbers of a decimal label: [4, 2, 1]; of others their one. */
  readonly path: readonly number[]
  /** As printed, layout spaces gone. */
  readonly text: string
}

const han = '[一二三四五六七八九十百〇零]'
const ordinalPattern = new RegExp(`^第(${han}{1,5}|\\d{1,3})(编|篇|章|节|条)`)
const hanPattern = new RegExp(`^(${han}{1,3})[、．.]`)
const hanBracketPattern = new RegExp(`^[（(〈<](${han}{1,3})[）)〉>]`)
const digitPattern = /^(\d{1,3})(?:[.．](?!\d)|、)/
const digitBracketPattern = /^(?:[（(](\d{1,2})[）)]|(\d{1,2})[）)])/
const decimalPattern = /^\d{1,2}(?:[.．]\d{1,2}){1,4}[.．、]?/
/** 2.2022年底前…: the point belongs to the number before the year. */
const yearPattern = /^(\d{1,2})[.．](?=(?:19|20)\d{2}年)/
const barePattern = /^\d{1,2}/
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

const styleOfOrdinal: Readonly<Record<string, LabelStyle>> = {
  编: 'part',
  篇: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
}

/** Characters after a decimal number that make it a quantity: 3.5亿元, 1.5%, 0.2×. */
const quantityAfter =
  /^(?:[亿万千百元亩吨米户人个家项倍度公平立斤升级分小天年月日时名座台条件批次株头只]|[%％‰×x~～—-]|至|以)/

/** Words after 第X条 that make it a mention inside a sentence: 第四条规定的, 第三条第二款. */
const mentionAfter = /^(?:规定|所|第|之|中|、|和|及|至|或|的|款|项|对|明确)/

/** The label that the paragraph begins with, or null. */
export function readLabel(traced: TracedText): Label | null {
  const text = traced.text
  const code = text.charCodeAt(0)
  if (code >= 48 && code <= 57) return readNumberLabel(traced)
  if (code === 0x7b2c) return readOrdinalLabel(traced)
  if (code === 0xff08 || code === 40 || code === 0x3008 || code === 60) return readBracketLabel(text)
  if (code >= 0x2460 && code <= 0x2473) {
    const value = circled.indexOf(text.charAt(0)) + 1
    return label('circled', [value], text.charAt(0))
  }
  const match = isHanNumeral(text.charAt(0)) ? hanPattern.exec(text) : null
  return match === null ? null : countLabel('han', match[1], match[0])
}

function isHanNumeral(character: string): boolean {
  return '一二三四五六七八九十百'.includes(character) && character !== ''
}

function readOrdinalLabel(traced: TracedText): Label | null {
  const match = ordinalPattern.exec(traced.text)
  if (match === null) return null
  const end = match[0].length
  const style = styleOfOrdinal[match[2] ?? ''] ?? 'article'
  if (!hasGapAt(traced, end) && mentionAfter.test(traced.text.slice(end, end + 3))) return null
  return countLabel(style, match[1], match[0])
}

function readBracketLabel(text: string): Label | null {
  const match = hanBracketPattern.exec(text)
  if (match !== null) return countLabel('han-bracket', match[1], match[0])
  const digits = digitBracketPattern.exec(text)
  return digits === null ? null : countLabel('digit-bracket', digits[1] ?? digits[2], digits[0])
}

function readNumberLabel(traced: TracedText): Label | null {
  const text = traced.text
  const beforeYear = yearPattern.exec(text)
  if (beforeYear !== null) return countLabel('digit', beforeYear[1], beforeYear[0])
  const decimal = decimalPattern.exec(text)
  if (decimal !== null) {
    const rest = text.slice(decimal[0].length, decimal[0].length + 2)
    if (rest === '' || (quantityAfter.test(rest) && !hasGapAt(traced, decimal[0].length))) return null
    if (/^\d/.test(rest)) return null
    const path = decimal[0].split(/[.．、]/).filter((part) => part !== '')
    return label('decimal', path.map(Number), decimal[0])
  }
  const digit = digitPattern.exec(text)
  if (digit !== null) return text.length > digit[0].length ? countLabel('digit', digit[1], digit[0]) : null
  const bracket = digitBracketPattern.exec(text)
  if (bracket !== null) return countLabel('digit-bracket', bracket[2], bracket[0])
  return readBareNumber(traced)
}

/** `1 总则`: a number parted from a short heading by a space. */
function readBareNumber(traced: TracedText): Label | null {
  const match = barePattern.exec(traced.text)
  if (match === null || traced.text.length > longestBareHeading) return null
  const end = match[0].length
  if (!hasGapAt(traced, end) || !/^[\u4e00-\u9fff]/.test(traced.text.slice(end, end + 1))) return null
  if (/[。；，：]/.test(traced.text) || /^\d+[年月日时个]/.test(traced.text)) return null
  return label('decimal', [Number(match[0])], match[0])
}

const longestBareHeading = 24

function countLabel(style: LabelStyle, printed: string | undefined, text: string): Label | null {
  const value = readCount(printed ?? '')
  return value === null ? null : label(style, [value], text)
}

function label(style: LabelStyle, path: readonly number[], text: string): Label {
  return { style, value: path.at(-1) ?? 0, path, text }
}

/** Whether something stood in the file before this character of the text that is not in the text. */
export function hasGapAt(traced: TracedText, offset: number): boolean {
  for (let index = 1; index < traced.pieces.length; index++) {
    const piece = traced.pieces[index] as Piece
    if (piece.at > offset) return false
    if (piece.at < offset) continue
    const before = traced.pieces[index - 1] as Piece
    return piece.line !== before.line || piece.column > before.column + before.width
  }
  return false
}
