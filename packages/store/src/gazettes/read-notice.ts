import type { Finding, Instrument, Issue } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { PersonalColumns } from './gazette-tables.ts'
import { headColumns, headFrom, type NoticeHead } from './notice-heads.ts'

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
  const row = await noticeRows(db)
    .where('i.county', '=', county)
    .where('i.address', '=', address)
    .where('i.is_current', '=', true)
    .executeTakeFirst()
  return row === undefined ? null : noticeFrom(row)
}

/** An instrument of any version by its id. */
export async function findNoticeById(db: Database, county: string, id: string): Promise<StoredNotice | null> {
  const row = await noticeRows(db).where('i.county', '=', county).where('i.id', '=', id).executeTakeFirst()
  return row === undefined ? null : noticeFrom(row)
}

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

/** One round trip: the instrument, the repairs in its lines, its findings with their answers, its tables. */
function noticeRows(db: Database) {
  return db
    .selectFrom('gazette_instruments as i')
    .innerJoin('gazette_issues as g', (join) =>
      join
        .onRef('g.county', '=', 'i.county')
        .onRef('g.key', '=', 'i.issue')
        .onRef('g.version', '=', 'i.version'),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(['i.body', 'i.repairs', 'i.matter', 'g.title as issue_title', 'g.state as issue_state'])
    .select([
      sql<FindingRow[]>`(
        select coalesce(jsonb_agg(to_jsonb(f) || jsonb_build_object('answer', e.payload) order by f.ordinal), '[]')
        from gazette_findings f
        left join gazette_latest e on e.county = f.county and e.kind = 'answer'
          and e.subject = f.issue || '/' || f.version || '#' || f.ordinal
        where f.county = i.county and f.instrument = i.id)`.as('findings'),
      sql<Record<string, PersonalColumns>>`(
        select coalesce(jsonb_object_agg(t.number, coalesce(e.payload->'columns', t.personal)), '{}')
        from gazette_tables t
        left join gazette_latest e on e.county = t.county and e.kind = 'masking'
          and e.subject = t.instrument || '#' || t.number
        where t.county = i.county and t.instrument = i.id)`.as('personal'),
    ])
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof noticeRows>['executeTakeFirstOrThrow']>>

function noticeFrom(row: NoticeRow): StoredNotice {
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
