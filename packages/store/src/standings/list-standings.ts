import type { IsoInstant, Stage } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { type StoredCase, storedCaseFrom } from '../log/read.ts'
import { isDueWithin, isInTime, type Narrowed, type Stretch } from './count-standings.ts'
import { hasLight, isLate, type StandingScope, within } from './scope.ts'

/** A case and how it stands at the moment of its scope. */
export interface StandingCase {
  readonly stored: StoredCase
  readonly stage: Stage
  readonly light: 'red' | 'yellow' | 'green' | null
  readonly isLate: boolean
  /** First moment at which the first of its limits is late; null where none runs. */
  readonly runsOut: IsoInstant | null
  /** The same of the limit in which the whole is to be done. */
  readonly settlesBy: IsoInstant | null
  readonly settled: IsoInstant | null
  readonly number: string | null
  readonly parent: string | null
  readonly place: string | null
  /** Per cent. */
  readonly progress: string
}

/** Which of a scope are listed: the first to end first, those that are done after those that go on. */
export interface StandingQuery extends Narrowed {
  readonly stages: readonly Stage[]
  readonly light?: 'red' | 'yellow' | 'green'
  readonly parents?: readonly string[]
  readonly numbers?: readonly string[]
  /** `next` of the page before. */
  readonly after?: string
  readonly limit: number
}

/** A page, and where the next begins; null on the last. */
export interface StandingPage {
  readonly rows: readonly StandingCase[]
  readonly next: string | null
}

/** A page of a scope. An `after` that no page gave begins anew. */
export async function listStandings(
  db: Database,
  scope: StandingScope,
  query: StandingQuery,
): Promise<StandingPage> {
  const { stages, limit } = query
  const after = cursorFrom(query.after)
  const wanted = sql`${within(scope)} and ${asked(scope, query)}`
  const { rows } = await sql<Row & { part: number; turn: string }>`
    select ${columns(scope)}, page.part, page.turn from (
      select one.* from unnest(${[...stages]}::text[]) with ordinality as parts (stage, part)
      cross join lateral (
        select s.id, s.runs_out, parts.part::integer as part, s.runs_out::text as turn
        from standings as s
        where ${wanted} and s.stage = parts.stage and parts.part >= ${after.part}
          and (parts.part > ${after.part} or (s.runs_out, s.id) > (${after.turn}::timestamptz, ${after.id}))
        order by s.runs_out, s.id limit ${limit + 1}
      ) as one order by part, runs_out, id limit ${limit + 1}
    ) as page
    join standings as s on s.county = ${scope.county} and s.id = page.id
    join cases as c on c.county = s.county and c.id = s.id
    order by page.part, page.runs_out, page.id`.execute(db)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next =
    rows.length > limit && last !== undefined ? JSON.stringify([last.part, last.turn, last.stored_id]) : null
  return { rows: shown.map(standingFrom), next }
}

/** What was due in a stretch of time and is not done by its end, or was done late: the longest overdue first. */
export async function listLateBetween(
  db: Database,
  scope: StandingScope,
  stretch: Stretch,
  narrowed: Narrowed & { readonly limit: number },
): Promise<readonly StandingCase[]> {
  const { rows } = await sql<Row>`
    select ${columns(scope)} from (
      select s.id, s.settles_by from standings as s
      where ${within(scope)} and ${isDueWithin(stretch, narrowed)} and not ${isInTime(stretch)}
      order by s.settles_by, s.id limit ${narrowed.limit}
    ) as page
    join standings as s on s.county = ${scope.county} and s.id = page.id
    join cases as c on c.county = s.county and c.id = s.id
    order by page.settles_by, page.id`.execute(db)
  return rows.map(standingFrom)
}

interface Row {
  readonly stored_id: string
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
  readonly stage: Stage
  readonly light: StandingCase['light']
  readonly is_late: boolean
  readonly ends: Date | null
  readonly settles_by: Date | null
  readonly settled: Date | null
  readonly number: string | null
  readonly parent: string | null
  readonly place: string | null
  readonly progress: string
}

function columns(scope: StandingScope): RawBuilder<unknown> {
  return sql`s.id as stored_id, c.body, c.version, c.head, c.programme, s.stage, s.settles_by, s.settled, s.number,
    s.parent, s.place, s.progress::text as progress, nullif(s.runs_out, 'infinity') as ends,
    ${isLate(scope)} as is_late,
    case when ${hasLight(scope, 'red')} then 'red' when ${hasLight(scope, 'yellow')} then 'yellow'
      when s.stage = 'open' then 'green' end as light`
}

function standingFrom(row: Row): StandingCase {
  const { stage, light, is_late, ends, settles_by, settled, number, parent, place, progress } = row
  const momentOf = (date: Date | null) => date?.toISOString() ?? null
  return {
    stored: storedCaseFrom(row),
    ...{ stage, light, number, parent, place, progress },
    isLate: is_late,
    runsOut: momentOf(ends),
    settlesBy: momentOf(settles_by),
    settled: momentOf(settled),
  }
}

function asked(scope: StandingScope, { light, parents, numbers, sources, units }: StandingQuery) {
  const conditions = [
    sql<boolean>`true`,
    ...(light === undefined ? [] : [hasLight(scope, light)]),
    ...(parents === undefined ? [] : [sql<boolean>`s.parent = any(${[...parents]}::text[])`]),
    ...(numbers === undefined ? [] : [sql<boolean>`s.number = any(${[...numbers]}::text[])`]),
    ...(sources === undefined ? [] : [sql<boolean>`s.source = any(${[...sources]}::text[])`]),
    ...(units === undefined ? [] : [sql<boolean>`s.unit = any(${[...units]}::text[])`]),
  ]
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

interface Cursor {
  readonly part: number
  readonly turn: string
  readonly id: string
}

const FIRST: Cursor = { part: 1, turn: '-infinity', id: '' }

const TURN = /^(?:infinity|\d{4}-\d\d-\d\d [\d:.]+[+-][\d:]+)$/

function cursorFrom(written: string | undefined): Cursor {
  if (written === undefined) return FIRST
  try {
    const [part, turn, id] = JSON.parse(written) as [unknown, unknown, unknown]
    const isOurs = Number.isInteger(part) && typeof id === 'string' && typeof turn === 'string'
    return isOurs && TURN.test(turn) ? { part: Number(part), turn, id } : FIRST
  } catch {
    return FIRST
  }
}
