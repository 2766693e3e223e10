import {
  actionsIn,
  type Case,
  type Facts,
  type Lookup,
  OPENING,
  type Procedure,
  type Programme,
  sumOf,
} from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { caseKeyOf, clearValue } from '../vault/case-key.ts'
import type { Means } from './perform.ts'

/** The lookups that the gates of an action ask for, by the name of their input. */
export function lookupsFor(
  programme: Programme,
  procedure: Procedure,
  state: string | null,
  action: string,
): Readonly<Record<string, Lookup>> {
  const isOpening = state === null && action === OPENING
  const gates = isOpening ? procedure.opening.gates : actionsIn(procedure, state ?? '')[action]?.gates
  const rules = programme.rules.filter(({ id }) => gates?.includes(id))
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
  const registers = [...new Set(Object.values(lookups).map(({ register }) => register))].sort()
  for (const register of registers) {
    await sql`select pg_advisory_xact_lock(register_lock(${county}, ${programme.id}, ${register}))`.execute(
      db,
    )
  }
}

/** What the lookups give for a case with that data. */
export async function lookUp(
  means: Means,
  lookups: Readonly<Record<string, Lookup>>,
  subject: Pick<Case, 'county' | 'id' | 'data'>,
): Promise<Facts> {
  const facts: Record<string, unknown> = {}
  for (const [name, lookup] of Object.entries(lookups)) {
    const records = await recordsOf(means, lookup, subject)
    facts[name] = given(lookup, records)
  }
  return facts
}

async function recordsOf(
  { db, vault, programme }: Means,
  { register, where, states }: Lookup,
  { county, id, data }: Pick<Case, 'county' | 'id' | 'data'>,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const equal = Object.fromEntries(Object.entries(where).map(([field, own]) => [field, data[own] ?? null]))
  let query = db
    .selectFrom('cases')
    .leftJoin('case_keys', (join) =>
      join.onRef('case_keys.county', '=', 'cases.county').onRef('case_keys.subject', '=', 'cases.id'),
    )
    .select(['id', 'master', 'wrapped', sql<Readonly<Record<string, unknown>>>`body->'data'`.as('data')])
    .where('cases.county', '=', county)
    .where('programme', '=', programme.id)
    .where('register', '=', register)
    .where('id', '!=', id)
    .where(sql<boolean>`body->'data' @> ${JSON.stringify(equal)}::jsonb`)
    .orderBy('id')
  if (states !== undefined) query = query.where('state', 'in', [...states])
  return (await query.execute()).map(({ id: other, data: found, master, wrapped }) =>
    master === null || wrapped === null
      ? found
      : clearValue(caseKeyOf(vault, county, other, { master, wrapped }), found),
  )
}

function given({ gives }: Lookup, records: readonly Readonly<Record<string, unknown>>[]): unknown {
  if (gives.kind === 'sum') return sumOf(records.map((record) => String(record[gives.field] ?? '0')))
  return records.map((record) => Object.fromEntries(gives.fields.map((field) => [field, record[field]])))
}
