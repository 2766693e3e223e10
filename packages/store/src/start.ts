import type { Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import { type Connection, connectTo } from './database/connect.ts'
import { migrate } from './database/migrate.ts'
import type { Database } from './database/tables.ts'
import { listAnew } from './listing/list-anew.ts'
import { type Started, startEmbeddedPostgres } from './postgres/embedded-postgres.ts'
import { readMasterKeys } from './vault/master-keys.ts'
import { openVault, type VaultOpened } from './vault/open-vault.ts'
import type { Vault } from './vault/vault.ts'

/** Where the store's data are. */
export interface StoreOptions {
  /** Data folder of the embedded server. */
  readonly folder: string
  /** A PostgreSQL to use instead, as `DATABASE_URL` has it; null for the embedded one. */
  readonly url: string | null
  /** What encrypts personal data, as `LUOSHI_MASTER_KEYS` has it; null for the keys in the data folder. */
  readonly masterKeys: string | null
  /** Whose cases are kept: those whose definition changed are listed anew. */
  readonly programmes?: readonly Programme[]
  /** Whether to work beside a server that uses the embedded data at present, as a command does. */
  readonly isGuest?: boolean
  /** Connections at most. */
  readonly connections?: number
  /** The embedded server, where it was started on the folder before. */
  readonly embedded?: Promise<Started> | undefined
}

/** A store that is ready; or the sentence that says why it is not. */
export type StoreStarted =
  | { readonly kind: 'started'; readonly db: Database; readonly vault: Vault; stop(): Promise<void> }
  | { readonly kind: 'refused'; readonly message: string }

/** Name of the database on the embedded server. */
const DATABASE = 'luoshi'

/** Oldest PostgreSQL that is supported, as `server_version_num` has it. */
const OLDEST_VERSION = 150_000

/** Starts the store: the embedded server or the given one, its tables in their newest form. */
export async function startStore(options: StoreOptions): Promise<StoreStarted> {
  const reached = await reachDatabase(options)
  if (reached.kind === 'refused') return reached
  const { connection, stop } = reached
  return prepared(connectTo(connection, options.connections ?? 10), options, stop)
}

/** A database that can be connected to, whatever is in it; or the sentence that says why there is none. */
export type DatabaseReached =
  | { readonly kind: 'reached'; readonly connection: Connection; stop(): Promise<void> }
  | { readonly kind: 'refused'; readonly message: string }

/** Reaches the given database, or the embedded server's, made empty where it is new. */
export async function reachDatabase({
  folder,
  url,
  isGuest = false,
  embedded,
}: Pick<StoreOptions, 'folder' | 'url' | 'isGuest' | 'embedded'>): Promise<DatabaseReached> {
  if (url !== null) return { kind: 'reached', connection: { url }, stop: async () => undefined }
  const outcome = await (embedded ?? startEmbeddedPostgres(folder, isGuest))
  if (outcome.kind === 'refused') return outcome
  const { server } = outcome
  const maker = connectTo({ ...server.connection, database: 'postgres' }, 1)
  const known = await sql`select from pg_database where datname = ${DATABASE}`.execute(maker)
  if (known.rows.length === 0) await sql`create database ${sql.id(DATABASE)}`.execute(maker)
  await maker.destroy()
  const connection = { ...server.connection, database: DATABASE }
  return { kind: 'reached', connection, stop: () => server.stop() }
}

async function prepared(
  db: Database,
  options: StoreOptions,
  stopServer: () => Promise<void>,
): Promise<StoreStarted> {
  const stop = async () => {
    await db.destroy()
    await stopServer()
  }
  const problem = await findProblem(db)
  const opened =
    problem === null ? await vaultFor(db, options) : { kind: 'refused' as const, message: problem }
  if (opened.kind === 'opened') {
    await listAnew(db, opened.vault, options.programmes ?? [])
    return { kind: 'started', db, vault: opened.vault, stop }
  }
  await stop()
  return opened
}

async function vaultFor(db: Database, { folder, masterKeys }: StoreOptions): Promise<VaultOpened> {
  const read = readMasterKeys(folder, masterKeys)
  return read.kind === 'refused' ? read : openVault(db, { masterKeys: read.keys })
}

async function findProblem(db: Database): Promise<string | null> {
  try {
    const { rows } = await sql<{ version: string; number: number; encoding: string }>`
      select current_setting('server_version') as version,
             current_setting('server_version_num')::integer as number,
             current_setting('server_encoding') as encoding`.execute(db)
    const [server] = rows
    if (server !== undefined && server.number < OLDEST_VERSION) {
      return `数据库是PostgreSQL ${server.version}，本系统要15或更新的版本。`
    }
    if (server !== undefined && server.encoding !== 'UTF8') {
      return `这个库的编码是${server.encoding}，汉字要用UTF8：请另建一个库（createdb -E UTF8 -T template0 库名），写进 DATABASE_URL。`
    }
  } catch (error) {
    return whyUnreached(error)
  }
  try {
    const migrated = await migrate(db)
    return migrated.kind === 'refused' ? migrated.message : null
  } catch (error) {
    if (codeOf(error) !== NO_RIGHT) throw error
    return '数据库的账户没有建表的权限：请在 DATABASE_URL 里写这个库的所有者（createdb -O 账户 库名）。'
  }
}

/** SQLSTATE of who may not do what it asks. */
const NO_RIGHT = '42501'

/** What to do about a database that cannot be reached, by SQLSTATE. */
const REMEDIES: Readonly<Record<string, string>> = {
  '3D000': '服务器上没有这个库，请先建库（createdb -E UTF8 -T template0 库名），或核对 DATABASE_URL。',
  '28P01': '口令不对，请核对 DATABASE_URL。',
  '28000': '服务器不接受这个账户，请核对 DATABASE_URL 和服务器的 pg_hba.conf。',
}

function whyUnreached(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return `数据库连接不上（${said}）：${REMEDIES[codeOf(error)] ?? '请核对 DATABASE_URL。'}`
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
