/**
 * Single lines of a roster (组成人员名单): 组长：某某 县委常委、副县长. A person is told from a post by the space
 * that the print leaves between them, else by a surname before a unit or a post.
 */

/** One line of a roster. */
export type RosterLine =
  | {
      readonly kind: 'member'
      readonly role: string | null
      readonly person: string | null
      readonly post: string | null
    }
  /** Names only: 成员：张某某、李某某. */
  | { readonly kind: 'names'; readonly role: string | null; readonly people: readonly string[] }
  /** Rest of the post in the line above (办副主任), or a member without a name (各乡镇乡镇长). */
  | { readonly kind: 'rest'; readonly post: string }
  /** More than one person, or pieces of another column: what belongs to whom cannot be told. */
  | { readonly kind: 'scrambled'; readonly role: string | null }
  /** Text: the roster has ended. */
  | { readonly kind: 'text' }

const ROLE_WORDS = [
  '(?:总|第一|常务)*(?:副)?(?:组长|总指挥长?|指挥长|召集人|队长|政委)',
  '(?:常务|第一)?副?(?:主任委员|主任)',
  '(?:办公室|领导小组办公室|指挥部办公室|专班办公室|办公)(?:常务)?副?主任',
  '成员(?:单位)?',
  '组员',
  '委员',
  '联络员',
  '秘书长',
  '副秘书长',
  '顾问',
].join('|')

const ROLE = new RegExp(
  `^(?:[-—•·*# ]|[(（][一二三四五六七八九十0-9]+[)）]|[0-9]{1,2}[.、])*(${ROLE_WORDS})\\**[：:]\\**`,
)

/** Last characters of the roles before a colon. */
const ROLE_ENDS = /[长挥人委任员位问][\s*]*$/

/** Posts end so; a line that ends otherwise runs on in the next. */
const POST_END =
  /(?:[长员]|主任|书记|主席|经理|政委|总监|专员|干事|秘书|指导|负责人|负责同志|领导|同志|工程师|会计师|站务|代表|主管|干部|骨干|参谋|委员|常委)(?:[（(][^）)]{1,12}[）)])?[。；;，,]?$/

/** What a post or a unit begins with, so that what stands before it is a name. */
const POST_START =
  /^(?:县|市|省|区|旗|州|乡|镇|村|党|副|主任|局|中国|国家|国网|中共|武警|人武|各|原|兼|常|政|办|街道|社区|公安|财政|教育|农业|交通|水利|民政|司法|统计|应急|审计|税务|移动|联通|电信|供电|邮政|消防|人大|政协|纪委|组织|宣传|统战|团|工会|妇联|五|大队|林|气象|卫|住|自然|生态|环保|发展|发改|工信|科|文|市场|行政|医|信访|档案|融媒)/

/** The commonest surnames; enough to tell a name from a unit where no space parts them. */
const SURNAMES = new Set(
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺',
)

/** The number of a clause or an annex at the start of a line. */
const HEADING = /^(?:第?[一二三四五六七八九十]+[、章条]|[（(][一二三四五六七八九十]+[）)]|[0-9]+[.．、]|附)/

/** （女）, （蒙古族）: what stands in brackets between a name and a post. */
const NOTE_BEHIND_NAME = /[（(](?:[男女]|[\u4e00-\u9fff]{1,5}族|[男女][，、,][\u4e00-\u9fff]{1,5}族)[）)]/

/** Longest line of a roster that has no role of its own. */
const LONGEST_LINE = 48

/** Reads one line of a roster; the spaces and tabs between its parts must still be in it. */
export function readRosterLine(text: string): RosterLine {
  const line = text.replaceAll('**', '').trim()
  const { role, rest: printed } = splitRole(line)
  const rest = printed.replace(NOTE_BEHIND_NAME, ' ')
  const parts = rest.split(/\s+/).filter((part) => part !== '')
  const [first = '', second = ''] = parts
  if (role === null && isShortPost(first) && isName(second)) return { kind: 'scrambled', role }
  if (role === null && (line.length > LONGEST_LINE || HEADING.test(line) || /[。；：:]/.test(line))) {
    return { kind: 'text' }
  }
  const people = namesOf(rest)
  if (people.length > 1) return { kind: 'names', role, people }
  const named = takeName(parts)
  if (named !== null) {
    if (isScrambled(named.parts)) return { kind: 'scrambled', role }
    return { kind: 'member', role, person: named.person, post: named.parts.join('') || null }
  }
  const isMixed = (isShortPost(first) && parts.length > 1) || parts.slice(1).some(isSurnamed)
  if (role === null && isMixed) return { kind: 'scrambled', role }
  if (role === null) return { kind: 'rest', post: parts.join('') }
  return { kind: 'member', role, person: null, post: parts.join('') || null }
}

/** A line that begins with the rest of the post above and goes on with the next member, and what it is read as. */
export interface CarriedLine {
  /** 局长 */
  readonly rest: string
  readonly person: string
  /** As far as it goes: the line below may carry its rest. */
  readonly post: string
}

/** Parts of a post have no sign of a sentence in them, and are not as long as one. */
const PROSE = /[，。；：]/
const LONGEST_POST_PART = 24

/**
 * Reads a line on which a narrow column was printed one line too low: 局长 张某某 县某局. What follows a post as prose
 * has come from elsewhere and is left out. Null where the line is no such line.
 */
export function readCarriedLine(text: string): CarriedLine | null {
  const [rest = '', person = '', ...behind] = text.trim().split(/\s+/)
  if (!isShortPost(rest) || !isSurnamed(person)) return null
  const prose = behind.findIndex((part) => PROSE.test(part) || part.length > LONGEST_POST_PART)
  const post = behind.slice(0, prose === -1 ? behind.length : prose)
  if (post.length === 0 || post.length > 2 || !post.every(isHan) || post.some(isSurnamed)) return null
  return { rest, person, post: post.reduce(joinPost) }
}

/** Most characters that a print says twice where it breaks a post: 局 / 局局长, 大队 / 大队大队长. */
const MOST_REPEATED = 2

/** Joins a post that a line broke; 局 / 局局长 repeats what stood before the break. */
export function joinPost(post: string, rest: string): string {
  for (let length = MOST_REPEATED; length > 0; length--) {
    const end = post.slice(-length)
    if (end.length === length && rest.startsWith(end.repeat(2))) return post + rest.slice(length)
  }
  return post + rest
}

/** 张某某、李某某 or 张某某 李 某: all names and nothing else; empty otherwise. */
function namesOf(text: string): string[] {
  if (text.length > 200) return []
  const names = text
    .replaceAll(/(?<![\p{Script=Han}])(\p{Script=Han})\s+(\p{Script=Han})(?![\p{Script=Han}])/gu, '$1$2')
    .split(/[\s、，,]+/)
    .filter((part) => part !== '')
  return names.every((part) => isSurnamed(part) && part.length < 4) ? names : []
}

function isShortPost(part: string): boolean {
  return part.length <= 8 && isWholePost(part)
}

/** The role at the start of a line, as printed without its spaces, and what stands behind its colon. */
export function splitRole(line: string): { role: string | null; rest: string } {
  const start = line.slice(0, 26)
  const colon = start.search(/[：:]/)
  if (colon === -1 || !ROLE_ENDS.test(start.slice(0, colon))) return { role: null, rest: line }
  const head = start.slice(0, colon + 1).replaceAll(/\s/g, '')
  const role = head.match(ROLE)?.[1]
  if (role === undefined || !head.endsWith(`${role}${head.slice(-1)}`)) return { role: null, rest: line }
  return { role, rest: line.slice(colon + 1).replace(/^\*+/, '') }
}

/** Whether a post is whole as it stands, or runs on in the next line. */
export function isWholePost(post: string): boolean {
  return POST_END.test(post)
}

/** A name at the start: 张某某, 张 某 (the print spaces names of two), or one that a unit follows at once. */
function takeName(parts: readonly string[]): { person: string; parts: readonly string[] } | null {
  const [first = '', second = ''] = parts
  if (isHan(first) && isHan(second) && first.length === 1 && second.length === 1) {
    return { person: first + second, parts: parts.slice(2) }
  }
  if (isName(first)) return { person: first, parts: parts.slice(1) }
  for (const length of [3, 2]) {
    const name = first.slice(0, length)
    if (/[副县市省区局党政主]$/.test(name)) continue
    const behind = first.slice(length)
    if (
      isName(name) &&
      SURNAMES.has(name.charAt(0)) &&
      POST_START.test(behind) &&
      POST_END.test(parts.join(''))
    ) {
      return { person: name, parts: [behind, ...parts.slice(1)] }
    }
  }
  return null
}

function isHan(text: string): boolean {
  return /^[\p{Script=Han}·]+$/u.test(text)
}

/** 阿依古丽·买买提 */
const MINORITY_NAME = /^[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}$/

/** Two to four characters that can be a person's name. */
function isName(text: string): boolean {
  if (MINORITY_NAME.test(text)) return true
  if (!isHan(text) || text.length < 2 || text.length > 4 || POST_END.test(text)) return false
  const isSurname = SURNAMES.has(text.charAt(0))
  if (/[县市省区乡镇村局委部办院厅处科股队站社会党]$/.test(text)) {
    return isSurname && text.length === 3 && !/[局委部办会社队站厅院]$/.test(text)
  }
  return text.length < 4 || isSurname
}

function isSurnamed(text: string): boolean {
  return isName(text) && SURNAMES.has(text.charAt(0))
}

/** Further parts that do not simply go on with the first: another person, or a post behind a whole post. */
function isScrambled(parts: readonly string[]): boolean {
  return parts
    .slice(1)
    .some((part, index) => isName(part) || isWholePost(parts[index] ?? '') || !isWholePost(part))
}
