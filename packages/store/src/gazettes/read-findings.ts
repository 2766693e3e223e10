import type { Finding } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { StoredFinding } from './read-notice.ts'

/** A finding with its place and what the editor answered. */
export interface PlacedFinding extends StoredFinding {
  readonly county: string
  readonly issue: string
  readonly version: number
  readonly issueTitle: string
  /** Null where it speaks of no instrument, as one about the contents. */
  readonly notice: { readonly address: string; readonly name: string } | null
  /** How clerks name the clause; null where it speaks of none. */
  readonly reference: string | null
}

/** Which findings are asked for: those of what is published, unless a version is named. */
export interface FindingQuery {
  readonly kind?: string | undefined
  readonly severity?: Finding['severity'] | undefined
  readonly county?: string | undefined
  readonly issue?: string | undefined
  readonly version?: number | undefined
  readonly limit: number
  readonly offset?: number
}

interface FindingRow {
  county: string
  issue: string
  version: number
  ordinal: number
  kind: string
  severity: Finding['severity']
  message: string
  doc_number: string | null
  clause: string | null
  lines: Finding['lines']
  issue_title: string
  address: string | null
  name: string | null
  reference: string | null
  answer: unknown
}

function chosen({ kind, severity, county, issue, version }: Omit<FindingQuery, 'limit'>) {
  return sql`
    from gazette_findings f
    join gazette_issues g on g.county = f.county and g.key = f.issue and g.version = f.version
    where ${version === undefined ? sql`g.state = 'published'` : sql`f.version = ${version}`}
      and (${kind ?? null}::text is null or f.kind = ${kind ?? null})
      and (${severity ?? null}::text is null or f.severity = ${severity ?? null})
      and (${county ?? null}::text is null or f.county = ${county ?? null})
      and (${issue ?? null}::text is null or f.issue = ${issue ?? null})`
}

/** Findings by issue and line. */
export async function findingsOf(db: Database, query: FindingQuery): Promise<PlacedFinding[]> {
  const { rows } = await sql<FindingRow>`
    select f.*, g.title as issue_title, i.address, coalesce(i.doc_number, i.title) as name, p.reference,
           e.payload as answer
    from (select f.* ${chosen(query)}
          order by f.county, f.issue, f.version, f.ordinal limit ${query.limit} offset ${query.offset ?? 0}) f
    join gazette_issues g on g.county = f.county and g.key = f.issue and g.version = f.version
    left join gazette_instruments i on i.county = f.county and i.id = f.instrument
    left join gazette_passages p on p.county = f.county and p.instrument = f.instrument and p.kind = 'clause'
      and p.clause = f.clause
    left join gazette_latest e on e.county = f.county and e.kind = 'answer'
      and e.subject = f.issue || '/' || f.version || '#' || f.ordinal
    order by f.county, f.issue, f.version, f.ordinal`.execute(db)
  return rows.map((row) => ({
    county: row.county,
    issue: row.issue,
    version: row.version,
    issueTitle: row.issue_title,
    ordinal: row.ordinal,
    notice: row.address === null || row.name === null ? null : { address: row.address, name: row.name },
    reference: row.reference,
    finding: {
      kind: row.kind,
      severity: row.severity,
      message: row.message,
      docNumber: row.doc_number,
      clause: row.clause,
      lines: row.lines,
    },
    answer: row.answer,
  }))
}

/** A finding that nobody has answered yet. */
export interface OpenFinding {
  readonly issue: string
  readonly version: number
  readonly issueTitle: string
  readonly ordinal: number
  readonly kind: string
  readonly message: string
}

/** Findings of a county's issues, published or being prepared, that nobody has answered yet: what is being prepared first. */
export async function openFindings(
  db: Database,
  county: string,
  limit: number,
): Promise<readonly OpenFinding[]> {
  const { rows } = await sql<OpenFinding>`
    select f.issue, f.version, g.title as "issueTitle", f.ordinal, f.kind, f.message
    from gazette_issues g
    join gazette_findings f on f.county = g.county and f.issue = g.key and f.version = g.version
    where g.county = ${county} and g.state <> 'replaced' and not exists (
      select from gazette_entries e
      where e.county = f.county and e.kind = 'answer'
        and e.subject = f.issue || '/' || f.version || '#' || f.ordinal)
    order by g.state, f.issue desc, f.version desc, f.ordinal limit ${limit}`.execute(db)
  return rows
}

/** How many findings there are of each kind. */
export async function findingTotals(
  db: Database,
  query: Omit<FindingQuery, 'limit'> = {},
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select f.kind, count(*)::integer as count ${chosen(query)} group by f.kind order by count desc, f.kind`.execute(
    db,
  )
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
