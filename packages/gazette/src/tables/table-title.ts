import type { Line } from '../reading.ts'
import { cleanCell } from './clean-cell.ts'
import { isBlank } from './table-region.ts'

const farthest = 8
const longestTitle = 70
const notePattern =
  /^[（(]?(?:单位|计量单位|填报|制表|编制|金额单位|日期|时间)[^，。]{0,12}[:：]|_{3,}|＿{2,}/
const captionPattern = /^(?:附\s*[件表录]\s*[\d一二三四五六七八九十]*|续表|[（(]续[)）]?)\s*[:：]?$/
const datePattern = /^(?:\d{4}|[〇○零一二三四五六七八九十]{4})\s*年\s*\S{1,2}\s*月\s*\S{1,3}\s*日$/
const publicPattern = /^[（(](?:此件|本件)/

/**
 * The title printed above a table: the short line over it, past its unit of measure and blanks to be filled in.
 * Null where prose, a date or nothing stands there; what stands above `floor` belongs to something else.
 */
export function titleAbove(lines: readonly Line[], first: number, floor = 0): string | null {
  for (let index = first - 1, seen = 0; index >= floor && seen < farthest; index--, seen++) {
    const raw = lines[index]?.raw ?? ''
    if (isBlank(raw)) continue
    const text = plainText(raw)
    if (isTableNote(text)) continue
    if (raw.includes('\t') || text.length > longestTitle || /[。；，：:、;,]$/.test(text)) return null
    if (datePattern.test(text) || publicPattern.test(text) || captionPattern.test(text)) return null
    return titleOf(text)
  }
  return null
}

const labelPattern =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,2}(?:\.\d{1,2})*[.．、\s])\s*/

const annexPattern = /^附\s*[件表录]\s*[\d一二三四五六七八九十]{0,3}\s*[:：.．、]?\s*/

/** A numbered heading heads the clause, and titles the table only where it calls itself one: 三、资金分配表. */
function titleOf(printed: string): string | null {
  const text = printed.replace(annexPattern, '')
  const label = labelPattern.exec(text)?.[0]
  if (label === undefined) return cleanCell(text)
  return /(?:表|清单|名单|目录|名录)$/.test(text) ? cleanCell(text.slice(label.length)) : null
}

/** What stands beside a title and is none: 单位：万元, 填报单位：, _____省_____市. */
export function isTableNote(text: string): boolean {
  return notePattern.test(text)
}

function plainText(raw: string): string {
  return raw
    .replace(/^\s*(?:#{1,6}\s+|[-*]\s+)?/, '')
    .replaceAll('**', '')
    .trim()
}
