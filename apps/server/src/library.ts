import { countyBySlug } from '@luoshi/counties'
import {
  type Clause,
  type Deadline,
  type Duty,
  type DutyRole,
  type Finding,
  type Instrument,
  type Issue,
  type Span,
  splitLines,
} from '@luoshi/gazette'
import { issueTitle } from './chinese-words.ts'
import { lastAtOrBefore } from './halving.ts'
import { createTextIndex, type TextIndex } from './text-index.ts'

/** Slug that stands in addresses for a county which is not known. */
export const unknownCounty = 'other'

/** An issue in the library, with its address and the lines of its file. */
export interface LibraryIssue {
  /** Part of addresses; unique in the library. */
  readonly key: string
  readonly title: string
  /** Slug of its county, or `other`. */
  readonly county: string
  readonly countyName: string
  readonly issue: Issue
  /** Lines of the file; line 1 is at index 0. */
  readonly lines: readonly string[]
  readonly notices: readonly Notice[]
}

/** An instrument in the library. */
export interface Notice {
  readonly from: LibraryIssue
  readonly instrument: Instrument
  /**
   * Part of addresses, unique in its county: the document number, or where that is missing or stands over more
   * than one instrument, the issue and the first line.
   */
  readonly key: string
  readonly findings: readonly Finding[]
  /** Line after which its signature is printed; null where none was found. */
  readonly signatureLine: number | null
  /** By id. */
  readonly clauses: ReadonlyMap<string, Clause>
  /** Names of the units that each clause binds, by the clause's id. */
  readonly units: ReadonlyMap<string, readonly string[]>
}

/** A unit's part in a duty. */
export interface UnitDuty {
  readonly notice: Notice
  /** Name of the unit. */
  readonly unit: string
  readonly duty: Duty
  readonly role: DutyRole
  /** How the gazette prints the unit. */
  readonly printed: string
  /** Days by which something of it is due, the first one first. */
  readonly dates: readonly string[]
}

/** A unit with all its duties. Its key is (county, name). */
export interface LibraryUnit {
  readonly county: string
  readonly countyName: string
  readonly name: string
  /** Those with a day first, by day; then those without, in the order of the gazettes. */
  readonly duties: readonly UnitDuty[]
}

/** A deadline with its place. */
export interface PlacedDeadline {
  readonly notice: Notice
  readonly deadline: Deadline
}

/** One that falls on a day. */
export interface DatedDeadline extends PlacedDeadline {
  readonly date: string
}

/** One that comes back by a rule (RFC 5545). */
export interface RecurringDeadline extends PlacedDeadline {
  readonly recurrence: string
}

/** A finding with its place. */
export interface PlacedFinding {
  readonly from: LibraryIssue
  /** Null where it speaks of no instrument, as one about the contents. */
  readonly notice: Notice | null
  readonly finding: Finding
}

/** All issues that were read, held in memory with what finds things in them. */
export interface Library {
  readonly issues: readonly LibraryIssue[]
  readonly notices: readonly Notice[]
  readonly units: readonly LibraryUnit[]
  readonly deadlines: {
    /** By day. */
    readonly dated: readonly DatedDeadline[]
    /** The most frequent first, then in the order of the gazettes. */
    readonly recurring: readonly RecurringDeadline[]
    /** Counted from an event, in the order of the gazettes. */
    readonly counted: readonly PlacedDeadline[]
  }
  /** By issue and line. */
  readonly findings: readonly PlacedFinding[]
  readonly texts: TextIndex
  findIssue(key: string): LibraryIssue | undefined
  findNotice(county: string, key: string): Notice | undefined
  /** All instruments that bear a document number; more than one where it was given twice. */
  noticesByNumber(county: string, docNumber: string): readonly Notice[]
  findUnit(county: string, name: string): LibraryUnit | undefined
}

/** Builds the library of issues with the texts that they were read from. */
export function createLibrary(readings: readonly { issue: Issue; text: string }[]): Library {
  const issues = libraryIssues(readings)
  const notices = issues.flatMap((issue) => issue.notices)
  const units = unitsOf(notices)
  const byIssueKey = new Map(issues.map((issue) => [issue.key, issue]))
  const byKey = new Map(notices.map((notice) => [pair(notice.from.county, notice.key), notice]))
  const byNumber = Map.groupBy(notices, ({ from, instrument }) =>
    pair(from.county, instrument.docNumber ?? ''),
  )
  const byUnit = new Map(units.map((unit) => [pair(unit.county, unit.name), unit]))
  return {
    issues,
    notices,
    units,
    deadlines: deadlinesOf(notices),
    findings: issues.flatMap(placedFindings),
    texts: createTextIndex(notices),
    findIssue: (key) => byIssueKey.get(key),
    findNotice: (county, key) => byKey.get(pair(county, key)),
    noticesByNumber: (county, number) => (number === '' ? [] : (byNumber.get(pair(county, number)) ?? [])),
    findUnit: (county, name) => byUnit.get(pair(county, name)),
  }
}

function pair(county: string, name: string): string {
  return `${county} ${name}`
}

/** The issues with their addresses; numbers that stand over several instruments are found over all of them. */
function libraryIssues(readings: readonly { issue: Issue; text: string }[]): LibraryIssue[] {
  const counts = new Map<string, number>()
  for (const { issue } of readings) {
    for (const { docNumber } of issue.instruments) {
      const key = pair(issue.county ?? unknownCounty, docNumber ?? '')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  const taken = new Set<string>()
  return readings.map(({ issue, text }) => {
    const county = issue.county ?? unknownCounty
    const key = freeKey(issueKey(issue), taken)
    const notices: Notice[] = []
    const from: LibraryIssue = {
      key,
      title: issueTitle(issue),
      county,
      countyName: countyBySlug.get(county)?.name ?? '其他县',
      issue,
      lines: splitLines(text).lines.map(({ raw }) => raw),
      notices,
    }
    const findings = findingsByInstrument(issue)
    const signatures = issue.repairs.filter(({ kind }) => kind === 'signature').map(({ line }) => line)
    issue.instruments.forEach((instrument, index) => {
      const { docNumber } = instrument
      const isAlone = docNumber !== null && counts.get(pair(county, docNumber)) === 1
      const place = `${key}-L${instrument.lines[0]}`
      notices.push({
        from,
        instrument,
        key: isAlone ? docNumber : freeKey(place, taken),
        findings: findings[index] ?? [],
        signatureLine: firstWithin(signatures, instrument.lines),
        clauses: new Map(instrument.clauses.map((clause) => [clause.id, clause])),
        units: unitsByClause(instrument),
      })
    })
    return from
  })
}

function unitsByClause({ duties }: Instrument): Map<string, string[]> {
  const units = new Map<string, Set<string>>()
  for (const { clause, units: bound } of duties) {
    const known = units.get(clause) ?? new Set()
    units.set(clause, known)
    for (const { name } of bound) known.add(name)
  }
  return new Map([...units].map(([clause, names]) => [clause, [...names]]))
}

/** wutai-2021-3b: county, year, number, part; a loose notice is known by its file's name. */
function issueKey(issue: Issue): string {
  if (issue.year !== null && issue.number !== null) {
    const part = issue.part === null ? '' : `-${issue.part}`
    return `${issue.county ?? unknownCounty}-${issue.year}-${issue.number}${part}`
  }
  const file = issue.file.split(/[\\/]/).at(-1) ?? ''
  return file.replace(/\.[^.]*$/, '').replace(/[^\p{L}\p{N}]+/gu, '-') || 'notice'
}

function freeKey(wanted: string, taken: Set<string>): string {
  let key = wanted
  for (let copy = 2; taken.has(key); copy++) key = `${wanted}-${copy}`
  taken.add(key)
  return key
}

/** The findings of each instrument, by where their first line stands. */
function findingsByInstrument(issue: Issue): Finding[][] {
  const found: Finding[][] = issue.instruments.map(() => [])
  const starts = issue.instruments.map(({ lines }) => lines[0])
  for (const finding of issue.findings) {
    const line = finding.lines[0]?.[0]
    if (line === undefined) continue
    const index = lastAtOrBefore(starts, line)
    const instrument = issue.instruments[index]
    if (instrument !== undefined && line <= instrument.lines[1]) found[index]?.push(finding)
  }
  return found
}

function placedFindings(from: LibraryIssue): PlacedFinding[] {
  const notices = new Map(
    from.notices.flatMap((notice) => notice.findings.map((finding) => [finding, notice] as const)),
  )
  return from.issue.findings.map((finding) => ({ from, notice: notices.get(finding) ?? null, finding }))
}

/** The first of some ascending lines that lies within a span. */
function firstWithin(lines: readonly number[], [first, last]: Span): number | null {
  const line = lines[lastAtOrBefore(lines, first - 1) + 1]
  return line !== undefined && line <= last ? line : null
}

/** What a notice binds each unit to, in the order of its text. */
export function unitDutiesOf(notice: Notice): UnitDuty[] {
  const days = datesByClause(notice.instrument)
  return notice.instrument.duties.flatMap((duty) => {
    const dates = duty.deadline === null ? (days.get(duty.clause) ?? []) : [duty.deadline]
    return duty.units.map(({ name, as, printed }) => ({ notice, unit: name, duty, role: as, printed, dates }))
  })
}

function unitsOf(notices: readonly Notice[]): LibraryUnit[] {
  const units = new Map<string, LibraryUnit & { duties: UnitDuty[] }>()
  for (const notice of notices) {
    const { county, countyName } = notice.from
    for (const part of unitDutiesOf(notice)) {
      const key = pair(county, part.unit)
      const unit = units.get(key) ?? { county, countyName, name: part.unit, duties: [] }
      units.set(key, unit)
      unit.duties.push(part)
    }
  }
  for (const unit of units.values()) unit.duties.sort(byFirstDate)
  return [...units.values()].sort((a, b) => b.duties.length - a.duties.length || compareNames(a.name, b.name))
}

function datesByClause(instrument: Instrument): Map<string, string[]> {
  const dates = new Map<string, string[]>()
  for (const { clause, date } of instrument.deadlines) {
    if (date === null) continue
    const known = dates.get(clause)
    if (known === undefined) dates.set(clause, [date])
    else if (!known.includes(date)) known.push(date)
  }
  for (const days of dates.values()) days.sort()
  return dates
}

function byFirstDate(a: UnitDuty, b: UnitDuty): number {
  return compareText(a.dates[0] ?? '9999', b.dates[0] ?? '9999')
}

function deadlinesOf(notices: readonly Notice[]): Library['deadlines'] {
  const dated: DatedDeadline[] = []
  const recurring: RecurringDeadline[] = []
  const counted: PlacedDeadline[] = []
  for (const notice of notices) {
    for (const deadline of notice.instrument.deadlines) {
      const { date, recurrence } = deadline
      if (date !== null) dated.push({ notice, deadline, date })
      else if (recurrence !== null) recurring.push({ notice, deadline, recurrence })
      else counted.push({ notice, deadline })
    }
  }
  return {
    dated: dated.sort((a, b) => compareText(a.date, b.date)),
    recurring: recurring.sort((a, b) => timesAYear(b.recurrence) - timesAYear(a.recurrence)),
    counted,
  }
}

const periodsAYear: Readonly<Record<string, number>> = { DAILY: 365, WEEKLY: 52, MONTHLY: 12, YEARLY: 1 }

function timesAYear(recurrence: string): number {
  const frequency = /FREQ=([A-Z]+)/.exec(recurrence)?.[1] ?? ''
  const interval = Number(/INTERVAL=(\d+)/.exec(recurrence)?.[1] ?? 1)
  return (periodsAYear[frequency] ?? 0) / interval
}

const names = new Intl.Collator('zh-CN')

function compareNames(a: string, b: string): number {
  return names.compare(a, b)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
