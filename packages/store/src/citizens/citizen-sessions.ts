import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'

/** A citizen’s session: of its token only the digest is kept. */
export interface CitizenSession {
  readonly county: string
  readonly digest: string
  readonly citizen: string
  readonly opened: IsoInstant
  readonly ends: IsoInstant
}

/** Keeps a session, and lets go of those of the county that have ended. */
export async function openCitizenSession(db: Database, session: CitizenSession): Promise<void> {
  const { county, opened } = session
  await db
    .deleteFrom('citizen_sessions')
    .where('county', '=', county)
    .where('ends', '<=', new Date(opened))
    .execute()
  await db.insertInto('citizen_sessions').values(session).execute()
}

/** Whose session it is at that moment; null for none. */
export async function findCitizen(
  db: Database,
  { county, digest, now }: { readonly county: string; readonly digest: string; readonly now: IsoInstant },
): Promise<string | null> {
  const row = await db
    .selectFrom('citizen_sessions')
    .select('citizen')
    .where('county', '=', county)
    .where('digest', '=', digest)
    .where('ends', '>', new Date(now))
    .executeTakeFirst()
  return row?.citizen ?? null
}

/** Ends a session. */
export async function endCitizenSession(db: Database, county: string, digest: string): Promise<void> {
  await db.deleteFrom('citizen_sessions').where('county', '=', county).where('digest', '=', digest).execute()
}
