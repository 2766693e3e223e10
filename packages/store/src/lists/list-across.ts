import type { AccessFilter, Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { type StoredCase, storedCaseFrom } from '../log/read.ts'
import { withinFilter } from './selection.ts'

/** Cases of one procedure in some of its states, as far as someone may read them. */
export interface Share {
  readonly programme: Programme
  readonly procedure: Procedure
  /** Ids of states; any in which a case goes on where there are none. */
  readonly states?: readonly string[]
  readonly filter: AccessFilter | null
}

/** A case of one of several procedures. */
export interface SharedCase extends StoredCase {
  readonly procedure: Procedure
}

/** What of several procedures goes on, that which has waited longest first: the cases that wait for someone, say. */
export async function listAcross(
  db: Database,
  county: string,
  shares: readonly Share[],
  limit = 50,
): Promise<readonly SharedCase[]> {
  const found: SharedCase[] = []
  for (const { programme, procedure, states, filter } of shares) {
    if (filter === null) continue
    const inStates = states === undefined ? sql`true` : sql`state = any(${[...states]}::text[])`
    const { rows } = await sql<{ body: unknown; version: number; head: string; programme: string }>`
      select body, version, head, programme from cases
      where ${withinFilter(filter)} and county = ${county} and programme = ${programme.id}
        and procedure = ${procedure.id} and closed is null and ${inStates}
      order by latest, id limit ${limit}`.execute(db)
    for (const row of rows) {
      const stored = storedCaseFrom(row)
      found.push({ ...stored, procedure })
    }
  }
  const byWaiting = (a: SharedCase, b: SharedCase) => Date.parse(a.case.latest) - Date.parse(b.case.latest)
  return found.sort(byWaiting).slice(0, limit)
}
