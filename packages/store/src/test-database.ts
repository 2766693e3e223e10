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

/** A server for one test file, with a template of which each test takes databases of its own. */
export interface TestServer {
  /** A new database with all tables; `connections` opened on it at most. */
  database(connections?: number): Promise<Database>
  /** A new database without a table. */
  emptyDatabase(connections?: number): Promise<Database>
  /** How another process reaches a database. */
  connectionTo(database: Database): Connection
  /** Kills the server as `kill -9` does, and waits until it is up again; one of the environment loses its clients. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts a server in a folder of its own; or uses the one that `LUOSHI_TEST_DATABASE` names (`postgresql://…/postgres`),
 * to see that an older PostgreSQL does as well. Where there is none the test fails with the reason.
 */
export async function startTestServer(): Promise<TestServer> {
  const url = process.env['LUOSHI_TEST_DATABASE']
  const host = url === undefined ? await embeddedHost() : externalHost(url)
  const opened = new Map<Database, string>()
  const template = `template_${randomUUID().replaceAll('-', '')}`
  await inAdmin(host, (admin) => sql`create database ${sql.id(template)}`.execute(admin))
  const made = connectTo(host.connectionTo(template), 1)
  await migrate(made)
  await made.destroy()

  const newDatabase = async (from: string, connections: number) => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    await inAdmin(host, (admin) =>
      sql`create database ${sql.id(name)} template ${sql.id(from)}`.execute(admin),
    )
    const database = connectTo(host.connectionTo(name), connections)
    opened.set(database, name)
    return database
  }

  return {
    database: (connections = 4) => newDatabase(template, connections),
    emptyDatabase: (connections = 4) => newDatabase('template0', connections),
    connectionTo: (database) => host.connectionTo(opened.get(database) ?? 'postgres'),
    crash: () => host.crash(),
    async stop() {
      for (const database of opened.keys()) await database.destroy()
      await host.stop([template, ...opened.values()])
    },
  }
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
    connectionTo: (database) => ({ ...server.connection, database }),
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
    async stop(databases) {
      for (const name of databases) {
        await inAdmin(host, (admin) =>
          sql`drop database if exists ${sql.id(name)} with (force)`.execute(admin),
        )
      }
    },
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
