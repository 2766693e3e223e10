import {
  type AlarmEnd,
  alarmsOfCase,
  type Calendar,
  type Case,
  findProcedure,
  type IsoInstant,
  movedDueDates,
  type Parameters,
  type Procedure,
  type Programme,
  proceduresOf,
} from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'

/** Cases whose alarms are set anew in one transaction. */
const PAGE = 1000

/** By what alarms are set besides the cases themselves. */
export interface AlarmBasis {
  readonly programmes: readonly Programme[]
  readonly calendar: Calendar
  /** The county's own parameters, by programme: some set the length of a limit. */
  readonly parameters: ReadonlyMap<string, Parameters>
}

/** How many cases were looked at, and how many alarms moved. */
export interface AlarmsReset {
  readonly cases: number
  readonly moved: number
}

/**
 * Sets the alarms of a county's open cases anew where they were last set by another calendar or other parameters. What
 * has gone off stays so unless it moves. Null where nothing is otherwise.
 */
export async function resetAlarms(
  db: Database,
  county: string,
  basis: AlarmBasis,
  now: IsoInstant,
): Promise<AlarmsReset | null> {
  const calendar = JSON.stringify(basis.calendar)
  const digest = digestOf([basis.calendar, [...basis.parameters]])
  const known = await db
    .selectFrom('alarm_calendars')
    .select(['digest', 'calendar'])
    .where('county', '=', county)
    .executeTakeFirst()
  if (known?.digest === digest) return null
  const before = known === undefined ? null : (known.calendar as Calendar)
  let [cases, moved] = [0, 0]
  for (let last = ''; ; ) {
    const page = await resetPage(db, county, { ...basis, before, now }, last)
    if (page === null) break
    cases += page.cases
    moved += page.moved
    last = page.last
  }
  await db
    .insertInto('alarm_calendars')
    .values({ county, digest, calendar, set_at: now })
    .onConflict((conflict) => conflict.column('county').doUpdateSet({ digest, calendar, set_at: now }))
    .execute()
  return { cases, moved }
}

interface Resetting extends AlarmBasis {
  /** The calendar by which they were set; null where none was. */
  readonly before: Calendar | null
  readonly now: IsoInstant
}

interface Page extends AlarmsReset {
  /** Id of the last case. */
  readonly last: string
}

/** The cases are held while their alarms are set: an action on one of them comes before or after. */
function resetPage(db: Database, county: string, basis: Resetting, last: string): Promise<Page | null> {
  return db.transaction().execute(async (inside) => {
    const page = await openCasesAfter(inside, county, basis.programmes, last)
    const end = page.at(-1)
    if (end === undefined) return null
    const found = page.flatMap((open) => alarmsOf(basis, open))
    const alarms = found.map(({ alarm }) => alarm)
    const { numAffectedRows } = await sql`
      insert into timers (county, subject, name, at, does, programme, procedure, unit)
      select ${county}, alarm.* from jsonb_to_recordset(${JSON.stringify(alarms)}::jsonb)
        as alarm (subject text, name text, at timestamptz, does jsonb, programme text, procedure text, unit text)
      on conflict (county, subject, name) do update set at = excluded.at, does = excluded.does, fired = null
        where timers.at <> excluded.at`.execute(inside)
    await tellMoved(inside, county, found, basis.now)
    return { cases: page.length, moved: Number(numAffectedRows ?? 0n), last: end.id }
  })
}

interface OpenCase {
  readonly id: string
  readonly programme: string
  readonly body: unknown
}

async function openCasesAfter(
  db: Database,
  county: string,
  programmes: readonly Programme[],
  last: string,
): Promise<readonly OpenCase[]> {
  const timed = programmes.flatMap((programme) =>
    proceduresOf(programme)
      .filter(hasAlarms)
      .map(({ id }) => `${programme.id}/${id}`),
  )
  const { rows } = await sql<OpenCase>`
    select id, programme, body from cases
    where county = ${county} and id > ${last} and is_open
      and programme || '/' || procedure = any(${timed}::text[])
    order by id limit ${PAGE} for no key update`.execute(db)
  return rows
}

function hasAlarms({ limits, states }: Procedure): boolean {
  return Object.keys(limits).length > 0 || Object.values(states).some(({ disclosure }) => disclosure)
}

interface FoundAlarm {
  readonly alarm: {
    readonly subject: string
    readonly name: string
    readonly at: IsoInstant
    readonly does: AlarmEnd
    readonly programme: string
    readonly procedure: string
    readonly unit: string
  }
  /** Because of which days it moved; null where the calendar did not move it. */
  readonly moved: string | null
}

function alarmsOf(resetting: Resetting, { id, programme: of, body }: OpenCase): FoundAlarm[] {
  const { programmes, calendar, before, parameters } = resetting
  const current = body as Case
  const programme = programmes.find((known) => known.id === of)
  const procedure = programme && findProcedure(programme, current.procedure)
  // A case goes on under the version under which it began.
  if (procedure === undefined || procedure.version !== current.version) return []
  const set = parameters.get(of)
  const moved = before === null ? [] : movedDueDates(procedure, current, before, calendar, set)
  const because = new Map(moved.map(({ limit, explanation }) => [`limit/${limit}`, explanation]))
  return alarmsOfCase(procedure, current, calendar, set).flatMap((effect) => {
    if (effect.kind !== 'alarm') return []
    const { name, at, does } = effect
    const alarm = { subject: id, name, at, does, programme: of, procedure: procedure.id, unit: current.unit }
    return [{ alarm, moved: because.get(name) ?? null }]
  })
}

/** Tells those who can act which due date moved, and because of which days. */
async function tellMoved(
  db: Database,
  county: string,
  found: readonly FoundAlarm[],
  now: IsoInstant,
): Promise<void> {
  const notices = found.flatMap(({ alarm, moved }) => {
    if (moved === null) return []
    const { subject, name, at, programme, procedure, unit } = alarm
    return [{ subject, name: `${name}/moved`, at, says: moved, programme, procedure, unit }]
  })
  if (notices.length === 0) return
  await sql`
    insert into notices (county, subject, name, at, kind, says, raised, programme, procedure, unit)
    select ${county}, n.subject, n.name, n.at, 'moved', n.says, ${now}::timestamptz, n.programme, n.procedure, n.unit
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      as n (subject text, name text, at timestamptz, says text, programme text, procedure text, unit text)
    on conflict do nothing`.execute(db)
}
