import type { AccessFilter, Procedure, Programme } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import { reachedBy } from './selection.ts'

/** Cases of one procedure in some of its states, as far as someone may read them. */
export interface Share {
  readonly programme: Programme
  readonly procedure: Procedure
  /** Ids of states; any in which a case goes on where there are none. */
  readonly states?: readonly string[]
  readonly filter: AccessFilter | null
}

/** Shares as rows that are called `share`; those of which nothing may be read are not among them. */
export function sharesJson(shares: readonly Share[]): RawBuilder<unknown> {
  const rows = shares.flatMap(({ programme, procedure, states, filter }, place) => {
    if (filter === null) return []
    const { units, owner } = reachedBy(filter)
    return [{ place, programme: programme.id, procedure: procedure.id, states: states ?? null, units, owner }]
  })
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as share (
    place integer, programme text, procedure text, states text[], units text[], owner text
  )`
}
