import type { Issue } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** A version of an issue as lists show it. */
export interface IssueHead {
  readonly county: string
  readonly key: string
  readonly version: number
  readonly state: 'draft' | 'published' | 'replaced'
  readonly title: string
  readonly year: number | null
  readonly number: number | null
  readonly publisher: string | null
  readonly period: { readonly from: string; readonly to: string } | null
  readonly publishedAt: Date | null
  readonly importedAt: Date
  readonly importedBy: string
  readonly correction: string | null
  readonly notices: number
  readonly findings: number
}

function headsOf(db: Database) {
  return db.selectFrom('gazette_issues as g').select([
    'g.county',
    'g.key',
    'g.version',
    'g.state',
    'g.title',
    'g.year',
    'g.number',
    'g.publisher',
    'g.period_from',
    'g.period_to',
    'g.published_at',
    'g.imported_at',
    'g.imported_by',
    'g.correction',
    sql<number>`(
      select count(*)::integer from gazette_instruments i
      where i.county = g.county and i.issue = g.key and i.version = g.version)`.as('notices'),
    sql<number>`(
      select count(*)::integer from gazette_findings f
      where f.county = g.county and f.issue = g.key and f.version = g.version)`.as('findings'),
  ])
}

type HeadRow = Awaited<ReturnType<ReturnType<typeof headsOf>['executeTakeFirstOrThrow']>>

function headFrom(row: HeadRow): IssueHead {
  const { county, key, version, state, title, year, number, publisher, correction, notices, findings } = row
  return {
    county,
    key,
    version,
    state,
    title,
    year,
    number,
    publisher,
    period:
      row.period_from === null || row.period_to === null
        ? null
        : { from: row.period_from, to: row.period_to },
    publishedAt: row.published_at,
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    correction,
    notices,
    findings,
  }
}

/** Published issues, the latest first. */
export async function publishedIssues(
  db: Database,
  { limit, offset = 0, county }: { limit: number; offset?: number; county?: string | undefined },
): Promise<IssueHead[]> {
  let query = headsOf(db)
    .where('g.state', '=', 'published')
    .orderBy('g.year', (order) => order.desc().nullsLast())
    .orderBy('g.number', (order) => order.desc().nullsLast())
    .orderBy('g.county')
    .orderBy('g.key')
    .limit(limit)
    .offset(offset)
  if (county !== undefined) query = query.where('g.county', '=', county)
  return (await query.execute()).map(headFrom)
}

/** Every version of a county's issues, the last imported first: what its editor works on. */
export async function allIssues(db: Database, county: string): Promise<IssueHead[]> {
  const rows = await headsOf(db).where('g.county', '=', county).orderBy('g.imported_at', 'desc').execute()
  return rows.map(headFrom)
}

/** The versions of an issue, the first one first. */
export async function versionsOf(db: Database, county: string, key: string): Promise<IssueHead[]> {
  const rows = await headsOf(db)
    .where('g.county', '=', county)
    .where('g.key', '=', key)
    .orderBy('g.version')
    .execute()
  return rows.map(headFrom)
}

/** How much is published. */
export interface GazetteTotals {
  readonly issues: number
  readonly notices: number
  readonly duties: number
  readonly findings: number
}

/** How much is published in all. */
export async function gazetteTotals(db: Database): Promise<GazetteTotals> {
  const { rows } = await sql<GazetteTotals>`
    select (select count(*)::integer from gazette_issues where state = 'published') as issues,
           count(*)::integer as notices,
           coalesce(sum((counts->>'duties')::integer), 0)::integer as duties,
           (select count(*)::integer from gazette_findings f join gazette_issues g
              on g.county = f.county and g.key = f.issue and g.version = f.version
            where g.state = 'published') as findings
    from gazette_instruments where is_current`.execute(db)
  return rows[0] ?? { issues: 0, notices: 0, duties: 0, findings: 0 }
}

/** The lines that a version was read from, and what the reading changed in them. */
export async function issueSource(
  db: Database,
  county: string,
  key: string,
  version: number,
): Promise<{ readonly source: string; readonly repairs: Issue['repairs'] } | null> {
  const row = await db
    .selectFrom('gazette_issues')
    .select(['source', 'repairs'])
    .where('county', '=', county)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ?? null
}

/** A version as the reader gave it. */
export async function issueReading(
  db: Database,
  county: string,
  key: string,
  version: number,
): Promise<Issue | null> {
  const row = await db
    .selectFrom('gazette_issues')
    .select([
      'file',
      'county',
      'name',
      'year',
      'number',
      'part',
      'publisher',
      'period_from',
      'period_to',
      'contents',
      'repairs',
    ])
    .where('county', '=', county)
    .where('key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst()
  if (row === undefined) return null
  const instruments = await db
    .selectFrom('gazette_instruments')
    .select('body')
    .where('county', '=', county)
    .where('issue', '=', key)
    .where('version', '=', version)
    .orderBy('ordinal')
    .execute()
  const findings = await db
    .selectFrom('gazette_findings')
    .select(['kind', 'severity', 'message', 'doc_number', 'clause', 'lines'])
    .where('county', '=', county)
    .where('issue', '=', key)
    .where('version', '=', version)
    .orderBy('ordinal')
    .execute()
  const { period_from: from, period_to: to, ...head } = row
  return {
    ...head,
    county: head.county === 'other' ? null : head.county,
    period: from === null || to === null ? null : { from, to },
    instruments: instruments.map(({ body }) => body),
    findings: findings.map(({ doc_number, ...finding }) => ({ ...finding, docNumber: doc_number })),
  }
}
