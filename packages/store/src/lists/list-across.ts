import type { IsoInstant, Procedure } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
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
    select wanted.place, c.body, c.version, c.head, c.programme
    from (${goingOn(county, shares, sql`c.id, c.latest`, isBehind, limit)}) as wanted
      join cases as c on c.county = ${county} and c.id = wanted.id
    order by wanted.latest, wanted.id`.execute(db)
  return rows.flatMap((row) => withProcedure(row, shares))
}

/** A case that goes on, by the digest of its last entry: as long as that is the same, so is the case. */
export interface CaseHead {
  readonly id: string
  readonly head: string
}

/** The same cases in the same order without what is in them, for who knows some of them already. */
export async function headsAcross(
  db: Database,
  county: string,
  shares: readonly Share[],
  limit: number,
): Promise<readonly CaseHead[]> {
  const columns = sql`c.id, c.latest, c.head`
  const { rows } = await sql<CaseHead>`
    select id, head from (${goingOn(county, shares, columns, sql`true`, limit)}) as wanted
    order by latest, id`.execute(db)
  return rows
}

/** Those of some cases that go on and that someone may read. */
export async function openCasesAmong(
  db: Database,
  county: string,
  shares: readonly Share[],
  ids: readonly string[],
): Promise<readonly SharedCase[]> {
  const { rows } = await sql<SharedRow>`
    select share.place, c.body, c.version, c.head, c.programme
    from cases as c join ${sharesJson(shares)} on c.programme = share.programme and c.procedure = share.procedure
    where c.county = ${county} and c.id = any(${[...ids]}::text[]) and c.is_open
      and (share.states is null or c.state = any(share.states))
      and (share.units is null or c.unit = any(share.units) or c.owner = share.owner)`.execute(db)
  return rows.flatMap((row) => withProcedure(row, shares))
}

function withProcedure(row: SharedRow, shares: readonly Share[]): readonly SharedCase[] {
  const procedure = shares[row.place]?.procedure
  return procedure === undefined ? [] : [{ ...storedCaseFrom(row), procedure }]
}

/** Cases of the shares that go on, as many as are wanted of those that have waited longest. */
function goingOn(
  county: string,
  shares: readonly Share[],
  columns: RawBuilder<unknown>,
  isBehind: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  return sql`
    select share.place, one.* from ${sharesJson(shares)} cross join lateral (
      select distinct t.state, t.unit from tally_sums as t
      where t.county = ${county} and t.programme = share.programme and t.procedure = share.procedure
        and t.is_open and (share.states is null or t.state = any(share.states))
        and (share.units is null or t.unit = any(share.units))
    ) as kinds cross join lateral (
      select ${columns} from cases as c
      where c.county = ${county} and c.programme = share.programme and c.procedure = share.procedure
        and c.state = kinds.state and c.unit = kinds.unit and c.is_open and ${isBehind}
      order by c.latest, c.id limit ${limit}
    ) as one
    union all
    select share.place, ${columns}
    from ${sharesJson(shares)} join cases as c
      on c.county = ${county} and c.owner = share.owner and c.programme = share.programme
        and c.procedure = share.procedure
    where c.is_open and ${isBehind} and (share.states is null or c.state = any(share.states))
      and not c.unit = any(share.units)
    order by latest, id limit ${limit}`
}
