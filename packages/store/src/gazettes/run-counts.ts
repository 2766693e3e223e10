import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { runsOf } from './runs.ts'

/** The folded places of a notice, its title first. */
export interface NoticePlaces {
  readonly notice: number
  readonly texts: readonly string[]
}

/** A run with the block of its notice and what is counted of it. */
interface RunCount {
  readonly run: number
  readonly block: number
  readonly counted: number
}

/** More places of one notice than this are not told apart. */
const MOST_PLACES = (1 << 20) - 1

/** Each run of a notice with how many places hold it and whether the title does, in the 31 bits in which it is kept. */
function countsOf({ notice, texts }: NoticePlaces): RunCount[] {
  const places = new Map<number, number>()
  for (const text of texts) for (const run of runsOf(text)) places.set(run, (places.get(run) ?? 0) + 1)
  const titled = new Set(runsOf(texts[0] ?? ''))
  return [...places].filter(isCounted).map(([run, count]) => ({
    run,
    block: notice >> 10,
    counted: ((notice & 1023) << 21) | (Number(titled.has(run)) << 20) | Math.min(count, MOST_PLACES),
  }))
}

/** A run with a character beyond the basic plane stands for many. */
function isCounted([run]: readonly [run: number, count: number]): boolean {
  return run >>> 16 !== 0 && (run & 0xffff) !== 0
}

/** Counts the places of new notices. Within a transaction that holds the lock of the county's gazettes. */
export function addCounts(
  transaction: Database,
  county: string,
  notices: readonly NoticePlaces[],
): Promise<unknown> {
  return insertCounts(transaction, county, notices.flatMap(countsOf))
}

/** Counts a notice whose places were changed anew. Within a transaction that holds the lock of the county's gazettes. */
export async function recount(
  transaction: Database,
  county: string,
  before: NoticePlaces,
  after: NoticePlaces,
): Promise<void> {
  const keyOf = ({ run, counted }: RunCount) => `${run} ${counted}`
  const [had, has] = [countsOf(before), countsOf(after)]
  const [hadKeys, hasKeys] = [new Set(had.map(keyOf)), new Set(has.map(keyOf))]
  const gone = had.filter((count) => !hasKeys.has(keyOf(count)))
  await sql`
    update gazette_run_counts c set counts = array_remove(c.counts, g.counted)
    from ${asRows(gone)} where c.run = g.run and c.county = ${county} and c.block = g.block`.execute(
    transaction,
  )
  await insertCounts(
    transaction,
    county,
    has.filter((count) => !hadKeys.has(keyOf(count))),
  )
}

function insertCounts(transaction: Database, county: string, counts: readonly RunCount[]): Promise<unknown> {
  return sql`
    insert into gazette_run_counts as c (run, county, block, counts)
    select run, ${county}, block, array_agg(counted) from ${asRows(counts)} group by run, block
    on conflict (run, county, block) do update set counts = c.counts || excluded.counts`.execute(transaction)
}

function asRows(counts: readonly RunCount[]) {
  return sql`unnest(${counts.map(({ run }) => run)}::integer[], ${counts.map(({ block }) => block)}::integer[],
    ${counts.map(({ counted }) => counted)}::integer[]) as g (run, block, counted)`
}
