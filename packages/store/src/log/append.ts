import type { Case, Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Entry } from './entry.ts'

/**
 * Appends an entry and projects the case and what follows, all or nothing, in one round trip. False where another
 * action of the case, or the same request, came first.
 */
export async function append(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  entry: Entry,
  after: Case,
): Promise<boolean> {
  const action = JSON.stringify({ ...entry, at: entry.payload.event.at })
  const row = JSON.stringify(caseRow(programme.id, procedure, entry, after))
  try {
    const { rows } = await sql<{ stored: boolean }>`
      select append_action(${action}::jsonb, ${row}::jsonb) as stored`.execute(db)
    return rows[0]?.stored === true
  } catch (error) {
    if (isKeyUsed(error) || isDeadlock(error)) return false
    throw error
  }
}

/** Whether the database broke a circle of transactions that waited for each other: this one can be tried again. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01'
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
