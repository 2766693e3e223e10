import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolConfig } from 'pg'
import type { Database, Tables } from './tables.ts'

/** Where a database is: a `DATABASE_URL`, or the socket of an embedded server. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly user: string; readonly database: string }

/** Opens a database with up to so many connections. It is closed by `destroy()`. */
export function connectTo(connection: Connection, connections = 10): Database {
  const where: PoolConfig = 'url' in connection ? { connectionString: connection.url } : connection
  const pool = new Pool({ ...where, max: connections })
  // A connection that dies while idle is replaced; one in use fails its next query, which its caller sees.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}
