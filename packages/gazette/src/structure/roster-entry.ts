import { concatTraced, type TracedText } from '../traced-text.ts'
import { cleanLine } from './cleaning.ts'

/**
 * Lines of a roster: 组　长：王某某　县政府副县长, or a name and a post without a role. The space between a name
 * and a post is text, all other spaces are layout.
 */

const role = '(?:[\\u4e00-\\u9fff][ \\u3000]*){2,8}[：:]'
const note = '[（(](?:[男女]|[\\u4e00-\\u9fff]{1,5}族|[男女][，、,][\\u4e00-\\u9fff]{1,5}族)[）)]'
const name = `(?:[\\u4e00-\\u9fff](?:[ \\u3000]*[\\u4e00-\\u9fff]){1,3}?|[\\u4e00-\\u9fff]{1,8}(?:·[\\u4e00-\\u9fff]{1,8}){1,3})(?:${note})?`
const entryPattern = new RegExp(
  `^[ \\u3000]*(${role})?[ \\u3000]*${name}([ \\u3000]+)(?=[\\u4e00-\\u9fff]{2})`,
)

const rolePattern =
  /^(?:总|副|常务|第一|执行)*(?:组长|指挥长?|总指挥|主任|召集人|主席|会长|队长|成员|委员|联络员|秘书长)(?:单位)?[：:]/

/** 组长：, 副总指挥：, 成员单位：. */
export function opensWithRole(text: string): boolean {
  return rolePattern.test(text)
}

/**
 * Words parted by spaces, a name of two or three characters among the first, and nothing of a sentence: also an
 * entry whose post is cut off, or pieces of a roster that columns ran together.
 */
export function looksLikeRosterEntry(raw: string): boolean {
  if (!spaces.test(raw)) return false
  const text = raw.trim()
  if (text.length > longestEntry || !/^[\u4e00-\u9fff、·（）()\s]+$/.test(text)) return false
  if (spacedName.test(text)) return true
  const words = text.split(/[\s\u3000]+/)
  const hasName = words.slice(0, 2).some((word) => namePattern.test(word))
  return hasName && (words.at(-1)?.length ?? 0) >= 2
}

const namePattern =
  /^(?:[\u4e00-\u9fff]{2,3}|(?:欧阳|上官|司马|诸葛|皇甫|尉迟|夏侯|令狐|司徒|慕容|端木|东方)[\u4e00-\u9fff]{1,2}|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3})$/

/** 方 立　县委宣传部副部长 */
const spacedName = /^[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2}[ \u3000]+[\u4e00-\u9fff]{4,40}$/

const postEnd = /(?:[长员委局队办师]|主任|书记|主席|经理|负责人|中心|公司)$/
const longestEntry = 60

/** The line with the space behind its name kept; null where it is no entry with a name and a post. */
export function readRosterEntry(raw: string, line: number, from: number, to: number): TracedText | null {
  if (to - from > longestEntry || !spaces.test(raw)) return null
  const text = raw.slice(from, to)
  const match = entryPattern.exec(text)
  if (match === null || /[。；，《]/.test(text)) return null
  const [all, printedRole, space = ''] = match
  const isEntry =
    printedRole === undefined
      ? postEnd.test(text.trimEnd())
      : opensWithRole(printedRole.replace(/[ \u3000]/g, ''))
  if (!isEntry) return null
  const end = from + all.length
  const gap = end - space.length
  return concatTraced([
    cleanLine(raw, line, from, gap),
    { text: ' ', pieces: [{ at: 0, line, column: gap, width: space.length }] },
    cleanLine(raw, line, end, to),
  ])
}

const spaces = /[ \u3000]/
