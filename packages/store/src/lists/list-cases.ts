import { caseFieldsOf, fields, sortableFieldsOf } from '@luoshi/kernel'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import { type StoreIssue, storeIssue } from '../log/store-issue.ts'
import {
  type CaseOrder,
  type CaseQuery,
  type CaseSelection,
  type CasesCounted,
  type CasesListed,
  LARGEST_PAGE,
  USUAL_PAGE,
} from './case-query.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import { conditionsOf } from './selection.ts'

const LATEST_FIRST: CaseOrder = { by: 'latest', descending: true }

/** Counting stops here where every row has to be looked at. */
const COUNTED_AT_MOST = 1000

/** A page of the records or cases of a procedure, in order, personal fields masked. */
export async function listCases(db: Database, query: CaseQuery): Promise<CasesListed> {
  const { sort = LATEST_FIRST, limit = USUAL_PAGE } = query
  const conditions = conditionsOf(query)
  if ('code' in conditions) return { kind: 'refused', issue: conditions }
  const key = sortKey(query, sort)
  if ('code' in key) return { kind: 'refused', issue: key }
  const cursor = query.after === undefined ? null : readCursor(query.after, sort)
  if (cursor === null && query.after !== undefined) {
    return { kind: 'refused', issue: storeIssue('cursor-unknown') }
  }
  const size = Math.min(Math.max(1, limit), LARGEST_PAGE)
  const direction = sql.raw(sort.descending ? 'desc' : 'asc')
  const all = cursor === null ? conditions : [...conditions, beyond(cursor, key)]
  const { rows } = await sql<{
    body: unknown
    version: number
    head: string
    programme: string
    key: string
  }>`
    select body, version, head, programme, (${key})::text as key from cases
    where ${sql.join(all, sql` and `)}
    order by ${key} ${direction}, id ${direction} limit ${size + 1}`.execute(db)
  const page = rows.slice(0, size)
  const last = page.at(-1)
  const hasMore = rows.length > size && last !== undefined
  const found = page.map(storedCaseFrom)
  return {
    kind: 'page',
    rows: found,
    next: hasMore ? writeCursor({ order: sort, key: last.key, id: found.at(-1)?.case.id ?? '' }) : null,
  }
}

/** How many cases a selection has. */
export async function countCases(db: Database, selection: CaseSelection): Promise<CasesCounted> {
  const conditions = conditionsOf(selection)
  if ('code' in conditions) return { kind: 'refused', issue: conditions }
  const { rows } = await sql<{ value: number }>`
    select count(*)::integer as value from (
      select from cases where ${sql.join(conditions, sql` and `)} limit ${COUNTED_AT_MOST + 1}
    ) as found`.execute(db)
  const value = rows[0]?.value ?? 0
  return { kind: 'count', value: Math.min(value, COUNTED_AT_MOST), isAtLeast: value > COUNTED_AT_MOST }
}

function sortKey({ procedure }: CaseQuery, { by }: CaseOrder): RawBuilder<unknown> | StoreIssue {
  if (by === 'latest' || by === 'opened') return sql.ref(by)
  const field = sortableFieldsOf(fields(caseFieldsOf(procedure))).find(({ name }) => name === by)
  if (field === undefined) return storeIssue('field-not-listed', { field: by, procedure: procedure.title })
  const value = sql`body->'data'->>${sql.lit(by)}`
  return field.compares === 'number' ? sql`coalesce((${value})::numeric, 0)` : sql`coalesce(${value}, '')`
}

function beyond({ order, key, id }: Cursor, sorted: RawBuilder<unknown>): RawBuilder<boolean> {
  const type = order.by === 'latest' || order.by === 'opened' ? 'timestamptz' : null
  const value = type === null ? sql`${key}` : sql`${key}::timestamptz`
  return order.descending
    ? sql`(${sorted}, id) < (${value}, ${id})`
    : sql`(${sorted}, id) > (${value}, ${id})`
}
