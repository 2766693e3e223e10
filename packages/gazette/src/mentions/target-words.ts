import type { Target } from '../issue.ts'

/** The words by which targets are told: units, comparisons, verbs of goals, and what an indicator is without them. */

/** Units of measure behind a number; spans of time are deadlines and durations, no targets. */
export const UNIT =
  / ?[多余]? ?(?:个百分点|百分点|%|％|‰|[万亿千百]? ?(?:千瓦时|千瓦|兆瓦|吉瓦|立方米|平方米|平方公里|平方千米|微克\/立方米|微克每立方米|毫克\/升|公里|千米|厘米|毫米|微克|毫克|公顷|亩次|亩|吨标准煤|吨|公斤|千克|斤|人次|件次|户次|场次|人|名|户|家|所|座|处|条|支|辆|台|套|项|件|场|次|册|张|只|头|羽|株|穴|眼|盏|门|片|块|倍|课时|学时|张床位|元|米|个(?!月|工作日|小时|季度|半?年|星期|周|交易日))|[万亿](?![0-9一-龥]))(?!\/)/y

/** First characters of the units and of what may stand before them. */
export const UNIT_BEGINNINGS =
  ' 多余个百%％‰万亿千兆吉立平微毫公厘亩吨斤人件户场名家所座处条支辆台套项次册张只头羽株穴眼盏门片块倍课学元米'

/** Behind the unit: 以上, 以内, 左右. */
export const COMPARISON_BEHIND = /^ ?(?:（含）|\(含\))?(?:及?以上|及?以下|以内|之内|左右|上下)/

const COMPARISONS: readonly (readonly [Target['operator'], RegExp, boolean])[] = [
  [
    '>=',
    /(?:不得?(?:低于|少于|小于|低过)|大于等于|最低(?:达到)?|至少(?:要|应)?(?:达到|完成|建成|新建|培育|安排|有|打造|建设|创建|开展|组织|举办|配备|培训|开放|建成并开放)?(?:一?次?)?|≥|>=|＞=|≧)$/,
    false,
  ],
  [
    '<=',
    /(?:不得?(?:超过|高于|多于|大于|突破|超)|小于等于|最多(?:不超)?|控制(?:在|到)(?:[^，。；]{1,24}(?:之内|以内))?|≤|<=|＜=|≦)$/,
    false,
  ],
  ['>', /(?:突破|[>＞])$/, false],
  ['<', /[<＜]$/, false],
  ['>', /(?:高于|超过|大于|多于|优于|超)$/, true],
  ['<', /(?:低于|少于|小于)$/, true],
]

/** A comparison before a number. */
export interface ComparisonBefore {
  readonly operator: Target['operator']
  readonly words: string
  /** Words that name a case more often than a goal (超过…的). */
  readonly isCondition: boolean
}

export function comparisonBefore(segment: string): ComparisonBefore | null {
  const end = segment.slice(-40)
  for (const [operator, pattern, isCondition] of COMPARISONS) {
    const words = end.match(pattern)?.[0]
    if (words !== undefined) return { operator, words, isCondition }
  }
  return null
}

/** Verbs that make what follows a goal. */
const GOAL_VERBS =
  '达到|达|实现|完成|建成|新建|新增|力争|确保|争取|增长|增加|提高|提升|下降|降低|减少|压减|保持|稳定|打造|建设|创建|培育|培训|发展|扩大|认定|建立|组建|引进|开工建设|开工|改造|治理|创成|造林|开展|举办|组织|配备|安排|设立|推广|种植|托管|推动|推进|实施|开放'

/** Verbs directly before the number, with 到, 至, 在 or the like. */
export const GOAL_VERB_END = new RegExp(`(?:${GOAL_VERBS}|要有|应有|有)(?:到|至|在|为|约|近|了)?$`)

/** Verbs and adverbs at the end of what is measured, which are no part of its name. */
const TRAILING =
  /(?:(?:严格|均|都|全部|分别|累计|共|总共|总计|要|应|应当|力争|争取|确保|须|必须|也|已|将|能|仅|约|近|再)|(?:达到|达|实现|完成|保持|稳定|维持|控制|提高|提升|扩大|增加|压减|压缩|降低|下降|减少)(?:到|至|在)|达到|达|实现|为|是|占|在|于|到|至|中?要有|20\d\d ?年|[：: ])+$/

const OBJECT_VERB_END =
  /(?:举办|打造|新建|培育|创建|建设|建成|完成|认定|开展|组织|配备|引进|安排|实施|推广|建立|组建|改造|种植|争取|力争|公布|推出|出台|有)(?:不少于|至少)?$/

/** Whether the verb before a number takes what stands behind the measure: 打造10个示范村. */
export function takesObject(segment: string): boolean {
  return OBJECT_VERB_END.test(segment)
}

/** Words of time, manner and modality before what is measured. */
const LEADING =
  /^(?:(?:到|至|截至|力争到?|争取到?)? ?(?:20\d\d ?年?[-—–~～至]?)*(?:20\d\d) ?年(?:年?底|年?末)?前?|(?:到)?“?十[三四五六]五”?(?:期?末|期间|时期)|[一二三四上下]半?季?年?度?(?=四季度)|第?[一二三四]季度|力争|争取|确保|力促|努力|预计|预期|计划|目标|总体目标|要|应|应当|须|必须|使|让|并|且|同时|其中|全年|年内|当年|年底前?|月底前|今年|每年|本年度|达到|实现|完成|建成|保证|推动实现|[、，,  ])+/

/** What is measured, as the words before a number name it, and whether they set a goal. */
export function indicatorBefore(
  segment: string,
  comparison: string,
): { name: string; indicator: string; isGoal: boolean } {
  const words = segment.slice(0, segment.length - comparison.length)
  const [place, rest] = splitPlace(words.replace(LEADING, ''))
  const name =
    place +
    rest
      .replace(LEADING, '')
      .replace(TRAILING, '')
      .replace(/[、的]+$/, '')
  const bare = place + name.slice(place.length).replace(BUILDING, '')
  const indicator = ONLY_VERB.test(name) || WHOLE_COUNTY.test(name) ? '' : bare
  return { name, indicator, isGoal: GOAL.test(words) }
}

/** 全县2021年完成…: the place, and what follows it. */
function splitPlace(words: string): [string, string] {
  const place = words.match(/^(?:全|我|本)[县市区省乡镇]/)?.[0] ?? ''
  return [place, words.slice(place.length)]
}

/** Names the place and nothing that is measured. */
const WHOLE_COUNTY = /^(?:组织)?(?:全|我|本)[县市区省乡镇]$/

const GOAL = new RegExp(`(?:${GOAL_VERBS}|目标|任务|指标)`)

/** 建设高效节水灌溉面积 → 高效节水灌溉面积: the measure itself says what is built. */
const BUILDING =
  /^(?:建设|完成|建成|实现|达到|保证|治理)(?=.*(?:面积|总量|产量|投资|里程|率|收入|产值|增加值|数量|规模)$)/

const ONLY_VERB = new RegExp(`^(?:.{0,2}(?:${GOAL_VERBS}|至少|不少于|有))?$`)
