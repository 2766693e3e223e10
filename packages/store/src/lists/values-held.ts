import type { Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { listingOf } from '../listing/listing.ts'
import { exactKey } from '../listing/projection.ts'
import { fieldTerm, has, procedureTerm } from '../listing/terms.ts'

/** Of which values it is asked whether a record has them: in a field of a procedure that tells of no person. */
export interface ValuesAsked {
  readonly county: string
  readonly programme: Programme
  readonly procedure: Procedure
  readonly field: string
  readonly values: readonly string[]
  /** Only records in one of these states. */
  readonly states: readonly string[]
}

/** Those of some values that a record has in a field, each looked up in the index of terms: one record is enough. */
export async function valuesHeld(
  db: Database,
  { county, programme, procedure, field, values, states }: ValuesAsked,
): Promise<ReadonlySet<string>> {
  const own = procedureTerm(county, programme.id, procedure.id)
  const listing = listingOf(programme, procedure)
  const asked = values.flatMap((value) => {
    const key = exactKey(null, listing, county, field, value)
    return key === null || key === '' ? [] : [{ value, term: has(fieldTerm(own, field, key)) }]
  })
  if (asked.length === 0) return new Set()
  const { rows } = await sql<{ value: string }>`
    select asked.value from unnest(
      ${asked.map(({ value }) => value)}::text[], ${asked.map(({ term }) => term)}::text[]
    ) as asked (value, term) cross join lateral (
      select from case_search as s join cases as c on c.county = s.county and c.id = s.id
      where s.county = ${county} and search_terms(s.scope, s.text) @@ asked.term::tsquery
        and c.state = any(${[...states]}::text[])
      limit 1
    ) as one`.execute(db)
  return new Set(rows.map(({ value }) => value))
}
