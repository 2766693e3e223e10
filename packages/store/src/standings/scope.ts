import type { AccessFilter, IsoInstant, Procedure, Programme } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import { reachedBy } from '../lists/selection.ts'

/** Which cases are counted, and by which moment. The access filter is part of the question. */
export interface StandingScope {
  readonly county: string
  readonly programme: Pick<Programme, 'id'>
  readonly procedure: Pick<Procedure, 'id'>
  /** What may be read; null for nothing. Cases of units only: these have no owners. */
  readonly filter: AccessFilter | null
  readonly now: IsoInstant
  /** A limit that has run out by then is nearly due. */
  readonly soon: IsoInstant
}

type Condition = RawBuilder<boolean>

/** The cases of a scope, of the row that is called `s`. */
export function within({ county, programme, procedure, filter }: StandingScope): Condition {
  const own = sql<boolean>`s.county = ${county} and s.programme = ${programme.id} and s.procedure = ${procedure.id}`
  if (filter === null || filter.county !== county) return sql`${own} and false`
  const { units } = reachedBy(filter)
  return units === null ? own : sql`${own} and s.unit = any(${[...units]}::text[])`
}

/** The same of everyone's, for figures that tell nothing of a case: how many parts another has. */
export function ofProcedure({ county, programme, procedure }: StandingScope): Condition {
  return sql`s.county = ${county} and s.programme = ${programme.id} and s.procedure = ${procedure.id}`
}

/** Not done in time, or done late. */
export function isLate({ now }: StandingScope): Condition {
  return sql`coalesce(coalesce(s.settled, ${now}::timestamptz) >= s.settles_by, false)`
}

/** The light of an open case: red where a limit has run out, yellow where one soon does or none runs. */
export function hasLight({ now, soon }: StandingScope, light: 'red' | 'yellow' | 'green'): Condition {
  const ends = {
    red: sql<boolean>`s.runs_out <= ${now}::timestamptz`,
    yellow: sql<boolean>`s.runs_out > ${now}::timestamptz
      and (s.runs_out <= ${soon}::timestamptz or s.runs_out = 'infinity')`,
    green: sql<boolean>`s.runs_out > ${soon}::timestamptz and s.runs_out <> 'infinity'`,
  }
  return sql`s.stage = 'open' and ${ends[light]}`
}
