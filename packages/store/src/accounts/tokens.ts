import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import type { TokenScope } from './tables.ts'

/** A token for another system as it is kept: of what is handed out only the digest. */
export interface ApiToken {
  readonly county: string
  readonly digest: string
  /** For people and addresses; it opens nothing. */
  readonly id: string
  /** In whose name it acts. */
  readonly officer: string
  readonly label: string
  readonly scopes: readonly TokenScope[]
  readonly created: IsoInstant
  readonly ends: IsoInstant
}

/** A token with whose it is. */
export interface HeldToken extends ApiToken {
  readonly username: string
  readonly name: string
  readonly isBlocked: boolean
}

/** Stores a token. */
export async function insertToken(db: Database, token: ApiToken): Promise<void> {
  await db
    .insertInto('api_tokens')
    .values({ ...token, scopes: JSON.stringify(token.scopes) })
    .execute()
}

/** The token of a digest, with its account; null where there is none. */
export async function findToken(db: Database, county: string, digest: string): Promise<HeldToken | null> {
  const row = await db
    .selectFrom('api_tokens')
    .innerJoin('accounts', (join) =>
      join
        .onRef('accounts.county', '=', 'api_tokens.county')
        .onRef('accounts.officer', '=', 'api_tokens.officer'),
    )
    .selectAll('api_tokens')
    .select(['username', 'name', 'blocked'])
    .where('api_tokens.county', '=', county)
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (row === undefined) return null
  const { blocked, ...token } = row
  return { ...token, ...momentsOf(row), isBlocked: blocked !== null }
}

/** The tokens of an officer, the newest first. */
export async function tokensOf(db: Database, county: string, officer: string): Promise<readonly ApiToken[]> {
  const rows = await db
    .selectFrom('api_tokens')
    .selectAll()
    .where('county', '=', county)
    .where('officer', '=', officer)
    .orderBy('created', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, ...momentsOf(row) }))
}

/** Ends a token of an officer, in all processes. Gives what it was; null where there was none. */
export async function endToken(
  db: Database,
  county: string,
  officer: string,
  id: string,
): Promise<ApiToken | null> {
  const row = await db
    .deleteFrom('api_tokens')
    .where('county', '=', county)
    .where('officer', '=', officer)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row === undefined ? null : { ...row, ...momentsOf(row) }
}

function momentsOf({ created, ends }: { created: Date; ends: Date }) {
  return { created: created.toISOString(), ends: ends.toISOString() }
}
