import type { PrintedLine } from './printed-lines.ts'

/** Lines that are a paragraph of their own by what they are: rosters, annex heads, items with a bullet. */

const rolePattern =
  /^(?:总|副|常务|第一|执行)*(?:组长|指挥长?|总指挥|主任|召集人|主席|会长|队长|成员|委员|联络员|秘书长)(?:单位)?[：:]/

/** 王某某　县水利局局长: words parted by spaces, a name of two or three characters among the first. */
function isRosterEntry(raw: string): boolean {
  if (!/[ \u3000]/.test(raw)) return false
  const text = raw.trim()
  if (text.length > longestEntry || !/^[\u4e00-\u9fff、（）()\s]+$/.test(text)) return false
  const words = text.split(/[\s\u3000]+/)
  if (spacedName.test(text)) return true
  return (
    words.slice(0, 2).some((word) => /^[\u4e00-\u9fff]{2,3}$/.test(word)) && (words.at(-1)?.length ?? 0) >= 2
  )
}

const longestEntry = 44

/** 方 立　县委宣传部副部长 */
const spacedName = /^[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2}[ \u3000]+[\u4e00-\u9fff]{4,40}$/

const annexPattern = /^附[件表录图][（(]?[一二三四五六七八九十\d]{0,3}[)）]?[：:.、]?$/

/** 专栏3 某某工程, 表2 某某情况, 序言: they head what follows, without a number of their own. */
const captionPattern = /^(?:专栏|表|图)\d{1,2}[^。；，]*$|^(?:序|前|引|导)言$/

/** A line that neither runs on nor is run into. */
export function isOwnLine(line: PrintedLine): boolean {
  const text = line.text
  if (line.isInColumns) return true
  if (text.length > 60) return false
  const first = text.charAt(0)
  if (first === '附') return annexPattern.test(text) || /^附[件表]/.test(text)
  if (captionPattern.test(text)) return true
  if (text.includes('：') || text.includes(':')) {
    if (rolePattern.test(text)) return true
  }
  return first !== '第' && isRosterEntry(line.raw)
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
