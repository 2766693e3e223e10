import type { Body, Finding, Span } from '../issue.ts'
import { findBodyNames, isGenericName } from '../mentions/body-names.ts'
import { sign } from '../signs.ts'
import {
  findingIn,
  type InstrumentCheck,
  type InstrumentSources,
  type IssueCheck,
  linesOf,
} from './finding-sources.ts'
import { findFullNames } from './full-names.ts'

/** Words that one print of a body's name has and another leaves out. */
const fillers = /工作|建设|专项|行动/g

const county = /^(?:\p{Script=Han}{2,4}[县市区旗]|县|市|区|旗)(?=\p{Script=Han}{4})/u

/** Shortest name, without what is left out, that means one body only. */
const shortestKey = 7

/** Bodies whose names vary. */
const variedName = /领导小组|指挥部|专班|委员会|联席会议/

interface NamedBody {
  readonly name: string
  readonly lines: Span[]
}

/** 清洁取暖工作领导小组 in one place, 清洁取暖领导小组 in another. */
export const findBodyNameVariants: InstrumentCheck = (sources) => {
  const byKey = new Map<string, Map<string, NamedBody>>()
  for (const clause of sources.read.clauses) {
    if ((clause.signs & sign.body) === 0 || !variedName.test(clause.whole.text)) continue
    for (const { name: printed, start, end } of findBodyNames(clause.whole.text)) {
      const name = printed.replace(county, '')
      const key = name.replace(fillers, '')
      if (isGenericName(printed) || key.length < shortestKey) continue
      const names = byKey.get(key) ?? new Map<string, NamedBody>()
      byKey.set(key, names)
      const known = names.get(name)
      if (known) known.lines.push(linesOf(clause, { start, end }))
      else names.set(name, { name, lines: [linesOf(clause, { start, end })] })
    }
  }
  return [...byKey.values()].flatMap((names) => variantFinding(sources, [...names.values()]))
}

function variantFinding(sources: InstrumentSources, names: readonly NamedBody[]): Finding[] {
  if (names.length < 2) return []
  const list = names.map(({ name, lines }) => `“${name}”${lines.length}处`).join('、')
  const message = `同一组织前后名称不统一：${list}，请统一。`
  return [
    findingIn(
      sources,
      'body-name-variant',
      message,
      names.flatMap(({ lines }) => lines.slice(0, 1)),
    ),
  ]
}

/** Posts that one person holds at a time. */
const solePost = /(?:局长|主任|书记|县长|区长|大队长|支队长|台长|行长|总经理|理事长|主席|政委)$/
const notSole = /副|各|乡（镇）|成员|等|原/

/** Papers of one issue that lie further apart than this may well name a successor. */
const mostDaysApart = 31

interface Holder {
  readonly sources: InstrumentSources
  readonly person: string
  readonly lines: Span
}

/** One post that two rosters of about the same time give to two persons. */
export const findPostConflicts: IssueCheck = ({ instruments }) => {
  const holders = new Map<string, Holder>()
  const findings: Finding[] = []
  for (const sources of instruments) {
    for (const { person, post, lines } of sources.instrument.bodies.flatMap(({ members }) => members)) {
      for (const held of person === null || post === null ? [] : solePostsOf(post)) {
        const name = (person ?? '').replace(/\s/g, '')
        const before = holders.get(held)
        if (before === undefined) holders.set(held, { sources, person: name, lines })
        else if (before.person !== name && isNear(before.sources, sources)) {
          const message = `“${held}”在两处名单中列了不同的人，请核对是否更替或误排。`
          findings.push(findingIn(sources, 'post-conflict', message, [before.lines, lines]))
        }
      }
    }
  }
  return findings
}

function solePostsOf(post: string): string[] {
  return post
    .replace(/\s/g, '')
    .split(/[、，,]/)
    .filter((one) => one.length >= 5 && solePost.test(one) && !notSole.test(one))
}

function isNear(first: InstrumentSources, second: InstrumentSources): boolean {
  const [a, b] = [first.instrument.issuedOn, second.instrument.issuedOn]
  if (a === null || b === null) return false
  return Math.abs(Date.parse(a) - Date.parse(b)) <= mostDaysApart * 86_400_000
}

/** Markers that a paper must have before its members can be measured by them. */
const fewestDuties = 3

/** Members that a list must have to be one of units. */
const fewestMembers = 4

/** Duties of a unit outside the body that make its absence remarkable. */
const fewestOutside = 2

/** Members without any task in the paper, and units with tasks that are no members. */
export const findMembership: InstrumentCheck = (sources) => {
  const { duties, bodies } = sources.instrument
  const [body] = bodies.filter(({ members }) => members.length >= fewestMembers)
  if (duties.length < fewestDuties || body === undefined) return []
  const members = memberUnits(sources, body)
  if (members.length < fewestMembers) return []
  return [...idleMembers(sources, body, members), ...outsiders(sources, body, members)]
}

/** Names of the units that a body's members stand for, as the county's table has them. */
function memberUnits(sources: InstrumentSources, body: Body): string[] {
  const units = body.members.flatMap(({ post }) =>
    findFullNames(post ?? '', sources.names).map(({ name }) => name),
  )
  return [...new Set(units)].filter((name) => !/各|有关|政府|政府办|县委办/.test(name))
}

function idleMembers(sources: InstrumentSources, body: Body, members: readonly string[]): Finding[] {
  const spans = body.members.map(({ lines }) => lines)
  const [first, last] = [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))]
  const elsewhere = sources.read.clauses
    .filter(({ clause }) => clause.lines[1] < first || clause.lines[0] > last)
    .map(({ whole }) => whole.text)
    .join('\n')
  if (/各?成员单位/.test(elsewhere) || /各有关(?:单位|部门)/.test(elsewhere)) return []
  const idle = members.filter((name) => !elsewhere.includes(stemOf(name)))
  if (idle.length === 0 || idle.length > members.length / 3) return []
  const message = `${body.name}的成员单位${idle.join('、')}，在全文的任务分工中没有任务，请补充职责或调整成员。`
  const named = body.members.filter(({ post }) => idle.some((name) => post?.includes(stemOf(name))))
  const lines = named.map((member) => member.lines)
  return [
    findingIn(
      sources,
      'member-without-duty',
      message,
      lines.length > 0 ? lines : [[first, last]],
      body.clause,
    ),
  ]
}

/** What a unit is called for short in running text: 气象 of 县气象局. */
function stemOf(name: string): string {
  return name.replace(/^(?:\p{Script=Han}{2,4}(?=县)|)县/u, '').slice(0, 2)
}

function outsiders(sources: InstrumentSources, body: Body, members: readonly string[]): Finding[] {
  const inside = new Set(members.map(stemOf))
  const roster = body.members.map(({ post }) => post ?? '').join('、')
  const outside = new Map<string, Span[]>()
  for (const { units, lines } of sources.instrument.duties) {
    for (const { name } of units) {
      if (
        /各|有关|乡|镇|政府|相关|企业/.test(name) ||
        inside.has(stemOf(name)) ||
        roster.includes(stemOf(name))
      )
        continue
      const spans = outside.get(name)
      if (spans) spans.push(lines)
      else outside.set(name, [lines])
    }
  }
  const often = [...outside].filter(([, spans]) => spans.length >= fewestOutside)
  if (often.length === 0) return []
  const list = often.map(([name, spans]) => `${name}（${spans.length}项任务）`).join('、')
  const message = `${list}承担任务，却不在${body.name}成员之列，请核对是否补列。`
  return [
    findingIn(
      sources,
      'duty-without-member',
      message,
      often.flatMap(([, spans]) => spans.slice(0, 1)),
    ),
  ]
}
