import { type Selectable, sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { GazetteTables, NoticeCounts } from './gazette-tables.ts'

/** An instrument as lists show it. */
export interface NoticeHead {
  readonly county: string
  readonly id: string
  /** Part of addresses, unique among what is published in its county. */
  readonly address: string
  readonly docNumber: string | null
  readonly title: string
  readonly issuer: string | null
  readonly issuedOn: string | null
  readonly kind: string
  /** Issue and version in which it is printed. */
  readonly issue: string
  readonly version: number
  readonly isCurrent: boolean
  readonly lines: readonly [number, number]
  readonly page: number | null
  readonly counts: NoticeCounts
}

/** Columns of a head. */
export const headColumns = [
  'county',
  'id',
  'address',
  'doc_number',
  'title',
  'issuer',
  'issued_on',
  'kind',
  'issue',
  'version',
  'is_current',
  'first_line',
  'last_line',
  'page',
  'counts',
] as const

/** Written out: an index of a part of a table is of no use to a prepared statement that asks for that part by a parameter. */
export const yes = sql.lit(true)
export const ofClause = sql.lit<'clause'>('clause')

type HeadRow = Pick<Selectable<GazetteTables['gazette_instruments']>, (typeof headColumns)[number]>

/** A head from its row. */
export function headFrom(row: HeadRow): NoticeHead {
  return {
    county: row.county,
    id: row.id,
    address: row.address,
    docNumber: row.doc_number,
    title: row.title,
    issuer: row.issuer,
    issuedOn: row.issued_on,
    kind: row.kind,
    issue: row.issue,
    version: row.version,
    isCurrent: row.is_current,
    lines: [row.first_line, row.last_line],
    page: row.page,
    counts: row.counts,
  }
}

/** Which published instruments are asked for. */
export interface HeadQuery {
  readonly county?: string | undefined
  readonly kind?: string | undefined
  /** Bound by a duty, as the county calls it. */
  readonly unit?: string | undefined
  readonly limit: number
  readonly offset?: number
}

/** Published instruments, the latest first. */
export async function latestNotices(
  db: Database,
  { county, kind, unit, limit, offset = 0 }: HeadQuery,
): Promise<NoticeHead[]> {
  let query = db
    .selectFrom('gazette_instruments')
    .select(headColumns)
    .where('is_current', '=', yes)
    .orderBy('issued_on', (order) => order.desc().nullsLast())
    .orderBy('county')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
  if (county !== undefined) query = query.where('county', '=', county)
  if (kind !== undefined) query = query.where('kind', '=', kind)
  if (unit !== undefined) query = query.where(({ eb, fn, val }) => eb(val(unit), '=', fn.any('units')))
  return (await query.execute()).map(headFrom)
}

/** The instruments of a version of an issue, in the order of its print. */
export async function noticesOfIssue(
  db: Database,
  county: string,
  issue: string,
  version: number,
): Promise<NoticeHead[]> {
  const rows = await db
    .selectFrom('gazette_instruments')
    .select(headColumns)
    .where('county', '=', county)
    .where('issue', '=', issue)
    .where('version', '=', version)
    .orderBy('ordinal')
    .execute()
  return rows.map(headFrom)
}

/** Published instruments of a county that bear one of some numbers. */
export async function noticesByNumbers(
  db: Database,
  county: string,
  numbers: readonly string[],
): Promise<NoticeHead[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('gazette_instruments')
    .select(headColumns)
    .where('county', '=', county)
    .where('is_current', '=', yes)
    .where(({ eb, fn, val }) => eb('doc_number', '=', fn.any(val([...numbers]))))
    .orderBy('id')
    .execute()
  return rows.map(headFrom)
}
