import type { Case, DocumentNumber, IsoInstant, Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { canonicalJson } from '../log/digest.ts'
import { foldEntries } from '../log/entry.ts'
import { entriesOf } from '../log/read.ts'
import { clearCase } from '../vault/case-key.ts'
import { maskedCase } from '../vault/masked-case.ts'
import type { Vault, WrappedKey } from '../vault/vault.ts'

/** A paper's version: the authorities' own, or the one for the public. */
export type PaperVersion = 'own' | 'public'

/** A case as it was when an action produced a paper, and what the action gave it. */
export interface PaperMoment {
  /** Clear for the authorities' own version, masked otherwise. */
  readonly case: Case
  readonly at: IsoInstant
  readonly reason: string | null
  readonly number: DocumentNumber | null
}

/** How personal texts are read: clear by the vault, or masked. */
export interface PaperReading {
  readonly vault: Vault
  readonly isClear: boolean
}

/** The case at the action of that number that produced a paper; null where none did. */
export async function findPaperMoment(
  db: Database,
  { vault, isClear }: PaperReading,
  procedure: Procedure,
  produced: {
    readonly county: string
    readonly case: string
    readonly sequence: number
    readonly paper: string
  },
): Promise<PaperMoment | null> {
  const { county, case: id, sequence, paper } = produced
  const entries = await entriesOf(db, county, id, { version: sequence })
  const entry = entries.at(-1)
  const effect = entry?.payload.effects.find((each) => each.kind === 'paper' && each.paper === paper)
  const then = foldEntries(procedure, entries)
  if (entry?.sequence !== sequence || effect?.kind !== 'paper' || then === null) return null
  const key = isClear ? await findKey(db, county, id) : null
  const { event } = entry.payload
  return {
    case: isClear ? clearCase(vault, then, key) : maskedCase(procedure, then),
    at: event.at,
    reason: event.reason,
    number: effect.number ?? null,
  }
}

/** Records of a procedure as they were at a moment, those whose fields equal what is wanted, in the order of their ids. */
export async function recordsAt(
  db: Database,
  { vault, isClear }: PaperReading,
  procedure: Procedure,
  wanted: {
    readonly county: string
    readonly programme: Programme
    readonly at: IsoInstant
    readonly where: Readonly<Record<string, unknown>>
  },
): Promise<readonly Case[]> {
  const { county, programme, at, where } = wanted
  const rows = await db
    .selectFrom('cases')
    .select(['id', sql<Case>`body`.as('body'), sql<boolean>`latest > ${at}::timestamptz`.as('isLater')])
    .where('county', '=', county)
    .where('programme', '=', programme.id)
    .where('procedure', '=', procedure.id)
    .where('opened', '<=', at)
    .orderBy('id')
    .execute()
  const found: Case[] = []
  for (const { id, body, isLater } of rows) {
    const then = isLater ? foldEntries(procedure, await entriesOf(db, county, id, { at })) : body
    if (then === null || !isWanted(then, where)) continue
    // What was struck off by then is no record any more.
    if (procedure.states[then.state]?.final === 'withdrawn') continue
    found.push(isClear ? clearCase(vault, then, await findKey(db, county, id)) : maskedCase(procedure, then))
  }
  return found
}

/**
 * Keeps what a paper says when it is first written out, and tells whether it still says the same. The digest is taken
 * under a key of the vault.
 */
export async function isPaperUnchanged(
  db: Database,
  vault: Vault,
  produced: {
    readonly county: string
    readonly case: string
    readonly sequence: number
    readonly paper: string
  },
  version: PaperVersion,
  content: unknown,
  now: IsoInstant,
): Promise<boolean> {
  const { county, case: subject, sequence, paper } = produced
  const digest = vault.blindIndex(county, canonicalJson(content))
  await db
    .insertInto('paper_digests')
    .values({ county, subject, sequence, paper, version, digest, first: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const kept = await db
    .selectFrom('paper_digests')
    .select('digest')
    .where('county', '=', county)
    .where('subject', '=', subject)
    .where('sequence', '=', sequence)
    .where('paper', '=', paper)
    .where('version', '=', version)
    .executeTakeFirst()
  return kept?.digest === digest
}

function isWanted({ data }: Case, where: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(where).every(([field, value]) => canonicalJson(data[field]) === canonicalJson(value))
}

async function findKey(db: Database, county: string, subject: string): Promise<WrappedKey | null> {
  const row = await db
    .selectFrom('case_keys')
    .select(['master', 'wrapped'])
    .where('county', '=', county)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row ?? null
}
