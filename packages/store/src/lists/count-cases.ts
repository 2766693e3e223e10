import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { CaseSelection, CasesCounted } from './case-query.ts'
import {
  isToldByTerms,
  matches,
  ofProcedure,
  otherConditions,
  reachedRow,
  type Selected,
  selectedBy,
  termQueryOf,
} from './selection.ts'
import { type Share, sharesJson } from './shares.ts'

/** Counting stops here where each case has to be looked at. */
const COUNTED_AT_MOST = 1000

/** How many cases a selection has: exactly, from tallies; with words or fields up to a bound. */
export async function countCases(db: Database, selection: CaseSelection): Promise<CasesCounted> {
  const selected = selectedBy(selection)
  if (selected === null) return { kind: 'count', value: 0, isAtLeast: false }
  if ('code' in selected) return { kind: 'refused', issue: selected }
  const isSearch = selected.words.length + selected.terms.length > 0
  if (isSearch) return counted(0, await countFound(db, selected))
  const [tallied, own] = await Promise.all([sumTallies(db, selected), countOwn(db, selected)])
  return counted(tallied, own)
}

/** How many cases that go on someone may read, by procedure in the order asked. */
export async function countOpen(
  db: Database,
  county: string,
  shares: readonly Share[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number; value: number }>`
    select share.place, coalesce(sum(tallied.value), 0)::integer as value
    from ${sharesJson(shares)} cross join lateral (
      select value from tally_sums as t
      where t.county = ${county} and t.programme = share.programme and t.procedure = share.procedure and t.is_open
        and (share.states is null or t.state = any(share.states))
        and (share.units is null or t.unit = any(share.units))
      union all
      select 1 from cases as c
      where c.county = ${county} and c.owner = share.owner and c.programme = share.programme
        and c.procedure = share.procedure and c.is_open
        and (share.states is null or c.state = any(share.states)) and not c.unit = any(share.units)
    ) as tallied group by share.place`.execute(db)
  const byPlace = new Map(rows.map(({ place, value }) => [place, value]))
  return shares.map((_share, place) => byPlace.get(place) ?? 0)
}

function counted(exact: number, bounded: number): CasesCounted {
  const isAtLeast = bounded > COUNTED_AT_MOST
  return { kind: 'count', value: exact + Math.min(bounded, COUNTED_AT_MOST), isAtLeast }
}

async function sumTallies(db: Database, selected: Selected): Promise<number> {
  const { county, programme, procedure, units, states, opens } = selected
  const { rows } = await sql<{ value: number }>`
    select coalesce(sum(value), 0)::integer as value from tally_sums
    where county = ${county} and programme = ${programme} and procedure = ${procedure}
      and is_open = any(${[...opens]}::boolean[])
      and ${states === null ? sql`true` : sql`state = any(${[...states]}::text[])`}
      and ${units === null ? sql`true` : sql`unit = any(${[...units]}::text[])`}`.execute(db)
  return rows[0]?.value ?? 0
}

/** Someone's own cases that are of none of the units. */
async function countOwn(db: Database, selected: Selected): Promise<number> {
  const { owner, units } = selected
  if (owner === null || units === null) return 0
  const { rows } = await sql<{ value: number }>`
    select count(*)::integer as value from (
      select from cases as c
      where ${ofProcedure(selected)} and c.owner = ${owner} and not c.unit = any(${[...units]}::text[])
        and ${otherConditions(selected)}
      limit ${COUNTED_AT_MOST + 1}
    ) as own`.execute(db)
  return rows[0]?.value ?? 0
}

async function countFound(db: Database, selected: Selected): Promise<number> {
  const reached = isToldByTerms(selected)
    ? sql``
    : sql`cross join lateral (
        select from cases as c
        where ${ofProcedure(selected)} and c.id = s.id and ${reachedRow(selected)}
          and ${otherConditions({ ...selected, words: [], terms: [] })}
        limit 1
      ) as one`
  const { rows } = await sql<{ value: number }>`
    select count(*)::integer as value from (
      select from case_search as s ${reached}
      where s.county = ${selected.county}
        and search_terms(s.scope, s.text) @@ ${termQueryOf(selected)}::tsquery and ${matches(selected)}
      limit ${COUNTED_AT_MOST + 1}
    ) as found`.execute(db)
  return rows[0]?.value ?? 0
}
