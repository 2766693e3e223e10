import type { Body, Span } from '../issue.ts'
import { hideTownships, showTownships } from './body-names.ts'
import { isWholePost } from './roster-lines.ts'

type Member = Body['members'][number]

/** What sentences say of who makes up a body: 由县长任组长, 成员单位包括…, 办公室设在…. */

const ROLES = '(?:第一|常务)?(?:副)?(?:组长|总指挥长?|指挥长|召集人|主任委员)'

/** 由县长任组长, 副县长担任副组长, 县长任领导小组组长: the verb and the role. */
const AS_ROLE = new RegExp(
  `(?:担任|兼任|任|为)(?:[^，。；任]{0,8}(?:领导小组|指挥部|专班))?(${ROLES}|办公室(?:常务)?副?主任)(?=[，。；、,;的：:（）)]|$)`,
  'g',
)

/** What ends the words before a post. */
const POST_BOUNDARY = '，。；：:,;（()）'

/** Longest post, in characters. */
const LONGEST_POST = 60

/** 组长由县长担任. */
const ROLE_BY = new RegExp(
  `(${ROLES}|办公室主任|副主任)由([^，。；：,;（()）]{2,40}?)(?:同志)?(?:担任|兼任|任(?!兼|担))`,
  'g',
)

/** 成员由…组成, 成员单位包括…. */
const MEMBERS_BEHIND = /成员(?:单位)?(?:由|包括|为|有)([^。；]{2,400}?)(?:等?(?:组成|构成)|[。；]|$)/

/** …为成员, …作为领导小组成员单位. */
const MEMBERS_BEFORE = /(?:担任|作为|(?<!责)任|为)(?:[^，。；：]{0,10}(?:领导小组|指挥部|专班))?成员/

/** What stands before the list in …为成员. */
const BEFORE_MEMBERS = /.*(?:[，,。；：]|吸纳|组长、|指挥长?、|召集人、)/su

/** 办公室设在县某局. */
const OFFICE = /(?:办公室?(?:地点)?设(?:在|于)|下设办公室在)([^，。；、,;（()）]{2,30})/g

/** Longest list of members, in characters. */
const LONGEST_LIST = 300

/** Words before a post or a unit that are no part of it. */
const BEFORE_POST = /^.*(?:成立|设立|组建|吸纳|抽调|(?<![自理])由|以(?!上|下|及))/u

/** What units are called by; a list of such, or of whole posts, is parted at its commas. */
const UNIT_END = /[局委部办院站队会社行府处厅署院校场园]$|中心$|单位$|公司$|部门$/

/** Members that a text names by their posts or units, in reading order of their roles. */
export function membersInProse(text: string, lines: Span): Member[] {
  const hidden = hideTownships(text)
  const members: Member[] = []
  const add = (role: string, posts: readonly string[]) => {
    for (const post of posts) members.push(memberOf(role, showTownships(post), lines))
  }
  if (/组长|指挥|召集人|主任/.test(hidden)) {
    let floor = 0
    for (const match of hidden.matchAll(AS_ROLE)) {
      let start = match.index
      const first = Math.max(floor, start - LONGEST_POST)
      while (start > first && !POST_BOUNDARY.includes(hidden.charAt(start - 1))) start--
      add(match[1] ?? '', postsOf(hidden.slice(start, match.index)))
      floor = match.index + match[0].length
    }
    for (const [, role = '', post = ''] of hidden.matchAll(ROLE_BY)) {
      add(role === '副主任' ? '办公室副主任' : role, postsOf(post))
    }
  }
  if (hidden.includes('成员')) {
    add('成员', itemsOf(hidden.match(MEMBERS_BEHIND)?.[1] ?? membersBefore(hidden)))
  }
  return members
}

/** The list that …为成员 ends. */
function membersBefore(text: string): string {
  const end = text.search(MEMBERS_BEFORE)
  if (end === -1) return ''
  const before = text.slice(Math.max(0, end - LONGEST_LIST), end)
  return before.slice(before.match(BEFORE_MEMBERS)?.[0].length ?? 0)
}

/** Units that keep an office, with where in the text they are named. */
export function officesInProse(text: string): { unit: string; at: number }[] {
  if (!/设[在于]|办公室在/.test(text)) return []
  return [...text.matchAll(OFFICE)].map((match) => ({
    unit: (match[1] ?? '').replace(/(?:内|处)$/, ''),
    at: match.index,
  }))
}

/** 办公室主任由某某兼任 names a person; all else is a post or a unit. */
function memberOf(role: string, item: string, lines: Span): Member {
  const name = item.replace(/同志$/, '')
  const isPerson = role.includes('办公室') && /^\p{Script=Han}{2,3}$/u.test(name) && !isWholePost(name)
  return { role, person: isPerson ? name : null, post: isPerson ? null : item, lines }
}

/** Posts of one role: a list where each item is whole in itself, else one. */
function postsOf(list: string): string[] {
  const items = itemsOf(list)
  const isList = items.every(
    (item) => isWholePost(item) || UNIT_END.test(item) || /^\p{Script=Han}{2,3}$/u.test(item),
  )
  return isList ? items : [list.replace(BEFORE_POST, '').trim()].filter((item) => item !== '')
}

/** Items of a list without its brackets and what stands for the rest (等相关部门). */
function itemsOf(list: string): string[] {
  return list
    .replaceAll(/[（(][^）)]*[）)]?/g, '')
    .replace(BEFORE_POST, '')
    .replace(/(?<=[^、，,]{2})等[^、，,]{0,12}$/, '')
    .split(/[、，,]/)
    .map((item) => item.trim())
    .filter((item) => item.length > 1)
}
