import type { Amount, Table } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import { sumOf } from '../tables/decimal-of.ts'
import {
  isChineseNumeral,
  LONGEST_NUMERAL,
  readNumeral,
  scaleDecimal,
  toHalfWidth,
  trailingPower,
} from './numerals.ts'
import { type Passage, passagesOf } from './passages.ts'

/** A numeral in the text. */
interface NumeralAt {
  readonly start: number
  /** Behind its last character. */
  readonly end: number
  /** Exact value as a decimal string. */
  readonly value: string
  /** Power of ten of the units it ends in: 4 for 3万. */
  readonly power: number
}

/** Money in the text, in 元. */
interface AmountAt {
  readonly start: number
  readonly end: number
  readonly yuan: string
}

const NUMERAL_CHARACTER = /[0-9０-９.．,， 点余多]/

/** Words that make 元 no money: 元旦, 元素, 三元区, 一元化. */
const NO_MONEY_BEHIND = /[旦素宵件器首凶老勋帅组宝古朝曲区里村化论次结]/

/** After a bare 一元, 三元 only these leave no doubt that money is meant. */
const MONEY_BEHIND = /[，。；、：！？）)\]】,;整钱以的每/／至到—\-~～为左或及和人]/

/** Characters before 一 that make it no number: 统一三万元. */
const ONE_IN_A_WORD = /[统唯同单专划逐]/

/** What the amount is paid for each of: 元/亩, 元/人·月. */
const RATE =
  / ?[/／] ?(?:人|户|亩|公顷|平方米|平米|㎡|m²|m2|立方米|m³|度|千瓦时|千瓦|瓦|公里|千米|米|吨|公斤|千克|斤|头|只|羽|匹|台|套|辆|件|张|份|处|座|家|场|桌|棵|株|穴|坑|眼|孔|个|次|天|日|月|季|年|学期|学年|生|村|小时|课时|车|档|项|kWh|kW|kg|t)(?: ?[·•・./／] ?(?:人|户|亩|天|日|次|月|季|年|学期|学年|生|个|小时))*/y

/** 角 and 分 behind 元. */
const TENTHS =
  / ?(?:([0-9０-９〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]) ?角)? ?零?(?:([0-9０-９〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]) ?分)?/y

/** 5角, 5分钱 without 元. */
const ONLY_TENTHS = /([0-9０-９]{1,2}(?:\.[0-9])?|[一二三四五六七八九两]) ?(角|分)(?=钱|[/／])/g

const CURRENCY_SIGN = /[￥¥] ?([0-9０-９][0-9０-９,，.．]{0,30})/g

/** Between the two ends of a range: 3-5万元, 三至五万元, 五百以上二千元以下. */
const RANGE_MARK = /(?:[-—–―－~～〜至到]{1,2}|以上)$/

/** Words before a list whose items share the last one's unit: 分别给予20、10、5万元. */
const SHARED_UNIT = /分别|依次|各档|等奖|等次/

/** Words that make a bare 20万 money. */
const MONEY_BEFORE =
  /(?:奖励|奖补|奖金|补助|补贴|补偿|资金|经费|投资|投入|贷款|授信|罚款|安排|拨付|配套|支持|收入|产值|营收|销售额|缴费|费用|造价|预算|价款|省级|市级|县级|中央|财政)[^。；]{0,12}$/
const MONEY_BEHIND_BARE =
  /^ ?(?:$|[，。；、：）),;]|以上|以下|以内|左右|的?(?:奖|补助|补贴|资金|专项|贷款|经费|罚款))/
const OTHER_CURRENCY = /(?:美元|欧元|港元|港币|日元|英镑|澳元|加元|卢布)[^，。；]{0,2}$/

/**
 * The money that an instrument names, in reading order, each in exact 元 whatever the printed unit (万元, 亿元,
 * 角, capitals). Both ends of a range are amounts of their own; other currencies are none.
 */
export function readAmounts(instrument: ReadInstrument, tables: readonly Table[] = []): Amount[] {
  return passagesOf(instrument, tables, sign.money).flatMap(amountsIn)
}

function amountsIn(passage: Passage): Amount[] {
  const { text } = passage
  const found = [...amountsWithUnit(text, passage.labelEnd), ...amountsOfTenths(text)]
  found.push(...amountsWithSign(text, found), ...amountsWithoutUnit(text, passage.labelEnd, found))
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, yuan }) => ({
      clause: passage.clause,
      text: printed(text.slice(start, end)),
      yuan,
      lines: passage.linesOf(start, end),
    }))
}

/** As printed, without the spaces of the layout. */
function printed(text: string): string {
  return text.replaceAll(/\s/g, '')
}

/** Money that 元 (or 圆) names, with the other ends of ranges and the other items of lists. */
function amountsWithUnit(text: string, floor: number): AmountAt[] {
  const found: AmountAt[] = []
  let lastEnd = floor
  for (const { index: at } of text.matchAll(/[元圆]/g)) {
    const numeral = numeralBefore(text, at, lastEnd)
    if (numeral === null || !isMoney(text, numeral, at)) continue
    const { yuan, end } = readTenths(text, at + 1, numeral.value)
    found.push(...othersBefore(text, numeral, lastEnd))
    lastEnd = endOfRate(text, end)
    found.push({ start: numeral.start, end: lastEnd, yuan })
  }
  return found
}

function isMoney(text: string, numeral: NumeralAt, at: number): boolean {
  const next = text.charAt(at + 1)
  if (NO_MONEY_BEHIND.test(next)) return false
  const written = text.slice(numeral.start, numeral.end).trim()
  const isBare = written.length === 1 && isChineseNumeral(written)
  return !isBare || next === '' || MONEY_BEHIND.test(next)
}

/** The numeral that ends before `end`, a space between allowed, and begins at `floor` or later; else null. */
function numeralBefore(text: string, end: number, floor: number): NumeralAt | null {
  let start = end
  while (start > floor && end - start < LONGEST_NUMERAL) {
    const character = text.charAt(start - 1)
    if (!NUMERAL_CHARACTER.test(character) && !isChineseNumeral(character)) break
    start--
  }
  const run = text.slice(start, end).trimEnd()
  const from = start + startOfNumeral(run, text.charAt(start - 1))
  const written = text.slice(from, start + run.length)
  const value = readNumeral(written.replaceAll(/[余多]/g, ''))
  if (value === null || /^[余多]/.test(written) || '几数'.includes(text.charAt(from - 1) || ' ')) return null
  return {
    start: from,
    end: start + run.length,
    value,
    power: trailingPower(written.replaceAll(/[余多 ]/g, '')),
  }
}

/** Where the numeral begins in a run of characters that may also hold what stands before it. */
function startOfNumeral(run: string, before: string): number {
  let start = 0
  for (const { index, 0: mark } of run.matchAll(/[.．,，余多] *|(?<=[0-9０-９]) +(?=[0-9０-９])/g)) {
    const end = index + mark.length
    if (!isInsideNumeral(run.slice(start, index), mark, run.slice(end))) start = end
  }
  while (start < run.length && /[ 点.．,，]/.test(run.charAt(start))) start++
  if (start === 0 && run.length > 1 && run.startsWith('一') && ONE_IN_A_WORD.test(before)) start++
  // 一三万 is no numeral: its last digit is.
  const adjacent = run.slice(start).match(/^[一二三四五六七八九](?=[一二三四五六七八九][十百千万亿])/)
  return start + (adjacent?.[0].length ?? 0)
}

/**
 * Whether the mark belongs to one numeral with what stands on both sides: a decimal point, a separator of
 * thousands, the space of letter-spaced digits, 余 and 多. Else it parts a clause's own number (1. 500元) or
 * another item of a list (20，5万元) from the numeral.
 */
function isInsideNumeral(before: string, mark: string, behind: string): boolean {
  if (/^[余多]/.test(mark)) return before !== ''
  if (/^[.．]$/.test(mark)) return /[0-9０-９]$/.test(before) && /^[0-9０-９]/.test(behind)
  if (/^[.．]/.test(mark)) return false
  if (/^[0-9０-９]{3}(?![0-9０-９])/.test(behind)) {
    return /(?:^|[^0-9０-９])[0-9０-９]{1,3}$|[,， ][0-9０-９]{3}$/.test(before)
  }
  return mark === ' ' && /^[0-9０-９](?![0-9０-９])/.test(behind) && /(?:^| )[0-9０-９]$/.test(before)
}

/** Adds 角 and 分 that stand at `start`, behind 元. */
function readTenths(text: string, start: number, whole: string): { yuan: string; end: number } {
  TENTHS.lastIndex = start
  const match = TENTHS.exec(text)
  const [all = '', tenths, hundredths] = match ?? []
  if (tenths === undefined && hundredths === undefined) return { yuan: whole, end: start }
  const yuan = sumOf([
    whole,
    scaleDecimal(readNumeral(tenths ?? '0') ?? '0', -1),
    scaleDecimal(readNumeral(hundredths ?? '0') ?? '0', -2),
  ])
  return { yuan, end: start + all.trimEnd().length }
}

function endOfRate(text: string, end: number): number {
  RATE.lastIndex = end
  return end + (RATE.exec(text)?.[0].length ?? 0)
}

/** The lower end of a range and the other items of a list, which take their unit from the numeral behind them. */
function othersBefore(text: string, last: NumeralAt, floor: number): AmountAt[] {
  const found: AmountAt[] = []
  let current = last
  while (current.start > floor) {
    const before = text.slice(Math.max(0, current.start - 4), current.start).trimEnd()
    const mark =
      before.match(RANGE_MARK)?.[0] ?? (before.endsWith('、') && sharesUnit(text, current.start) ? '、' : '')
    if (mark === '') break
    const end = text.lastIndexOf(mark, current.start - 1)
    const numeral = numeralBefore(text, end, floor)
    if (numeral === null || isLabel(text, numeral.start)) break
    const yuan = numeral.power > 0 ? numeral.value : scaleDecimal(numeral.value, last.power)
    found.push({ start: numeral.start, end: numeral.end, yuan })
    if (mark !== '、') break
    current = numeral
  }
  return found
}

function sharesUnit(text: string, at: number): boolean {
  const sentence = text.slice(Math.max(0, at - 80), at)
  return SHARED_UNIT.test(sentence.slice(sentence.lastIndexOf('。') + 1))
}

/** Whether what stands here is the number of a clause or of something else, and no amount. */
function isLabel(text: string, start: number): boolean {
  return start === 0 || /[第附件表图]/.test(text.charAt(start - 1))
}

/** 5角/度, 5分钱. */
function amountsOfTenths(text: string): AmountAt[] {
  if (!text.includes('角') && !text.includes('分钱')) return []
  const found: AmountAt[] = []
  for (const match of text.matchAll(ONLY_TENTHS)) {
    if (/[元圆角0-9０-９.]/.test(text.charAt(match.index - 1) || ' ')) continue
    const value = readNumeral(match[1] ?? '')
    if (value === null) continue
    const end = endOfRate(text, match.index + match[0].length)
    found.push({ start: match.index, end, yuan: scaleDecimal(value, match[2] === '角' ? -1 : -2) })
  }
  return found
}

/** ￥5,000.00 without 元. */
function amountsWithSign(text: string, known: readonly AmountAt[]): AmountAt[] {
  const found: AmountAt[] = []
  const ends = new Set(known.map(({ start }) => start))
  for (const match of text.matchAll(CURRENCY_SIGN)) {
    const written = (match[1] ?? '').replace(/[,，.．]+$/, '')
    const start = match.index + match[0].length - (match[1] ?? '').length
    const value = readNumeral(written)
    if (value === null || ends.has(start)) continue
    const unit = toHalfWidth(text.slice(start + written.length)).match(/^ ?[万亿]/)?.[0] ?? ''
    const end = start + written.length + unit.length
    found.push({ start: match.index, end, yuan: scaleDecimal(value, trailingPower(unit)) })
  }
  return found
}

/** 20万, 0.5亿 where the sentence speaks of money. */
function amountsWithoutUnit(text: string, floor: number, known: readonly AmountAt[]): AmountAt[] {
  const found: AmountAt[] = []
  const starts = new Set(known.map(({ start }) => start))
  for (const match of text.matchAll(/[万亿]/g)) {
    const end = match.index + 1
    if (!MONEY_BEHIND_BARE.test(text.slice(end, end + 8))) continue
    const numeral = numeralBefore(text, end, floor)
    if (numeral === null || starts.has(numeral.start)) continue
    const before = text.slice(Math.max(0, numeral.start - 24), numeral.start)
    if (OTHER_CURRENCY.test(before) || !MONEY_BEFORE.test(before)) continue
    found.push({ start: numeral.start, end, yuan: numeral.value })
  }
  return found
}
