import {
  type Catalogue,
  type CataloguePrint,
  type CatalogueVersion,
  changeFrom,
  type Edition,
  findProcedure,
  type IsoInstant,
  type Issue,
  type ListChange,
  type Programme,
  type VersionRead,
  versionAmong,
  versionOfEdition,
  withChanges,
  withVersions,
} from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { yes } from '../gazettes/notice-heads.ts'
import { findNoticeById } from '../gazettes/read-notice.ts'

/** A list as a county has it: in every version that was printed or published, and in those that decided changes make of it. */
export interface CountyList {
  readonly catalogue: Catalogue
  /** Changes that were decided, the earliest first. */
  readonly changes: readonly ListChange[]
  /** What kept a version or a change from being taken. */
  readonly issues: readonly Issue[]
}

/**
 * A list of a programme as a county has it, from the gazettes that are published now, the versions that were published by a
 * decision, and the changes decided between them.
 *
 * @param knownAt leaves out versions that were published by a decision after that moment
 */
export async function countyList(
  db: Database,
  programme: Programme,
  catalogue: Catalogue,
  county: string,
  knownAt?: IsoInstant,
): Promise<CountyList> {
  const [prints, editions, changes] = await Promise.all([
    Promise.all((catalogue.prints ?? []).map((print) => printedVersion(db, catalogue, print))),
    publishedEditions(db, programme, catalogue, county, knownAt),
    decidedChanges(db, programme, catalogue, county),
  ])
  const read = [...prints, ...editions]
  // Of two from one day the later decision holds, and any before what was printed.
  const versions = new Map<string, CatalogueVersion>()
  for (const outcome of read)
    if (outcome?.kind === 'read') versions.set(outcome.version.from, outcome.version)
  const unread = read.flatMap((outcome) => (outcome?.kind === 'refused' ? outcome.issues : []))
  const own = catalogue.versions.filter(({ from }) => !versions.has(from))
  const whole = withVersions({ ...catalogue, versions: own }, [...versions.values()])
  const changed = withChanges(whole, changes)
  return { catalogue: changed.catalogue, changes, issues: [...unread, ...changed.issues] }
}

/** Readings of editions by the catalogue's fields and by the head of their case's log, which tells all that they say. */
const editionReadings = new WeakMap<Catalogue['fields'], Map<string, VersionRead>>()

/** Whole versions that were published by a decision, in the order of the decisions. */
async function publishedEditions(
  db: Database,
  programme: Programme,
  catalogue: Catalogue,
  county: string,
  knownAt: IsoInstant | undefined,
): Promise<readonly VersionRead[]> {
  const { publishedBy } = catalogue
  if (publishedBy === undefined) return []
  const cases = () =>
    db
      .selectFrom('cases')
      .where('county', '=', county)
      .where('programme', '=', publishedBy.programme)
      .where('procedure', '=', publishedBy.procedure)
      .where('state', '=', publishedBy.state)
      .where(sql`body->'data'->>'list'`, '=', `${programme.id}/${catalogue.id}`)
  const heads = await cases()
    .select(['id', 'head', sql<string>`body->>'entered'`.as('entered')])
    .execute()
  const known = editionReadings.get(catalogue.fields) ?? new Map<string, VersionRead>()
  editionReadings.set(catalogue.fields, known)
  const unread = heads.filter(({ head }) => !known.has(head)).map(({ id }) => id)
  if (unread.length > 0) {
    const rows = await cases().select(['head', 'body']).where('id', 'in', unread).execute()
    for (const { head, body } of rows) {
      const { data } = body as { readonly data: unknown }
      known.set(head, versionOfEdition(catalogue, data as Edition, county))
    }
  }
  return heads
    .map(({ head, entered }) => ({ head, decided: Date.parse(entered) }))
    .filter(({ decided }) => knownAt === undefined || decided <= Date.parse(knownAt))
    .sort((a, b) => a.decided - b.decided)
    .flatMap(({ head }) => known.get(head) ?? [])
}

/** Readings by print and by the id of the instrument's version, which never changes. */
const readings = new WeakMap<CataloguePrint, Map<string, VersionRead>>()

/** The version that a published gazette prints; null where that is not published. */
async function printedVersion(
  db: Database,
  catalogue: Catalogue,
  print: CataloguePrint,
): Promise<VersionRead | null> {
  const { county, docNumber } = print.basis
  const row = await db
    .selectFrom('gazette_instruments')
    .select('id')
    .where('county', '=', county)
    .where('address', '=', docNumber)
    .where('is_current', '=', yes)
    .executeTakeFirst()
  if (row === undefined) return null
  const known = readings.get(print) ?? new Map<string, VersionRead>()
  readings.set(print, known)
  const read = known.get(row.id)
  if (read !== undefined) return read
  const notice = await findNoticeById(db, county, row.id)
  if (notice === null) return null
  const outcome = versionAmong(catalogue, print, notice.instrument.tables)
  known.set(row.id, outcome)
  return outcome
}

async function decidedChanges(
  db: Database,
  programme: Programme,
  { changedBy }: Catalogue,
  county: string,
): Promise<readonly ListChange[]> {
  const procedure = changedBy && findProcedure(programme, changedBy.procedure)
  if (changedBy === undefined || procedure === undefined) return []
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'body'])
    .where('county', '=', county)
    .where('programme', '=', programme.id)
    .where('procedure', '=', procedure.id)
    .where('state', 'in', [...changedBy.states])
    .orderBy('id')
    .execute()
  const key = programme.registers.find(({ id }) => id === procedure.register)?.key ?? []
  const changes = rows.flatMap(({ id, body }) => {
    const { data } = body as { readonly data: Readonly<Record<string, unknown>> }
    const number = key.map((field) => String(data[field] ?? '')).join(' ') || id
    return changeFrom(data, { number, basis: procedure.basis }) ?? []
  })
  return changes.sort((a, b) =>
    a.from === b.from ? (a.number < b.number ? -1 : 1) : a.from < b.from ? -1 : 1,
  )
}
