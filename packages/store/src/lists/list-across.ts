import type { IsoInstant, Procedure } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { type StoredCase, storedCaseFrom } from '../log/read.ts'
import { type Share, sharesJson } from './shares.ts'

/** A case of one of several procedures. */
export interface SharedCase extends StoredCase {
  readonly procedure: Procedure
}

interface SharedRow {
  readonly place: number
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}

/** Where a page of cases across procedures ended: when its last case was acted on, and its id. */
export interface AcrossPlace {
  readonly latest: IsoInstant
  readonly id: string
}

/** What of several procedures goes on, that which has waited longest first: the cases that wait for someone, say. */
export async function listAcross(
  db: Database,
  county: string,
  shares: readonly Share[],
  limit = 50,
  after: AcrossPlace | null = null,
): Promise<readonly SharedCase[]> {
  const isBehind =
    after === null ? sql`true` : sql`(c.latest, c.id) > (${after.latest}::timestamptz, ${after.id})`
  // Many are put in order, and only those on the page are read whole.
  const { rows } = await sql<SharedRow>`
    select wanted.place, c.body, c.version, c.head, c.programme from (
      select share.place, one.* from ${sharesJson(shares)} cross join lateral (
        select distinct t.state, t.unit from tally_sums as t
        where t.county = ${county} and t.programme = share.programme and t.procedure = share.procedure
          and t.is_open and (share.states is null or t.state = any(share.states))
          and (share.units is null or t.unit = any(share.units))
      ) as kinds cross join lateral (
        select c.id, c.latest from cases as c
        where c.county = ${county} and c.programme = share.programme and c.procedure = share.procedure
          and c.state = kinds.state and c.unit = kinds.unit and c.is_open and ${isBehind}
        order by c.latest, c.id limit ${limit}
      ) as one
      union all
      select share.place, c.id, c.latest
      from ${sharesJson(shares)} join cases as c
        on c.county = ${county} and c.owner = share.owner and c.programme = share.programme
          and c.procedure = share.procedure
      where c.is_open and ${isBehind} and (share.states is null or c.state = any(share.states)) and not c.unit = any(share.units)
      order by latest, id limit ${limit}
    ) as wanted join cases as c on c.county = ${county} and c.id = wanted.id
    order by wanted.latest, wanted.id`.execute(db)
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    return procedure === undefined ? [] : [{ ...storedCaseFrom(row), procedure }]
  })
}
