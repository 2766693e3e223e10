import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Connection, connectTo } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import type { Database } from './database/tables.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres.ts'

/** A server for a test file, with a template of which each test takes databases of its own. */
export interface TestServer {
  /** A new database with all tables; `connections` opened on it at most. */
  database(connections?: number): Promise<Database>
  /**
   * A new database with what `fill` puts into one: it is filled once for all files that ask for the same name on the same
   * server, and copied for each.
   */
  filled(name: string, fill: (db: Database) => Promise<void>, connections?: number): Promise<Database>
  /** A new database without a table. */
  emptyDatabase(connections?: number): Promise<Database>
  /** How another process reaches a database. */
  connectionTo(database: Database): Connection
  /** Kills the server as `kill -9` does, and waits until it is up again; one of the environment loses its clients. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Names the folder of the socket of the one server that all files of a run share; unset where each has its own. */
const SHARED_SOCKET = 'LUOSHI_TEST_SOCKET'

/** Template with all tables on a shared server. */
const MIGRATED = 'template_migrated'

/** Session lock in the database `postgres` of a shared server: who holds it makes a template. */
const TEMPLATE_LOCK = 0x10_05_42

/**
 * Starts one server for all test files of a run, and tells them of it by the environment of this process. It ends with
 * this process, however that ends.
 *
 * @returns what ends it
 */
export async function shareTestServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-tests-'))
  chmodSync(folder, 0o755)
  const server = await started(folder)
  const host = embedded(server.connection)
  await makeTemplate(host, MIGRATED, 'template0', async (db) => void (await migrate(db)))
  process.env[SHARED_SOCKET] = server.connection.host
  return async () => {
    delete process.env[SHARED_SOCKET]
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Takes the server that all files share where there is one; or starts one in a folder of its own; or uses the one that
 * `LUOSHI_TEST_DATABASE` names (`postgresql://…/postgres`), to see that an older PostgreSQL does as well. Where there is
 * none the test fails with the reason.
 *
 * @param needs `isOwn` for a file that kills its server
 */
export async function startTestServer(needs: { readonly isOwn?: boolean } = {}): Promise<TestServer> {
  const url = process.env['LUOSHI_TEST_DATABASE']
  const socket = needs.isOwn === true ? undefined : process.env[SHARED_SOCKET]
  if (url !== undefined) return serverOn(externalHost(url))
  if (socket !== undefined) return serverOn(embedded({ host: socket, user: 'luoshi' }), MIGRATED)
  return serverOn(await embeddedHost())
}

async function serverOn(host: Host, migrated?: string): Promise<TestServer> {
  const opened = new Map<Database, string>()
  const templates = new Map<string, string>()
  const newName = (kind: string) => `${kind}_${randomUUID().replaceAll('-', '')}`
  const own = async (from: string, fill: (db: Database) => Promise<unknown>) => {
    const name = newName('template')
    await makeTemplate(host, name, from, fill)
    templates.set(name, name)
    return name
  }
  const template = migrated ?? (await own('template0', migrate))

  const newDatabase = async (from: string, connections: number) => {
    const name = newName('test')
    await inAdmin(host, (admin) =>
      sql`create database ${sql.id(name)} template ${sql.id(from)}`.execute(admin),
    )
    const database = connectTo(host.connectionTo(name), connections)
    opened.set(database, name)
    return database
  }

  return {
    database: (connections = 4) => newDatabase(template, connections),
    async filled(name, fill, connections = 4) {
      if (migrated !== undefined) return newDatabase(await sharedTemplate(host, name, fill), connections)
      const made = templates.get(name) ?? (await own(template, fill))
      templates.set(name, made)
      return newDatabase(made, connections)
    },
    emptyDatabase: (connections = 4) => newDatabase('template0', connections),
    connectionTo: (database) => host.connectionTo(opened.get(database) ?? 'postgres'),
    crash: () => host.crash(),
    async stop() {
      for (const database of opened.keys()) await database.destroy()
      await host.stop([...new Set(templates.values()), ...opened.values()])
    },
  }
}

/** The template of a name on a shared server: the first who asks makes it, the others wait. */
async function sharedTemplate(
  host: Host,
  name: string,
  fill: (db: Database) => Promise<unknown>,
): Promise<string> {
  const template = `template_${name}`
  await inAdmin(host, (admin) =>
    admin.connection().execute(async (held) => {
      await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`.execute(held)
      const { rows } = await sql`select from pg_database where datname = ${template}`.execute(held)
      if (rows.length === 0) await makeTemplate(host, template, MIGRATED, fill)
    }),
  )
  return template
}

/** Makes a template, filled before it bears its name: what ended half way is never used. */
async function makeTemplate(
  host: Host,
  template: string,
  from: string,
  fill: (db: Database) => Promise<unknown>,
): Promise<void> {
  const half = `half_${randomUUID().replaceAll('-', '')}`
  await inAdmin(host, (admin) => sql`create database ${sql.id(half)} template ${sql.id(from)}`.execute(admin))
  const made = connectTo(host.connectionTo(half), 10)
  await fill(made).finally(() => made.destroy())
  await inAdmin(host, (admin) =>
    sql`alter database ${sql.id(half)} rename to ${sql.id(template)}`.execute(admin),
  )
}

/** A server on which databases are made. */
interface Host {
  connectionTo(database: string): Connection
  crash(): Promise<void>
  stop(databases: readonly string[]): Promise<void>
}

async function embeddedHost(): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-store-'))
  chmodSync(folder, 0o755)
  const server = await started(folder)
  return {
    ...embedded(server.connection),
    async crash() {
      const { pid } = server
      process.kill(pid, 'SIGKILL')
      while (server.pid === pid) await wait(20)
    },
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A server that others use as well: what was made on it is dropped, and nobody kills it. */
function embedded(connection: EmbeddedPostgres['connection']): Host {
  const host: Host = {
    connectionTo: (database) => ({ ...connection, database }),
    crash: () => Promise.reject(new Error('who kills the server starts it with isOwn')),
    stop: (databases) => dropAll(host, databases),
  }
  return host
}

async function dropAll(host: Host, databases: readonly string[]): Promise<void> {
  for (const name of databases) {
    await inAdmin(host, (admin) => sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin))
  }
}

function externalHost(url: string): Host {
  const connectionTo = (database: string): Connection => {
    const own = new URL(url)
    own.pathname = `/${database}`
    return { url: own.href }
  }
  const host: Host = {
    connectionTo,
    async crash() {
      await inAdmin(host, (admin) =>
        sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname like 'test_%' and pid <> pg_backend_pid()`.execute(admin),
      )
      // Clients have heard of it by then.
      await wait(200)
    },
    stop: (databases) => dropAll(host, databases),
  }
  return host
}

async function inAdmin(host: Host, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = connectTo(host.connectionTo('postgres'), 1)
  await work(admin)
  await admin.destroy()
}

async function started(folder: string): Promise<EmbeddedPostgres> {
  const outcome = await startEmbeddedPostgres(folder)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.server
}
