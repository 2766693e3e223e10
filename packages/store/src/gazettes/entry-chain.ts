import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'
import type { NewEntry } from './entries.ts'
import type { EntryKind } from './gazette-tables.ts'
import { storableJson } from './import-issue.ts'

/** An entry as it stands in the chain of its county. */
interface ChainedEntry {
  readonly county: string
  readonly kind: EntryKind
  readonly subject: string
  readonly sequence: number
  /** In UTC, as the digest covers it. */
  readonly at: string
  readonly actor: string
  readonly payload: unknown
}

interface ChainedRow extends Omit<ChainedEntry, 'at'> {
  readonly at: Date
  readonly place: number | null
  readonly previous: string | null
  readonly digest: string | null
}

/** Adds an entry behind the last of its county. Within a transaction. */
export async function appendEntry(
  transaction: Database,
  { county, kind, subject, by, at, payload }: Omit<NewEntry, 'numbers' | 'also'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`gazette-entries/${county}`}, 0))`.execute(
    transaction,
  )
  const last = await lastOf(transaction, county)
  const { rows } = await sql<{ sequence: number }>`
    select coalesce(max(sequence), 0) + 1 as sequence from gazette_entries
    where county = ${county} and kind = ${kind} and subject = ${subject}`.execute(transaction)
  const entry: ChainedEntry = {
    county,
    kind,
    subject,
    sequence: rows[0]?.sequence ?? 1,
    at: new Date(at).toISOString(),
    actor: by,
    payload: JSON.parse(storableJson(payload)),
  }
  const place = last.place + 1
  await transaction
    .insertInto('gazette_entries')
    .values({
      ...entry,
      payload: JSON.stringify(entry.payload),
      place,
      previous: last.digest,
      digest: digestOf({ ...entry, place, previous: last.digest }),
    })
    .execute()
}

/** The end of a county's chain; what was entered before there was one stands for its beginning. */
async function lastOf(db: Database, county: string): Promise<{ place: number; digest: string | null }> {
  const { rows } = await sql<{ place: number; digest: string }>`
    select place, digest from gazette_entries where county = ${county} and place is not null
    order by place desc limit 1`.execute(db)
  return rows[0] ?? { place: 0, digest: beginningOf(await entriesOf(db, county)) }
}

/** One digest over what was entered before there was a chain; null where that is nothing. */
function beginningOf(rows: readonly ChainedRow[]): string | null {
  const unchained = rows.filter(({ place }) => place === null)
  return unchained.length === 0 ? null : digestOf(unchained.map(entryOf))
}

function entryOf({ county, kind, subject, sequence, at, actor, payload }: ChainedRow): ChainedEntry {
  return { county, kind, subject, sequence, at: at.toISOString(), actor, payload }
}

async function entriesOf(db: Database, county: string): Promise<readonly ChainedRow[]> {
  const { rows } = await sql<ChainedRow>`
    select county, kind, subject, sequence, at, actor, payload, place, previous, digest
    from gazette_entries where county = ${county}
    order by place nulls first, kind collate "C", subject collate "C", sequence`.execute(db)
  return rows
}

/** The first thing that is amiss in what was entered and published of a county's gazettes; null where nothing is. */
export async function findGazetteBreak(db: Database, county: string): Promise<string | null> {
  const rows = await entriesOf(db, county)
  let last = { place: 0, digest: beginningOf(rows) }
  for (const row of rows) {
    if (row.place === null) continue
    const place = last.place + 1
    if (row.place !== place) return `公报编辑的登记缺第${place}条。`
    const digest = digestOf({ ...entryOf(row), place, previous: row.previous })
    if (row.previous !== last.digest || row.digest !== digest) {
      return `公报编辑的第${place}条登记（${row.subject}）的内容与它的摘要不符：登记被改动过。`
    }
    last = { place, digest }
  }
  return findIssueBreak(db, county, rows)
}

/** A text that is not the one which was imported, or not the one which was published. */
async function findIssueBreak(
  db: Database,
  county: string,
  entries: readonly ChainedRow[],
): Promise<string | null> {
  const published = new Map(
    entries.flatMap(({ kind, subject, payload }) =>
      kind === 'publication' ? [[subject, (payload as { digest: string }).digest] as const] : [],
    ),
  )
  const issues = await db
    .selectFrom('gazette_issues')
    .select(['key', 'version', 'title', 'digest', 'source'])
    .where('county', '=', county)
    .orderBy('key')
    .orderBy('version')
    .execute()
  for (const { key, version, title, digest, source } of issues) {
    const said = published.get(`${key}/${version}`)
    published.delete(`${key}/${version}`)
    if (digestOf(source) !== digest || (said !== undefined && said !== digest)) {
      return `${title}第${version}版的文本与登记的摘要不符：文本被改动过。`
    }
  }
  const [gone] = published.keys()
  return gone === undefined ? null : `登记为已公开的“${gone}”版，现在没有了。`
}
