import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'
import { storableText } from './fold-text.ts'
import type { GazetteTables } from './gazette-tables.ts'
import type { IssueToStore } from './issue-to-store.ts'
import { publishIssue } from './publish-issue.ts'
import { storeInstruments } from './store-instruments.ts'

/** Who imports, when, and whether it is shown at once. */
export interface ImportOptions {
  readonly by: string
  readonly at: string
  /** Shown to the public at once, instead of what was published of the issue before. */
  readonly isPublished: boolean
  /** What a correction corrects; told beside both versions. */
  readonly correction?: string | null
}

/** What came of an import. */
export interface Imported {
  /** `known`: the same text was imported before, and nothing was done. */
  readonly kind: 'imported' | 'known'
  readonly county: string
  readonly key: string
  readonly version: number
}

/** The issue that was imported from a text before, with the number of its instruments; null where none was. */
export async function findImported(
  db: Database,
  source: string,
): Promise<(Imported & { readonly notices: number }) | null> {
  const known = await db
    .selectFrom('gazette_issues as g')
    .select(['county', 'key', 'version'])
    .select(
      sql<number>`(
        select count(*)::integer from gazette_instruments i
        where i.county = g.county and i.issue = g.key and i.version = g.version)`.as('notices'),
    )
    .where('digest', '=', digestOf(storableText(source)))
    .executeTakeFirst()
  return known === undefined ? null : { kind: 'known', ...known }
}

/** Lock under which one import or publication of a county runs at a time. */
export function lockGazettes(transaction: Database, county: string): Promise<unknown> {
  return sql`select pg_advisory_xact_lock(hashtextextended(${`gazettes/${county}`}, 0))`.execute(transaction)
}

/** Stores an issue with all that was read of it, whole or not at all. The same text is stored once. */
export async function importIssue(
  db: Database,
  issue: IssueToStore,
  options: ImportOptions,
): Promise<Imported> {
  const imported = await db.transaction().execute((transaction) => keepIssue(transaction, issue, options))
  // How much there is of what is known at once to whoever reads it, and not a minute later: an issue is much.
  if (imported.kind === 'imported') await sql.raw(`analyze ${counted.join(', ')}`).execute(db)
  return imported
}

const counted = [
  'gazette_issues',
  'gazette_instruments',
  'gazette_passages',
  'gazette_tables',
  'gazette_citations',
  'gazette_effects',
  'gazette_duties',
  'gazette_deadlines',
  'gazette_findings',
] as const satisfies readonly (keyof GazetteTables)[]

async function keepIssue(
  transaction: Database,
  issue: IssueToStore,
  options: ImportOptions,
): Promise<Imported> {
  const { county, key } = issue
  await lockGazettes(transaction, county)
  const source = storableText(issue.source)
  const digest = digestOf(source)
  const known = await transaction
    .selectFrom('gazette_issues')
    .select(['key', 'version'])
    .where('county', '=', county)
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (known !== undefined) return { kind: 'known', county, ...known }
  const version = await nextVersion(transaction, county, key)
  await transaction
    .insertInto('gazette_issues')
    .values({
      county,
      key,
      version,
      state: 'draft',
      digest,
      source,
      ...headOf(issue),
      imported_at: options.at,
      imported_by: options.by,
      published_at: null,
      published_by: null,
      correction: options.correction ?? null,
    })
    .execute()
  await storeInstruments(transaction, issue, version)
  if (options.isPublished) await publishIssue(transaction, { county, key, version }, options)
  return { kind: 'imported', county, key, version }
}

function headOf({ title, issue }: IssueToStore) {
  const { name, year, number, part, publisher, period, file } = issue
  return {
    title: storableText(title),
    name: name === null ? null : storableText(name),
    year,
    number,
    part,
    publisher: publisher === null ? null : storableText(publisher),
    period_from: period?.from ?? null,
    period_to: period?.to ?? null,
    file: storableText(file),
    contents: storableJson(issue.contents),
    repairs: storableJson(issue.repairs),
  }
}

/** JSON that PostgreSQL can keep. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? storableText(part) : part))
}

async function nextVersion(transaction: Database, county: string, key: string): Promise<number> {
  const { latest } = await transaction
    .selectFrom('gazette_issues')
    .select(({ fn }) => fn.max('version').as('latest'))
    .where('county', '=', county)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  return Number(latest ?? 0) + 1
}
