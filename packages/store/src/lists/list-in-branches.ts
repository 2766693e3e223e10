import type { Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { SharedCase } from './list-across.ts'

/** Cases of which a branch is another unit’s: those that wait in it for one of these units. */
export interface BranchShare {
  readonly programme: Programme
  readonly procedure: Procedure
  readonly state: string
  readonly branch: string
  /** Places of the branch in which something can be done. */
  readonly places: readonly string[]
  /** Field of the case with the unit whose branch it is. */
  readonly field: string
  readonly units: readonly string[]
}

interface BranchRow {
  readonly place: number
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}

/** What waits in branches of other units’ cases, that which has waited longest first. */
export async function listInBranches(
  db: Database,
  county: string,
  shares: readonly BranchShare[],
  limit = 50,
): Promise<readonly SharedCase[]> {
  if (shares.length === 0) return []
  const asked = shares.map(({ programme, procedure, ...rest }, place) => ({
    place,
    programme: programme.id,
    procedure: procedure.id,
    ...rest,
  }))
  const { rows } = await sql<BranchRow>`
    select share.place, c.body, c.version, c.head, c.programme
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as share (
      place integer, programme text, procedure text, state text, branch text, places text[], field text, units text[]
    ) join cases as c on c.county = ${county} and c.programme = share.programme
      and c.procedure = share.procedure and c.state = share.state and c.is_open
    where c.body->'data'->>share.field = any(share.units)
      and c.body->'branches'->share.state->share.branch->>'state' = any(share.places)
    order by c.latest, c.id limit ${limit}`.execute(db)
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    return procedure === undefined ? [] : [{ ...storedCaseFrom(row), procedure }]
  })
}
