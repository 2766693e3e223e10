import type { DutyRole } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { headColumns, headFrom, type NoticeHead, ofClause, yes } from './notice-heads.ts'

/** A unit that published notices bind. */
export interface UnitHead {
  readonly county: string
  readonly name: string
  readonly duties: number
  /** How many of them it only supports (配合、参与). */
  readonly supported: number
  readonly lastDay: string | null
}

/** Units by county, those with most duties first; `name` is a part of a name, as the county calls it or as printed. */
export async function unitHeads(db: Database, name?: string): Promise<UnitHead[]> {
  const part = name === undefined ? null : `%${name.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<UnitHead>`
    select d.county, d.unit as name, count(*)::integer as duties,
           (count(*) filter (where d.role in ('配合', '参与')))::integer as supported,
           max(d.last_day) as "lastDay"
    from (select county, instrument, unit, role, printed, (select max(day) from unnest(days) day) as last_day
          from gazette_duties) d
    join gazette_instruments i on i.county = d.county and i.id = d.instrument and i.is_current
    group by d.county, d.unit
    having ${part}::text is null or d.unit like ${part} or bool_or(d.printed like ${part})
    order by d.county, duties desc, name`.execute(db)
  return rows
}

/** A unit's part in a duty, with its place. */
export interface PlacedDuty {
  readonly by: NoticeHead
  readonly unit: string
  readonly role: DutyRole
  readonly printed: string
  readonly clause: string
  readonly reference: string
  /** The clause's words. */
  readonly text: string
  readonly days: readonly string[]
  readonly others: string
  readonly lines: readonly [number, number]
}

/** Which duties are asked for. */
export interface DutyQuery {
  readonly county?: string | undefined
  readonly unit?: string | undefined
  readonly role?: DutyRole | undefined
  readonly limit: number
  readonly offset?: number
}

/** Duties of published notices: unit after unit, those with a day first. */
export async function dutiesOf(
  db: Database,
  { county, unit, role, limit, offset = 0 }: DutyQuery,
): Promise<PlacedDuty[]> {
  let query = db
    .selectFrom('gazette_duties as d')
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
      'd.unit',
      'd.role',
      'd.printed',
      'd.clause',
      'd.days',
      'd.others',
      'd.first_line as duty_first',
      'd.last_line as duty_last',
      'p.reference',
      'p.text',
    ])
    .where('i.is_current', '=', yes)
    .orderBy('d.county')
    .orderBy('d.unit')
    .orderBy('d.due', (order) => order.asc().nullsLast())
    .orderBy('i.issued_on')
    .orderBy('d.instrument')
    .orderBy('d.ordinal')
    .limit(limit)
    .offset(offset)
  if (county !== undefined) query = query.where('d.county', '=', county)
  if (unit !== undefined) query = query.where('d.unit', '=', unit)
  if (role !== undefined) query = query.where('d.role', '=', role)
  const rows = await query.execute()
  return rows.map((row) => ({
    by: headFrom(row),
    unit: row.unit,
    role: row.role,
    printed: row.printed,
    clause: row.clause,
    reference: row.reference,
    text: row.text,
    days: row.days,
    others: row.others,
    lines: [row.duty_first, row.duty_last],
  }))
}

/** A unit's duties by its part in them, how many have a day, and from how many notices they come. */
export async function unitTotals(
  db: Database,
  county: string,
  unit: string,
): Promise<{ roles: ReadonlyMap<DutyRole, number>; dated: number; notices: number; total: number }> {
  const { rows } = await sql<{ role: DutyRole; count: number; dated: number; notices: string[] }>`
    select d.role, count(*)::integer as count, (count(*) filter (where d.due is not null))::integer as dated,
           array_agg(distinct d.instrument) as notices
    from gazette_duties d
    join gazette_instruments i on i.county = d.county and i.id = d.instrument and i.is_current
    where d.county = ${county} and d.unit = ${unit}
    group by d.role order by min(d.ordinal)`.execute(db)
  return {
    roles: new Map(rows.map(({ role, count }) => [role, count])),
    dated: rows.reduce((sum, { dated }) => sum + dated, 0),
    notices: new Set(rows.flatMap(({ notices }) => notices)).size,
    total: rows.reduce((sum, { count }) => sum + count, 0),
  }
}
