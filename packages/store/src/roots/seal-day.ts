import type { IsoDate } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'

/** One digest over everything that was logged in a county since the one before it. */
export interface Root {
  readonly county: string
  readonly day: IsoDate
  /** Of how many chains it holds the head. */
  readonly heads: number
  /** Digest of the root before it; null for the first. */
  readonly previous: string | null
  readonly digest: string
}

/** Last entry of a chain at the time of a root. */
export interface RootHead {
  /** The log of a case, what is kept of who read its personal data, or what was entered of the county's gazettes. */
  readonly chain: 'log' | 'readings' | 'gazette'
  readonly subject: string
  readonly sequence: number
  readonly head: string
}

/** No transaction lasts so long: what is written later than a root by so many days is in none that should hold it. */
export const LONGEST_DELAY_DAYS = 7

/**
 * Closes a day of a county: the heads of all chains that grew since the root before go into one digest, chained to that.
 * What is written meanwhile goes into the next. Done again for the same day it gives the same root; null for a day
 * before the latest root.
 */
export async function sealDay(db: Database, county: string, day: IsoDate): Promise<Root | null> {
  return db.transaction().execute(async (inside) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`roots/${county}`}, 0))`.execute(inside)
    const last = await latestRoot(inside, county)
    if (last !== null && last.day >= day) return last.day === day ? last : null
    const heads = await headsSince(inside, county, last?.day ?? null)
    const root = rootOver(county, day, last?.digest ?? null, heads)
    await inside.insertInto('roots').values(root).execute()
    await sql`
      insert into root_heads (county, chain, subject, sequence, day, head)
      select ${county}, chain, subject, sequence, ${day}::date, head
      from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
        as heads (chain text, subject text, sequence integer, head text)`.execute(inside)
    return root
  })
}

/** The roots of a county, in order. Whoever keeps one elsewhere can tell later whether the log is what it was. */
export async function rootsOf(db: Database, county: string): Promise<readonly Root[]> {
  const { rows } = await sql<Root>`
    select county, day::text as day, heads, previous, digest from roots where county = ${county}
    order by roots.day`.execute(db)
  return rows
}

/** A root over heads, whatever order they come in. */
export function rootOver(
  county: string,
  day: IsoDate,
  previous: string | null,
  heads: readonly RootHead[],
): Root {
  const lines = heads.map(({ chain, subject, sequence, head }) => [chain, subject, sequence, head].join('\n'))
  const digest = digestOf({ county, day, previous, heads: lines.sort() })
  return { county, day, heads: heads.length, previous, digest }
}

async function latestRoot(db: Database, county: string): Promise<Root | null> {
  const { rows } = await sql<Root>`
    select county, day::text as day, heads, previous, digest from roots where county = ${county}
    order by roots.day desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Heads that no root holds yet. Only what was written a few days before the last root can have been missed by it. */
async function headsSince(db: Database, county: string, day: IsoDate | null): Promise<readonly RootHead[]> {
  const since = day === null ? sql`'-infinity'` : sql`${day}::date - ${LONGEST_DELAY_DAYS}::integer`
  const { rows } = await sql<RootHead>`
    with grown as (
      select 'log' as chain, a.subject, a.sequence, a.digest as head,
             row_number() over (partition by a.subject order by a.sequence desc) as place
      from actions as a where a.county = ${county} and a.at >= ${since}
      union all
      select 'readings', r.subject, r.sequence, r.digest,
             row_number() over (partition by r.subject order by r.sequence desc)
      from readings as r where r.county = ${county} and r.at >= ${since}
      union all
      select 'gazette', '公报', e.place, e.digest, row_number() over (order by e.place desc)
      from gazette_entries as e where e.county = ${county} and e.place is not null and e.at >= ${since}
    )
    select chain, subject, sequence, head from grown
    where place = 1 and not exists (
      select from root_heads as h where h.county = ${county} and h.chain = grown.chain
        and h.subject = grown.subject and h.sequence = grown.sequence
    )`.execute(db)
  return rows
}
