import { type RawBuilder, sql } from 'kysely'
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres'
import { type Blanks, writtenOnce } from '../database/statement.ts'
import type { Database } from '../database/tables.ts'
import type { EffectKind } from './gazette-tables.ts'
import { headColumns, headFrom, type NoticeHead, ofClause, yes } from './notice-heads.ts'
import { noticeFrom, noticeRows, type StoredNotice } from './read-notice.ts'

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

/** A value, or the column of another row that holds it. */
type Given = string | RawBuilder<string>

function effectsOnRows(db: Database, county: Given, docNumber: Given) {
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
    .where('i.is_current', '=', yes)
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

/** What the notice itself does to other documents. */
function effectsByRows(db: Database) {
  return db
    .selectFrom('gazette_effects')
    .select(['kind', 'doc_number', 'title', 'on_day', 'says', 'clause'])
    .where('county', '=', own.county)
    .where('instrument', '=', own.id)
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

function citationRows(db: Database, docNumber: Given, county: Given | null) {
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
        .on('p.kind', '=', ofClause),
    )
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(['c.clause as at', 'c.title as of_title', 'p.reference'])
    .where('c.doc_number', '=', docNumber)
    .where('i.is_current', '=', yes)
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

/** Columns of the notice that a statement calls `own`. */
const own = {
  county: sql.ref<string>('own.county'),
  id: sql.ref<string>('own.id'),
  docNumber: sql.ref<string>('own.doc_number'),
}

/** Published notices of other counties that carry out the same superior order, or are about the same matter. */
function counterpartRows(db: Database) {
  return db
    .with('orders', (orders) =>
      orders
        .selectFrom('gazette_citations')
        .select(sql<string>`coalesce(doc_number, title)`.as('superior'))
        .where('county', '=', own.county)
        .where('instrument', '=', own.id)
        .where('is_superior', '=', yes),
    )
    .selectFrom('gazette_instruments as i')
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(
      sql<string | null>`(
        select min(o.superior) from orders o join gazette_citations c on coalesce(c.doc_number, c.title) = o.superior
        where c.county = i.county and c.instrument = i.id and c.is_superior)`.as('superior'),
    )
    .where('i.county', '<>', own.county)
    .where('i.is_current', '=', yes)
    .where(
      sql<boolean>`(i.county, i.id) in (
        select m.county, m.id from gazette_instruments m where m.matter = own.matter and m.is_current
        union all
        select c.county, c.instrument from gazette_citations c join orders o on coalesce(c.doc_number, c.title) = o.superior
        where c.is_superior)`,
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

/** A notice with all that stands beside it. */
export interface SurroundedNotice extends StoredNotice {
  readonly beside: NoticeSurroundings
}

/** The published instrument of an address with all that stands beside it, in one round trip. */
export async function findSurrounded(
  db: Database,
  county: string,
  address: string,
): Promise<SurroundedNotice | null> {
  const [row] = await surroundedAt(db, { county, address })
  return row?.notice == null ? null : surroundedFrom(row.notice)
}

const surroundedAt = writtenOnce((db, blank: Blanks<{ county: string; address: string }>) =>
  asOneValue(
    db,
    surroundedRows(db)
      .where('own.county', '=', blank('county'))
      .where('own.address', '=', blank('address'))
      .where('own.is_current', '=', yes),
  ),
)

/** The same of any version, by its id. */
export async function findSurroundedById(
  db: Database,
  county: string,
  id: string,
): Promise<SurroundedNotice | null> {
  const [row] = await surroundedOf(db, { county, id })
  return row?.notice == null ? null : surroundedFrom(row.notice)
}

const surroundedOf = writtenOnce((db, blank: Blanks<{ county: string; id: string }>) =>
  asOneValue(
    db,
    surroundedRows(db).where('own.county', '=', blank('county')).where('own.id', '=', blank('id')),
  ),
)

/** The driver takes its time over each column; JSON it reads at once. */
function asOneValue(db: Database, notice: ReturnType<typeof surroundedRows>) {
  return db.selectNoFrom([jsonObjectFrom(notice).as('notice')])
}

/** A notice without a number is cited by none, and nothing is entered of it. */
function surroundedRows(db: Database) {
  return noticeRows(db).select([
    jsonArrayFrom(citedRows(db)).as('cited'),
    jsonArrayFrom(citationRows(db, own.docNumber, own.county)).as('citing'),
    jsonArrayFrom(effectsByRows(db)).as('does'),
    jsonArrayFrom(effectsOnRows(db, own.county, own.docNumber)).as('suffers'),
    jsonArrayFrom(counterpartRows(db)).as('counterparts'),
    jsonArrayFrom(enteredRows(db, 'interpretation', sql`starts_with(subject, own.doc_number || '#')`)).as(
      'interpretations',
    ),
    jsonArrayFrom(enteredRows(db, 'normative', sql`subject = own.doc_number`)).as('terms'),
  ])
}

/** What was entered last of each subject. */
function enteredRows(db: Database, kind: 'interpretation' | 'normative', isOfNotice: RawBuilder<boolean>) {
  return db
    .selectFrom('gazette_latest')
    .select('payload')
    .where('county', '=', own.county)
    .where('kind', '=', sql.lit(kind))
    .where(isOfNotice)
    .orderBy('subject')
}

type SurroundedRow = Awaited<ReturnType<ReturnType<typeof surroundedRows>['executeTakeFirstOrThrow']>>

function surroundedFrom(row: SurroundedRow): SurroundedNotice {
  const notice = noticeFrom(row)
  const beside = {
    cited: row.cited.map(headFrom),
    citing: row.citing.map(citationFrom),
    does: row.does.map(({ kind, doc_number, title, on_day, says, clause }) => ({
      kind,
      docNumber: doc_number,
      title,
      onDay: on_day,
      says,
      clause,
      by: notice.head,
    })),
    suffers: row.suffers.map(effectFrom),
    counterparts: row.counterparts.map((other) => ({ head: headFrom(other), superior: other.superior })),
    interpretations: row.interpretations.map(({ payload }) => payload),
    terms: row.terms.map(({ payload }) => payload),
  }
  return { ...notice, beside }
}

/** Published notices of the county that bear a number which the notice cites. */
function citedRows(db: Database) {
  return db
    .selectFrom('gazette_instruments as i')
    .select(headColumns.map((column) => `i.${column}` as const))
    .where('i.county', '=', own.county)
    .where('i.is_current', '=', yes)
    .where(
      sql<boolean>`i.doc_number in (
        select doc_number from gazette_citations where county = own.county and instrument = own.id)`,
    )
    .orderBy('i.id')
}
