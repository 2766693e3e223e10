import type { PrintedLine } from './printed-lines.ts'
import { looksLikeRosterEntry, opensWithRole } from './roster-entry.ts'

/** Lines that are a paragraph of their own by what they are: rosters, annex heads, items with a bullet. */

const annexPattern = /^附[件表录图][（(]?[一二三四五六七八九十\d]{0,3}[)）]?[：:.、]?$/

/** 专栏3 某某工程, 表2 某某情况, 序言: they head what follows, without a number of their own. */
const captionPattern = /^(?:专栏|表|图)\d{1,2}[^。；，]*$|^(?:序|前|引|导)言$/

/** 单位：元, above a table. */
const measurePattern = /^[（(]?(?:计量|金额)?单位[：:][^。；，]{1,16}$/

/** A line that neither runs on nor is run into. */
export function isOwnLine(line: PrintedLine): boolean {
  const text = line.text
  if (line.isInColumns) return true
  if (text.length > 60) return false
  const first = text.charAt(0)
  if (first === '附') return annexPattern.test(text) || /^附[件表]/.test(text)
  if (captionPattern.test(text) || measurePattern.test(text)) return true
  if (text.includes('：') || text.includes(':')) {
    if (opensWithRole(text)) return true
  }
  return first !== '第' && looksLikeRosterEntry(line.raw)
}

/** A line that begins a paragraph even behind a broken one: a bullet, a dash, a key with a colon. */
export function opensOwnParagraph(line: PrintedLine): boolean {
  const first = line.raw.charAt(0)
  if (first === '-' || first === '*' || first === '•') {
    if (/^[-*•]\s/.test(line.raw)) return true
  }
  const text = line.text
  return text.startsWith('——') || keyPattern.test(text)
}

const keyPattern =
  /^(?:[一-龥]{2,6}单位|[一-龥]{2,4}时限|时限要求|责任人|联系人|联系电话|电话|邮箱|电子邮箱|地址|附件|备注|注)[：:]/

/** （责任单位：…） or （某局牵头，某局配合） as a whole line: it belongs to the paragraph above. */
export function isMarkerLine(text: string): boolean {
  if (!/^[（(]/.test(text) || !/[）)]。?$/.test(text) || text.length > 400) return false
  return (
    /责任单位|责任部门|牵头|负责|配合单位|参与单位/.test(text) &&
    !/^[（(][一二三四五六七八九十\d]{1,3}[）)]/.test(text)
  )
}
