import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'

/** A session as it is kept: of its token only the digest. */
export interface Session {
  readonly county: string
  readonly digest: string
  /** For people and addresses; it opens nothing. */
  readonly id: string
  readonly officer: string
  readonly opened: IsoInstant
  /** When it was last used, to the minute. */
  readonly latest: IsoInstant
  /** When it ends however much it is used. */
  readonly ends: IsoInstant
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly address: string
}

/** A session with whose it is. */
export interface HeldSession extends Session {
  readonly username: string
  readonly name: string
  readonly mustChange: boolean
  readonly passwordSet: IsoInstant | null
  readonly isBlocked: boolean
}

/** Stores a session. */
export async function insertSession(db: Database, session: Session): Promise<void> {
  await db.insertInto('sessions').values(session).execute()
}

/** The session of a token's digest, with its account; null where there is none. */
export async function findSession(db: Database, county: string, digest: string): Promise<HeldSession | null> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.county', '=', 'sessions.county')
        .onRef('accounts.officer', '=', 'sessions.officer'),
    )
    .selectAll('sessions')
    .select(['username', 'name', 'must_change', 'password_set', 'blocked'])
    .where('sessions.county', '=', county)
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (row === undefined) return null
  const { username, name } = row
  return {
    ...sessionFrom(row),
    username,
    name,
    mustChange: row.must_change,
    passwordSet: row.password_set?.toISOString() ?? null,
    isBlocked: row.blocked !== null,
  }
}

/** The sessions of an officer, the one that was used last first. */
export async function sessionsOf(db: Database, county: string, officer: string): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('sessions')
    .selectAll()
    .where('county', '=', county)
    .where('officer', '=', officer)
    .orderBy('latest', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(sessionFrom)
}

/** Notes that a session was used. */
export async function touchSession(db: Database, { county, digest }: Session, at: IsoInstant): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ latest: at })
    .where('county', '=', county)
    .where('digest', '=', digest)
    .execute()
}

/** Which sessions of an officer are ended: one, all, or all but one. */
export type EndedSessions =
  | { readonly digest: string }
  | { readonly id: string }
  | { readonly except: string | null }

/** Ends sessions of an officer, in all processes. Gives how many there were. */
export async function endSessions(
  db: Database,
  county: string,
  officer: string,
  which: EndedSessions,
): Promise<number> {
  let query = db.deleteFrom('sessions').where('county', '=', county).where('officer', '=', officer)
  if ('digest' in which) query = query.where('digest', '=', which.digest)
  else if ('id' in which) query = query.where('id', '=', which.id)
  else if (which.except !== null) query = query.where('digest', '!=', which.except)
  const [result] = await query.execute()
  return Number(result?.numDeletedRows ?? 0)
}

/** Removes what nobody can use any more: sessions and tokens that ended or idled, failures that are forgotten. */
export async function removeExpired(
  db: Database,
  before: { readonly now: IsoInstant; readonly idleSince: IsoInstant; readonly failedSince: IsoInstant },
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((where) =>
      where.or([
        where('ends', '<=', new Date(before.now)),
        where('latest', '<=', new Date(before.idleSince)),
      ]),
    )
    .execute()
  await db.deleteFrom('api_tokens').where('ends', '<=', new Date(before.now)).execute()
  await db.deleteFrom('sign_in_failures').where('latest', '<=', new Date(before.failedSince)).execute()
}

function sessionFrom(row: {
  county: string
  digest: string
  id: string
  officer: string
  opened: Date
  latest: Date
  ends: Date
  agent: string
  address: string
}): Session {
  const { county, digest, id, officer, agent, address } = row
  return {
    county,
    digest,
    id,
    officer,
    opened: row.opened.toISOString(),
    latest: row.latest.toISOString(),
    ends: row.ends.toISOString(),
    agent,
    address,
  }
}
