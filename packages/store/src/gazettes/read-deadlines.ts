import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { headColumns, headFrom, type NoticeHead, ofClause, yes } from './notice-heads.ts'

/** Whether a deadline falls on a day, comes back, or is counted from an event. */
export type DeadlineForm = 'dated' | 'recurring' | 'counted'

/** A deadline with its place. */
export interface PlacedDeadline {
  readonly by: NoticeHead
  readonly clause: string
  readonly reference: string
  readonly clauseText: string
  readonly text: string
  readonly meaning: string
  readonly day: string | null
  readonly recurrence: string | null
  readonly units: readonly string[]
  readonly isPublic: boolean
  readonly lines: readonly [number, number]
}

/** Which deadlines are asked for. */
export interface DeadlineQuery {
  readonly form: DeadlineForm
  readonly county?: string | undefined
  readonly year?: string | undefined
  /** Only those that ask something of the public. */
  readonly isPublic?: boolean | undefined
  /** The first and last day, for those that fall on one. */
  readonly from?: string | undefined
  readonly limit: number
  readonly offset?: number
}

const conditions = {
  dated: sql<boolean>`d.day is not null`,
  recurring: sql<boolean>`d.day is null and d.recurrence is not null`,
  counted: sql<boolean>`d.day is null and d.recurrence is null`,
} satisfies Record<DeadlineForm, unknown>

/** Deadlines of published notices: by day, the most frequent first, or in the order of the gazettes. */
export async function deadlinesOf(db: Database, query: DeadlineQuery): Promise<PlacedDeadline[]> {
  const { form, county, year, isPublic, from, limit, offset = 0 } = query
  let rows = db
    .selectFrom('gazette_deadlines as d')
    .innerJoin('gazette_instruments as i', (join) =>
      join.onRef('i.county', '=', 'd.county').onRef('i.id', '=', 'd.instrument'),
    )
    .innerJoin('gazette_passages as p', (join) =>
      join
        .onRef('p.county', '=', 'd.county')
        .onRef('p.instrument', '=', 'd.instrument')
        .onRef('p.clause', '=', 'd.clause')
        .on('p.kind', '=', ofClause),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select([
      'd.clause',
      'd.text as says',
      'd.meaning',
      'd.day',
      'd.recurrence',
      'd.units',
      'd.is_public',
      'd.first_line as said_first',
      'd.last_line as said_last',
      'p.reference',
      'p.text as clause_text',
    ])
    .where('i.is_current', '=', yes)
    .where(conditions[form])
    .orderBy('d.day')
    .orderBy('d.times_a_year', (order) => order.desc().nullsLast())
    .orderBy('i.issued_on')
    .orderBy('d.county')
    .orderBy('d.instrument')
    .orderBy('d.ordinal')
    .limit(limit)
    .offset(offset)
  if (county !== undefined) rows = rows.where('d.county', '=', county)
  if (year !== undefined)
    rows = rows.where('d.day', '>=', `${year}-01-01`).where('d.day', '<=', `${year}-12-31`)
  if (from !== undefined) rows = rows.where('d.day', '>=', from)
  if (isPublic !== undefined) rows = rows.where('d.is_public', '=', isPublic)
  return (await rows.execute()).map((row) => ({
    by: headFrom(row),
    clause: row.clause,
    reference: row.reference,
    clauseText: row.clause_text,
    text: row.says,
    meaning: row.meaning,
    day: row.day,
    recurrence: row.recurrence,
    units: row.units,
    isPublic: row.is_public,
    lines: [row.said_first, row.said_last],
  }))
}

/** How many deadlines there are of each form, and of those that fall on a day, in each year. */
export async function deadlineTotals(
  db: Database,
): Promise<{ forms: Readonly<Record<DeadlineForm, number>>; years: ReadonlyMap<string, number> }> {
  const { rows } = await sql<{ form: DeadlineForm; year: string | null; count: number }>`
    select case when day is not null then 'dated' when recurrence is not null then 'recurring' else 'counted' end as form,
           left(day, 4) as year, count(*)::integer as count
    from gazette_deadlines d
    join gazette_instruments i on i.county = d.county and i.id = d.instrument and i.is_current
    group by 1, 2 order by 2`.execute(db)
  const forms = { dated: 0, recurring: 0, counted: 0 }
  for (const { form, count } of rows) forms[form] += count
  const years = new Map(rows.flatMap(({ year, count }) => (year === null ? [] : [[year, count] as const])))
  return { forms, years }
}
