import {
  alarmsOfCase,
  type Calendar,
  type Case,
  type DueDate,
  dateOf,
  disclosureEnd,
  type IsoInstant,
  isDuration,
  limitFields,
  movedDueDates,
  type NoDueDate,
  type Parameters,
  type Procedure,
  type Programme,
  proceduresOf,
} from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** A calendar that took another's place. */
export interface CalendarChange {
  readonly before: Calendar
  readonly after: Calendar
  readonly at: IsoInstant
  /** The county's own parameters, by programme: some set the length of a limit. */
  readonly parameters?: ReadonlyMap<string, Parameters>
}

/** How many cases were looked at, and how many of their limits end at another time than before. */
export interface Recomputed {
  readonly cases: number
  readonly moved: number
}

/** A limit whose end moved. */
export interface MovedLimit {
  readonly case: string
  readonly limit: string
  /** When the calendar changed. */
  readonly at: IsoInstant
  readonly before: string | null
  readonly after: string | null
  /** The days that count otherwise, in one sentence for the user. */
  readonly explanation: string
}

/** Cases that are recomputed in one transaction, during which nobody acts on their register. */
const BATCH = 2000

/**
 * Recomputes the limits and disclosures of all cases of a county that go on, by a changed calendar: sets their alarms
 * anew and keeps what moved, with the days that made it move. Done again it changes nothing more.
 */
export async function recomputeLimits(
  db: Database,
  programmes: readonly Programme[],
  county: string,
  change: CalendarChange,
): Promise<Recomputed> {
  let [cases, moved] = [0, 0]
  for (const programme of programmes) {
    for (const procedure of proceduresOf(programme)) {
      if (!isTimed(procedure)) continue
      const done = await recomputeProcedure(db, programme, procedure, county, change)
      cases += done.cases
      moved += done.moved
    }
  }
  return { cases, moved }
}

/** Which limits of a case have moved, the latest first. */
export async function movesOf(db: Database, county: string, id: string): Promise<readonly MovedLimit[]> {
  const rows = await db
    .selectFrom('moved_limits')
    .selectAll()
    .where('county', '=', county)
    .where('subject', '=', id)
    .orderBy('at', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ subject, name, at, before, after, explanation }) => {
    const limit = name.slice('limit/'.length)
    return { case: subject, limit, at: new Date(at).toISOString(), before, after, explanation }
  })
}

function isTimed({ limits, states }: Procedure): boolean {
  return (
    Object.keys(limits).length > 0 || Object.values(states).some(({ disclosure }) => disclosure !== undefined)
  )
}

async function recomputeProcedure(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  county: string,
  change: CalendarChange,
): Promise<Recomputed> {
  const kinds = new Map<string, Kind>()
  let [cases, moved] = [0, 0]
  for (let last = ''; ; ) {
    const batch = await db.transaction().execute(async (inside) => {
      await sql`
        select pg_advisory_xact_lock(register_lock(${county}, ${programme.id}, ${procedure.register}))`.execute(
        inside,
      )
      const { rows } = await sql<{ id: string; body: Case }>`
        select id, body from cases
        where county = ${county} and programme = ${programme.id} and procedure = ${procedure.id} and is_open
          and id > ${last}
        order by id limit ${BATCH}`.execute(inside)
      const set = change.parameters?.get(programme.id) ?? {}
      const places = rows.map(({ body }) => placeOf(kinds, procedure, body, { ...change, set }))
      const ids = rows.map(({ id }) => id)
      return { ids, moved: await setAnew(inside, county, ids, places, [...kinds.values()], change.at) }
    })
    cases += batch.ids.length
    moved += batch.moved
    const end = batch.ids.at(-1)
    if (end === undefined || batch.ids.length < BATCH) return { cases, moved }
    last = end
  }
}

interface Change extends CalendarChange {
  /** The county's own parameters of the programme. */
  readonly set: Parameters
}

/** What cases that began on the same days have in common. */
interface Kind {
  readonly place: number
  readonly alarms: readonly { readonly name: string; readonly at: IsoInstant; readonly does: unknown }[]
  readonly moves: readonly {
    readonly name: string
    readonly before: string | null
    readonly after: string | null
    readonly explanation: string
  }[]
  readonly disclosed: { readonly title: string; readonly until: DueDate | NoDueDate } | null
}

function placeOf(kinds: Map<string, Kind>, procedure: Procedure, current: Case, change: Change): number {
  const key = kindKey(procedure, current)
  const known = kinds.get(key)
  if (known !== undefined) return known.place
  const kind = kindOf(kinds.size, procedure, current, change)
  kinds.set(key, kind)
  return kind.place
}

/** All of a case on which the ends of its limits and of its disclosure depend. */
function kindKey({ limits }: Procedure, { state, entered, clocks, data }: Case): string {
  const parts: unknown[] = [state, dateOf(entered)]
  for (const [id, clock] of Object.entries(clocks)) {
    const legal = limits[id]?.legal
    if (clock.ended !== null || legal === undefined) continue
    const isInHours = isDuration(legal) && legal.unit === 'hour'
    parts.push([
      id,
      isInHours ? clock.started : dateOf(clock.started),
      clock.pauses,
      clock.extensions,
      limitFields(legal).map((field) => data[field] ?? null),
    ])
  }
  return JSON.stringify(parts)
}

function kindOf(place: number, procedure: Procedure, current: Case, { before, after, set }: Change): Kind {
  const disclosure = procedure.states[current.state]?.disclosure
  return {
    place,
    alarms: alarmsOfCase(procedure, current, after, set).flatMap((effect) =>
      effect.kind === 'alarm' ? [{ name: effect.name, at: effect.at, does: effect.does }] : [],
    ),
    moves: movedDueDates(procedure, current, before, after, set).map(({ limit, ...move }) => ({
      name: `limit/${limit}`,
      before: move.before,
      after: move.after,
      explanation: move.explanation,
    })),
    disclosed:
      disclosure === undefined
        ? null
        : { title: disclosure.title, until: disclosureEnd(disclosure, current.entered, after) },
  }
}

/** Sets alarms and disclosures of cases as their kinds have them. Gives how many limits moved. */
async function setAnew(
  db: Database,
  county: string,
  ids: readonly string[],
  places: readonly number[],
  kinds: readonly Kind[],
  at: IsoInstant,
): Promise<number> {
  if (ids.length === 0) return 0
  const used = new Set(places)
  const rowsOf = <Row>(of: (kind: Kind) => readonly Row[]) =>
    JSON.stringify(
      kinds
        .filter(({ place }) => used.has(place))
        .flatMap((kind) => of(kind).map((row) => ({ place: kind.place, ...row }))),
    )
  const batch = sql`unnest(${[...ids]}::text[], ${[...places]}::integer[]) as batch (id, place)`
  const alarms = sql`jsonb_to_recordset(${rowsOf(({ alarms }) => alarms)}::jsonb)
    as alarm (place integer, name text, at timestamptz, does jsonb)`
  const moves = sql`jsonb_to_recordset(${rowsOf(({ moves }) => moves)}::jsonb)
    as move (place integer, name text, before text, after text, explanation text)`
  const disclosed = sql`jsonb_to_recordset(${rowsOf(({ disclosed }) => (disclosed === null ? [] : [disclosed]))}::jsonb)
    as disclosed (place integer, title text, until jsonb)`
  await sql`
    delete from timers as t using ${batch}
    where t.county = ${county} and t.subject = batch.id and not exists (
      select from ${alarms} where alarm.place = batch.place and alarm.name = t.name
    )`.execute(db)
  await sql`
    update disclosures as d set until = disclosed.until from ${batch} join ${disclosed} using (place)
    where d.county = ${county} and d.subject = batch.id and d.title = disclosed.title and d.ended_by is null
      and d.until is distinct from disclosed.until`.execute(db)
  const { rows } = await sql<{ moved: number }>`
    with wanted as materialized (
      select batch.id, batch.place, alarm.name, alarm.at, alarm.does from ${batch} join ${alarms} using (place)
    ), changed as (
      -- An alarm that has gone off stays so, unless its time lies ahead again.
      update timers as t
      set at = wanted.at, does = wanted.does, fired = case when wanted.at <= ${at}::timestamptz then t.fired end
      from wanted
      where t.county = ${county} and t.subject = wanted.id and t.name = wanted.name
        and (t.at, t.does) is distinct from (wanted.at, wanted.does)
      returning t.subject, t.name
    ), made as (
      insert into timers (county, subject, name, at, does, programme, procedure, unit)
      select c.county, c.id, wanted.name, wanted.at, wanted.does, c.programme, c.procedure, c.unit
      from wanted join cases as c on c.county = ${county} and c.id = wanted.id
      where not exists (
        select from timers as t where t.county = c.county and t.subject = c.id and t.name = wanted.name
      )
      returning subject, name
    ), kept as (
      insert into moved_limits (county, subject, name, at, before, after, explanation)
      select ${county}, batch.id, move.name, ${at}::timestamptz, move.before, move.after, move.explanation
      from (select * from changed union all select * from made) as anew
        join ${batch} on batch.id = anew.subject
        join ${moves} on move.place = batch.place and move.name = anew.name
      on conflict do nothing
      returning 1
    )
    select count(*)::integer as moved from kept`.execute(db)
  return rows[0]?.moved ?? 0
}
