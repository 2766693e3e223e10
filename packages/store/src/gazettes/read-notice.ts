import type { Finding, Instrument, Issue } from '@luoshi/gazette'
import { type RawBuilder, sql } from 'kysely'
import { type Blanks, writtenOnce } from '../database/statement.ts'
import type { Database } from '../database/tables.ts'
import type { PersonalColumns } from './gazette-tables.ts'
import { headColumns, headFrom, type NoticeHead, yes } from './notice-heads.ts'

/** A finding with what the editor answered. */
export interface StoredFinding {
  readonly ordinal: number
  readonly finding: Finding
  readonly answer: unknown
}

/** An instrument with its reading and what it is printed in. */
export interface StoredNotice {
  readonly head: NoticeHead
  readonly instrument: Instrument
  /** What it is about: the same in other counties. */
  readonly matter: string
  readonly issueTitle: string
  readonly issueState: 'draft' | 'published' | 'replaced'
  /** Repairs that the reading made in its lines. */
  readonly repairs: Issue['repairs']
  readonly findings: readonly StoredFinding[]
  /** By table, from 1: what in it tells of persons. */
  readonly personal: ReadonlyMap<number, PersonalColumns>
}

/** The published instrument of an address. */
export async function findNotice(
  db: Database,
  county: string,
  address: string,
): Promise<StoredNotice | null> {
  const [row] = await noticeAt(db, { county, address })
  return row === undefined ? null : noticeFrom(row)
}

const noticeAt = writtenOnce((db, blank: Blanks<{ county: string; address: string }>) =>
  noticeRows(db)
    .where('own.county', '=', blank('county'))
    .where('own.address', '=', blank('address'))
    .where('own.is_current', '=', yes),
)

/** An instrument of any version by its id. */
export async function findNoticeById(db: Database, county: string, id: string): Promise<StoredNotice | null> {
  const [row] = await noticeOf(db, { county, id })
  return row === undefined ? null : noticeFrom(row)
}

const noticeOf = writtenOnce((db, blank: Blanks<{ county: string; id: string }>) =>
  noticeRows(db).where('own.county', '=', blank('county')).where('own.id', '=', blank('id')),
)

interface FindingRow {
  readonly ordinal: number
  readonly kind: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly doc_number: string | null
  readonly clause: string | null
  readonly lines: Finding['lines']
  readonly answer: unknown
}

/** An instrument that the statement calls `own`, the repairs in its lines, its findings with their answers, its tables. */
export function noticeRows(db: Database) {
  return db
    .selectFrom('gazette_instruments as own')
    .innerJoin('gazette_issues as g', (join) =>
      join
        .onRef('g.county', '=', 'own.county')
        .onRef('g.key', '=', 'own.issue')
        .onRef('g.version', '=', 'own.version'),
    )
    .select(headColumns.map((column) => `own.${column}` as const))
    .select(['own.body', 'own.repairs', 'own.matter', 'g.title as issue_title', 'g.state as issue_state'])
    .select([
      sql<FindingRow[]>`(
        select coalesce(json_agg(to_jsonb(f) || jsonb_build_object('answer', e.payload) order by f.ordinal), '[]')
        from gazette_findings f
        left join lateral (${latestEntry(sql`'answer'`, sql`f.issue || '/' || f.version || '#' || f.ordinal`)}) e on true
        where f.county = own.county and f.instrument = own.id)`.as('findings'),
      sql<Record<string, PersonalColumns>>`(
        select coalesce(json_object_agg(t.number, coalesce(e.payload->'columns', t.personal)), '{}')
        from gazette_tables t
        left join lateral (${latestEntry(sql`'masking'`, sql`t.instrument || '#' || t.number`)}) e on true
        where t.county = own.county and t.instrument = own.id)`.as('personal'),
    ])
}

/** What was entered last of a subject: looked up for each, where the view of all latest entries would be gone through. */
function latestEntry(kind: RawBuilder<unknown>, subject: RawBuilder<unknown>) {
  return sql`
    select payload from gazette_entries
    where county = own.county and kind = ${kind} and subject = ${subject}
    order by sequence desc limit 1`
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof noticeRows>['executeTakeFirstOrThrow']>>

/** A notice from its row. */
export function noticeFrom(row: NoticeRow): StoredNotice {
  return {
    head: headFrom(row),
    instrument: row.body,
    matter: row.matter,
    issueTitle: row.issue_title,
    issueState: row.issue_state,
    repairs: row.repairs,
    findings: row.findings.map(({ ordinal, answer, doc_number, ...finding }) => ({
      ordinal,
      finding: {
        kind: finding.kind,
        severity: finding.severity,
        message: finding.message,
        docNumber: doc_number,
        clause: finding.clause,
        lines: finding.lines,
      },
      answer,
    })),
    personal: new Map(Object.entries(row.personal).map(([number, columns]) => [Number(number), columns])),
  }
}
