import {
  type Catalogue,
  type CataloguePrint,
  type CatalogueVersion,
  changeFrom,
  findProcedure,
  type Issue,
  type ListChange,
  type Programme,
  type VersionRead,
  versionAmong,
  withChanges,
  withVersions,
} from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { findNoticeById } from '../gazettes/read-notice.ts'

/** A list as a county has it: in every version that was printed, and in those that decided changes make of it. */
export interface CountyList {
  readonly catalogue: Catalogue
  /** Changes that were decided, the earliest first. */
  readonly changes: readonly ListChange[]
  /** What kept a printed version or a change from being taken. */
  readonly issues: readonly Issue[]
}

/** A list of a programme as a county has it, from the gazettes that are published now and the changes decided there. */
export async function countyList(
  db: Database,
  programme: Programme,
  catalogue: Catalogue,
  county: string,
): Promise<CountyList> {
  const [read, changes] = await Promise.all([
    Promise.all((catalogue.prints ?? []).map((print) => printedVersion(db, catalogue, print))),
    decidedChanges(db, programme, catalogue, county),
  ])
  const printed = read.flatMap((outcome): CatalogueVersion[] =>
    outcome?.kind === 'read' ? [outcome.version] : [],
  )
  const unread = read.flatMap((outcome) => (outcome?.kind === 'refused' ? outcome.issues : []))
  const changed = withChanges(withVersions(catalogue, printed), changes)
  return { catalogue: changed.catalogue, changes, issues: [...unread, ...changed.issues] }
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
    .where('is_current', '=', true)
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
