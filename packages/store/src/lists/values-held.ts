import type { Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { listingOf } from '../listing/listing.ts'
import { exactKey } from '../listing/projection.ts'
import { allOf, anyOf, fieldTerm, has, procedureTerm } from '../listing/terms.ts'

/** Which records are counted: those of a procedure whose field has one of these values. */
export interface FieldCount {
  readonly county: string
  readonly programme: Programme
  readonly procedure: Procedure
  readonly field: string
  readonly values: readonly string[]
  /** Only records in one of these states; any where there are none. */
  readonly states?: readonly string[]
}

/** How many records have each value of a field; values that none has are left out. */
export async function countByField(
  db: Database,
  { county, programme, procedure, field, values, states }: FieldCount,
): Promise<ReadonlyMap<string, number>> {
  if (values.length === 0) return new Map()
  const own = procedureTerm(county, programme.id, procedure.id)
  const listing = listingOf(programme, procedure)
  const terms = values.flatMap((value) => {
    const key = exactKey(null, listing, county, field, value)
    return key === null || key === '' ? [] : [has(fieldTerm(own, field, key))]
  })
  if (terms.length === 0) return new Map()
  const wanted = allOf([has(own), anyOf(terms)])
  const inStates = states === undefined ? sql`true` : sql`c.state = any(${[...states]}::text[])`
  const { rows } = await sql<{ value: string; count: string }>`
    select c.body->'data'->>${field} as value, count(*) as count
    from case_search as s join cases as c on c.county = s.county and c.id = s.id
    where s.county = ${county} and search_terms(s.scope, s.text) @@ ${wanted}::tsquery and ${inStates}
    group by 1`.execute(db)
  return new Map(rows.map(({ value, count }) => [value, Number(count)]))
}
