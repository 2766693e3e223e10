import {
  actionsIn,
  type Case,
  dateOf,
  type Facts,
  type ListLookup,
  type Lookup,
  OPENING,
  type Procedure,
  type Programme,
  proceduresOf,
  type RecordLookup,
  sumOf,
  versionOn,
} from '@luoshi/kernel'
import { sql } from 'kysely'
import { countyList } from '../catalogues/county-list.ts'
import type { Database } from '../database/tables.ts'
import { listingOf } from '../listing/listing.ts'
import { exactKey } from '../listing/projection.ts'
import { allOf, anyOf, fieldTerm, has, procedureTerm } from '../listing/terms.ts'
import { caseKeyOf, clearValue } from '../vault/case-key.ts'
import { wrappedKeyOf } from '../vault/vault.ts'
import type { Means } from './perform.ts'

/** The lookups that the gates of an action, and the values that it computes, ask for, by the name of their input. */
export function lookupsFor(
  programme: Programme,
  procedure: Procedure,
  state: string | null,
  action: string,
): Readonly<Record<string, Lookup>> {
  if (Object.keys(procedure.lookups).length === 0) return {}
  const isOpening = state === null && action === OPENING
  const asked = isOpening ? procedure.opening : actionsIn(procedure, state ?? '')[action]
  return lookupsOfRules(programme, procedure, asked?.gates ?? [], Object.values(asked?.computes ?? {}))
}

/** The lookups that some gates and value rules ask for. */
export function lookupsOfRules(
  programme: Programme,
  procedure: Procedure,
  gates: readonly string[],
  computing: readonly string[],
): Readonly<Record<string, Lookup>> {
  const rules = [
    ...programme.rules.filter(({ id }) => gates.includes(id)),
    ...(programme.valueRules ?? []).filter(({ id }) => computing.includes(id)),
  ]
  return Object.fromEntries(
    Object.entries(procedure.lookups).filter(([name]) =>
      rules.some(({ inputs }) => Object.hasOwn(inputs, name)),
    ),
  )
}

/** Keeps every register that is looked into as it is until the transaction ends. */
export async function holdRegisters(
  db: Database,
  programme: Programme,
  county: string,
  lookups: Readonly<Record<string, Lookup>>,
): Promise<void> {
  const named = Object.values(lookups).flatMap((lookup) => ('catalogue' in lookup ? [] : [lookup.register]))
  const registers = [...new Set(named)].sort()
  for (const register of registers) {
    await sql`select pg_advisory_xact_lock(register_lock(${county}, ${programme.id}, ${register}))`.execute(
      db,
    )
  }
}

/** The case that asks: with the data that the action makes of it, and since when it is open; no moment for one that opens now. */
export type LookupSubject = Pick<Case, 'county' | 'id' | 'data'> & Partial<Pick<Case, 'opened'>>

/** What the lookups give for a case with that data. */
export async function lookUp(
  means: Means,
  lookups: Readonly<Record<string, Lookup>>,
  subject: LookupSubject,
): Promise<Facts> {
  const facts: Record<string, unknown> = {}
  for (const [name, lookup] of Object.entries(lookups)) {
    const records =
      'catalogue' in lookup
        ? await entriesOf(means, lookup, subject)
        : await recordsOf(means, lookup, subject)
    facts[name] = given(lookup, records)
  }
  return facts
}

/** Entries of a list as it stood when the case was opened, or as it stands now. A list that is not published has none. */
async function entriesOf(
  { db, programme, now }: Means,
  { catalogue: id, version, where }: ListLookup,
  { county, data, opened }: LookupSubject,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const catalogue = programme.catalogues?.find((one) => one.id === id)
  if (catalogue === undefined) return []
  const at = version === 'now' ? now : (opened ?? now)
  const list = await countyList(db, programme, catalogue, county, at)
  const asked = Object.entries(where).map(
    ([field, from]) => [field, new Set(valuesAt(data, from.split('.')))] as const,
  )
  const items = versionOn(list.catalogue, dateOf(at))?.items ?? []
  return items
    .filter(({ entry }) =>
      asked.every(([field, values]) => [entry[field]].flat().some((value) => values.has(String(value)))),
    )
    .map(({ entry }) => entry)
}

/** The values at a path of fields, those of every row of a list among them. */
function valuesAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path))
  const [field, ...rest] = path
  if (value === undefined || value === null) return []
  if (field === undefined) return [String(value)]
  return typeof value === 'object' ? valuesAt((value as Record<string, unknown>)[field], rest) : []
}

async function recordsOf(
  { db, vault, programme }: Means,
  { register, where, states }: RecordLookup,
  { county, id, data }: LookupSubject,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const kinds = proceduresOf(programme).filter((procedure) => procedure.register === register)
  const queries = kinds.map((procedure) => {
    const own = procedureTerm(county, programme.id, procedure.id)
    const listing = listingOf(programme, procedure)
    const keys = Object.entries(where).map(
      ([field, from]) => [field, exactKey(vault, listing, county, field, data[from])] as const,
    )
    // What the case does not say equals nothing.
    if (keys.some(([, key]) => key === null || key === '')) return null
    return allOf([has(own), ...keys.map(([field, key]) => has(fieldTerm(own, field, key ?? '')))])
  })
  const asked = queries.filter((query) => query !== null)
  if (asked.length === 0) return []
  const { rows } = await sql<LookedUp>`
    select c.id, c.body->'data' as data, k.master, k.wrapped
    from case_search as s join cases as c on c.county = s.county and c.id = s.id
      left join case_keys as k on k.county = c.county and k.subject = c.id
    where s.county = ${county} and search_terms(s.scope, s.text) @@ ${anyOf(asked)}::tsquery
      and c.id != ${id} and ${wantedStates(programme, register, states)}
    order by c.id`.execute(db)
  return rows.map(({ id: other, data: found, ...columns }) => {
    const key = wrappedKeyOf(columns)
    return key === null ? found : clearValue(caseKeyOf(vault, county, other, key), found)
  })
}

interface LookedUp {
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
  readonly master: string | null
  readonly wrapped: Buffer | null
}

/** A record that was struck off its register is looked up only where its state is named. */
function wantedStates(programme: Programme, register: string, states: readonly string[] | undefined) {
  if (states !== undefined) return sql`c.state = any(${[...states]}::text[])`
  const isCarried = programme.procedures.some((procedure) => procedure.register === register)
  return isCarried ? sql`true` : sql`c.is_open`
}

function given({ gives }: Lookup, records: readonly Readonly<Record<string, unknown>>[]): unknown {
  if (gives.kind === 'sum') return sumOf(records.map((record) => String(record[gives.field] ?? '0')))
  return records.map((record) => Object.fromEntries(gives.fields.map((field) => [field, record[field]])))
}
