import type { Clause, Duty, Finding } from '../issue.ts'
import type { ReadClause } from '../reading.ts'
import { sign } from '../signs.ts'
import {
  type ClausePlace,
  findingIn,
  type InstrumentCheck,
  type InstrumentSources,
  linesOf,
} from './finding-sources.ts'
import { findFullNames } from './full-names.ts'

/** A full name as it is printed, how often, and where first. */
interface PrintedName {
  readonly printed: string
  times: number
  readonly clause: ReadClause
  readonly place: ClausePlace
}

/** Names of groups of units, which may be worded freely. */
const collective = /各|有关|相关|成员|部门$/

const brackets = /[（()）〈〉<>［］[\]\s]/g

/** Full names in two wordings: 县发展和改革局, 县发展和改革委员会. Short forms of a name are none. */
export const findNameVariants: InstrumentCheck = (sources) =>
  [...namesByUnit(sources)].flatMap(([unit, names]) => {
    if (collective.test(unit)) return []
    const variants = variantsAmong(names)
    if (variants.length < 2) return []
    const list = variants.map(({ printed, times }) => `“${printed}”${times}处`).join('、')
    const message = `同一机构前后名称不统一：${list}，请按规范全称“${unit}”核对统一。`
    const spans = variants.map(({ clause, place }) => linesOf(clause, place))
    return [findingIn(sources, 'name-variant', message, spans)]
  })

/** Names as printed, by the unit that the county's table says they mean. */
function namesByUnit(sources: InstrumentSources): Map<string, Map<string, PrintedName>> {
  const byUnit = new Map<string, Map<string, PrintedName>>()
  for (const clause of sources.read.clauses) {
    if ((clause.signs & sign.place) === 0) continue
    for (const place of findFullNames(clause.whole.text, sources.names)) {
      const printed = clause.whole.text.slice(place.start, place.end)
      const names = byUnit.get(place.name) ?? new Map<string, PrintedName>()
      byUnit.set(place.name, names)
      const known = names.get(printed)
      if (known) known.times++
      else names.set(printed, { printed, times: 1, clause, place })
    }
  }
  return byUnit
}

/** The full names among the ways in which one unit is written, where they differ in wording. */
function variantsAmong(names: ReadonlyMap<string, PrintedName>): PrintedName[] {
  if (names.size < 2) return []
  const byCore = new Map<string, PrintedName>()
  for (const name of names.values()) {
    const printed = name.printed.replace(brackets, '')
    // 消防安全委员会 without its level may be the one of any level.
    if (!levelled.test(printed)) continue
    const core = coreOf(printed)
    const known = byCore.get(core)
    if (known) known.times += name.times
    else byCore.set(core, { ...name, printed })
  }
  const all = [...byCore.values()].sort((a, b) => b.times - a.times)
  const [first] = all
  if (first === undefined) return []
  const others = all.filter(
    (other) => other !== first && isOtherWording(coreOf(first.printed), coreOf(other.printed)),
  )
  return others.length === 0 ? [] : [first, ...others]
}

/** 五台县财政局, 县财政局 and 财政局 are one wording. */
function coreOf(printed: string): string {
  return printed.replace(/^(?:\p{Script=Han}{1,4}[县市区旗]|县|市|区|旗)(?=\p{Script=Han}{3})/u, '')
}

const levelled = /^(?:\p{Script=Han}{1,4}[县市区旗]|[县市区旗省])\p{Script=Han}{3}/u

/** Shortest name that is no short form. */
const shortestFullName = 5

/** Names that are shorter than this share of the other are short forms of it. */
const leastShare = 0.6

/**
 * Whether two names of one unit differ in wording rather than in length: neither is made by leaving out single
 * characters of the other (发改局), its beginning or its end.
 */
function isOtherWording(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.length < shortestFullName || short.length < long.length * leastShare) return false
  if (/(.{3,})\1/.test(long) || long.startsWith(short) || long.endsWith(short)) return false
  let head = 0
  while (head < short.length && short[head] === long[head]) head++
  let tail = 0
  while (tail < short.length - head && short.at(-1 - tail) === long.at(-1 - tail)) tail++
  const isWordLeftOut = head + tail === short.length && long.length - short.length >= 2
  return isWordLeftOut || (!isSubsequence(short, long) && (head + tail) * 2 >= long.length && head >= 2)
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** Units that a marker lists twice. */
export const findRepeatedUnits: InstrumentCheck = (sources) =>
  sources.instrument.duties.flatMap((duty) => {
    const repeated = repeatedIn(duty)
    if (repeated === null) return []
    const message = `同一处责任分工中“${repeated}”列了两次，请删去重复的一处。`
    return [findingIn(sources, 'unit-repeated', message, [duty.lines], duty.clause)]
  })

function repeatedIn({ units }: Duty): string | null {
  if (units.length < 2) return null
  const seen = new Set<string>()
  for (const { printed } of units) {
    if (seen.has(printed) && !/[各有关相]/.test(printed)) return printed
    seen.add(printed)
  }
  return null
}

/** Tasks of one level of which this share has a marker: the rest has lost theirs. */
const shareWithDuty = 0.85

const fewestTasks = 6

/** A task without a marker where nearly all tasks beside it have one. */
export const findMissingDuties: InstrumentCheck = (sources) => {
  const { duties, clauses } = sources.instrument
  if (duties.length < fewestTasks) return []
  const owners = ownersOf(sources)
  const groups = new Map<string, string[]>()
  for (const { id, label } of clauses) {
    if (label === null) continue
    const key = label.replace(/[\d一二三四五六七八九十]+/, '')
    const group = groups.get(key)
    if (group) group.push(id)
    else groups.set(key, [id])
  }
  return [...groups.values()].flatMap((ids) => missingAmong(sources, ids, owners))
}

/** Clauses that have a marker, themselves or in a clause under them. */
function ownersOf(sources: InstrumentSources): Set<string> {
  const parents = new Map(sources.instrument.clauses.map(({ id, parent }) => [id, parent]))
  const owners = new Set<string>()
  for (const { clause } of sources.instrument.duties) {
    for (let id: string | null | undefined = clause; id != null && !owners.has(id); id = parents.get(id))
      owners.add(id)
  }
  return owners
}

function missingAmong(
  sources: InstrumentSources,
  ids: readonly string[],
  owners: ReadonlySet<string>,
): Finding[] {
  const first = ids.findIndex((id) => owners.has(id))
  const last = ids.findLastIndex((id) => owners.has(id))
  const among = ids.slice(Math.max(0, first), last + 1)
  const without = among.filter((id) => !owners.has(id))
  if (among.length < fewestTasks || without.length === 0) return []
  if (among.length - without.length < among.length * shareWithDuty) return []
  const clauses = new Map(sources.instrument.clauses.map((clause) => [clause.id, clause]))
  return without.map((id) => missingFinding(sources, clauses.get(id), among.length, without.length))
}

function missingFinding(
  sources: InstrumentSources,
  clause: Clause | undefined,
  all: number,
  without: number,
): Finding {
  const line = clause?.lines[0] ?? sources.instrument.lines[0]
  const name = `${clause?.label ?? ''}${(clause?.heading ?? clause?.text ?? '').slice(0, 16)}`
  const message = `同层次${all}项任务中有${all - without}项写明责任单位，“${name}”没有写，请补充。`
  return findingIn(sources, 'duty-missing', message, [[line, line]], clause?.id ?? null)
}
