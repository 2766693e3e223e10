import type { Body, Span, Table } from '../issue.ts'
import type { ClauseLine } from './clause-lines.ts'
import {
  isWholePost,
  joinPost,
  type RosterLine,
  readCarriedLine,
  readRosterLine,
  splitRole,
} from './roster-lines.ts'

type Member = Body['members'][number]

/** A printed list of who belongs to a body. */
export interface Roster {
  /** Clause and index (among the printed lines) of its first line. */
  readonly clause: string
  readonly first: number
  /** Index of the line behind its last. */
  readonly end: number
  readonly members: readonly Member[]
  /** Roles that are printed in it, also those whose members are lost. */
  readonly roles: readonly string[]
  /**
   * Lines on which it cannot be told what belongs to whom, or which hold lines of two columns; null where all is
   * in order.
   */
  readonly scrambled: Span | null
}

/** A member while its lines are read. */
interface Entry {
  role: string
  person: string | null
  post: string
  first: number
  last: number
  /** Whether the line held a role and no name, so that its posts or units are a list. */
  isList: boolean
  /** Whether it stands behind the rest of the post above. */
  isCarried?: true
}

/** Roles that open a roster. */
const OPENING_ROLE = /组长|指挥|召集人|政委|主任委员/

/** Roles of one person: 组长：县委副书记、县长 is one. */
const SINGLE_ROLE = /^(?:组长|第一组长|总指挥长?|指挥长|召集人|总召集人|主任|主任委员)$/

/** How far below the last line of a roster a table may begin that is the rest of it. */
const ROSTER_TO_TABLE = 3

/** The rosters in the printed lines of an instrument, in reading order. */
export function findRosters(lines: readonly ClauseLine[], tables: readonly Table[]): Roster[] {
  const rosters: Roster[] = []
  for (let i = 0; i < lines.length; i++) {
    const { text } = lines[i] as ClauseLine
    if (!/[：:]/.test(text.slice(0, 30))) continue
    const { role: printed } = splitRole(text)
    const read = printed === null ? null : readRosterLine(text)
    const role = read === null || read.kind === 'text' || read.kind === 'rest' ? null : read.role
    if (role === null || !(OPENING_ROLE.test(role) || (read?.kind === 'member' && read.person !== null)))
      continue
    const roster = readRoster(lines, i, tables)
    rosters.push(roster)
    i = roster.end - 1
  }
  return rosters
}

function readRoster(lines: readonly ClauseLine[], first: number, tables: readonly Table[]): Roster {
  const entries: Entry[] = []
  const roles = new Set<string>()
  const scrambled: number[] = []
  const columns: number[] = []
  let role = ''
  let end = first
  for (; end < lines.length; end++) {
    const { text, line } = lines[end] as ClauseLine
    const read = readRosterLine(text)
    if (read.kind === 'text') break
    // The second of two columns is read behind the first, and its lines begin above.
    const above = end === first ? line : (lines[end - 1]?.line ?? line)
    if (line < above) columns.push(line, above)
    if (read.kind !== 'rest' && read.role !== null) roles.add(read.role)
    const isCarried = read.kind === 'scrambled' && read.role === null
    const carried = isCarried ? carriedOn(entries, text, line) : null
    if (carried !== null) {
      // Told apart, yet to be looked at: the print is not in order.
      columns.push(line)
      entries.push({ ...carried, role, first: line, last: line, isList: false, isCarried: true })
    } else if (read.kind === 'scrambled' || isApart(read, entries, role)) {
      role = (read.kind === 'rest' ? null : read.role) ?? role
      scrambled.push(line)
    } else if (read.kind === 'rest') {
      if (!addRest(entries, read.post, role, line)) break
    } else {
      role = read.role ?? role
      const people = read.kind === 'names' ? read.people : [read.person]
      const post = read.kind === 'names' ? '' : (read.post ?? '')
      const isList = read.kind === 'member' && read.person === null
      for (const person of people) entries.push({ role, person, post, first: line, last: line, isList })
    }
  }
  const { clause, line } = lines[first] as ClauseLine
  for (const table of columnsBeside(tables, line, lines[end - 1]?.line ?? line))
    scrambled.push(...table.lines)
  return {
    clause,
    first,
    end,
    members: membersOf(entries, scrambled),
    roles: [...roles],
    scrambled: spanOfLines([...scrambled, ...columns]),
  }
}

/** The next member, where the line first ends the last one's post that was broken off; that post is whole from then on. */
function carriedOn(
  entries: readonly Entry[],
  text: string,
  line: number,
): Pick<Entry, 'person' | 'post'> | null {
  const last = entries.at(-1)
  const carried = readCarriedLine(text)
  if (carried === null || last === undefined || !last.person || last.post === '' || isWholePost(last.post)) {
    return null
  }
  last.post = joinPost(last.post, carried.rest)
  last.last = line
  return { person: carried.person, post: carried.post }
}

/** A post below several names that have none: names and posts stand apart. */
function isApart(read: RosterLine, entries: readonly Entry[], role: string): boolean {
  if (read.kind !== 'rest') return false
  const [last, beforeLast] = [entries.at(-1), entries.at(-2)]
  return [last, beforeLast].every((entry) => entry?.person && entry.post === '' && entry.role === role)
}

/** Adds a line without a name: the rest of a post, or a member of its own; false where it is neither. */
function addRest(entries: Entry[], rest: string, role: string, line: number): boolean {
  const last = entries.at(-1)
  if (last === undefined) return false
  if (last.post === '' || !isWholePost(last.post) || (last.isList && /[、，]$/.test(last.post))) {
    last.post = joinPost(last.post, rest)
    last.last = line
    return true
  }
  if (!isWholePost(rest)) return false
  entries.push({ role, person: null, post: rest, first: line, last: line, isList: true })
  return true
}

/** Tables right above and below a roster are parts of it that were printed in columns side by side. */
function columnsBeside(tables: readonly Table[], first: number, last: number): Table[] {
  return tables.filter(({ lines, rows }) => {
    const isBeside =
      Math.abs(lines[0] - last) <= ROSTER_TO_TABLE || Math.abs(first - lines[1]) <= ROSTER_TO_TABLE
    return isBeside && rows.every(({ cells }) => !/^[0-9]+$/.test(cells[0] ?? ''))
  })
}

/** Members as far as they are certain: none beside a scrambled line, and none of a role half of which is lost. */
function membersOf(entries: readonly Entry[], scrambled: readonly number[]): Member[] {
  const isNear = ({ first, last }: Entry) => scrambled.some((line) => line >= first - 2 && line <= last + 2)
  const isWhole = (entry: Entry) =>
    scrambled.length === 0 && entry.isCarried !== true ? true : isCertain(entry)
  const certain = entries.filter((entry) => !isNear(entry) && isWhole(entry))
  if (certain.length < scrambled.length) return []
  return certain.flatMap(splitList)
}

function isCertain({ person, post }: Entry): boolean {
  return person === null || isWholePost(post)
}

/** A list of posts or units without names gives a member each. */
function splitList({ role, person, post, first, last, isList }: Entry): Member[] {
  const lines: Span = [first, last]
  if (!isList || post === '') return [{ role, person, post: trimPost(post), lines }]
  const separator = SINGLE_ROLE.test(role) ? /[，,；;]/ : /[，,；;、]|(?<=[^公共总])及(?!其)/
  return post
    .split(separator)
    .map(trimPost)
    .flatMap((item) => (item === null ? [] : [{ role, person: null, post: item, lines }]))
}

function trimPost(post: string): string | null {
  return post.replace(/[。；;，,、]+$/, '').trim() || null
}

function spanOfLines(lines: readonly number[]): Span | null {
  return lines.length === 0 ? null : [Math.min(...lines), Math.max(...lines)]
}
