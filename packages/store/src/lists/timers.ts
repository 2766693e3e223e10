import type { AlarmEnd, IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { SharedCase } from './list-across.ts'
import { type Share, sharesJson } from './shares.ts'

/** An alarm of a case. */
export interface Timer {
  readonly county: string
  readonly case: string
  readonly programme: string
  readonly procedure: string
  /** `limit/decide`, `limit/decide/reminder`, `disclosure/shown` */
  readonly name: string
  readonly at: IsoInstant
  readonly does: AlarmEnd
}

/** A running limit of a case, and the first moment at which it is late. */
export interface RunningLimit {
  readonly limit: string
  readonly lateFrom: IsoInstant
  readonly case: SharedCase
}

/** Alarms of all counties whose time has come and which have not gone off, the earliest first. */
export async function timersDue(db: Database, now: IsoInstant, limit = 100): Promise<readonly Timer[]> {
  const rows = await db
    .selectFrom('timers')
    .select(['county', 'subject', 'programme', 'procedure', 'name', 'at', 'does'])
    .where('fired', 'is', null)
    .where('at', '<=', now)
    .orderBy('at')
    .limit(limit)
    .execute()
  return rows.map(({ subject, at, ...row }) => ({ ...row, case: subject, at: new Date(at).toISOString() }))
}

/** Marks an alarm as gone off. True for the one who does so first, who then does what it asks; it was set anew otherwise. */
export async function timerFired(db: Database, timer: Timer, now: IsoInstant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('timers')
    .set({ fired: now })
    .where('county', '=', timer.county)
    .where('subject', '=', timer.case)
    .where('name', '=', timer.name)
    .where('at', '=', timer.at)
    .where('fired', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Limits that run out before a moment, or have, as far as someone may read their cases: the first to end first. */
export async function limitsRunningOut(
  db: Database,
  county: string,
  until: IsoInstant,
  shares: readonly Omit<Share, 'states'>[],
  limit = 50,
): Promise<readonly RunningLimit[]> {
  const { rows } = await sql<RunningRow>`
    select * from (
      select share.place, one.* from ${sharesJson(shares)} cross join lateral (
        select distinct t.unit from tally_sums as t
        where t.county = ${county} and t.programme = share.programme and t.procedure = share.procedure
          and t.is_open and (share.units is null or t.unit = any(share.units))
      ) as kinds cross join lateral (
        select l.name, l.at, l.subject, c.body, c.version, c.head, c.programme
        from timers as l join cases as c on c.county = l.county and c.id = l.subject
        where l.county = ${county} and l.programme = share.programme and l.procedure = share.procedure
          and l.unit = kinds.unit and l.at <= ${until} and ${IS_LIMIT}
        order by l.at, l.subject limit ${limit}
      ) as one
      union all
      select share.place, l.name, l.at, l.subject, c.body, c.version, c.head, c.programme
      from ${sharesJson(shares)} join cases as c
        on c.county = ${county} and c.owner = share.owner and c.programme = share.programme
          and c.procedure = share.procedure and not c.unit = any(share.units)
      join timers as l on l.county = c.county and l.subject = c.id and l.at <= ${until} and ${IS_LIMIT}
    ) as rows order by at, subject, name limit ${limit}`.execute(db)
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    if (procedure === undefined) return []
    const name = row.name.slice('limit/'.length)
    return [{ limit: name, lateFrom: row.at.toISOString(), case: { ...storedCaseFrom(row), procedure } }]
  })
}

/** An alarm at the end of a limit, and not a reminder of it. */
const IS_LIMIT = sql`l.name like 'limit/%' and l.name not like '%/reminder'`

interface RunningRow {
  readonly place: number
  readonly name: string
  readonly at: Date
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}
