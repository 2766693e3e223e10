import type { Case, Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Entry } from './entry.ts'

/** What became of an append. */
export type Appended = 'stored' | 'conflict' | 'key-used'

/** Appends an entry and projects the case and what follows, all or nothing, in one round trip. */
export async function append(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  entry: Entry,
  after: Case,
): Promise<Appended> {
  const action = JSON.stringify({ ...entry, at: entry.payload.event.at })
  const row = JSON.stringify(caseRow(programme.id, procedure, entry, after))
  try {
    const { rows } = await sql<{ stored: boolean }>`
      select append_action(${action}::jsonb, ${row}::jsonb) as stored`.execute(db)
    return rows[0]?.stored === true ? 'stored' : 'conflict'
  } catch (error) {
    if (isKeyUsed(error)) return 'key-used'
    throw error
  }
}

/** A case as its row in the database has it. */
export function caseRow(programme: string, procedure: Procedure, entry: Entry, after: Case) {
  const { county, id, unit, owner, state, opened, latest } = after
  return {
    county,
    id,
    programme,
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
  }
}

function isKeyUsed(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'actions_request_key'
}
