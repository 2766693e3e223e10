const commonSurname =
  /^[李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文][\p{Script=Han}]{1,2}$/u
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
  let text = printed
  if (text.includes('<')) {
    text = text.replace(
      /\s*<sup>\s*([23])\s*<\/sup>\s*/gi,
      (_, digit: string) => superscripts[digit] ?? digit,
    )
    text = text.replace(markupPattern, ' ')
  }
  if (text.includes('&')) text = text.replace(entityPattern, (entity) => entities[entity] ?? entity)
  if (text.includes('**')) text = text.replaceAll('**', '')
  text = withoutStrayMarks(text.trim())
  return /\s/.test(text) ? closeSpaces(text) : text
}

const strayMarksPattern = /(\p{Script=Han})(?:\s*[’'`][:：]?|\s+[¹²³⁰⁴-⁹]+|\s*\.)$/u
const longestName = 30

/** A name without what recognition left behind it: an unpaired quote, a raised number, a point. */
function withoutStrayMarks(text: string): string {
  if (text.length > longestName || !/[’'`.¹²³⁰⁴-⁹:：]$/.test(text) || /[‘。，；]/.test(text)) return text
  return text.replace(strayMarksPattern, '$1')
}

const dateToFillIn = /^年\s+月\s+日$/
const numberedCaption = /^(?:专栏|附[表件图]|[表图])\d+$/
const wordEnd = /[\p{Script=Han}\d%％‰²³”）)、≤≥<>]$/u
const wordStart = /^[\p{Script=Han}\d（(“²³”）)]/u
const latinEnd = /[A-Za-z]$/
const latinStart = /^[A-Za-z]/

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
  return /^20\d{2}(?:年|$)/.test(after) && /\d\p{Script=Han}$/u.test(before)
}

function isLayoutSpace(before: string, after: string): boolean {
  if (/\d$/.test(before) && /^\d/.test(after)) return false
  if (latinEnd.test(before) && latinStart.test(after)) return false
  if (/[\p{Script=Han}）)]$/u.test(before) && /^\d{1,2}[.．、]/.test(after)) return false
  if (unitEnd.test(before) && unitStart.test(after)) return false
  if (commonSurname.test(before) && commonSurname.test(after)) return false
  return (wordEnd.test(before) || latinEnd.test(before)) && (wordStart.test(after) || latinStart.test(after))
}
