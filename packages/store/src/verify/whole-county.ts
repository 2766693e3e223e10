import type { IsoDate } from '@luoshi/kernel'
import { sql } from 'kysely'
import { findAccountBreak } from '../accounts/account-log.ts'
import type { Database } from '../database/tables.ts'
import { findGazetteBreak } from '../gazettes/entry-chain.ts'
import { type Reading, readingDigest } from '../reveal.ts'
import { LONGEST_DELAY_DAYS, type RootHead, rootOver, rootsOf } from '../roots/seal-day.ts'
import { findNumberOrFile } from './numbers.ts'

/** Rows that are read at a time. */
const PAGE = 5000

/** What is wrong with what belongs to no single case's log, the first of it; null where all is well. */
export async function findCountyDifference(db: Database, county: string): Promise<string | null> {
  return (
    (await findOrphan(db, county)) ??
    (await findTally(db, county)) ??
    (await findNumberOrFile(db, county)) ??
    (await findReading(db, county)) ??
    (await findRoot(db, county)) ??
    (await findAccountBreak(db, county)) ??
    (await findGazetteBreak(db, county))
  )
}

/** Rows that stand for a case which is not there. */
async function findOrphan(db: Database, county: string): Promise<string | null> {
  const { rows } = await sql<{ id: string; what: string }>`
    select c.id, '现状' as what from cases as c
    where c.county = ${county} and not exists (
      select from actions as a where a.county = c.county and a.subject = c.id and a.sequence = 1
    )
    union all
    select x.id, x.what from (
      select id, '查询内容' as what from case_search where county = ${county}
      union all select id, '排序内容' from case_order where county = ${county}
      union all select subject, '期限提醒' from timers where county = ${county}
      union all select subject, '公示' from disclosures where county = ${county}
    ) as x
    where not exists (select from cases as c where c.county = ${county} and c.id = x.id)
    order by 1 limit 1`.execute(db)
  const [orphan] = rows
  if (orphan === undefined) return null
  if (orphan.what === '现状') return `办件“${orphan.id}”没有一条办理记录。`
  return `“${orphan.id}”有${orphan.what}，却没有这一办件。`
}

async function findTally(db: Database, county: string): Promise<string | null> {
  const { rows } = await sql<{
    procedure: string
    state: string
    unit: string
    found: number
    wanted: number
  }>`
    with counted as (
      select programme, procedure, is_open, state, unit, count(*)::integer as value from cases
      where county = ${county} group by 1, 2, 3, 4, 5
    ), kept as (
      select programme, procedure, is_open, state, unit, sum(value)::integer as value from tally_sums
      where county = ${county} group by 1, 2, 3, 4, 5 having sum(value) <> 0
    )
    select procedure, state, unit, coalesce(kept.value, 0) as found, coalesce(counted.value, 0) as wanted
    from counted full join kept using (programme, procedure, is_open, state, unit)
    where counted.value is distinct from kept.value order by 1, 2, 3 limit 1`.execute(db)
  const [tally] = rows
  if (tally === undefined) return null
  const { procedure, state, unit, found, wanted } = tally
  return `流程“${procedure}”环节“${state}”机构“${unit}”的件数记为${found}，实有${wanted}。`
}

/** What is kept of readings is a chain for each case. */
async function findReading(db: Database, county: string): Promise<string | null> {
  let last = { subject: '', sequence: 0, digest: null as string | null }
  for (;;) {
    const { rows } = await sql<Reading & { digest: string }>`
      select county, subject, sequence, reader, at, fields, reason, previous, digest from readings
      where county = ${county} and (subject, sequence) > (${last.subject}, ${last.sequence}::integer)
      order by subject, sequence limit ${PAGE}`.execute(db)
    for (const { digest, ...reading } of rows) {
      const isFirst = reading.subject !== last.subject
      const sequence = isFirst ? 1 : last.sequence + 1
      const previous = isFirst ? null : last.digest
      if (
        reading.sequence !== sequence ||
        reading.previous !== previous ||
        digest !== readingDigest(reading)
      ) {
        return `办件“${reading.subject}”个人信息的第${sequence}条查看记录与它的摘要不符，或缺了一条。`
      }
      last = { subject: reading.subject, sequence, digest }
    }
    if (rows.length < PAGE) return null
  }
}

async function findRoot(db: Database, county: string): Promise<string | null> {
  let previous: string | null = null
  for (const root of await rootsOf(db, county)) {
    const heads = await headsOf(db, county, root.day)
    const { digest } = rootOver(county, root.day, previous, heads)
    if (root.previous !== previous || root.digest !== digest || root.heads !== heads.length) {
      return `${root.day}的总摘要与它所记的各件最后一条不符，或与前一日的衔接不上。`
    }
    const gone = await headThatIsGone(db, county, root.day)
    if (gone !== null)
      return `${root.day}的总摘要记有“${gone.subject}”的第${gone.sequence}条，现在没有这一条，或摘要不同。`
    previous = root.digest
  }
  const missed = await entryInNoRoot(db, county)
  return missed === null
    ? null
    : `办件“${missed.subject}”的第${missed.sequence}条办理记录早已办理，却不在任何一日的总摘要中。`
}

async function headsOf(db: Database, county: string, day: IsoDate): Promise<readonly RootHead[]> {
  const { rows } = await sql<RootHead>`
    select chain, subject, sequence, head from root_heads where county = ${county} and day = ${day}`.execute(
    db,
  )
  return rows
}

async function headThatIsGone(db: Database, county: string, day: IsoDate) {
  const { rows } = await sql<{ subject: string; sequence: number }>`
    select h.subject, h.sequence from root_heads as h
    left join actions as a
      on h.chain = 'log' and a.county = h.county and a.subject = h.subject and a.sequence = h.sequence
    left join readings as r
      on h.chain = 'readings' and r.county = h.county and r.subject = h.subject and r.sequence = h.sequence
    left join gazette_entries as e on h.chain = 'gazette' and e.county = h.county and e.place = h.sequence
    where h.county = ${county} and h.day = ${day}
      and h.head is distinct from coalesce(a.digest, r.digest, e.digest)
    order by 1, 2 limit 1`.execute(db)
  return rows[0] ?? null
}

/** An entry so much older than the last root that no transaction can have kept it back. */
async function entryInNoRoot(db: Database, county: string) {
  const { rows } = await sql<{ subject: string; sequence: number }>`
    select a.subject, a.sequence from actions as a
    where a.county = ${county}
      and a.at < (select max(day) from roots where county = ${county}) - ${LONGEST_DELAY_DAYS}::integer
      and not exists (
        select from root_heads as h
        where h.county = a.county and h.chain = 'log' and h.subject = a.subject and h.sequence >= a.sequence
      )
    order by 1, 2 limit 1`.execute(db)
  return rows[0] ?? null
}
