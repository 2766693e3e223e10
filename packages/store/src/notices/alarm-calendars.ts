import type { Calendar, IsoInstant, Parameters, Programme } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { type Recomputed, recomputeLimits } from '../limits/recompute-limits.ts'
import { digestOf } from '../log/digest.ts'

/** By what the alarms of a county are set besides the cases themselves. */
export interface AlarmBasis {
  readonly programmes: readonly Programme[]
  readonly calendar: Calendar
  /** The county's own parameters, by programme: some set the length of a limit. */
  readonly parameters: ReadonlyMap<string, Parameters>
}

/**
 * Recomputes the limits of a county where they were last computed by another calendar or other parameters, also where
 * that changed while no process ran. Null where nothing is otherwise.
 */
export async function keepLimitsComputed(
  db: Database,
  county: string,
  { programmes, calendar, parameters }: AlarmBasis,
  now: IsoInstant,
): Promise<Recomputed | null> {
  const digest = digestOf([calendar, [...parameters]])
  const known = await db
    .selectFrom('alarm_calendars')
    .select(['digest', 'calendar'])
    .where('county', '=', county)
    .executeTakeFirst()
  if (known?.digest === digest) return null
  const before = known === undefined ? calendar : (known.calendar as Calendar)
  const change = { before, after: calendar, at: now, parameters }
  const recomputed = await recomputeLimits(db, programmes, county, change)
  const kept = { digest, calendar: JSON.stringify(calendar), set_at: now }
  await db
    .insertInto('alarm_calendars')
    .values({ county, ...kept })
    .onConflict((conflict) => conflict.column('county').doUpdateSet(kept))
    .execute()
  return recomputed
}
