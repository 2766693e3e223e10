import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connection, configOf } from '../database/connect.ts'
import type { FileStorage } from '../files/file-storage.ts'
import { ArchiveWriter, FORMAT, type Head, type Manifest, type TableHead } from './archive.ts'

/** What a backup holds. */
export interface BackedUp {
  readonly tables: number
  readonly rows: number
  readonly files: number
  /** Files that no case names and that were swept while the backup ran. */
  readonly swept: number
}

/**
 * Writes everything into one archive, as it was at one moment, while the server goes on: the tables of one repeatable-read
 * transaction, and the files that they know. Personal data stay encrypted in it.
 */
export async function backUp(
  connection: Connection,
  storage: FileStorage,
  path: string,
  now: string,
  tell: (line: string) => void,
): Promise<BackedUp> {
  const client = new Client(configOf(connection))
  await client.connect()
  const archive = new ArchiveWriter(path)
  try {
    await client.query('begin isolation level repeatable read read only')
    const head = await readHead(client, now)
    await archive.json('head.json', head)
    const tables: Record<string, Manifest['tables'][string]> = {}
    for (const { name, columns } of head.tables) {
      const copied = client.query(
        copyTo(`copy public.${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`),
      )
      tables[name] = await archive.table(name, copied as AsyncIterable<Buffer>)
      tell(`${name}：${tables[name].rows} 行`)
    }
    const hasFiles = head.tables.some(({ name }) => name === 'files')
    const { files, swept } = hasFiles ? await addFiles(client, storage, archive) : { files: 0, swept: 0 }
    if (files > 0) tell(`文件：${files} 个`)
    const manifest: Manifest = { tables, files }
    await archive.json('manifest.json', manifest)
    await client.query('commit')
    await archive.finish()
    const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0)
    return { tables: head.tables.length, rows, files, swept }
  } catch (error) {
    await archive.discard()
    throw error
  } finally {
    await client.end()
  }
}

async function readHead(client: Client, made: string): Promise<Head> {
  const migrations = await client.query('select name, checksum from public.migrations order by name')
  const version = await client.query(`select current_setting('server_version') as postgres`)
  return {
    format: FORMAT,
    made,
    postgres: version.rows[0].postgres,
    migrations: migrations.rows,
    tables: await tablesIn(client),
  }
}

/** Our tables with the columns that are written, each after those that it refers to. */
async function tablesIn(client: Client): Promise<readonly TableHead[]> {
  const { rows: columns } = await client.query<{ table: string; column: string; counts: boolean }>(`
    select c.relname as table, a.attname as column, a.attidentity <> '' as counts
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`)
  const { rows: references } = await client.query<{ table: string; other: string }>(`
    select c.relname as table, r.relname as other
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and c.oid <> r.oid`)
  const names = [...new Set(columns.map(({ table }) => table))]
  const tables: TableHead[] = []
  for (const name of inOrder(names, references)) {
    const own = columns.filter(({ table }) => table === name)
    const counters: Record<string, string> = {}
    for (const { column } of own.filter(({ counts }) => counts)) {
      const sequence = await client.query('select pg_get_serial_sequence($1, $2) as name', [
        `public.${quoted(name)}`,
        column,
      ])
      const last = await client.query(`select last_value::text as last from ${sequence.rows[0].name}`)
      counters[column] = last.rows[0].last
    }
    tables.push({ name, columns: own.map(({ column }) => column), counters })
  }
  return tables
}

function inOrder(
  names: readonly string[],
  references: readonly { table: string; other: string }[],
): string[] {
  const ordered: string[] = []
  const add = (name: string, below: ReadonlySet<string>) => {
    if (ordered.includes(name) || below.has(name)) return
    const others = references.filter(({ table }) => table === name).map(({ other }) => other)
    for (const other of others) add(other, new Set([...below, name]))
    ordered.push(name)
  }
  for (const name of names) add(name, new Set())
  return ordered
}

async function addFiles(client: Client, storage: FileStorage, archive: ArchiveWriter) {
  const { rows } = await client.query<{ county: string; digest: string; bytes: string; named: boolean }>(`
    select f.county, f.digest, f.bytes, exists (
      select 1 from public.case_files c where c.county = f.county and c.digest = f.digest) as named
    from public.files f order by f.county, f.digest`)
  let [files, swept] = [0, 0]
  for (const { county, digest, bytes, named } of rows) {
    const source = await storage.open(county, digest)
    if (source === null && named)
      throw new Error(`文件${county}/${digest}不见了：请先恢复存放文件的地方，再备份。`)
    if (source === null) swept++
    else {
      await archive.file(`files/${county}/${digest}`, Number(bytes), source)
      files++
    }
  }
  return { files, swept }
}

/** An identifier as SQL has it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
