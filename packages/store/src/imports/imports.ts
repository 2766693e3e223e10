import type { Actor, IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** How an import stands. */
export type ImportState =
  | 'waiting'
  | 'checking'
  | 'storing'
  | 'stored'
  | 'nothing-stored'
  | 'cancelled'
  | 'failed'

/** An import as it was asked for. */
export interface ImportAsked {
  readonly county: string
  readonly id: string
  readonly programme: string
  readonly procedure: string
  readonly mode: 'all-or-nothing' | 'good-rows'
  /** Digest under which the sheet is kept. */
  readonly digest: string
  readonly name: string
  readonly unit: string
  readonly actor: Actor
  readonly asked: IsoInstant
}

/** An import, how far it has come, and what became of it. */
export interface StoredImport extends ImportAsked {
  readonly state: ImportState
  readonly total: number | null
  readonly done: number
  /** What its runner reported at the end; null before. */
  readonly report: unknown
}

/** After so many seconds without a word its runner is taken for dead. */
const SILENT_SECONDS = 60

/** Puts an import down to be run. */
export async function askImport(db: Database, asked: ImportAsked): Promise<void> {
  await db
    .insertInto('imports')
    .values({ ...asked, actor: JSON.stringify(asked.actor), state: 'waiting' })
    .execute()
}

/** Takes the oldest import that waits, or whose runner has died; null where there is none. */
export async function takeImport(db: Database): Promise<StoredImport | null> {
  const { rows } = await sql<ImportRow>`
    update imports set state = 'checking', done = 0, beat = clock_timestamp()
    where (county, id) = (
      select county, id from imports
      where state = 'waiting'
         or (state in ('checking', 'storing') and beat < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS}))
      order by asked limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0] === undefined ? null : importFrom(rows[0])
}

/** Says how far an import has come; false where it is to end, or another has taken it up. */
export async function tellImport(
  db: Database,
  { county, id }: Pick<ImportAsked, 'county' | 'id'>,
  progress: { readonly state: 'checking' | 'storing'; readonly total: number | null; readonly done: number },
): Promise<boolean> {
  const row = await db
    .updateTable('imports')
    .set({ ...progress, beat: sql<string>`clock_timestamp()` })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'storing'])
    .returning('is_cancelled')
    .executeTakeFirst()
  return row !== undefined && !row.is_cancelled
}

/** Says what became of an import. */
export async function endImport(
  db: Database,
  { county, id }: Pick<ImportAsked, 'county' | 'id'>,
  state: Exclude<ImportState, 'waiting' | 'checking' | 'storing'>,
  report: unknown,
): Promise<void> {
  await db
    .updateTable('imports')
    .set({ state, report: JSON.stringify(report) })
    .where('county', '=', county)
    .where('id', '=', id)
    .execute()
}

/** Asks that an import end: it does before its next rows. False where it has ended already. */
export async function cancelImport(db: Database, county: string, id: string): Promise<boolean> {
  const done = await db
    .updateTable('imports')
    .set({
      is_cancelled: true,
      // What nobody has begun ends at once.
      state: sql<ImportState>`case when state = 'waiting' then 'cancelled' else state end`,
    })
    .where('county', '=', county)
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'checking', 'storing'])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** An import of a person; null where that person asked for none of that id. */
export async function findImport(
  db: Database,
  county: string,
  actor: string,
  id: string,
): Promise<StoredImport | null> {
  const row = await ofActor(db, county, actor).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : importFrom(row)
}

/** The latest imports of a person into a procedure, the newest first. */
export async function importsOf(
  db: Database,
  county: string,
  actor: string,
  into: { readonly programme: string; readonly procedure: string },
  limit = 20,
): Promise<readonly StoredImport[]> {
  const rows = await ofActor(db, county, actor)
    .where('programme', '=', into.programme)
    .where('procedure', '=', into.procedure)
    .orderBy('asked', 'desc')
    .limit(limit)
    .execute()
  return rows.map(importFrom)
}

function ofActor(db: Database, county: string, actor: string) {
  return db
    .selectFrom('imports')
    .selectAll()
    .where('county', '=', county)
    .where(sql<boolean>`actor->>'id' = ${actor}`)
}

type ImportRow = Omit<StoredImport, 'asked' | 'actor'> & {
  readonly asked: Date | string
  readonly actor: unknown
}

function importFrom(row: ImportRow): StoredImport {
  const {
    county,
    id,
    programme,
    procedure,
    mode,
    digest,
    name,
    unit,
    actor,
    asked,
    state,
    total,
    done,
    report,
  } = row
  const at = new Date(asked).toISOString()
  return {
    county,
    id,
    programme,
    procedure,
    mode,
    digest,
    name,
    unit,
    actor: actor as Actor,
    asked: at,
    state,
    total,
    done,
    report,
  }
}
