import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { headColumns, headFrom, type NoticeHead } from './notice-heads.ts'

/** A table of a published notice. */
export interface PublicTable {
  readonly by: NoticeHead
  readonly number: number
  readonly title: string
  readonly rows: number
}

/** Tables of published notices, the latest notice first. */
export async function publicTables(db: Database, limit: number): Promise<PublicTable[]> {
  const rows = await db
    .selectFrom('gazette_tables as t')
    .innerJoin('gazette_instruments as i', (join) =>
      join.onRef('i.county', '=', 't.county').onRef('i.id', '=', 't.instrument'),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(['t.number', 't.title as table_title', 't.rows'])
    .where('i.is_current', '=', true)
    .orderBy('i.issued_on', (order) => order.desc().nullsLast())
    .orderBy('i.county')
    .orderBy('i.id')
    .orderBy('t.number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    by: headFrom(row),
    number: row.number,
    title: row.table_title,
    rows: row.rows,
  }))
}

/** What published notices can be narrowed to. */
export interface NoticeFacets {
  readonly counties: readonly string[]
  readonly issuers: readonly string[]
  readonly years: readonly string[]
  readonly kinds: readonly string[]
}

/** Counties, issuers, years and kinds that there are. */
export async function noticeFacets(db: Database): Promise<NoticeFacets> {
  const { rows } = await sql<NoticeFacets>`
    select coalesce(array_agg(distinct county), '{}') as counties,
           coalesce(array_agg(distinct issuer) filter (where issuer is not null), '{}') as issuers,
           coalesce(array_agg(distinct left(issued_on, 4)) filter (where issued_on is not null), '{}') as years,
           coalesce(array_agg(distinct kind), '{}') as kinds
    from gazette_instruments where is_current`.execute(db)
  return rows[0] ?? { counties: [], issuers: [], years: [], kinds: [] }
}
