import type { Finding, Span } from '../issue.ts'
import { daysInMonth, toIsoDate } from '../mentions/dates.ts'
import type { ReadClause } from '../reading.ts'
import { spoken } from './dates.ts'
import { createContexts, findingIn, type InstrumentCheck, type InstrumentSources } from './finding-sources.ts'

/** A clause that opens with a phase: its heading or first words name it, with or without its dates. */
interface Phase {
  readonly clause: ReadClause
  readonly name: string
  readonly from: string | null
  readonly to: string | null
  /** Whether days are printed, not only months. */
  readonly isExact: boolean
  /** Whether any date at all stands where phases have theirs. */
  readonly hasDate: boolean
}

/** How far into a clause its phase and the dates of it are looked for. */
const phaseHead = 60

const phaseWord = /^[^。；，,]{0,24}?阶段/

/** Headings under which steps follow one another; under 时间安排 they may well run side by side. */
const steps = /(?:工作|实施|方法|推进|整治|行动)步骤|阶段/

const bound = '(?:(\\d{4}) ?年 ?)?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号]|([上中下]旬|底|末|初))?'
const range = new RegExp(`${bound} ?(?:起)?[至到—–~－-]{1,2} ?${bound}`)
const until = new RegExp(`${bound} ?(?:底)?前`)
const anyDate = /\d{1,2} ?月|\d{4} ?年|即日起|之日|年底|年内|季度|长期|常态|持续/

/** Phases that overlap, leave days between them or have no dates where their neighbours have. */
export const findPhaseProblems: InstrumentCheck = (sources) => {
  const groups = new Map<string | null, Phase[]>()
  const schedules = scheduleIds(sources)
  for (const clause of sources.read.clauses) {
    const phase = readPhase(sources, clause, schedules.has(clause.clause.parent))
    if (phase === null) continue
    const group = groups.get(clause.clause.parent)
    if (group) group.push(phase)
    else groups.set(clause.clause.parent, [phase])
  }
  return [...groups.values()].flatMap((phases) => [
    ...undated(sources, phases),
    ...phases.flatMap((phase, index) => orderProblem(sources, phases[index - 1], phase)),
    ...earlySummary(sources, phases),
  ])
}

/** Ids of the clauses whose heading says that steps follow one another in it. */
function scheduleIds(sources: InstrumentSources): Set<string | null> {
  const schedules = sources.read.clauses.filter(
    ({ clause }) => clause.heading !== null && steps.test(clause.heading),
  )
  return new Set(schedules.map(({ clause }) => clause.id))
}

function readPhase(sources: InstrumentSources, clause: ReadClause, isStep: boolean): Phase | null {
  const { label } = clause.clause
  if (label === null) return null
  const head = clause.whole.text.slice(label.length, label.length + phaseHead)
  if (!isStep && !head.includes('阶段')) return null
  const [text = ''] = head.split('。')
  const name = phaseWord.exec(text)?.[0] ?? (isStep ? /^[^。；，,（(]{2,24}/.exec(text)?.[0] : undefined)
  if (name === undefined) return null
  const year = Number((sources.instrument.issuedOn ?? '').slice(0, 4)) || null
  const dates = range.exec(text)
  const from = dates === null ? null : startOf(dates, year)
  const to = dates === null ? null : endOf(dates, year)
  const isExact = dates !== null && dates[3] !== undefined && dates[7] !== undefined
  const bare = name.replace(/[（(].*$/, '').trim()
  return { clause, name: bare, from, to, isExact, hasDate: anyDate.test(text) || until.test(text) }
}

function startOf(dates: RegExpExecArray, issued: number | null): string | null {
  const year = dates[1] === undefined ? issued : Number(dates[1])
  if (year === null) return null
  const month = Number(dates[2])
  const part = dates[4]
  const day = dates[3] === undefined ? (firstDays[part ?? ''] ?? 1) : Number(dates[3])
  return toIsoDate(year, month, part === '底' || part === '末' ? daysInMonth(year, month) : day)
}

function endOf(dates: RegExpExecArray, issued: number | null): string | null {
  const year =
    dates[5] === undefined ? (dates[1] === undefined ? issued : Number(dates[1])) : Number(dates[5])
  if (year === null) return null
  const month = Number(dates[6])
  const isNextYear = dates[5] === undefined && month < Number(dates[2])
  const meant = isNextYear ? year + 1 : year
  const day =
    dates[7] === undefined ? (lastDays[dates[8] ?? ''] ?? daysInMonth(meant, month)) : Number(dates[7])
  return toIsoDate(meant, month, day)
}

const firstDays: Readonly<Record<string, number>> = { 上旬: 1, 初: 1, 中旬: 11, 下旬: 21 }
const lastDays: Readonly<Record<string, number>> = { 上旬: 10, 初: 10, 中旬: 20 }

function undated(sources: InstrumentSources, phases: readonly Phase[]): Finding[] {
  const dated = phases.filter(({ hasDate }) => hasDate)
  const bare = phases.filter(({ hasDate }) => !hasDate)
  if (bare.length === 0 || dated.length === 0 || !dated.some(({ to }) => to !== null)) return []
  const names = bare.map(({ name }) => `“${name}”`).join('、')
  const message = `${phases.length}个阶段中，${names}没有写明起止时间，请补充。`
  return [findingIn(sources, 'phase-undated', message, bare.map(lineOf), bare[0]?.clause.clause.id ?? null)]
}

function orderProblem(sources: InstrumentSources, before: Phase | undefined, now: Phase): Finding[] {
  if (now.from !== null && now.to !== null && now.to < now.from) {
    const message = `“${now.name}”的起止时间倒置：${spoken(now.from)}至${spoken(now.to)}，请核对。`
    return [findingIn(sources, 'phase-order', message, [lineOf(now)], now.clause.clause.id)]
  }
  const end = before?.to ?? null
  if (before === undefined || end === null || now.from === null || !before.isExact || !now.isExact) return []
  const gap = daysAfter(end, now.from)
  if (gap >= 0 && gap <= 1) return []
  const problem = gap < 0 ? '两个阶段重叠' : `中间空出${gap - 1}天`
  const message = `“${before.name}”到${spoken(end)}结束，“${now.name}”从${spoken(now.from)}开始，${problem}，请核对。`
  return [findingIn(sources, 'phase-order', message, [lineOf(before), lineOf(now)], now.clause.clause.id)]
}

function daysAfter(first: string, second: string): number {
  return Math.round((Date.parse(second) - Date.parse(first)) / 86_400_000)
}

function lineOf({ clause }: Phase): Span {
  return [clause.clause.lines[0], clause.clause.lines[0]]
}

/** The sentence that asks for the summary of the whole work. */
const asksSummary = /总结/
const asksReport = /报送|上报|报至|报[县市区局办领]|提交|前报/

/**
 * A summary that is to be sent in before the last dated phase is over; in the phase that is there for summing up
 * it may well be due before that one's end.
 */
function earlySummary(sources: InstrumentSources, phases: readonly Phase[]): Finding[] {
  const last = phases.findLast(({ to, name }) => to !== null && !asksSummary.test(name))
  const end = last?.to
  if (last === undefined || end == null) return []
  if (!sources.instrument.deadlines.some(({ date }) => date !== null && date < end)) return []
  const contextOf = createContexts(sources)
  return sources.instrument.deadlines.flatMap((deadline) => {
    const context = contextOf(deadline)
    if (context === null || deadline.date === null || deadline.date >= end || !isExactDay(deadline.text))
      return []
    const after = context.after.slice(0, 50)
    if (!asksSummary.test(after) || !asksReport.test(after) || /阶段|季度|月度|半年/.test(after)) return []
    const message = `“${last.name}”到${spoken(end)}结束，总结却要求${deadline.text}报送（${spoken(deadline.date)}），早于阶段结束，请核对。`
    return [
      findingIn(sources, 'summary-before-end', message, [lineOf(last), deadline.lines], deadline.clause),
    ]
  })
}

function isExactDay(text: string): boolean {
  return /[日号]/.test(text)
}
