import { concatTraced, type TracedText } from '../traced-text.ts'
import { cleanLine } from './cleaning.ts'

/**
 * Lines of a roster: 组　长：王某某　县政府副县长, or a name and a post without a role. The space between a name
 * and a post is text, all other spaces are layout.
 */

const role = '(?:[\\u4e00-\\u9fff][ \\u3000]*){2,8}[：:]'
const name = '[\\u4e00-\\u9fff](?:[ \\u3000]*[\\u4e00-\\u9fff]){1,3}?'
const entryPattern = new RegExp(
  `^[ \\u3000]*(${role})?[ \\u3000]*${name}([ \\u3000]+)(?=[\\u4e00-\\u9fff]{2})`,
)

const roleEnd =
  /^(?:总|副|常务|第一|执行)*(?:组长|指挥长?|总指挥|主任|召集人|主席|会长|队长|成员|委员|联络员|秘书长)(?:单位)?[：:]$/
const postEnd = /(?:[长员委局队办]|主任|书记|主席|经理|负责人|中心|公司)$/
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
      : roleEnd.test(printedRole.replace(/[ \u3000]/g, ''))
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
