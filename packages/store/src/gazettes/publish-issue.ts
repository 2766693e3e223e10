import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { tellChanged } from './changed.ts'
import { appendEntry } from './entry-chain.ts'

/** A version of an issue. */
export interface IssueVersion {
  readonly county: string
  readonly key: string
  readonly version: number
}

/**
 * Shows a version to the public in place of the one before, which stays as it was and says that it was replaced. Within a
 * transaction.
 */
export async function publishIssue(
  transaction: Database,
  { county, key, version }: IssueVersion,
  { by, at, correction }: { readonly by: string; readonly at: string; readonly correction?: string | null },
): Promise<void> {
  const affected = await numbersTouchedBy(transaction, { county, key, version })
  const { digest } = await transaction
    .selectFrom('gazette_issues')
    .select('digest')
    .where('county', '=', county)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  await appendEntry(transaction, {
    county,
    kind: 'publication',
    subject: `${key}/${version}`,
    by,
    at,
    payload: { digest, correction: correction ?? null },
  })
  await transaction
    .updateTable('gazette_issues')
    .set({ state: 'replaced' })
    .where('county', '=', county)
    .where('key', '=', key)
    .where('state', '=', 'published')
    .execute()
  await transaction
    .updateTable('gazette_issues')
    .set({
      state: 'published',
      published_at: at,
      published_by: by,
      ...(correction === undefined ? {} : { correction }),
    })
    .where('county', '=', county)
    .where('key', '=', key)
    .where('version', '=', version)
    .execute()
  await sql`
    update gazette_instruments set is_current = false, address = place
    where county = ${county} and issue = ${key} and is_current`.execute(transaction)
  await sql`
    update gazette_instruments set is_current = true, address = place
    where county = ${county} and issue = ${key} and version = ${version}`.execute(transaction)
  await nameByNumber(transaction, county, affected.own)
  await keepDays(transaction, county)
  await tellChanged(transaction, county, affected.all)
}

/** Numbers of the issue's instruments in either version; with those that they cite, their places and their matters. */
async function numbersTouchedBy(
  transaction: Database,
  { county, key, version }: IssueVersion,
): Promise<{ own: string[]; all: string[] }> {
  const own = await transaction
    .selectFrom('gazette_instruments')
    .select(['doc_number', 'id', 'place', 'matter'])
    .where('county', '=', county)
    .where('issue', '=', key)
    .where(({ eb, or }) => or([eb('version', '=', version), eb('is_current', '=', true)]))
    .execute()
  const ids = own.map(({ id }) => id)
  const cited = await sql<{ doc_number: string }>`
    select distinct doc_number from gazette_citations
    where county = ${county} and instrument = any(${ids}) and doc_number is not null`.execute(transaction)
  const numbers = own.flatMap(({ doc_number }) => (doc_number === null ? [] : [doc_number]))
  const all = [
    ...numbers,
    ...cited.rows.map(({ doc_number }) => doc_number),
    ...own.flatMap(({ place, matter }) => [place, `matter:${matter}`]),
  ]
  return { own: [...new Set(numbers)], all }
}

/** When the county's notices were issued and ceased to be in force, for whoever searches. */
async function keepDays(transaction: Database, county: string): Promise<void> {
  await sql`
    insert into gazette_notice_days select * from gazette_days_of(${county})
    on conflict (county, block) do update set issued = excluded.issued, ended = excluded.ended`.execute(
    transaction,
  )
}

/** An instrument is addressed by its number where that is its alone, else by its place. */
async function nameByNumber(
  transaction: Database,
  county: string,
  numbers: readonly string[],
): Promise<void> {
  const known = sql`
    select doc_number, count(*) as bearers from gazette_instruments
    where county = ${county} and is_current and doc_number = any(${numbers}) group by doc_number`
  await sql`
    update gazette_instruments i set address = i.place from (${known}) k
    where i.county = ${county} and i.is_current and i.doc_number = k.doc_number and k.bearers > 1
      and i.address <> i.place`.execute(transaction)
  await sql`
    update gazette_instruments i set address = i.doc_number from (${known}) k
    where i.county = ${county} and i.is_current and i.doc_number = k.doc_number and k.bearers = 1
      and i.address <> i.doc_number`.execute(transaction)
}
