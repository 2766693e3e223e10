import type { Body, Span, Table } from '../issue.ts'
import type { ReadClause, ReadInstrument } from '../reading.ts'
import { sign } from '../signs.ts'
import {
  type BodyNameAt,
  bodyKey,
  findBodyNames,
  isGenericName,
  isMechanism,
  shortName,
} from './body-names.ts'
import { membersInProse, officesInProse } from './body-prose.ts'
import { type ClauseLine, clauseLinesOf } from './clause-lines.ts'
import { findRosters, type Roster } from './rosters.ts'

type Member = Body['members'][number]

/** A roster of which it cannot be told who has which post: columns run into each other, or names stand apart. */
export interface RosterProblem {
  /** Id of the clause in which the roster begins. */
  readonly clause: string
  /** Name of the body. */
  readonly body: string
  /** From the first scrambled line to the last. */
  readonly lines: Span
}

/** A body while its parts are put together. */
interface FoundBody {
  readonly clause: string
  name: string
  /** Members that sentences name. */
  prose: Member[]
  readonly rosters: Roster[]
  office: string | null
  /** Index of the clause in which it was last spoken of. */
  lastClause: number
}

/** Every name of a body, role in one and word for its members holds one of these. */
const WORDS = /组(?!织)|指挥|专班|召集人|成员|联席会议|协调机制|委员会/

/** Words that set a body up. */
const SETS_UP = /成立|设立|组建|调整|建立|下设/

/** A role before a colon, without which there is no roster. */
const ROLE_COLON = /(?:组 ?长|指 ?挥 ?长?|召 ?集 ?人|政委|主任委员|成 ?员)\**[：:]/

/** A line that is the name of a body or the head of its roster: …领导小组（组成）人员名单. */
const TITLE_LINE =
  /^(?:[#*\d.\s]*)(.{0,60}?(?:领导小组|领导组|指挥部|专班|工作组|联席会议|委员会))(?:组成)?(?:人员|成员)?(?:名单|构成|组成|单位)?[：:]?$/

/** How many printed lines above a roster its name is looked for. */
const NAME_ABOVE_ROSTER = 12

/** How many clauses after its last mention a body is still meant by 办公室设在… without a name. */
const CLAUSES_WITHOUT_NAME = 3

/** How many bodies back a short form (领导小组) is looked for. */
const BODIES_BACK = 50

/** The leading groups, headquarters and mechanisms that an instrument sets up or lists, in order of mention. */
export function readBodies(instrument: ReadInstrument, tables: readonly Table[] = []): Body[] {
  return findBodies(instrument, tables).map(({ clause, name, prose, rosters, office }) => {
    const listed = rosters.flatMap(({ members }) => members)
    const roles = new Set(rosters.flatMap(({ roles: printed }) => printed))
    return { clause, name, members: [...listed, ...prose.filter(({ role }) => !roles.has(role))], office }
  })
}

/** The rosters whose members `readBodies` leaves out, all or some, because their print is scrambled. */
export function rosterProblems(instrument: ReadInstrument, tables: readonly Table[] = []): RosterProblem[] {
  return findBodies(instrument, tables).flatMap(({ name, rosters }) =>
    rosters.flatMap(({ clause, scrambled }) =>
      scrambled === null ? [] : { clause, body: name, lines: scrambled },
    ),
  )
}

/** What was found in an instrument; bodies and roster problems are asked for one after the other. */
const found = new WeakMap<ReadInstrument, { tables: readonly Table[]; bodies: readonly FoundBody[] }>()

function findBodies(instrument: ReadInstrument, tables: readonly Table[]): readonly FoundBody[] {
  const known = found.get(instrument)
  if (
    known?.tables.length === tables.length &&
    known.tables.every((table, index) => table === tables[index])
  ) {
    return known.bodies
  }
  const bodies = searchBodies(instrument, tables)
  found.set(instrument, { tables, bodies })
  return bodies
}

function searchBodies(instrument: ReadInstrument, tables: readonly Table[]): FoundBody[] {
  const spoken = new Set<ReadClause>()
  let mayHoldRoster = false
  for (const read of instrument.clauses) {
    const { text } = read.whole
    if ((read.signs & sign.body) === 0) continue
    if (WORDS.test(text)) spoken.add(read)
    mayHoldRoster ||= ROLE_COLON.test(text)
  }
  if (spoken.size === 0) return []
  const lines = mayHoldRoster ? clauseLinesOf(instrument) : []
  const rosters = findRosters(lines, tables)
  const proseStarts = rosters.length === 0 ? null : linesOfProse(lines, rosters)
  const bodies = new Bodies()
  let next = 0
  for (const [index, read] of instrument.clauses.entries()) {
    const firstLine = proseStarts === null ? read.clause.lines[0] : proseStarts.get(read.clause.id)
    if (spoken.has(read) && firstLine !== undefined) readProse(bodies, read, index, firstLine)
    for (; rosters[next]?.clause === read.clause.id; next++) {
      const roster = rosters[next] as Roster
      addRoster(bodies, lines, roster, index + clausesCovered(lines, roster) - 1)
    }
  }
  return bodies.all.filter(isTold)
}

/** How many clauses a roster runs over. */
function clausesCovered(lines: readonly ClauseLine[], { first, end }: Roster): number {
  let count = 0
  let last = ''
  for (let i = first; i < end; i++) {
    const clause = lines[i]?.clause ?? last
    if (clause !== last) count++
    last = clause
  }
  return count
}

/** First line of each clause that stands outside all rosters; a clause may begin as the last line of one. */
function linesOfProse(lines: readonly ClauseLine[], rosters: readonly Roster[]): Map<string, number> {
  const first = new Map<string, number>()
  let next = 0
  for (const [index, { clause, line }] of lines.entries()) {
    while (index >= (rosters[next]?.end ?? Infinity)) next++
    if (index < (rosters[next]?.first ?? Infinity) && !first.has(clause)) first.set(clause, line)
  }
  return first
}

/** A body is worth telling when it is named in full, or when anything is known of it. */
function isTold({ name, prose, rosters, office }: FoundBody): boolean {
  const isMadeUp = prose.length > 0 || rosters.length > 0 || office !== null
  return isMadeUp || !(isGenericName(name) || isMechanism(name))
}

/** The bodies found so far, looked up by full and short names. */
class Bodies {
  readonly all: FoundBody[] = []
  readonly #byKey = new Map<string, FoundBody>()

  add(clause: string, name: string, index: number): FoundBody {
    const body: FoundBody = { clause, name, prose: [], rosters: [], office: null, lastClause: index }
    this.all.push(body)
    this.#byKey.set(bodyKey(name), body)
    return body
  }

  /** The body that a name means: the same but for the county before it, or one of which it is a short form. */
  find(name: string): FoundBody | undefined {
    const key = bodyKey(name)
    const same = this.#byKey.get(key)
    if (same !== undefined) return same
    const short = shortName(name)
    const recent = this.all.slice(-BODIES_BACK)
    return recent.findLast((body) => {
      const other = bodyKey(body.name)
      return other.endsWith(short) || (isGenericName(body.name) && key.endsWith(shortName(body.name)))
    })
  }

  /** Takes the fuller of two names for one body. */
  rename(body: FoundBody, name: string): void {
    if (name.length <= body.name.length || isGenericName(name)) return
    body.name = name
    this.#byKey.set(bodyKey(name), body)
  }
}

/** Reads what a clause says of bodies from a line of it on. */
function readProse(bodies: Bodies, { clause, whole }: ReadClause, index: number, firstLine: number): void {
  const from =
    firstLine === clause.lines[0] ? 0 : (whole.pieces.find(({ line }) => line === firstLine)?.at ?? 0)
  const text = from === 0 ? whole.text : whole.text.slice(from)
  const offices = officesInProse(text)
  const members = membersInProse(text, [firstLine, clause.lines[1]])
  if (offices.length === 0 && members.length === 0 && !SETS_UP.test(text)) return
  const names = findBodyNames(text)
  for (const { name, isSetUp } of names) {
    const known = bodies.find(name)
    if (known !== undefined) {
      known.lastClause = index
      if (isSetUp) bodies.rename(known, name)
    } else if (isSetUp) bodies.add(clause.id, name, index)
  }
  for (const { unit, at } of offices) {
    const owner = ownerOf(bodies, names, at, index, clause.id)
    if (owner !== undefined) owner.office ??= unit
  }
  if (members.length === 0) return
  const setUp = names.find(({ isSetUp }) => isSetUp)
  const owner =
    setUp === undefined ? ownerOf(bodies, names, text.length, index, clause.id) : bodies.find(setUp.name)
  if (owner === undefined) return
  const known = new Set(owner.prose.map(({ role }) => role))
  owner.prose.push(...members.filter(({ role }) => !known.has(role)))
}

/** The body that the text at an offset speaks of: the last one named before it, else one of just before. */
function ownerOf(
  bodies: Bodies,
  names: readonly BodyNameAt[],
  at: number,
  index: number,
  clause: string,
): FoundBody | undefined {
  const before = lastNameBefore(names, at)
  if (before !== undefined) {
    const known = bodies.find(before.name)
    if (known !== undefined) return known
    if (!isGenericName(before.name)) return bodies.add(clause, before.name, index)
  }
  const last = bodies.all.at(-1)
  return last !== undefined && index - last.lastClause <= CLAUSES_WITHOUT_NAME ? last : undefined
}

/** The last name that ends at an offset or before it, by halving. */
function lastNameBefore(names: readonly BodyNameAt[], at: number): BodyNameAt | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle] as BodyNameAt).end <= at) low = middle + 1
    else high = middle
  }
  return names[low - 1]
}

/** Gives a roster to the body that it belongs to; `lastClause` is the index of the clause in which it ends. */
function addRoster(bodies: Bodies, lines: readonly ClauseLine[], roster: Roster, lastClause: number): void {
  const name = nameOfRoster(lines, roster) ?? bodies.all.at(-1)?.name ?? '领导小组'
  const body = bodies.find(name) ?? bodies.add(roster.clause, name, lastClause)
  bodies.rename(body, name)
  body.rosters.push(roster)
  body.lastClause = lastClause
}

/** The name on a line of its own above the roster, else the last one in the text there, else the first below. */
function nameOfRoster(lines: readonly ClauseLine[], roster: Roster): string | null {
  for (let i = roster.first - 1; i >= Math.max(0, roster.first - NAME_ABOVE_ROSTER); i--) {
    const name = titleLine(lines, i) ?? findBodyNames(lines[i]?.text ?? '').at(-1)?.name
    if (name !== undefined) return name
  }
  return findBodyNames(lines[roster.end]?.text ?? '').at(0)?.name ?? null
}

/** The name that is a line of its own, or the end of one that was broken over two. */
function titleLine(lines: readonly ClauseLine[], index: number): string | undefined {
  const text = lines[index]?.text.replaceAll(/\s/g, '') ?? ''
  if (text.length > 60) return undefined
  const own = text.match(TITLE_LINE)?.[1]
  if (own === undefined || SETS_UP.test(own)) return undefined
  const above = lines[index - 1]?.text.replaceAll(/[\s#*]/g, '') ?? ''
  const isBroken =
    /^\d+(?:\.\d+)+/.test(above) && !/^\d/.test(text) && above.length < 24 && !/[。；：]$/.test(above)
  return isBroken ? above.replace(/^[\d.]+/, '') + own : own
}
