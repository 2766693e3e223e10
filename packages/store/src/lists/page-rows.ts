import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { OPENED } from '../listing/projection.ts'
import type { CaseOrder } from './case-query.ts'
import type { Cursor } from './cursor.ts'
import { matches, ofProcedure, otherConditions, reachedRow, type Selected, termQueryOf } from './selection.ts'

/** A row of a list, and what it was sorted by, as text. */
export interface CaseRow {
  readonly id: string
  readonly place: string
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}

/** What part of a list is wanted. */
export interface Page {
  readonly order: CaseOrder
  readonly after: Cursor | null
  readonly limit: number
  readonly bounds: Bounds
}

/** Which way to the rows is taken. */
export interface Bounds {
  /** So many records with a word are put in order; where there are more, they stand close together in any order. */
  readonly candidates: number
  /** So many kinds of cases are asked for one by one, each by its own place in an index. */
  readonly kinds: number
  /** Where at least one of so many cases is wanted, they are looked through in order. */
  readonly sparsest: number
  /** So many cases of wanted states are put in order at once, where else each unit's would be looked through for them. */
  readonly sorted: number
}

export const BOUNDS: Bounds = { candidates: 5000, kinds: 200, sparsest: 20, sorted: 10_000 }

/** The records that the index of terms finds, put in order; null where they are too many for that. */
export async function rowsFound(
  db: Database,
  selected: Selected,
  page: Page,
): Promise<readonly CaseRow[] | null> {
  const { county } = selected
  const keyed = keyOf(page.order)
  const { rows } = await sql<CaseRow & { candidates: number }>`
    with found as materialized (
      select s.id from case_search as s
      where s.county = ${county} and search_terms(s.scope, s.text) @@ ${termQueryOf(selected)}::tsquery
        and ${matches(selected)}
      limit ${page.bounds.candidates + 1}
    ), counted as materialized (
      select count(*)::integer as candidates from found
    ), page as (
      select one.* from found cross join lateral (
        select ${columns(keyed.value)} from cases as c ${keyed.join}
        where ${ofProcedure(selected)} and c.id = found.id and ${reachedRow(selected)}
          and ${otherConditions({ ...selected, words: [], terms: [] })} and ${beyond(page, keyed.value)}
        limit 1
      ) as one
      where (select candidates from counted) <= ${page.bounds.candidates}
      order by ${inOrder(page)} limit ${page.limit}
    )
    select counted.candidates, page.* from counted left join page on true order by ${inOrder(page)}`.execute(
    db,
  )
  if ((rows[0]?.candidates ?? 0) > page.bounds.candidates) return null
  return rows.filter(({ id }) => id !== null)
}

/** Cases by when they were last acted on. */
export async function rowsByLatest(
  db: Database,
  selected: Selected,
  page: Page,
): Promise<readonly CaseRow[]> {
  const isByKind = await isAskedByKind(db, selected, page)
  return isByKind ? byKind(db, selected, page) : inWhole(db, selected, page)
}

/** Looks the procedure's cases through in order, those that go on and those at rest each in theirs. */
async function inWhole(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select one.* from unnest(${[...selected.opens]}::boolean[]) as part (is_open) cross join lateral (
      select ${columns(sql`c.latest`)} from cases as c
      where ${ofProcedure(selected)} and c.is_open = part.is_open and ${reachedRow(selected)}
        and ${otherConditions(selected)} and ${beyond(page, sql`c.latest`)}
      order by ${inOrder(page, sql`c.latest`, sql`c.id`)} limit ${page.limit}
    ) as one order by ${inOrder(page)} limit ${page.limit}`.execute(db)
  return rows
}

/** The first of each unit and state that is wanted and has cases, put together. */
async function byKind(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  const { rows } = await sql<CaseRow>`
    select * from (
      select one.* from (${kindsOf(selected)}) as kinds cross join lateral (
        select ${columns(sql`c.latest`)} from cases as c
        where ${ofProcedure(selected)} and c.state = kinds.state and c.unit = kinds.unit
          and ${otherConditions(selected)} and ${beyond(page, sql`c.latest`)}
        order by ${inOrder(page, sql`c.latest`, sql`c.id`)} limit ${page.limit}
      ) as one
      ${ownCases(selected, page, { value: sql`c.latest`, join: sql`` })}
    ) as rows order by ${inOrder(page)} limit ${page.limit}`.execute(db)
  return rows
}

/** Cases by a sortable field, or by when they were opened. */
export async function rowsByField(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  const isFew = await isFewInStates(db, selected, page)
  return isFew ? sortedRows(db, selected, page) : byUnit(db, selected, page)
}

/** Whether few cases of all units are in the states that are wanted. */
async function isFewInStates(db: Database, selected: Selected, { bounds }: Page): Promise<boolean> {
  const { county, programme, procedure, units, states } = selected
  if (units !== null || states === null) return false
  const { rows } = await sql<{ wanted: number }>`
    select coalesce(sum(value), 0)::integer as wanted from tally_sums
    where county = ${county} and programme = ${programme} and procedure = ${procedure}
      and state = any(${[...states]}::text[])`.execute(db)
  return (rows[0]?.wanted ?? 0) <= bounds.sorted
}

/** All that is wanted put in order by its keys; only what is on the page is read. */
async function sortedRows(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  const { value, join } = keyOf(page.order)
  const { rows } = await sql<CaseRow>`
    select c.id, c.body, c.version, c.head, c.programme, wanted.key::text as place from (
      select c.county, c.id, ${value} as key from cases as c ${join}
      where ${ofProcedure(selected)} and ${reachedRow(selected)} and ${otherConditions(selected)}
        and ${beyond(page, value)}
      order by ${inOrder(page, value, sql`c.id`)} limit ${page.limit}
    ) as wanted join cases as c on c.county = wanted.county and c.id = wanted.id
    order by ${inOrder(page, sql`wanted.key`, sql`wanted.id`)}`.execute(db)
  return rows
}

/** The first of each unit, put together. */
async function byUnit(db: Database, selected: Selected, page: Page): Promise<readonly CaseRow[]> {
  const { county, programme, procedure } = selected
  const keyed = keyOf(page.order)
  const { rows } = await sql<CaseRow>`
    select * from (
      select one.* from (
        select distinct unit from (${kindsOf({ ...selected, states: null, opens: [true, false] })}) as kinds
      ) as units cross join lateral (
        select ${columns(sql`o.key`)} from case_order as o join cases as c on c.county = o.county and c.id = o.id
        where o.county = ${county} and o.programme = ${programme} and o.procedure = ${procedure}
          and o.field = ${fieldOf(page.order)} and o.unit = units.unit
          and ${otherConditions(selected)} and ${beyond(page, sql`o.key`, sql`o.id`)}
        order by ${inOrder(page, sql`o.key`, sql`o.id`)} limit ${page.limit}
      ) as one
      ${ownCases(selected, page, keyed)}
    ) as rows order by ${inOrder(page)} limit ${page.limit}`.execute(db)
  return rows
}

/** Units and states that are wanted and of which there are cases. */
function kindsOf({ county, programme, procedure, units, states, opens }: Selected): RawBuilder<unknown> {
  return sql`
    select distinct state, unit from tally_sums
    where county = ${county} and programme = ${programme} and procedure = ${procedure}
      and is_open = any(${[...opens]}::boolean[])
      and ${states === null ? sql`true` : sql`state = any(${[...states]}::text[])`}
      and ${units === null ? sql`true` : sql`unit = any(${[...units]}::text[])`}`
}

/** Someone's own cases that are of none of the units: few, so all of them are put in order. */
function ownCases(selected: Selected, page: Page, { value, join }: Keyed): RawBuilder<unknown> {
  const { units, owner } = selected
  if (owner === null || units === null) return sql``
  return sql`
    union all
    select ${columns(value)} from cases as c ${join}
    where ${ofProcedure(selected)} and c.owner = ${owner} and not c.unit = any(${[...units]}::text[])
      and ${otherConditions(selected)} and ${beyond(page, value)}`
}

/** Few kinds are asked for one by one; so are many where few cases are wanted. Else they are looked through in order. */
async function isAskedByKind(db: Database, selected: Selected, { bounds }: Page): Promise<boolean> {
  const { county, programme, procedure, units, states } = selected
  if (units === null && states === null) return false
  // So many at most, without a look: one who sees a unit or two waits for one answer only.
  if (units !== null && units.length * (states?.length ?? selected.allStates) <= bounds.kinds) return true
  const { rows } = await sql<{ kinds: number; wanted: number; all: number }>`
    select count(distinct (state, unit)) filter (where is_wanted)::integer as kinds,
           coalesce(sum(value) filter (where is_wanted), 0)::integer as wanted,
           coalesce(sum(value), 0)::integer as all
    from (
      select state, unit, value, ${units === null ? sql`true` : sql`unit = any(${[...units]}::text[])`}
        and ${states === null ? sql`true` : sql`state = any(${[...states]}::text[])`} as is_wanted
      from tally_sums
      where county = ${county} and programme = ${programme} and procedure = ${procedure}
        and is_open = any(${[...selected.opens]}::boolean[])
    ) as kinds`.execute(db)
  const { kinds = 0, wanted = 0, all = 0 } = rows[0] ?? {}
  return kinds <= bounds.kinds || wanted * bounds.sparsest < all
}

/** How a row's key is got where it is not at hand. */
interface Keyed {
  readonly value: RawBuilder<unknown>
  readonly join: RawBuilder<unknown>
}

function keyOf(order: CaseOrder): Keyed {
  if (order.by === 'latest') return { value: sql`c.latest`, join: sql`` }
  const join = sql`join case_order as o on o.county = c.county and o.id = c.id and o.field = ${fieldOf(order)}`
  return { value: sql`o.key`, join }
}

function fieldOf({ by }: CaseOrder): string {
  return by === 'opened' ? OPENED : by
}

/** What is read of a case, and what it is sorted by. */
function columns(key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`c.id, c.body, c.version, c.head, c.programme, ${key} as key, ${key}::text as place`
}

function inOrder(
  { order }: Page,
  key: RawBuilder<unknown> = sql`key`,
  id: RawBuilder<unknown> = sql`id`,
): RawBuilder<unknown> {
  return order.descending ? sql`${key} desc, ${id} desc` : sql`${key}, ${id}`
}

function beyond(
  { after, order }: Page,
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown> = sql`c.id`,
): RawBuilder<boolean> {
  if (after === null) return sql`true`
  const type = order.by === 'latest' ? sql`timestamptz` : sql`text`
  const last = sql`(${after.key}::${type}, ${after.id}::text)`
  return order.descending ? sql`(${key}, ${id}) < ${last}` : sql`(${key}, ${id}) > ${last}`
}
