import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Database } from '../database/tables.ts'
import { latestRows } from './entries.ts'
import type { EffectKind } from './gazette-tables.ts'
import { headColumns, headFrom, type NoticeHead } from './notice-heads.ts'

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
  return (await effectsOnRows(db, county, docNumber).execute()).map(effectFrom)
}

function effectsOnRows(db: Database, county: string, docNumber: string) {
  return db
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
}

type EffectRow = Awaited<ReturnType<ReturnType<typeof effectsOnRows>['executeTakeFirstOrThrow']>>

function effectFrom(row: EffectRow): StoredEffect {
  return {
    kind: row.effect,
    docNumber: row.of_number,
    title: row.of_title,
    onDay: row.on_day,
    says: row.says,
    clause: row.clause,
    by: headFrom(row),
  }
}

/** What a notice itself does to other documents. */
function effectsByRows(db: Database, { county, id }: NoticeHead) {
  return db
    .selectFrom('gazette_effects')
    .select(['kind', 'doc_number', 'title', 'on_day', 'says', 'clause'])
    .where('county', '=', county)
    .where('instrument', '=', id)
    .orderBy('ordinal')
}

const MOST_CITING = 200

/** Published notices that cite a number: those of its county for a county's own, of all counties for a higher body's. */
export async function citationsOf(
  db: Database,
  docNumber: string,
  county: string | null,
): Promise<readonly StoredCitation[]> {
  return (await citationRows(db, docNumber, county).execute()).map(citationFrom)
}

function citationRows(db: Database, docNumber: string, county: string | null) {
  const query = db
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
  return county === null ? query : query.where('c.county', '=', county)
}

type CitationRow = Awaited<ReturnType<ReturnType<typeof citationRows>['executeTakeFirstOrThrow']>>

function citationFrom(row: CitationRow): StoredCitation {
  return { clause: row.at, title: row.of_title, reference: row.reference ?? '', by: headFrom(row) }
}

const MOST_COUNTERPARTS = 20

/** A notice that carries out the same order, and by what it is told. */
export interface Counterpart {
  readonly head: NoticeHead
  /** Number or title of the order that both name; null where only what they are about is the same. */
  readonly superior: string | null
}

/** Published notices of other counties that carry out the same superior order, or are about the same matter. */
function counterpartRows(db: Database, head: NoticeHead) {
  return db
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
}

/** What stands beside a notice in the database. */
export interface NoticeSurroundings {
  /** Published notices of its county that bear a number which it cites. */
  readonly cited: readonly NoticeHead[]
  readonly citing: readonly StoredCitation[]
  /** What it does to others, and what others do to it. */
  readonly does: readonly StoredEffect[]
  readonly suffers: readonly StoredEffect[]
  readonly counterparts: readonly Counterpart[]
  /** What the editor entered last: interpretations, the term. */
  readonly interpretations: readonly unknown[]
  readonly terms: readonly unknown[]
}

/** All that stands beside a notice, in one round trip. */
export async function noticeSurroundings(db: Database, head: NoticeHead): Promise<NoticeSurroundings> {
  const { county, docNumber } = head
  // A notice without a number is cited by none, and nothing is entered of it.
  const number = docNumber ?? ''
  const row = await db
    .selectNoFrom([
      jsonArrayFrom(citedRows(db, head)).as('cited'),
      jsonArrayFrom(citationRows(db, number, county)).as('citing'),
      jsonArrayFrom(effectsByRows(db, head)).as('does'),
      jsonArrayFrom(effectsOnRows(db, county, number)).as('suffers'),
      jsonArrayFrom(counterpartRows(db, head)).as('counterparts'),
      jsonArrayFrom(latestRows(db, { county, kind: 'interpretation', subjectPrefix: `${number}#` })).as(
        'interpretations',
      ),
      jsonArrayFrom(latestRows(db, { county, kind: 'normative', subject: number })).as('terms'),
    ])
    .executeTakeFirstOrThrow()
  return {
    cited: row.cited.map(headFrom),
    citing: row.citing.map(citationFrom),
    does: row.does.map(({ kind, doc_number, title, on_day, says, clause }) => ({
      kind,
      docNumber: doc_number,
      title,
      onDay: on_day,
      says,
      clause,
      by: head,
    })),
    suffers: row.suffers.map(effectFrom),
    counterparts: row.counterparts.map((other) => ({ head: headFrom(other), superior: other.superior })),
    interpretations: row.interpretations.map(({ payload }) => payload),
    terms: row.terms.map(({ payload }) => payload),
  }
}

/** Published notices of the county that bear a number which the notice cites. */
function citedRows(db: Database, { county, id }: NoticeHead) {
  return db
    .selectFrom('gazette_instruments as i')
    .select(headColumns.map((column) => `i.${column}` as const))
    .where('i.county', '=', county)
    .where('i.is_current', '=', true)
    .where(
      sql<boolean>`i.doc_number = any(array(
        select doc_number from gazette_citations where county = ${county} and instrument = ${id}))`,
    )
    .orderBy('i.id')
}
