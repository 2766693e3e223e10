import type { Case, Cite, DoneAt, IsoInstant, Procedure } from '@luoshi/kernel'
import { run } from '../database/statement.ts'
import type { Database } from '../database/tables.ts'
import { maskedCase, maskedData } from '../vault/masked-case.ts'
import { withMasked } from '../vault/personal-texts.ts'
import { type WrappedKey, wrappedKeyOf } from '../vault/vault.ts'
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

/** A case as it lies in the database: personal texts sealed, with the key that they were sealed with. */
export interface SealedCase extends StoredCase {
  /** Null where nothing of it was sealed. */
  readonly key: WrappedKey | null
}

/** A case as it stands, personal texts masked: one row, however long its log. */
export async function findCase(db: Database, county: string, id: string): Promise<StoredCase | null> {
  const [row] = await run<Parameters<typeof storedCaseFrom>[0]>(db, FIND, [county, id])
  return row === undefined ? null : storedCaseFrom(row)
}

const FIND = 'select body, version, head, programme from cases where county = $1 and id = $2'

/** A case with what is needed to read its personal texts. */
export async function findSealedCase(db: Database, county: string, id: string): Promise<SealedCase | null> {
  const [row] = await run<SealedRow>(db, FIND_SEALED, [county, id])
  if (row === undefined) return null
  const { body, version, head, programme } = row
  return { case: body, version, head, programme, key: wrappedKeyOf(row) }
}

interface SealedRow {
  readonly body: Case
  readonly version: number
  readonly head: string
  readonly programme: string
  readonly master: string | null
  readonly wrapped: Buffer | null
}

const FIND_SEALED = `
  select c.body, c.version, c.head, c.programme, k.master, k.wrapped
  from cases as c left join case_keys as k on k.county = c.county and k.subject = c.id
  where c.county = $1 and c.id = $2`

/** When each action of a case was done last, the opening among them. */
export async function momentsOf(db: Database, county: string, id: string): Promise<DoneAt> {
  const rows = await run<{ action: string; at: string }>(db, FIND_MOMENTS, [county, id])
  return Object.fromEntries(rows.map(({ action, at }) => [action, at]))
}

const FIND_MOMENTS = `
  select distinct on (payload->'event'->>'action') payload->'event'->>'action' as action,
    payload->'event'->>'at' as at
  from actions where county = $1 and subject = $2 order by 1, sequence desc`

/** A case from its row, masked. */
export function storedCaseFrom(row: {
  body: unknown
  version: number
  head: string
  programme: string
}): StoredCase {
  const { body, version, head, programme } = row
  const found = body as Case
  return { case: { ...found, data: withMasked(found.data) }, version, head, programme }
}

/** The log of a case in order, personal texts as they lie in it, up to a version or a moment where one is given. */
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

/** The log of a case as it may be shown: personal texts masked. */
export async function historyOf(
  db: Database,
  procedure: Procedure,
  county: string,
  id: string,
): Promise<readonly Entry[]> {
  const entries = await entriesOf(db, county, id)
  return entries.map((entry) => {
    const { event } = entry.payload
    const input = maskedData(procedure, event.input)
    return { ...entry, payload: { ...entry.payload, event: { ...event, input } } }
  })
}

/** A case as it stood at a moment, personal texts masked; null where it was not yet open. */
export async function caseAsOf(
  db: Database,
  procedure: Procedure,
  county: string,
  id: string,
  at: IsoInstant,
): Promise<Case | null> {
  const found = foldEntries(procedure, await entriesOf(db, county, id, { at }))
  return found && maskedCase(procedure, found)
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
