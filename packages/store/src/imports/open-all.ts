import { findProcedure, type NewCase, OPENING, type Procedure, type Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import { decideOpening, type Opening, open, type Surroundings } from '../act.ts'
import type { Database } from '../database/tables.ts'
import { fileReferencesIn } from '../files/case-files.ts'
import { listingChange } from '../listing/projection.ts'
import { type Appending, appendMany } from '../log/append.ts'
import { canonicalJson, isStorable } from '../log/digest.ts'
import { lookupsFor } from '../log/lookups.ts'
import { type NotStored, type Refused, sealedBy } from '../log/perform.ts'

/** A case to be opened, and the key by which it is opened once. */
export interface ManyOpening {
  readonly case: string
  readonly requestKey: string
  readonly opening: Opening
}

/** What became of each: opened now, opened before by the same request, or not. */
export type OpenedOfMany = { readonly kind: 'opened' } | { readonly kind: 'repeated' } | Refused | NotStored

/**
 * Opens many cases of one procedure, each as it would be opened alone, in one round trip where nothing about them has to
 * be looked up. What then fails together is opened one by one, so that each fails for itself.
 */
export async function openAll(
  db: Database,
  programme: Programme,
  county: string,
  openings: readonly ManyOpening[],
  surroundings: Surroundings,
): Promise<readonly OpenedOfMany[]> {
  const [first] = openings
  const procedure = first && findProcedure(programme, first.opening.procedure)
  const isPlain =
    procedure !== undefined &&
    Object.keys(lookupsFor(programme, procedure, null, OPENING)).length === 0 &&
    openings.every(({ opening }) => fileReferencesIn(procedure, opening.action.input ?? {}).length === 0)
  if (!isPlain) return oneByOne(db, programme, county, openings, surroundings)
  try {
    const together = async (inside: Database) => {
      const results = await inOneTrip(inside, programme, procedure, county, openings, surroundings)
      // Something about one of them: each is asked for itself.
      if (results === null) throw new NotTogether()
      return results
    }
    if (!db.isTransaction) return await db.transaction().execute(together)
    await sql`savepoint together`.execute(db)
    const results = await together(db)
    await sql`release savepoint together`.execute(db)
    return results
  } catch (error) {
    if (!(error instanceof NotTogether) && !isOfRow(error)) throw error
    if (db.isTransaction) await sql`rollback to savepoint together`.execute(db)
    return oneByOne(db, programme, county, openings, surroundings)
  }
}

/** Thrown where rows cannot be stored together. */
class NotTogether extends Error {
  override readonly name = 'NotTogether'
}

/** Whether the database refused a row, and not the whole of what was asked. */
function isOfRow(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '23505' || error.code === '40P01')
}

async function oneByOne(
  db: Database,
  programme: Programme,
  county: string,
  openings: readonly ManyOpening[],
  surroundings: Surroundings,
): Promise<readonly OpenedOfMany[]> {
  const results: OpenedOfMany[] = []
  for (const { case: id, requestKey, opening } of openings) {
    const acted = await open(db, programme, { county, case: id, requestKey }, opening, surroundings)
    results.push(acted.kind === 'done' ? { kind: acted.isRepeated ? 'repeated' : 'opened' } : acted)
  }
  return results
}

/** Null where one of them was there before, or cannot be told. */
async function inOneTrip(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  county: string,
  openings: readonly ManyOpening[],
  surroundings: Surroundings,
): Promise<readonly OpenedOfMany[] | null> {
  const { vault } = surroundings
  const known = await db
    .selectFrom('actions')
    .select('request_key')
    .where('county', '=', county)
    .where(
      'request_key',
      'in',
      openings.map(({ requestKey }) => requestKey),
    )
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return null
  const results: OpenedOfMany[] = []
  const appendings: Appending[] = []
  for (const { case: id, requestKey, opening } of openings) {
    if (!isStorable([opening, requestKey])) return null
    const opened: NewCase = { county, id, unit: opening.unit, owner: opening.owner }
    const decided = decideOpening(programme, procedure, opened, opening.action, surroundings, {})
    if (decided.kind === 'refused') {
      results.push(decided)
      continue
    }
    const { effects } = decided.payload
    if (effects.some(({ kind }) => kind === 'paper' || kind === 'link')) return null
    const digest = vault.blindIndex(county, canonicalJson([id, opening]))
    const seal = { request_key: requestKey, request_digest: digest }
    const { entry, after, newKey } = sealedBy(vault, procedure, decided, null, seal)
    const listing = listingChange(vault, programme, procedure, null, decided.after)
    appendings.push({ entry, after, newKey, listing })
    results.push({ kind: 'opened' })
  }
  const stored = await appendMany(db, programme, procedure, appendings)
  return stored === appendings.length ? results : null
}
