import { codesOf, isDigit, isHan, isLatin, lastCode } from './characters.ts'

const commonSurname =
  /^[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\u4e00-\u9fff]{1,2}$/
const unitEnd = /(?:局|委|委员会|办|办公室|政府|厅|部|院|中心|大队|支队|公司|级|管委会)$/
const unitStart = /^[省市县区乡镇]/
const markupPattern = /<\/?(?:b|strong|i|em|u|sub|sup|span|font|p|div|br)\b[^<>]*>/gi
const entityPattern = /&(?:nbsp|#160|lt|gt|amp|quot);/g
const entities: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
}
const superscripts: Readonly<Record<string, string>> = { 2: '²', 3: '³' }

/**
 * The text of a cell without what only its layout put there: spaces inside words, marks of bold, tags. A space
 * between two units or two persons parts them and stays; so does one between two citations.
 */
export function cleanCell(printed: string): string {
  if (!carePattern.test(printed)) return printed
  let text = printed
  if (text.includes('<')) {
    text = text.replace(
      /\s{0,3}<sup>\s{0,3}([23])\s{0,3}<\/sup>\s{0,3}/gi,
      (_, digit: string) => superscripts[digit] ?? digit,
    )
    text = text.replace(markupPattern, ' ')
  }
  if (text.includes('&')) text = text.replace(entityPattern, (entity) => entities[entity] ?? entity)
  if (text.includes('**')) text = text.replace(boldPattern, '')
  text = withoutStrayMarks(text.trim())
  return /\s/.test(text) ? closeSpaces(text) : text
}

/** What may have to go from a cell: spaces, marks of markup, and marks that recognition leaves at the end. */
const carePattern = /[\s<&*]|[’'`.¹²³⁰⁴-⁹:：]$/

/** Marks of bold; the asterisks that mask digits (138****5678) are text. */
const boldPattern = /(?<![\d*])\*\*(?!\*)|(?<!\*)\*\*(?![\d*])/g

const strayMarksPattern = /([\u4e00-\u9fff])(?:\s*[’'`][:：]?|\s+[¹²³⁰⁴-⁹]+|\s*\.)$/
const longestName = 30

/** A name without what recognition left behind it: an unpaired quote, a raised number, a point. */
function withoutStrayMarks(text: string): string {
  if (text.length > longestName || !/[’'`.¹²³⁰⁴-⁹:：]$/.test(text) || /[‘。，；]/.test(text)) return text
  return text.replace(strayMarksPattern, '$1')
}

const dateToFillIn = /^年\s+月\s+日$/
const numberedCaption = /^(?:专栏|附[表件图]|[表图])\d+$/
function closeSpaces(text: string): string {
  if (dateToFillIn.test(text)) return '年 月 日'
  const words = text.split(/\s+/)
  let closed = words[0] ?? ''
  for (let index = 1; index < words.length; index++) {
    const [before, after] = [words[index - 1] ?? '', words[index] ?? '']
    const isLayout =
      isLayoutSpace(before, after) && !numberedCaption.test(closed) && !isNextYear(closed, after)
    closed += (isLayout ? '' : ' ') + after
  }
  return closed
}

/** `2023年：3辆 2024年：2辆`: a year after a quantity begins the next entry. */
function isNextYear(before: string, after: string): boolean {
  return /^20\d{2}(?:年|$)/.test(after) && /\d[\u4e00-\u9fff]$/.test(before.slice(-2))
}

const wordEnds = codesOf('%％‰²³”）)、≤≥<>')
const wordStarts = codesOf('（(“²³”）)')
const closingBrackets = codesOf('）)')

/** Whether a space between two words is there for layout only. */
function isLayoutSpace(before: string, after: string): boolean {
  const end = lastCode(before)
  const start = after.charCodeAt(0)
  if ((isDigit(end) && isDigit(start)) || (isLatin(end) && isLatin(start))) return false
  if (!(isHan(end) || isDigit(end) || isLatin(end) || wordEnds.has(end))) return false
  if (!(isHan(start) || isDigit(start) || isLatin(start) || wordStarts.has(start))) return false
  if (isDigit(start)) return !((isHan(end) || closingBrackets.has(end)) && itemNumber.test(after))
  if (!isHan(end) || !isHan(start)) return true
  return !partsUnits(before, after) && !(commonSurname.test(before) && commonSurname.test(after))
}

const itemNumber = /^\d{1,2}[.．、]/

/** 县财政局 · 县水利局, 县级 · 乡级. */
function partsUnits(before: string, after: string): boolean {
  return unitStart.test(after) && unitEnd.test(before.slice(-4))
}
