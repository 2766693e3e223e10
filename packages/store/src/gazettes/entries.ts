import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { tellChanged } from './changed.ts'
import { appendEntry } from './entry-chain.ts'
import type { EntryKind } from './gazette-tables.ts'

/** Something that an editor entered. */
export interface GazetteEntry {
  readonly subject: string
  readonly sequence: number
  readonly at: Date
  readonly actor: string
  readonly payload: unknown
}

/** Which entries are asked for. */
export interface EntryQuery {
  readonly county: string
  readonly kind: EntryKind
  readonly subject?: string
  readonly subjectPrefix?: string
}

/** What holds of each subject: its latest entry, in the order of the subjects. */
export async function latestEntries(
  db: Database,
  { county, kind, subject, subjectPrefix }: EntryQuery,
): Promise<readonly GazetteEntry[]> {
  let query = db
    .selectFrom('gazette_latest')
    .select(['subject', 'sequence', 'at', 'actor', 'payload'])
    .where('county', '=', county)
    .where('kind', '=', kind)
    .orderBy('subject')
  if (subject !== undefined) query = query.where('subject', '=', subject)
  if (subjectPrefix !== undefined) {
    query = query.where(sql<boolean>`starts_with(subject, ${subjectPrefix})`)
  }
  return query.execute()
}

/** All that was entered of a subject, the first entry first. */
export async function entryHistory(
  db: Database,
  county: string,
  kind: EntryKind,
  subject: string,
): Promise<readonly GazetteEntry[]> {
  return db
    .selectFrom('gazette_entries')
    .select(['subject', 'sequence', 'at', 'actor', 'payload'])
    .where('county', '=', county)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .orderBy('sequence')
    .execute()
}

/** What is entered. */
export interface NewEntry {
  readonly county: string
  readonly kind: EntryKind
  readonly subject: string
  readonly by: string
  readonly at: string
  readonly payload: unknown
  /** Numbers of the documents whose pages show it. */
  readonly numbers: readonly string[]
  /** What else changes with it, before it in the same transaction. */
  readonly also?: (transaction: Database) => Promise<void>
}

/** Adds an entry to those of its subject; what was entered before stays. */
export function addEntry(db: Database, entry: NewEntry): Promise<void> {
  return db.transaction().execute(async (transaction) => {
    await entry.also?.(transaction)
    await appendEntry(transaction, entry)
    await tellChanged(transaction, entry.county, entry.numbers)
  })
}
