import { type AccessFilter, caseFieldsOf, fields, personalFieldsOf, searchableFieldsOf } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import { findRegister } from '../log/record-key.ts'
import { type StoreIssue, storeIssue } from '../log/store-issue.ts'
import type { CaseSelection } from './case-query.ts'
import { normalisedWords } from './search-text.ts'

/** A condition on a row of `cases`. */
export type Condition = RawBuilder<boolean>

/** What an access filter lets through. */
export function withinFilter({ county, isWholeCounty, units, owner }: AccessFilter): Condition {
  if (isWholeCounty) return sql`county = ${county}`
  const ofUnits = sql`unit = any(${[...units]}::text[])`
  const reached = owner === null ? ofUnits : sql`(${ofUnits} or owner = ${owner})`
  return sql`county = ${county} and ${reached}`
}

/** The conditions of a selection, or what of it cannot be asked. */
export function conditionsOf(selection: CaseSelection): readonly Condition[] | StoreIssue {
  const { county, programme, procedure, filter, states, closed, unit, where = {}, q = '' } = selection
  if (filter === null) return [sql`false`]
  const schema = fields(caseFieldsOf(procedure))
  const conditions: Condition[] = [
    withinFilter(filter),
    sql`county = ${county} and programme = ${programme.id} and procedure = ${procedure.id}`,
  ]
  if (states !== undefined) conditions.push(sql`state = any(${[...states]}::text[])`)
  if (closed === 'open') conditions.push(sql`closed is null`)
  if (closed === 'closed') conditions.push(sql`closed is not null`)
  if (unit !== undefined) conditions.push(sql`unit = ${unit}`)
  const personal = new Set(personalFieldsOf(schema).map(({ path: [name] }) => name))
  for (const [field, value] of Object.entries(where)) {
    if (!Object.hasOwn(schema.def.shape, field) || personal.has(field)) {
      return storeIssue('field-not-listed', { field, procedure: procedure.title })
    }
    conditions.push(sql`body->'data'->>${sql.lit(field)} = ${value}`)
  }
  const searched = searchableFieldsOf(schema, findRegister(programme, procedure)?.key ?? [])
  for (const word of normalisedWords(q)) {
    const texts = searched.map((field) => sql`body->'data'->>${sql.lit(field)}`)
    conditions.push(sql`strpos(lower(concat_ws(chr(10), ${sql.join(texts)})), ${word}) > 0`)
  }
  return conditions
}
