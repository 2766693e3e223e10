import type { Case, Procedure, Programme } from '@luoshi/kernel'
import { run } from '../database/statement.ts'
import type { Database } from '../database/tables.ts'
import type { ListingChange } from '../listing/projection.ts'
import type { WrappedKey } from '../vault/vault.ts'
import type { Entry } from './entry.ts'
import { recordKeyOf } from './record-key.ts'
import { together } from './together.ts'

/** What an action leaves behind: its entry, the case after it, a key that is new, and what changed in its listing. */
export interface Appending {
  readonly entry: Entry
  readonly after: Case
  readonly newKey: WrappedKey | null
  readonly listing: ListingChange | null
}

/**
 * Appends an entry and projects the case and what follows, all or nothing, in one round trip. False where another
 * action of the case came first.
 */
export async function append(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  appending: Appending,
): Promise<boolean> {
  const rows = await run<{ stored: boolean }>(db, APPEND, valuesOf(programme, procedure, appending))
  return rows[0]?.stored === true
}

/** The same for many new cases. Gives how many were appended; those that were there already stay as they are. */
export async function appendMany(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  appendings: readonly Appending[],
): Promise<number> {
  const rows = appendings.map((appending) => valuesOf(programme, procedure, appending))
  const standings = appendings.flatMap(({ entry: { county, subject }, after: { unit }, listing }) =>
    listing?.standing === undefined ? [] : [{ county, id: subject, unit, standing: listing.standing }],
  )
  const openings = async (inside: Database) => {
    const [counted] = await run<{ appended: number }>(inside, APPEND_MANY, [JSON.stringify(rows)])
    return counted?.appended ?? 0
  }
  if (standings.length === 0) return openings(db)
  return together(db, async (inside) => {
    const appended = await openings(inside)
    await run(inside, KEEP_STANDINGS, [programme.id, procedure.id, JSON.stringify(standings)])
    return appended
  })
}

/** Parameters of `append_action`, in their order. */
const TYPES = [
  ...[
    'text',
    'text',
    'integer',
    'text',
    'text',
    'timestamptz',
    'jsonb',
    'jsonb',
    'text',
    'text',
    'text',
    'text',
  ],
  ...['text', 'text', 'text', 'text', 'text', 'text', 'text', 'timestamptz', 'timestamptz', 'jsonb', 'text'],
  ...['jsonb', 'jsonb'],
]

const APPEND = `select append_action(${TYPES.map((type, place) => `$${place + 1}::${type}`).join(', ')}) as stored`

const APPEND_MANY = 'select append_openings($1::jsonb) as appended'

/** How new cases stand; one that was there before may have gone on. */
const KEEP_STANDINGS = `
  select project_standing(county, id, $1, $2, unit, standing)
  from jsonb_to_recordset($3::jsonb) as given (county text, id text, unit text, standing jsonb)
  where exists (
    select from cases where cases.county = given.county and cases.id = given.id and cases.version = 1)`

function valuesOf(
  programme: Programme,
  procedure: Procedure,
  { entry, after, newKey, listing }: Appending,
): readonly unknown[] {
  const { county, subject, sequence, kind, actor, cite, payload, previous, digest } = entry
  const row = caseRow(programme, procedure, entry, after)
  return [
    county,
    subject,
    sequence,
    kind,
    actor,
    payload.event.at,
    cite === null ? null : JSON.stringify(cite),
    JSON.stringify(payload),
    previous,
    digest,
    entry.request_key,
    entry.request_digest,
    row.programme,
    row.procedure,
    row.register,
    row.unit,
    row.owner,
    row.state,
    row.closed,
    row.opened,
    row.latest,
    JSON.stringify(row.body),
    row.record_key,
    newKey === null ? null : JSON.stringify({ ...newKey, wrapped: newKey.wrapped.toString('base64') }),
    listing === null ? null : JSON.stringify(listing),
  ]
}

/**
 * Whether it is worth another attempt: the same request came first, or the database broke a circle of transactions that
 * waited for each other.
 */
export function isLate(error: unknown): boolean {
  return (
    violates(error, 'actions_request_key') ||
    violates(error, 'case_keys_pkey') ||
    violates(error, 'document_numbers_paper') ||
    (error instanceof Error && 'code' in error && error.code === '40P01')
  )
}

/** Whether another record that is not struck off has the same key. */
export function isRecordKeyTaken(error: unknown): boolean {
  return violates(error, 'cases_record_key')
}

/** A case as its row in the database has it. */
export function caseRow(programme: Programme, procedure: Procedure, entry: Entry, after: Case) {
  const { county, id, unit, owner, state, opened, latest } = after
  return {
    county,
    id,
    programme: programme.id,
    procedure: procedure.id,
    register: procedure.register,
    unit,
    owner,
    state,
    closed: procedure.states[state]?.final ?? null,
    version: entry.sequence,
    opened,
    latest,
    head: entry.digest,
    body: after,
    record_key: recordKeyOf(programme, procedure, after),
  }
}

function violates(error: unknown, constraint: string): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === constraint
}
