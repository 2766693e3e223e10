import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { hasLight, isLate, ofProcedure, type StandingScope, within } from './scope.ts'

/** How many cases of a unit stand how. */
export interface UnitCount {
  readonly unit: string
  readonly proposed: number
  readonly green: number
  readonly yellow: number
  readonly red: number
  readonly done: number
  /** Of the done ones: in time. */
  readonly doneInTime: number
}

/** All cases of a scope that were not dropped, counted by unit. */
export async function countByUnit(db: Database, scope: StandingScope): Promise<readonly UnitCount[]> {
  const counted = (light: 'red' | 'yellow' | 'green') =>
    sql`count(*) filter (where ${hasLight(scope, light)})::integer`
  const { rows } = await sql<UnitCount>`
    select s.unit,
      count(*) filter (where s.stage = 'proposed')::integer as proposed,
      ${counted('red')} as red, ${counted('yellow')} as yellow, ${counted('green')} as green,
      count(*) filter (where s.stage = 'done')::integer as done,
      count(*) filter (where s.stage = 'done' and not ${isLate(scope)})::integer as "doneInTime"
    from standings as s where ${within(scope)} and s.stage <> 'dropped' group by s.unit`.execute(db)
  return rows
}

/** What the parts of a case come to. */
export interface PartsCount {
  /** Number of the case that they are parts of. */
  readonly parent: string
  readonly parts: number
  readonly done: number
  readonly late: number
  /** Sum of their progress, per cent. */
  readonly progress: string
  /** Whether one of them has that light. */
  readonly red: boolean
  readonly yellow: boolean
  readonly green: boolean
}

/** The parts of these cases, whoever has them: figures only. */
export async function countParts(
  db: Database,
  scope: StandingScope,
  parents: readonly string[],
): Promise<ReadonlyMap<string, PartsCount>> {
  if (parents.length === 0) return new Map()
  const { rows } = await sql<PartsCount>`
    select s.parent, count(*)::integer as parts,
      count(*) filter (where s.stage = 'done')::integer as done,
      count(*) filter (where ${isLate(scope)})::integer as late,
      sum(s.progress)::text as progress,
      bool_or(${hasLight(scope, 'red')}) as red, bool_or(${hasLight(scope, 'yellow')}) as yellow,
      bool_or(${hasLight(scope, 'green')}) as green
    from standings as s
    where ${ofProcedure(scope)} and s.parent = any(${[...parents]}::text[]) and s.stage <> 'dropped'
    group by s.parent`.execute(db)
  return new Map(rows.map((row) => [row.parent, row]))
}

/** A case that has parts, and how many of those that may be read are late. */
export interface Divided {
  readonly number: string
  readonly parts: number
  readonly late: number
}

/** Cases that have parts: those with most late ones first, and how many there are in all. */
export async function listDivided(
  db: Database,
  scope: StandingScope,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly divided: readonly Divided[]; readonly all: number }> {
  const { rows } = await sql<Divided & { all: number }>`
    select parts.*, count(*) over ()::integer as all from (
      select s.parent as number, count(*)::integer as parts, count(*) filter (where ${isLate(scope)})::integer as late
      from standings as s where ${within(scope)} and s.parent is not null and s.stage <> 'dropped'
      group by s.parent
    ) as parts order by late desc, parts desc, number offset ${page.offset} limit ${page.limit}`.execute(db)
  return { divided: rows.map(({ all: _all, ...row }) => row), all: rows[0]?.all ?? 0 }
}

/** A clause that orders something. */
export interface OrderedPlace {
  readonly source: string
  readonly place: string
  /** Whether something else than a case carries it. */
  readonly isCarried: boolean
}

/** How far what a document orders has come, by clauses. */
export interface SourceCount {
  readonly source: string
  readonly ordered: number
  /** With a case that was taken up. */
  readonly confirmed: number
  readonly underway: number
  readonly done: number
  readonly late: number
  readonly carried: number
  /** Neither taken up nor carried. */
  readonly nobody: number
}

/** The clauses of documents, counted by what became of them; in the order in which they are given. */
export async function countBySource(
  db: Database,
  scope: StandingScope,
  places: readonly OrderedPlace[],
): Promise<readonly SourceCount[]> {
  const { rows } = await sql<SourceCount>`
    with placed as (
      select o.source, o.number, o.is_carried, found.cases, found.is_done, found.is_late
      from unnest(
        ${places.map(({ source }) => source)}::text[], ${places.map(({ place }) => place)}::text[],
        ${places.map(({ isCarried }) => isCarried)}::boolean[]
      ) with ordinality as o (source, place, is_carried, number)
      cross join lateral (
        select count(*) as cases, bool_and(s.stage = 'done') as is_done, bool_or(${isLate(scope)}) as is_late
        from standings as s
        where ${within(scope)} and s.source = o.source and s.place = o.place and s.parent is null
          and s.stage in ('open', 'done')
      ) as found
    )
    select source, count(*)::integer as ordered,
      count(*) filter (where cases > 0)::integer as confirmed,
      count(*) filter (where cases > 0 and not is_done)::integer as underway,
      count(*) filter (where is_done)::integer as done,
      count(*) filter (where is_late)::integer as late,
      count(*) filter (where is_carried)::integer as carried,
      count(*) filter (where cases = 0 and not is_carried)::integer as nobody
    from placed group by source order by min(number)`.execute(db)
  return rows
}

/** A clause of a document whose cases were taken up, and how they stand together. */
export interface FollowedPlace {
  readonly place: string
  readonly isDone: boolean
  readonly isLate: boolean
}

/** The clauses of a document with a case that was taken up; a part of a case is its whole's. */
export async function placesFollowed(
  db: Database,
  scope: StandingScope,
  source: string,
): Promise<readonly FollowedPlace[]> {
  const { rows } = await sql<FollowedPlace>`
    select s.place, bool_and(s.stage = 'done') as "isDone", bool_or(${isLate(scope)}) as "isLate"
    from standings as s
    where ${within(scope)} and s.source = ${source} and s.place is not null and s.parent is null
      and s.stage in ('open', 'done')
    group by s.place`.execute(db)
  return rows
}

/** Which of these numbers cases have, whatever became of them. */
export async function numbersEntered(
  db: Database,
  scope: StandingScope,
  numbers: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select s.number from standings as s
    where ${within(scope)} and s.number = any(${[...numbers]}::text[]) and s.stage <> 'dropped'`.execute(db)
  return new Set(rows.map(({ number }) => number))
}

/** A stretch of time, as moments: what is due within it ends after `firstEnd` and until `lastEnd`. */
export interface Stretch {
  /** Its first moment. */
  readonly begins: string
  /** First moment at which what is due on its first day is late. */
  readonly firstEnd: string
  /** The same of its last day: its own end. */
  readonly lastEnd: string
}

/** Only cases from these documents, of these units; all where none are named. */
export interface Narrowed {
  readonly sources?: readonly string[]
  readonly units?: readonly string[]
}

/** What a unit did of what was due in a stretch of time. */
export interface UnitResults {
  readonly unit: string
  readonly due: number
  readonly inTime: number
}

/** What each unit did of what was due in a stretch of time, or late before it and not done when it began. */
export async function countDueBetween(
  db: Database,
  scope: StandingScope,
  stretch: Stretch,
  narrowed: Narrowed,
): Promise<readonly UnitResults[]> {
  const { rows } = await sql<UnitResults>`
    select s.unit, count(*)::integer as due, count(*) filter (where ${isInTime(stretch)})::integer as "inTime"
    from standings as s where ${within(scope)} and ${isDueWithin(stretch, narrowed)} group by s.unit`.execute(
    db,
  )
  return rows
}

/** Condition: due within the stretch, or late before it and not done when it began. */
export function isDueWithin({ begins, firstEnd, lastEnd }: Stretch, { sources, units }: Narrowed) {
  const ofSources = sources === undefined ? sql`` : sql` and s.source = any(${[...sources]}::text[])`
  const ofUnits = units === undefined ? sql`` : sql` and s.unit = any(${[...units]}::text[])`
  return sql<boolean>`s.stage in ('open', 'done') and s.settles_by <= ${lastEnd}::timestamptz
    and (s.settles_by >= ${firstEnd}::timestamptz or s.settled is null or s.settled >= ${begins}::timestamptz)
    ${ofSources}${ofUnits}`
}

/** Condition: done in time, and by the end of the stretch. */
export function isInTime({ lastEnd }: Stretch) {
  return sql<boolean>`coalesce(s.settled < s.settles_by and s.settled < ${lastEnd}::timestamptz, false)`
}
