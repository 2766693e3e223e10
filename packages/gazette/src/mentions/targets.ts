import type { Table, Target } from '../issue.ts'
import type { ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import { LONGEST_NUMERAL, readNumeral } from './numerals.ts'
import { type Passage, passagesOf } from './passages.ts'
import { readTargetTables } from './target-tables.ts'
import {
  COMPARISON_BEHIND,
  comparisonBefore,
  GOAL_VERB_END,
  indicatorBefore,
  takesObject,
  UNIT,
  UNIT_BEGINNINGS,
} from './target-words.ts'
import { createYearFinder } from './target-years.ts'

/** A number with its unit, before it is known to be a target. */
interface MeasureAt {
  readonly start: number
  /** Behind unit and comparison (以上). */
  readonly end: number
  readonly value: string
  readonly unit: string
  /** By the word behind it: 以上, 以内, 左右. */
  readonly behind: Target['operator'] | null
  /** Whether it is the upper end of a range (2000—3000亩), and where the lower one begins. */
  readonly lower: { readonly start: number; readonly value: string } | null
}

const SHARE = /百分之[〇零一二三四五六七八九十百点两]{1,12}/y

/** What may follow the lower end of a range. */
const RANGE_MARKS = '-—–~～至%％ '

const BEHIND_MEASURES = new Set([...UNIT_BEGINNINGS, ...RANGE_MARKS])

/** Where the words begin that a number belongs to. */
const SEGMENT_START = /.*[。；;，,：:！？（(）)]/su

/** How far before a number its indicator is looked for. */
const LONGEST_INDICATOR = 60

/** What tells of the past, and of states that are no goal. */
const PAST =
  /已经?(?:建成|完成|实现|达|有|发行|投|累计|开)|累计(?:投入|投资|发放|查处|检查|整改|培训|建成)|截[至止]|同比|去年|(?:增长|下降|提高|减少|增加|达到|完成)了|以来|“?十[二三]五”?/

/** What tells of a goal even so. */
const FUTURE = /力争|争取|确保|目标|计划|到20\d\d|到“?十[四五六]五|将/

/** Headings under which a plan looks back. */
const LOOKS_BACK = /现状|回顾|形势|背景|基本情况|成效|成就|发展基础|存在(?:的)?(?:主要)?问题/

/** 2026年接待游客85万人次以上: a year and 以上 make a goal without a verb. */
const DATED = /20\d\d ?年|季度|全年|年内/

/** 力争到2028年，年接待游客150万人次: what leads the sentence makes a goal without a verb. */
const LED = /(?:力争|争取|确保|到)[^，。；]{0,16}，$/

/** 100%完成…: what is done stands behind the share. */
const DONE_BEHIND = /^ ?(?:完成|建成|实现|覆盖|达到|配备|落实|接入|纳入)/

/** 70%以上的村建立服务站: the share of a group is a goal where a verb of goals follows. */
const GROUP_BEHIND = /^ ?的[^，。；]{1,20}(?:建立|完成|实现|达到|建成|开展|配备)/

/** Words with which a text counts or tells, and sets no goal. */
const NO_GOAL = /涉及|用于|按照|根据|依据|对照|包括|下设|分为|共有|现有|原有|签订|给予|满足|未达|不足/

/** Lengths are goals only with 不低于 and the like. */
const LENGTH = /^[厘毫]?米$/

/** Sums of money are goals where they measure an economy; else they are rates, prices or ceilings. */
const MONEY_INDICATOR =
  /投资|投入|收入|产值|增加值|生产总值|GDP|规模|额|营收|利润|税|总量|增量|价值|融资|引资|到位资金|利用外资/

/** Conditions and cases, which set no goal: …的，处…, 如超过…. */
const CONDITION = /(?:如|若|凡|对|当|每)[^，。；]{0,20}$/

/**
 * What an instrument wants reached: indicator, operator, value, unit and year, from its sentences and its tables
 * of indicators. Figures of the past, conditions and penalties are no targets.
 */
export function readTargets(instrument: ReadInstrument, tables: readonly Table[] = []): Target[] {
  const yearOf = createYearFinder(instrument)
  const pastClauses = clausesThatLookBack(instrument)
  const inText = passagesOf(instrument, [], sign.digit).flatMap((passage) =>
    pastClauses.has(passage.clause) ? [] : targetsIn(passage, yearOf),
  )
  return [...inText, ...readTargetTables(instrument, tables, yearOf)]
}

function clausesThatLookBack({ clauses }: ReadInstrument): Set<string> {
  const past = new Set<string>()
  for (const { clause } of clauses) {
    const isPast =
      (clause.heading !== null && LOOKS_BACK.test(clause.heading)) ||
      (clause.parent !== null && past.has(clause.parent))
    if (isPast) past.add(clause.id)
  }
  return past
}

function targetsIn(
  passage: Passage,
  yearOf: (clause: string, text: string, at: number) => number | null,
): Target[] {
  const targets: Target[] = []
  let floor = passage.labelEnd
  let lastIndicator = ''
  const { text } = passage
  for (let at = startOfNumber(text, floor); at < text.length; at = startOfNumber(text, at)) {
    const start = at
    at = endOfNumber(text, start)
    if (start < floor || !mayBeMeasured(text, start, at)) continue
    const measure = readMeasure(text, start, text.slice(start, at))
    if (measure === null) continue
    const read = readTarget(text, measure, floor, lastIndicator)
    floor = measure.end
    if (read === null) continue
    lastIndicator = read.indicator
    const year = yearOf(passage.clause, text, measure.start)
    const lines = passage.linesOf(measure.start, measure.end)
    const { unit, lower } = measure
    const common = { clause: passage.clause, indicator: read.indicator, unit, year, lines }
    if (lower !== null) targets.push({ ...common, operator: '>=', value: lower.value })
    targets.push({ ...common, operator: lower === null ? read.operator : '<=', value: measure.value })
  }
  return targets
}

/** First digit, or 百 of 百分之, at an offset or behind it; the text's length where there is none. */
function startOfNumber(text: string, from: number): number {
  let at = from
  while (at < text.length && !isDigit(text.charCodeAt(at)) && text.charCodeAt(at) !== HUNDRED) at++
  return at
}

/** Behind the last character of the number that begins at an offset. */
function endOfNumber(text: string, start: number): number {
  if (text.charCodeAt(start) === HUNDRED) {
    SHARE.lastIndex = start
    return start + (SHARE.exec(text)?.[0].length ?? 1)
  }
  let end = start + 1
  while (end < text.length && (isDigit(text.charCodeAt(end)) || ',，.．'.includes(text.charAt(end)))) end++
  return end
}

const HUNDRED = '百'.charCodeAt(0)

/** A digit of half or full width. */
function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

/** Whether what stands behind a number may be a unit or a range's mark; most numbers are of dates and clauses. */
function mayBeMeasured(text: string, start: number, end: number): boolean {
  return text.charCodeAt(start) === HUNDRED ? end - start > 3 : BEHIND_MEASURES.has(text.charAt(end))
}

/** The number at an offset with what stands behind it; null where that is no unit of measure. */
function readMeasure(text: string, start: number, printed: string, mayBeRange = true): MeasureAt | null {
  if (printed.length > LONGEST_NUMERAL || /[第〔[A-Za-z.]$/.test(text.charAt(start - 1))) return null
  const isShare = printed.startsWith('百分之')
  const digits = isShare ? printed.slice(3) : printed.replace(/[,，.．]+$/, '')
  const end = isShare ? start + printed.length : start + digits.length
  const upper = isShare || !mayBeRange ? null : readUpperEnd(text, end)
  UNIT.lastIndex = end
  const unit = isShare ? '%' : (upper?.unit ?? UNIT.exec(text)?.[0])
  const value = unit === undefined ? null : readNumeral(digits)
  if (unit === undefined || value === null) return null
  if (upper !== null) return { ...upper, start, lower: { start, value } }
  const behind = readBehind(text, isShare ? end : end + unit.length)
  return { start, value, unit: unit.replaceAll(/[\s多余]/g, '').replace('％', '%'), ...behind, lower: null }
}

/** The upper end of a range: 2000—3000亩, 5%—10%. */
function readUpperEnd(text: string, end: number): MeasureAt | null {
  if (!RANGE_MARKS.includes(text.charAt(end) || '。')) return null
  const mark = text.slice(end, end + 4).match(/^ ?[%％]? ?[-—–~～至]{1,2} ?/)?.[0]
  if (mark === undefined) return null
  const printed = text
    .slice(end + mark.length, end + mark.length + LONGEST_NUMERAL)
    .match(/^[0-9０-９][0-9０-９.．]*/)?.[0]
  if (printed === undefined) return null
  return readMeasure(text, end + mark.length, printed, false)
}

function readBehind(text: string, unitEnd: number): { behind: Target['operator'] | null; end: number } {
  const words = text.slice(unitEnd, unitEnd + 8).match(COMPARISON_BEHIND)
  if (words === null) return { behind: null, end: unitEnd }
  const operator =
    /上$|上[）)]?$/.test(words[0]) && !words[0].includes('上下')
      ? '>='
      : /左右|上下/.test(words[0])
        ? '~'
        : '<='
  return { behind: operator, end: unitEnd + words[0].length }
}

/** What the words around a measure make of it; null where they set no goal. */
function readTarget(
  text: string,
  measure: MeasureAt,
  floor: number,
  lastIndicator: string,
): { indicator: string; operator: Target['operator'] } | null {
  const from = Math.max(floor, measure.start - LONGEST_INDICATOR)
  const before = text.slice(from, measure.start)
  const segmentStart = before.match(SEGMENT_START)?.[0].length ?? 0
  const segment = before.slice(segmentStart).trimEnd()
  const sentence = before.slice(before.lastIndexOf('。') + 1)
  const comparison = comparisonBefore(segment)
  const isVerbEnd = GOAL_VERB_END.test(segment)
  const behind = text.slice(measure.end, measure.end + 32)
  if (!comparison && (isCase(segment, behind, measure, isVerbEnd) || LENGTH.test(measure.unit))) return null
  if (behind.startsWith('的') && CONDITION.test(segment)) return null
  if (comparison?.isCondition && (behind.startsWith('的') || !FUTURE.test(sentence))) return null
  if (PAST.test(sentence) && !FUTURE.test(sentence)) return null
  const read = indicatorBefore(segment, comparison?.words ?? '')
  const isDated = measure.behind !== null && DATED.test(segment)
  const isLed = LED.test(before.slice(0, segmentStart).slice(-24)) && /^(?:$|[，。；、）;,)])/.test(behind)
  const isOwn = isDated || isLed || (isRate(read.indicator) && !CONDITION.test(segment))
  const isGoal = comparison !== null || read.isGoal || isVerbEnd || isOwn
  const noun = nounBehind(behind)
  const isDone = measure.unit === '%' && DONE_BEHIND.test(behind)
  const named = measure.unit !== '%' && takesObject(segment) ? noun || read.indicator : read.indicator || noun
  const indicator = isDone ? read.name + noun : named || read.name || lastIndicator
  if (!isGoal || indicator === '' || (/元$/.test(measure.unit) && !MONEY_INDICATOR.test(indicator)))
    return null
  return { indicator, operator: operatorOf(comparison?.operator ?? null, measure.behind) }
}

/** 300平方米以上的公共建筑, 30人以下免征, 需要完成的29项, 用于5个项目: which or how many, and no goal. */
function isCase(segment: string, behind: string, measure: MeasureAt, isVerbEnd: boolean): boolean {
  if (isVerbEnd) return false
  if (measure.unit === '%' && GROUP_BEHIND.test(behind)) return false
  return (
    /的$/.test(segment) ||
    NO_GOAL.test(segment) ||
    (measure.behind !== null && /^[^，。；、：！？（(）),;:\s]/.test(behind))
  )
}

/** 控制在5%以内, 不低于3%: the stricter word of the two decides; none says that just this is meant. */
function operatorOf(
  before: Target['operator'] | null,
  behind: Target['operator'] | null,
): Target['operator'] {
  if (before === null) return behind ?? '='
  return before === '<=' && behind === '~' ? '~' : before
}

/** A rate needs no verb: 达标率100%. */
function isRate(indicator: string): boolean {
  return /(?:率|比例|占比|比重|覆盖面|增速)$/.test(indicator)
}

/** 打造10个以上庭院经济示范村: the noun behind the measure. */
function nounBehind(behind: string): string {
  const noun = behind.match(/^ ?的?((?:[^，。；、：！？（(）),;:“]|“[^”]{1,12}”){2,30})/)?.[1] ?? ''
  return /^(?:的|以|且|并|和|及)/.test(noun) ? '' : noun.trim()
}
