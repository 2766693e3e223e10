/** Names of leading groups, headquarters and mechanisms in a text. */

/** A name of a body. */
export interface BodyNameAt {
  readonly name: string
  readonly start: number
  /** Behind its last character. */
  readonly end: number
  /** Whether the text sets the body up here: 成立…领导小组. */
  readonly isSetUp: boolean
}

const SUFFIX =
  /领导小组|领导组|工作小组|协调小组|指挥部|工作专班|专班|联席会议|协调机制|工作组|工作委员会|专业委员会/g

/** Characters and words before which a name cannot reach back. */
const BOUNDARIES = '，。；：,;:（）()！？的'
const WORDS_BEFORE = new Set([
  '成立',
  '设立',
  '组建',
  '调整',
  '健全',
  '建立',
  '下设',
  '以及',
  '参加',
  '作为',
  '负责',
  '提出',
  '启动',
])

/** Right before 领导小组 and the like these are no part of a name: 报领导小组. */
const PREPOSITIONS = '报向由经在对为任'

/** Ends of the text before a name that is set up: …成立, …成立由县长任组长的. */
const SET_UP =
  /(?:成立了?|设立|组建|调整|建立健全|建立|下设)$|(?:成立了?|设立|组建|建立)(?:由|以)?[^。；]{0,200}(?:组长|指挥|成员|参加|参与|组成|牵头|召集人)[^。；，]{0,8}的$/

/** Subjects that are told to set up bodies of their own. */
const OTHERS =
  /(?:(?:相应|分别|均要|都要|应当?)[^。；]{0,24}|(?:各[乡镇村街单部有县市地级相]|村民?委|居委)[^。；]{0,60})(?:成立|设立|组建|建立)[^。；]{0,12}$/

/** Names that say nothing by themselves: 领导小组, 县指挥部, 工作专班. */
const GENERIC =
  /^(?:本|该|总|现场|前线|前方|县|市|区|旗|乡|镇|县级|市级|县乡两级|县政府|全县|全市|工作|专项|部门|专门|相应)*(?:领导小组|领导组|工作小组|协调小组|指挥部|工作专班|专班|联席会议|协调机制|工作组|工作委员会)$/

/** Meetings and mechanisms are bodies only where somebody is named who makes them up. */
const MECHANISM = /(?:联席会议|协调机制)$/

/** 乡（镇）: brackets that belong to a name, hidden while brackets end names. */
const TOWNSHIP = /[（(〈<]([镇区市乡村])[）)〉>]/g

/** Longest name, in characters. */
const LONGEST_NAME = 60

/** Hides the brackets of 乡（镇） so that brackets can end names and posts; the text keeps its length. */
export function hideTownships(text: string): string {
  if (!/[镇区市乡村][）)〉>]/.test(text)) return text
  return text.replaceAll(TOWNSHIP, '‹$1›')
}

/** Gives back what `hideTownships` hid. */
export function showTownships(text: string): string {
  return text.replaceAll('‹', '（').replaceAll('›', '）')
}

/** Names of bodies in a text, in reading order. */
export function findBodyNames(text: string): BodyNameAt[] {
  const names: BodyNameAt[] = []
  const hidden = hideTownships(text)
  for (const match of hidden.matchAll(SUFFIX)) {
    const end = match.index + match[0].length
    if (isPartOfRole(hidden, match.index, end)) continue
    const previous = names.at(-1)
    const floor = Math.max(previous?.end ?? 0, match.index - LONGEST_NAME)
    const reach = startOfName(hidden, match.index, floor)
    const isBehindVerb = WORDS_BEFORE.has(hidden.slice(reach - 2, reach))
    const before = hidden.slice(reach, match.index)
    const start = reach + (labelLength(before) || conjunctionLength(before, match[0], isBehindVerb))
    const name = showTownships(hidden.slice(start, end)).replaceAll(/\s/g, '')
    names.push({ name, start, end, isSetUp: isSetUpAt(hidden, start, previous) })
  }
  return names
}

/** Where the name begins that ends in the suffix at `suffix`, at `floor` at the earliest. */
function startOfName(text: string, suffix: number, floor: number): number {
  if (PREPOSITIONS.includes(text.charAt(suffix - 1) || ' ')) return suffix
  let start = suffix
  for (; start > floor; start--) {
    const character = text.charAt(start - 1)
    if (BOUNDARIES.includes(character) || WORDS_BEFORE.has(text.slice(start - 2, start))) break
    if (character === '了' && text.startsWith('成立', start - 3)) break
  }
  return start
}

/** 任领导小组组长, 为指挥部成员 name a role and no body. */
function isPartOfRole(text: string, start: number, end: number): boolean {
  return (
    /[任为]/.test(text.charAt(start - 1)) && /^(?:副?组长|副?总?指挥|成员)/.test(text.slice(end, end + 4))
  )
}

/** Length of a clause's number before a name: 2.1.3 县指挥部. */
function labelLength(before: string): number {
  return before.match(/^\d{1,2}(?:[.．]\d{1,2}){1,4}[.．、]?/)?.[0].length ?? 0
}

/** Length of a conjunction before a name: …和指挥部, 组织机构和专班. */
function conjunctionLength(before: string, suffix: string, isBehindVerb: boolean): number {
  const leading = isBehindVerb ? 0 : (before.match(/^[和、及与 ]+/)?.[0].length ?? 0)
  const behindLast = before.slice(before.lastIndexOf('和') + 1)
  return before.includes('和') && isGenericName(behindLast + suffix)
    ? before.length - behindLast.length
    : leading
}

function isSetUpAt(text: string, start: number, previous: BodyNameAt | undefined): boolean {
  const sentence = text.slice(Math.max(0, start - 240), start)
  if (OTHERS.test(sentence)) return false
  // 下设甲专班、乙指挥部和丙指挥部
  const isListed = previous?.isSetUp === true && /^[、和及与 ]+$/.test(text.slice(previous.end, start))
  return isListed || SET_UP.test(sentence)
}

export function isGenericName(name: string): boolean {
  return GENERIC.test(name)
}

export function isMechanism(name: string): boolean {
  return MECHANISM.test(name)
}

/** A name for comparison: without the county before it, 领导组 as 领导小组. */
export function bodyKey(name: string): string {
  return name
    .replace(/^(?:\p{Script=Han}{1,3}?[县市区旗]|全?[县市区旗])(?:级|委|人民政府|政府)?(?=.)/u, '')
    .replace(/领导组$/, '领导小组')
}

/** What a short form ends in (县指挥部 → 指挥部), to be looked for at the end of full names. */
export function shortName(name: string): string {
  return bodyKey(name).replace(/^(?:本|该|工作|级)+(?=.)/, '')
}
