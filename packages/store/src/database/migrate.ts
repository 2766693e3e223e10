import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './tables.ts'

/** One step of the tables' history, in plain SQL. */
export interface Migration {
  /** File name: `001-log.sql`. Steps are applied in the order of their names. */
  readonly name: string
  readonly text: string
}

/** What was applied just now; or the sentence that says why nothing was. */
export type Migrated =
  | { readonly kind: 'migrated'; readonly applied: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string }

/** Lock under which one process at a time changes the tables. */
const MIGRATION_LOCK = 0x10_05_42

/** The project's own migrations. */
export function readMigrations(): readonly Migration[] {
  const folder = join(import.meta.dirname, '..', '..', 'migrations')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
}

/** Brings the tables to their newest form: each step once, all or nothing, one process at a time. */
export async function migrate(db: Database, migrations = readMigrations()): Promise<Migrated> {
  return db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction)
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('checksum', 'text', (column) => column.notNull())
      .addColumn('applied', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    const done = await transaction.selectFrom('migrations').selectAll().orderBy('name').execute()
    const problem = findProblem(migrations, done)
    if (problem !== null) return { kind: 'refused', message: problem }
    const pending = migrations.slice(done.length)
    for (const { name, text } of pending) {
      await sql.raw(text).execute(transaction)
      await transaction
        .insertInto('migrations')
        .values({ name, checksum: checksumOf(text) })
        .execute()
    }
    return { kind: 'migrated', applied: pending.map(({ name }) => name) }
  })
}

function findProblem(
  migrations: readonly Migration[],
  done: readonly { name: string; checksum: string }[],
): string | null {
  for (const [index, { name, checksum }] of done.entries()) {
    const migration = migrations[index]
    if (migration === undefined) {
      return `数据库已升级到“${name}”，本程序只认识到“${migrations.at(-1)?.name ?? '（无）'}”：请使用新版程序。`
    }
    if (migration.name !== name) {
      return `数据库第${index + 1}步升级是“${name}”，本程序的是“${migration.name}”：请核对程序版本。`
    }
    if (checksumOf(migration.text) !== checksum) {
      return `升级文件“${name}”与数据库执行过的不一致：已发布的升级文件不能改动，请恢复原文件。`
    }
  }
  return null
}

/** What tells a step from any other. Line endings play no part: a checkout may have either. */
export function checksumOf(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}
