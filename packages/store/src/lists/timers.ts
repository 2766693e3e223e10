import type { AlarmEnd, IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { Share, SharedCase } from './list-across.ts'
import { withinFilter } from './selection.ts'

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
  const found: RunningLimit[] = []
  for (const { programme, procedure, filter } of shares) {
    if (filter === null) continue
    const { rows } = await sql<{
      name: string
      at: Date
      body: unknown
      version: number
      head: string
      programme: string
    }>`
      select timers.name, timers.at, reached.body, reached.version, reached.head, reached.programme
      from timers join (
        select * from cases where ${withinFilter(filter)}
      ) as reached on reached.county = timers.county and reached.id = timers.subject
      where timers.county = ${county} and timers.programme = ${programme.id}
        and timers.procedure = ${procedure.id} and timers.at <= ${until}
        and timers.name like 'limit/%' and timers.name not like '%/reminder'
      order by timers.at, timers.subject limit ${limit}`.execute(db)
    for (const row of rows) {
      const stored = storedCaseFrom(row)
      found.push({
        limit: row.name.slice('limit/'.length),
        lateFrom: row.at.toISOString(),
        case: { ...stored, procedure },
      })
    }
  }
  const byEnd = (a: RunningLimit, b: RunningLimit) => Date.parse(a.lateFrom) - Date.parse(b.lateFrom)
  return found.sort(byEnd).slice(0, limit)
}
