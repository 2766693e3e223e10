import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { foldText, storableText } from './fold-text.ts'
import type { PersonalColumns } from './gazette-tables.ts'
import { lockGazettes } from './import-issue.ts'
import { headColumns, headFrom, type NoticeHead, yes } from './notice-heads.ts'
import { lockWords, type NoticePlaces, recount } from './word-counts.ts'

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
    .where('i.is_current', '=', yes)
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

/** What in the tables of a version tells of persons: by instrument from 0, by table from 1. */
export async function personalTablesOf(
  db: Database,
  county: string,
  issue: string,
  version: number,
): Promise<ReadonlyMap<number, ReadonlyMap<number, PersonalColumns>>> {
  const { rows } = await sql<{ ordinal: number; number: number; personal: PersonalColumns }>`
    select i.ordinal, t.number, coalesce(e.payload->'columns', t.personal) as personal
    from gazette_instruments i
    join gazette_tables t on t.county = i.county and t.instrument = i.id
    left join gazette_latest e on e.county = t.county and e.kind = 'masking'
      and e.subject = t.instrument || '#' || t.number
    where i.county = ${county} and i.issue = ${issue} and i.version = ${version}
      and coalesce(e.payload->'columns', t.personal) <> '{}'
    order by i.ordinal, t.number`.execute(db)
  const found = new Map<number, Map<number, PersonalColumns>>()
  for (const { ordinal, number, personal } of rows) {
    const own = found.get(ordinal - 1) ?? new Map<number, PersonalColumns>()
    found.set(ordinal - 1, own.set(number, personal))
  }
  return found
}

/**
 * The rows of a table as they are shown and searched from now on, in their order: cells, and all as one text. Within a
 * transaction.
 */
export async function rewriteRows(
  transaction: Database,
  table: { readonly county: string; readonly instrument: string; readonly number: number },
  rows: readonly { readonly cells: readonly string[]; readonly text: string }[],
): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ cells, text }, index) => ({
      place: index + 1,
      cells: cells.map(storableText),
      text: storableText(text),
      folded: foldText(storableText(text)),
    })),
  )
  await lockGazettes(transaction, table.county)
  const before = await placesOf(transaction, table)
  await sql`
    with given as (
      select p.ordinal, g.cells, g.text, g.folded
      from (select ordinal, row_number() over (order by ordinal) as place from gazette_passages
        where county = ${table.county} and instrument = ${table.instrument} and table_number = ${table.number}
          and kind = 'row') p
      join jsonb_to_recordset(${given}::jsonb) as g(place integer, cells text[], text text, folded text) using (place)),
    shown as (
      update gazette_passages p set cells = given.cells, text = given.text from given
      where p.county = ${table.county} and p.instrument = ${table.instrument} and p.ordinal = given.ordinal
        and p.text <> given.text)
    update gazette_searched s set folded = given.folded
    from given, gazette_instruments i
    where i.county = ${table.county} and i.id = ${table.instrument}
      and s.county = i.county and s.notice = i.number and s.ordinal = given.ordinal
      and s.folded <> given.folded`.execute(transaction)
  await lockWords(transaction)
  await recount(transaction, table.county, before, await placesOf(transaction, table))
}

/** The places of a notice as they are searched. */
async function placesOf(
  db: Database,
  { county, instrument }: { readonly county: string; readonly instrument: string },
): Promise<NoticePlaces> {
  const rows = await db
    .selectFrom('gazette_searched as s')
    .innerJoin('gazette_instruments as i', (join) =>
      join.onRef('i.county', '=', 's.county').onRef('i.number', '=', 's.notice'),
    )
    .select(['s.notice', 's.folded'])
    .where('i.county', '=', county)
    .where('i.id', '=', instrument)
    .orderBy('s.ordinal')
    .execute()
  return { notice: rows[0]?.notice ?? 0, texts: rows.map(({ folded }) => folded) }
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
