import type { IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'

/** How often signing in failed under a name, whether anyone bears it or not. */
export interface Failures {
  readonly failures: number
  readonly latest: IsoInstant
}

/** Failures under a name that are later than a moment; null for none. */
export async function findFailures(
  db: Database,
  county: string,
  username: string,
  since: IsoInstant,
): Promise<Failures | null> {
  const row = await db
    .selectFrom('sign_in_failures')
    .select(['failures', 'latest'])
    .where('county', '=', county)
    .where('username', '=', nameDigest(county, username))
    .where('latest', '>', new Date(since))
    .executeTakeFirst()
  return row === undefined ? null : { failures: row.failures, latest: row.latest.toISOString() }
}

/** Counts one more failure; those before a moment are forgotten. Gives how many there are now. */
export async function countFailure(
  db: Database,
  county: string,
  username: string,
  at: IsoInstant,
  since: IsoInstant,
): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_failures as known (county, username, failures, latest)
    values (${county}, ${nameDigest(county, username)}, 1, ${at})
    on conflict (county, username) do update set
      failures = case when known.latest > ${since} then known.failures + 1 else 1 end,
      latest = excluded.latest
    returning failures`.execute(db)
  return rows[0]?.failures ?? 1
}

/** Forgets the failures under a name. */
export async function forgetFailures(db: Database, county: string, username: string): Promise<void> {
  await db
    .deleteFrom('sign_in_failures')
    .where('county', '=', county)
    .where('username', '=', nameDigest(county, username))
    .execute()
}

/** A name is kept by its digest: some people type their password there. */
function nameDigest(county: string, username: string): string {
  return digestOf([county, username])
}
