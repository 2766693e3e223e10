import { Kysely, PostgresDialect } from 'kysely'
import { Client, type ClientConfig, Pool } from 'pg'
import type { Database, Tables } from './tables.ts'

/** Where a database is: a `DATABASE_URL`, or the socket of an embedded server. */
export type Connection =
  | { readonly url: string }
  | { readonly host: string; readonly user: string; readonly database: string }

/** Statements that a connection keeps prepared; more of them would only fill the server's memory. */
const MOST_PREPARED = 200

/** Opens a database with up to so many connections. It is closed by `destroy()`. */
export function connectTo(connection: Connection, connections = 10): Database {
  const pool = new Pool({ ...configOf(connection), max: connections, Client: PreparingClient })
  // A connection that dies while idle is replaced; one in use fails its next query, which its caller sees.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  connectionsOf.set(db, connection)
  return db
}

/** A connection of its own to the same database, for what a shared one cannot do: listen. */
export function soleClient(db: Database): Client {
  const connection = connectionsOf.get(db)
  if (connection === undefined) throw new Error('this database was not opened by connectTo')
  return new Client({ ...configOf(connection), keepAlive: true })
}

const connectionsOf = new WeakMap<Database, Connection>()

export function configOf(connection: Connection): ClientConfig {
  return 'url' in connection ? { connectionString: connection.url } : connection
}

type Query = (...given: unknown[]) => unknown

/** A connection on which a statement with parameters is parsed and planned once: Kysely writes it the same each time. */
class PreparingClient extends Client {
  readonly #names = new Map<string, string>()
  readonly #query = super.query as Query

  override query = ((text: unknown, values?: unknown, ...rest: unknown[]) => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) {
      return this.#query(text, values, ...rest)
    }
    const name = this.#nameOf(text)
    return name === null ? this.#query(text, values, ...rest) : this.#query({ name, text, values }, ...rest)
  }) as Client['query']

  #nameOf(text: string): string | null {
    const known = this.#names.get(text)
    if (known !== undefined) return known
    if (this.#names.size >= MOST_PREPARED) return null
    const name = `s${this.#names.size}`
    this.#names.set(text, name)
    return name
  }
}
