import type { Finding, Instrument, Issue } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { EffectKind, PersonalColumns } from './gazette-tables.ts'
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
    .select(['i.body', 'i.matter', 'g.title as issue_title', 'g.state as issue_state'])
    .select([
      sql<Issue['repairs']>`(
        select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(g.repairs) r
        where (r->>'line')::integer between i.first_line and i.last_line)`.as('repairs'),
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

/** What a notice says of a document. */
export interface StoredEffect {
  readonly kind: EffectKind
  readonly docNumber: string | null
  readonly title: string
  readonly onDay: string | null
  readonly says: string
  readonly clause: string
  /** The notice that says it. */
  readonly by: NoticeHead
}

/** A citation with the notice in which it stands. */
export interface StoredCitation {
  readonly clause: string
  readonly title: string
  readonly reference: string
  readonly by: NoticeHead
}

/** What the published notices of a county do to a document, and what a notice says of itself. */
export async function effectsOn(
  db: Database,
  county: string,
  docNumber: string,
): Promise<readonly StoredEffect[]> {
  const rows = await db
    .selectFrom('gazette_effects as e')
    .innerJoin('gazette_instruments as i', (join) =>
      join.onRef('i.county', '=', 'e.county').onRef('i.id', '=', 'e.instrument'),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select([
      'e.kind as effect',
      'e.doc_number as of_number',
      'e.title as of_title',
      'e.on_day',
      'e.says',
      'e.clause',
    ])
    .where('e.county', '=', county)
    .where('e.doc_number', '=', docNumber)
    .where('i.is_current', '=', true)
    .orderBy('e.on_day')
    .execute()
  return rows.map((row) => ({
    kind: row.effect,
    docNumber: row.of_number,
    title: row.of_title,
    onDay: row.on_day,
    says: row.says,
    clause: row.clause,
    by: headFrom(row),
  }))
}

/** What a notice itself does to other documents. */
export async function effectsBy(db: Database, head: NoticeHead): Promise<readonly StoredEffect[]> {
  const rows = await db
    .selectFrom('gazette_effects')
    .selectAll()
    .where('county', '=', head.county)
    .where('instrument', '=', head.id)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ kind, doc_number, title, on_day, says, clause }) => ({
    kind,
    docNumber: doc_number,
    title,
    onDay: on_day,
    says,
    clause,
    by: head,
  }))
}

const MOST_CITING = 200

/** Published notices that cite a number: those of its county for a county's own, of all counties for a higher body's. */
export async function citationsOf(
  db: Database,
  docNumber: string,
  county: string | null,
): Promise<readonly StoredCitation[]> {
  let query = db
    .selectFrom('gazette_citations as c')
    .innerJoin('gazette_instruments as i', (join) =>
      join.onRef('i.county', '=', 'c.county').onRef('i.id', '=', 'c.instrument'),
    )
    .leftJoin('gazette_passages as p', (join) =>
      join
        .onRef('p.county', '=', 'c.county')
        .onRef('p.instrument', '=', 'c.instrument')
        .onRef('p.clause', '=', 'c.clause')
        .on('p.kind', '=', 'clause'),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(['c.clause as at', 'c.title as of_title', 'p.reference'])
    .where('c.doc_number', '=', docNumber)
    .where('i.is_current', '=', true)
    .orderBy('i.issued_on')
    .orderBy('c.ordinal')
    .limit(MOST_CITING)
  if (county !== null) query = query.where('c.county', '=', county)
  const rows = await query.execute()
  return rows.map((row) => ({
    clause: row.at,
    title: row.of_title,
    reference: row.reference ?? '',
    by: headFrom(row),
  }))
}

const MOST_COUNTERPARTS = 20

/** A notice that carries out the same order, and by what it is told. */
export interface Counterpart {
  readonly head: NoticeHead
  /** Number or title of the order that both name; null where only what they are about is the same. */
  readonly superior: string | null
}

/** Published notices of other counties that carry out the same superior order, or are about the same matter. */
export async function counterpartsOf(db: Database, head: NoticeHead): Promise<readonly Counterpart[]> {
  const rows = await db
    .with('own', (own) =>
      own
        .selectFrom('gazette_citations')
        .select(sql<string>`coalesce(doc_number, title)`.as('superior'))
        .where('county', '=', head.county)
        .where('instrument', '=', head.id)
        .where('is_superior', '=', true),
    )
    .selectFrom('gazette_instruments as i')
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(
      sql<string | null>`(
        select min(o.superior) from own o join gazette_citations c on coalesce(c.doc_number, c.title) = o.superior
        where c.county = i.county and c.instrument = i.id and c.is_superior)`.as('superior'),
    )
    .where('i.county', '<>', head.county)
    .where('i.is_current', '=', true)
    .where(
      sql<boolean>`(i.matter = (select matter from gazette_instruments where county = ${head.county} and id = ${head.id})
        or (i.county, i.id) in (
          select c.county, c.instrument from gazette_citations c join own o on coalesce(c.doc_number, c.title) = o.superior
          where c.is_superior))`,
    )
    .orderBy('i.issued_on')
    .limit(MOST_COUNTERPARTS)
    .execute()
  return rows.map((row) => ({ head: headFrom(row), superior: row.superior }))
}
