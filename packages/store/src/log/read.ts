import type { Case, Cite, IsoInstant, Procedure } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { type Entry, foldEntries, type Payload } from './entry.ts'

/** A case as it stands, with the version to act on. */
export interface StoredCase {
  readonly case: Case
  /** How many entries its log has. */
  readonly version: number
  /** Digest of the last of them. */
  readonly head: string
  readonly programme: string
}

/** A case as it stands: one row, however long its log. */
export async function findCase(db: Database, county: string, id: string): Promise<StoredCase | null> {
  const row = await db
    .selectFrom('cases')
    .select(['body', 'version', 'head', 'programme'])
    .where('county', '=', county)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return storedCaseFrom(row)
}

/** A case from its row. */
export function storedCaseFrom(row: {
  body: unknown
  version: number
  head: string
  programme: string
}): StoredCase {
  const { body, version, head, programme } = row
  return { case: body as Case, version, head, programme }
}

/** The log of a case in order, up to a version or a moment where one is given. */
export async function entriesOf(
  db: Database,
  county: string,
  subject: string,
  upTo: { readonly version?: number; readonly at?: IsoInstant } = {},
): Promise<readonly Entry[]> {
  let query = db
    .selectFrom('actions')
    .selectAll()
    .where('county', '=', county)
    .where('subject', '=', subject)
    .orderBy('sequence')
  if (upTo.version !== undefined) query = query.where('sequence', '<=', upTo.version)
  if (upTo.at !== undefined) query = query.where('at', '<=', upTo.at)
  return (await query.execute()).map(entryFrom)
}

/** A case as it stood at a moment; null where it was not yet open. */
export async function caseAsOf(
  db: Database,
  procedure: Procedure,
  county: string,
  id: string,
  at: IsoInstant,
): Promise<Case | null> {
  return foldEntries(procedure, await entriesOf(db, county, id, { at }))
}

/** The entry that an earlier request of that key made. */
export async function findByRequestKey(db: Database, county: string, key: string): Promise<Entry | null> {
  const row = await db
    .selectFrom('actions')
    .selectAll()
    .where('county', '=', county)
    .where('request_key', '=', key)
    .executeTakeFirst()
  return row === undefined ? null : entryFrom(row)
}

/** A line of the log from its row. */
export function entryFrom<Row extends Omit<Entry, 'cite' | 'payload'> & { cite: unknown; payload: unknown }>(
  row: Row,
): Entry {
  const { county, subject, sequence, kind, actor, previous, digest, request_key, request_digest } = row
  const [cite, payload] = [row.cite as Cite | null, row.payload as Payload]
  return {
    county,
    subject,
    sequence,
    kind,
    actor,
    cite,
    payload,
    previous,
    request_key,
    request_digest,
    digest,
  }
}
