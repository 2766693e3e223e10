import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Connection, configOf, connectTo } from '../database/connect.ts'
import { checksumOf, migrate, readMigrations } from '../database/migrate.ts'
import type { FileStorage } from '../files/file-storage.ts'
import { spool } from '../files/spool.ts'
import { type ArchiveEntry, FORMAT, type Head, type Manifest, readArchive, textOf } from './archive.ts'
import { quoted } from './back-up.ts'

/** Everything is there again; or the sentence that says why nothing is. */
export type Restored =
  | {
      readonly kind: 'restored'
      readonly rows: number
      readonly files: number
      readonly made: string
      readonly applied: readonly string[]
    }
  | { readonly kind: 'refused'; readonly message: string }

/** Thrown where an archive is not what it should be: what was loaded is undone. */
class Unfit extends Error {
  override readonly name = 'Unfit'
}

/**
 * Fills an empty database and its files from an archive: the tables as they were then, all of them or none, then brought
 * to their newest form. An archive of which a byte is not what it was is refused.
 */
export async function restore(
  connection: Connection,
  storage: FileStorage,
  path: string,
  tell: (line: string) => void,
): Promise<Restored> {
  const client = new Client(configOf(connection))
  await client.connect()
  try {
    if (!(await isEmpty(client))) {
      return refused('数据库里已有数据：恢复只能写入空的数据库，请换一个空的数据文件夹，或新建一个数据库。')
    }
    const loading = new Loading(client, connection, storage, tell)
    for await (const entry of readArchive(path)) await loading.take(entry)
    const { rows, files, made } = await loading.finish()
    const db = connectTo(connection, 1)
    const migrated = await migrate(db).finally(() => db.destroy())
    if (migrated.kind === 'refused') return migrated
    await client.query('analyze')
    return { kind: 'restored', rows, files, made, applied: migrated.applied }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    await clear(client).catch(() => undefined)
    if (error instanceof Unfit) return refused(error.message)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOENT') return refused(`没有备份文件${path}。`)
    if (/^Z|ERR_ZSTD|ERR_STREAM_PREMATURE/.test(code) || /tar|Unexpected end/i.test(String(error))) {
      return refused(`${path}不是完好的备份文件，没有恢复任何数据。`)
    }
    throw error
  } finally {
    await client.end()
  }
}

/** Whether there is nothing in our tables yet: none, or only such as a first start makes. */
async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not in ('migrations', 'secrets')`)
  for (const { name } of rows) {
    const found = await client.query(`select 1 from public.${quoted(name)} limit 1`)
    if (found.rows.length > 0) return false
  }
  return true
}

/** Makes the database as it was when it was made. */
async function clear(client: Client): Promise<void> {
  await client.query('drop schema if exists jobs cascade; drop schema public cascade; create schema public')
}

/** An archive on its way into a database, entry by entry. */
class Loading {
  readonly #client: Client
  readonly #connection: Connection
  readonly #storage: FileStorage
  readonly #tell: (line: string) => void
  #head: Head | null = null
  #manifest: Manifest | null = null
  #table: OpenTable | null = null
  readonly #loaded: Record<string, { rows: number; sm3: string }> = {}
  #files = 0

  constructor(client: Client, connection: Connection, storage: FileStorage, tell: (line: string) => void) {
    this.#client = client
    this.#connection = connection
    this.#storage = storage
    this.#tell = tell
  }

  async take(entry: ArchiveEntry): Promise<void> {
    const [kind = '', name = '', rest = ''] = entry.name.split('/')
    if (entry.name === 'head.json') this.#head = await this.#begin(JSON.parse(await textOf(entry)) as Head)
    else if (this.#head === null) throw new Unfit('这个文件不是落实的备份文件，没有恢复任何数据。')
    else if (kind === 'tables') await this.#rows(name, entry)
    else if (kind === 'files') await this.#file(name, rest, entry)
    else if (entry.name === 'manifest.json') this.#manifest = JSON.parse(await textOf(entry)) as Manifest
  }

  /** Compares what came with what should have, and keeps it. */
  async finish(): Promise<{ rows: number; files: number; made: string }> {
    await this.#endTable()
    const [head, manifest] = [this.#head, this.#manifest]
    if (head === null || manifest === null)
      throw new Unfit('备份文件不完整（缺少末尾的清单），没有恢复任何数据。')
    for (const { name, counters } of head.tables) {
      const loaded = this.#loaded[name] ?? { rows: 0, sm3: createHash('sm3').digest('hex') }
      const wanted = manifest.tables[name]
      if (wanted?.sm3 !== loaded.sm3 || wanted.rows !== loaded.rows) {
        throw new Unfit(
          `备份文件里的表“${name}”与清单不符（清单${wanted?.rows ?? 0}行，读到${loaded.rows}行），没有恢复任何数据。`,
        )
      }
      for (const [column, last] of Object.entries(counters)) {
        await this.#client.query('select setval(pg_get_serial_sequence($1, $2), $3::bigint)', [
          `public.${quoted(name)}`,
          column,
          last,
        ])
      }
      await this.#client.query(`alter table public.${quoted(name)} enable trigger user`)
    }
    if (manifest.files !== this.#files) {
      throw new Unfit(
        `备份文件里的文件与清单不符（清单${manifest.files}个，读到${this.#files}个），没有恢复任何数据。`,
      )
    }
    await this.#client.query('commit')
    const rows = Object.values(this.#loaded).reduce((sum, table) => sum + table.rows, 0)
    return { rows, files: this.#files, made: head.made }
  }

  /** Makes the tables in the form that the data have. */
  async #begin(head: Head): Promise<Head> {
    if (head.format !== FORMAT) {
      throw new Unfit(
        `备份文件的格式是“${head.format}”，本程序认识的是“${FORMAT}”：请使用当时的程序版本恢复。`,
      )
    }
    const known = readMigrations()
    const then = head.migrations.map(({ name }) => known.find((migration) => migration.name === name))
    const unknown = head.migrations.find(({ checksum }, index) => {
      const migration = then[index]
      return migration === undefined || checksumOf(migration.text) !== checksum
    })
    if (unknown !== undefined) {
      throw new Unfit(
        `备份是用别的程序版本做的：本程序没有同样的升级文件“${unknown.name}”，请使用当时或更新的版本恢复。`,
      )
    }
    await clear(this.#client)
    const db = connectTo(this.#connection, 1)
    const migrated = await migrate(
      db,
      then.filter((migration) => migration !== undefined),
    ).finally(() => db.destroy())
    if (migrated.kind === 'refused') throw new Unfit(migrated.message)
    await this.#client.query('begin')
    for (const { name } of head.tables)
      await this.#client.query(`alter table public.${quoted(name)} disable trigger user`)
    return head
  }

  async #rows(name: string, { content }: ArchiveEntry): Promise<void> {
    if (this.#table?.name !== name) {
      await this.#endTable()
      const columns = this.#head?.tables.find((table) => table.name === name)?.columns
      if (columns === undefined) throw new Unfit(`备份文件里有不认识的表“${name}”，没有恢复任何数据。`)
      const into = this.#client.query(
        copyFrom(`copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
      )
      this.#table = { name, into, digest: createHash('sm3'), rows: 0 }
    }
    const { into, digest } = this.#table
    for await (const chunk of content) {
      digest.update(chunk)
      for (const byte of chunk) if (byte === 10) this.#table.rows++
      if (!into.write(chunk)) await Promise.race([once(into, 'drain'), once(into, 'error')])
    }
  }

  async #endTable(): Promise<void> {
    const table = this.#table
    if (table === null) return
    const { name, into, digest, rows } = table
    const ended = once(into, 'finish')
    into.end()
    await ended
    this.#loaded[name] = { rows, sm3: digest.digest('hex') }
    this.#table = null
    this.#tell(`${name}：${rows} 行`)
  }

  async #file(county: string, digest: string, { content }: ArchiveEntry): Promise<void> {
    await this.#endTable()
    const spooled = await spool(this.#storage.spoolFolder, content, Number.MAX_SAFE_INTEGER)
    if (spooled?.digest !== digest)
      throw new Unfit(`备份文件里的文件${county}/${digest}已损坏，没有恢复任何数据。`)
    await this.#storage.keep(county, spooled)
    this.#files++
  }
}

interface OpenTable {
  readonly name: string
  readonly into: ReturnType<typeof copyFrom>
  readonly digest: ReturnType<typeof createHash>
  rows: number
}

function refused(message: string): Restored {
  return { kind: 'refused', message }
}
