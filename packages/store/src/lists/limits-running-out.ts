import type { IsoInstant } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { SharedCase } from './list-across.ts'
import { type Share, sharesJson } from './shares.ts'

/** A running limit of a case, and the first moment at which it is late. */
export interface RunningLimit {
  readonly limit: string
  readonly lateFrom: IsoInstant
  readonly case: SharedCase
}

/** Where a page of running limits ended. */
export interface RunningPlace extends Omit<RunningLimit, 'case'> {
  /** Id of the case. */
  readonly case: string
}

/** Counting stops here: each limit has to be looked at. */
const COUNTED_AT_MOST = 10_000

/** An alarm at the end of a limit, and not a reminder of it. */
const IS_LIMIT = sql`l.name like 'limit/%' and l.name not like '%/reminder'`

interface RunningRow {
  readonly place: number
  readonly name: string
  readonly at: Date
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}

/** Limits that run out before a moment, or have, as far as someone may read their cases: the first to end first. */
export async function limitsRunningOut(
  db: Database,
  county: string,
  until: IsoInstant,
  shares: readonly Omit<Share, 'states'>[],
  limit = 50,
  after: RunningPlace | null = null,
): Promise<readonly RunningLimit[]> {
  const isBehind =
    after === null
      ? sql`true`
      : sql`(l.at, l.subject, l.name) > (${after.lateFrom}::timestamptz, ${after.case}, ${`limit/${after.limit}`})`
  const { rows } = await sql<RunningRow>`
    select * from (
      select share.place, one.* from ${sharesJson(shares)} cross join lateral (
        ${unitsWithOpen(county)}
      ) as kinds cross join lateral (
        select l.name, l.at, l.subject, c.body, c.version, c.head, c.programme
        from timers as l join cases as c on c.county = l.county and c.id = l.subject
        where l.county = ${county} and l.programme = share.programme and l.procedure = share.procedure
          and l.unit = kinds.unit and l.at <= ${until} and ${IS_LIMIT} and ${isBehind}
        order by l.at, l.subject, l.name limit ${limit}
      ) as one
      union all
      select share.place, l.name, l.at, l.subject, c.body, c.version, c.head, c.programme
      from ${sharesJson(shares)} ${ownLimits(county, until)} and ${isBehind}
    ) as rows order by at, subject, name limit ${limit}`.execute(db)
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    if (procedure === undefined) return []
    const name = row.name.slice('limit/'.length)
    return [{ limit: name, lateFrom: row.at.toISOString(), case: { ...storedCaseFrom(row), procedure } }]
  })
}

/** How many limits run out before a moment, or have, by procedure in the order asked. */
export async function countRunningOut(
  db: Database,
  county: string,
  until: IsoInstant,
  shares: readonly Omit<Share, 'states'>[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number; value: number }>`
    select place, count(*)::integer as value from (
      select share.place from ${sharesJson(shares)} cross join lateral (
        ${unitsWithOpen(county)}
      ) as kinds cross join lateral (
        select from timers as l
        where l.county = ${county} and l.programme = share.programme and l.procedure = share.procedure
          and l.unit = kinds.unit and l.at <= ${until} and ${IS_LIMIT}
        limit ${COUNTED_AT_MOST}
      ) as one
      union all
      select share.place from ${sharesJson(shares)} ${ownLimits(county, until)}
    ) as rows group by place`.execute(db)
  const byPlace = new Map(rows.map(({ place, value }) => [place, value]))
  return shares.map((_share, place) => byPlace.get(place) ?? 0)
}

/** Units of a share that have something going on: few, and told by the tallies. */
function unitsWithOpen(county: string): RawBuilder<unknown> {
  return sql`select distinct t.unit from tally_sums as t
    where t.county = ${county} and t.programme = share.programme and t.procedure = share.procedure
      and t.is_open and (share.units is null or t.unit = any(share.units))`
}

/** Limits of someone's own cases that are of none of the units. */
function ownLimits(county: string, until: IsoInstant): RawBuilder<unknown> {
  return sql`join cases as c
      on c.county = ${county} and c.owner = share.owner and c.programme = share.programme
        and c.procedure = share.procedure and not c.unit = any(share.units)
    join timers as l on l.county = c.county and l.subject = c.id and l.at <= ${until} and ${IS_LIMIT}`
}
