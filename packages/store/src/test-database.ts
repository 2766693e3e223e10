import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  /** Kills the server as `kill -9` does, and starts it again on what is on disk. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const TEMPLATE = 'template_of_tests'

/** Starts a server in a folder of its own. Where none can be started the test fails with the reason. */
export async function startTestServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-store-'))
  chmodSync(folder, 0o755)
  let server = await started(folder)
  const opened: Database[] = []
  const connectionTo = (database: string): Connection => ({ ...server.connection, database })

  const admin = connectTo(connectionTo('postgres'), 1)
  await sql`create database ${sql.id(TEMPLATE)}`.execute(admin)
  await admin.destroy()
  const template = connectTo(connectionTo(TEMPLATE), 1)
  await migrate(template)
  await template.destroy()

  const newDatabase = async (template: string, connections: number) => {
    const name = `test_${randomUUID().replaceAll('-', '')}`
    const maker = connectTo(connectionTo('postgres'), 1)
    await sql`create database ${sql.id(name)} template ${sql.id(template)}`.execute(maker)
    await maker.destroy()
    const database = connectTo(connectionTo(name), connections)
    opened.push(database)
    return database
  }

  return {
    database: (connections = 4) => newDatabase(TEMPLATE, connections),
    emptyDatabase: (connections = 4) => newDatabase('template0', connections),
    async crash() {
      process.kill(server.pid, 'SIGKILL')
      const dead = server
      server = await started(folder)
      await dead.stop()
    },
    async stop() {
      for (const database of opened) await database.destroy()
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function started(folder: string): Promise<EmbeddedPostgres> {
  const outcome = await startEmbeddedPostgres(folder)
  if (outcome.kind === 'refused') throw new Error(outcome.message)
  return outcome.server
}
