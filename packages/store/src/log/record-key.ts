import { type Case, findFieldMeta, type Procedure, type Programme, type Register } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { digestOf } from './digest.ts'
import { type StoreIssue, storeIssue } from './store-issue.ts'

/** Longer keys stand in their index by their digest. */
const LONGEST_KEY = 400

/**
 * What tells a record from all others of its register: the values of the register's key. Null for a case of a declared
 * procedure, of which many may carry the same record.
 */
export function recordKeyOf(programme: Programme, procedure: Procedure, record: Case): string | null {
  const register = findRegister(programme, procedure)
  if (register === undefined || !isRecordsOwn(programme, procedure)) return null
  const key = JSON.stringify(register.key.map((field) => record.data[field] ?? null))
  return key.length <= LONGEST_KEY ? key : digestOf(key)
}

/** Says which record already has a key. */
export async function recordExists(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  record: Case,
): Promise<StoreIssue> {
  const register = findRegister(programme, procedure)
  const other = await db
    .selectFrom('cases')
    .select('id')
    .where('county', '=', record.county)
    .where('programme', '=', programme.id)
    .where('register', '=', procedure.register)
    .where('record_key', '=', recordKeyOf(programme, procedure, record))
    .where('closed', 'is distinct from', 'withdrawn')
    .executeTakeFirst()
  const shape = procedure.subject.def.shape
  const key = (register?.key ?? []).map((field) => {
    const schema = shape[field]
    const label = schema === undefined ? undefined : findFieldMeta(schema)?.label
    return `${label ?? field}${String(record.data[field] ?? '')}`
  })
  return storeIssue('record-exists', {
    register: register?.title ?? procedure.title,
    key: key.join('、'),
    record: other?.id ?? '',
  })
}

/** Whether a procedure is how the records of a register are kept, and not a kind of case that carries one. */
export function isRecordsOwn(programme: Programme, procedure: Procedure): boolean {
  return programme.procedures.every(({ register }) => register !== procedure.register)
}

/** The register whose record a procedure's cases carry. */
export function findRegister(programme: Programme, procedure: Procedure): Register | undefined {
  return programme.registers.find(({ id }) => id === procedure.register)
}
