import type { AlarmEnd, IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'

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
