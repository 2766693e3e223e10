import type { EnforcementYearRow } from '@luoshi/client'
import type { Database } from '@luoshi/store'
import { sql } from 'kysely'

/** What is counted of a body's year; each is what the log of its cases says, nobody types it in. */
type Figures = Omit<EnforcementYearRow, 'unit' | 'name'>

const NOTHING: Figures = {
  penalties: 0,
  simple: 0,
  exempted: 0,
  fines: '0',
  compulsions: 0,
  inspections: 0,
  remedies: 0,
  annulled: 0,
  withPolice: 0,
}

type Counted = Partial<Record<keyof Figures, string>> & { readonly unit: string }

/** The figures of a year by body, counted from cases, measures and inspections. */
export async function yearFigures(
  db: Database,
  county: string,
  year: string,
): Promise<ReadonlyMap<string, Figures>> {
  const figures = new Map<string, Figures>()
  const add = (rows: readonly Counted[]) => {
    for (const { unit, ...counted } of rows) {
      const before = figures.get(unit) ?? NOTHING
      const after = Object.entries(counted).map(([name, value]) => [
        name,
        name === 'fines' ? value : Number(value),
      ])
      figures.set(unit, { ...before, ...Object.fromEntries(after) })
    }
  }
  const dated = (field: string) => sql`
    from case_order as o join cases as c on c.county = o.county and c.id = o.id
    where o.county = ${county} and o.programme = 'enforcement' and o.procedure in ('ordinary', 'simple')
      and o.field = ${field} and o.key >= ${`${year}-01-01`} and o.key <= ${`${year}-12-31`}`
  const opened = (procedure: string) => sql`
    from cases as c
    where c.county = ${county} and c.programme = 'enforcement' and c.procedure = ${procedure}
      and c.opened >= ${`${year}-01-01T00:00:00+08:00`} and c.opened < ${`${Number(year) + 1}-01-01T00:00:00+08:00`}`
  const isPenalty = sql`c.body->'data' ? 'finalFine'`
  const [decided, remedied, annulled, sent, measured, inspected] = await Promise.all([
    sql<Counted>`
      select c.unit,
        count(*) filter (where ${isPenalty}) as penalties,
        count(*) filter (where ${isPenalty} and c.procedure = 'simple') as simple,
        count(*) filter (where not ${isPenalty}) as exempted,
        coalesce(sum((c.body->'data'->>'finalFine')::numeric), 0)
          + coalesce(sum((c.body->'data'->>'confiscated')::numeric) filter (where ${isPenalty}), 0) as fines
      ${dated('decidedOn')} group by 1`.execute(db),
    sql<Counted>`select c.unit, count(*) as remedies ${dated('remedyFrom')} group by 1`.execute(db),
    sql<Counted>`select c.unit, count(*) as annulled ${dated('changedOn')} group by 1`.execute(db),
    sql<Counted>`select c.unit, count(*) as "withPolice" ${dated('crimeReportedOn')} group by 1`.execute(db),
    sql<Counted>`
      select c.unit, count(*) as compulsions ${opened('measure')}
        and (c.body->'doneBy' ? 'approve' or c.body->'doneBy' ? 'approveKeeping') group by 1`.execute(db),
    sql<Counted>`select c.unit, count(*) as inspections ${opened('inspection')} group by 1`.execute(db),
  ])
  for (const { rows } of [decided, remedied, annulled, sent, measured, inspected]) add(rows)
  return figures
}

/** How far mobile handling covers a body: its cases, and those whose terminal told its time. */
export interface Coverage {
  readonly cases: number
  readonly mobile: number
}

/** Mobile handling by body, over all cases of penalty. */
export async function coverageByBody(db: Database, county: string): Promise<ReadonlyMap<string, Coverage>> {
  const { rows } = await sql<{ unit: string; cases: string; mobile: string }>`
    select unit, sum(cases) as cases, sum(mobile) as mobile
    from (
      select unit, value as cases, 0 as mobile from tally_sums
      where county = ${county} and programme = 'enforcement' and procedure in ('ordinary', 'simple')
      union all
      select unit, 0, count(*) from case_order
      where county = ${county} and programme = 'enforcement' and procedure in ('ordinary', 'simple')
        and field = 'deviceTime' and key <> '' group by unit
    ) as counted group by unit`.execute(db)
  return new Map(
    rows.map(({ unit, cases, mobile }) => [unit, { cases: Number(cases), mobile: Number(mobile) }]),
  )
}
