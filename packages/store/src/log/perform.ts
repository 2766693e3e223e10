import {
  type Case,
  type CaseEvent,
  type Cite,
  type Effect,
  type Facts,
  findProcedure,
  type IsoInstant,
  type Issue,
  type Lookup,
  type Procedure,
  type Programme,
  type Verdict,
} from '@luoshi/kernel'
import { databaseIssue } from '../database/database-issue.ts'
import type { ActionKind, Database } from '../database/tables.ts'
import { withFiles } from '../files/with-files.ts'
import { findLinkToNothing } from '../links/case-links.ts'
import { listingChange } from '../listing/projection.ts'
import { withDocumentNumbers } from '../papers/document-numbers.ts'
import {
  type CaseKey,
  caseKeyOf,
  clearCase,
  needsKey,
  redactedVerdicts,
  sealedData,
} from '../vault/case-key.ts'
import { maskedCase, maskedData } from '../vault/masked-case.ts'
import type { Vault, WrappedKey } from '../vault/vault.ts'
import { append, isLate, isRecordKeyTaken } from './append.ts'
import { canonicalJson, isStorable } from './digest.ts'
import { afterEntry, type Entry, foldEntries, type Payload, sealed } from './entry.ts'
import { holdRegisters, type LookupSubject, lookUp } from './lookups.ts'
import {
  entriesOf,
  findByRequestKey,
  findCase,
  findSealedCase,
  type SealedCase,
  type StoredCase,
} from './read.ts'
import { recordExists } from './record-key.ts'
import { type StoreIssue, storeIssue } from './store-issue.ts'
import { NotAppended } from './together.ts'

/** Which case, and how to tell a repeated request. */
export interface Request {
  readonly county: string
  /** Id of the case. */
  readonly case: string
  /** The version that the actor saw; null to act on the case as it stands. */
  readonly expectedVersion: number | null
  /** A request sent again with its key gets the first answer, and nothing is done twice; null for one sent once. */
  readonly requestKey: string | null
  /** Whether the case's id was made for this request: then it is not looked for before it is stored. */
  readonly isNew?: boolean
}

/** What became of a request. Unless it is done, nothing was stored. */
export type Acted = Done | Refused | NotStored

/** Done and on disk. */
export interface Done {
  readonly kind: 'done'
  readonly case: Case
  readonly version: number
  readonly event: CaseEvent
  readonly effects: readonly Effect[]
  readonly verdicts: readonly Verdict[]
  /** Whether this is the first answer to a request that was sent again. */
  readonly isRepeated: boolean
}

/** Refused by the kernel, with every reason. */
export interface Refused {
  readonly kind: 'refused'
  readonly issues: readonly Issue[]
  readonly verdicts: readonly Verdict[]
}

/** Not stored, for a reason that the kernel knows nothing of. */
export interface NotStored {
  readonly kind: 'not-stored'
  readonly issue: StoreIssue
}

/** What is to be appended, and the case after it, all as the kernel has it: personal texts clear. */
export interface Decided {
  readonly kind: ActionKind
  readonly cite: Cite | null
  readonly payload: Payload
  readonly after: Case
}

/** What a request comes to on a case: the data that its rules look up, and the decision over what is found. */
export interface Prepared {
  readonly procedure: Procedure
  readonly lookups: Readonly<Record<string, Lookup>>
  readonly subject: LookupSubject
  decide(facts: Facts): Decided | Refused
}

/** What every request is carried out with. */
export interface Means {
  readonly db: Database
  readonly vault: Vault
  readonly programme: Programme
  /** When: lists are asked as they stand then. */
  readonly now: IsoInstant
}

/** Attempts at a request that names no version, while others act on the same case. */
const ATTEMPTS = 100

/**
 * Carries a request out once: reads the case, lets it be decided, appends; and again where another came first. Says so
 * where the database has no room or is away.
 */
export async function perform(
  means: Means,
  request: Request,
  asked: unknown,
  prepare: (before: StoredCase | null) => Prepared | Refused | NotStored,
): Promise<Acted> {
  try {
    return await attempt(means, request, asked, prepare)
  } catch (error) {
    const issue = databaseIssue(error)
    if (issue !== null) return notStored(issue)
    throw error
  }
}

async function attempt(
  means: Means,
  request: Request,
  asked: unknown,
  prepare: (before: StoredCase | null) => Prepared | Refused | NotStored,
): Promise<Acted> {
  const { db, vault } = means
  const { county, requestKey, expectedVersion } = request
  if (!isStorable([asked, requestKey])) return notStored(storeIssue('text-unstorable'))
  const requestDigest =
    requestKey === null ? null : vault.blindIndex(county, canonicalJson([request.case, asked]))
  let found = 0
  for (let turn = 0; turn < ATTEMPTS; turn++) {
    const isUnseen = turn === 0 && request.isNew === true
    const [earlier, before] = await Promise.all([
      requestKey === null ? null : findByRequestKey(db, county, requestKey),
      isUnseen ? null : findSealedCase(db, county, request.case),
    ])
    if (earlier !== null) return firstAnswer(means, earlier, requestDigest)
    found = before?.version ?? 0
    if (expectedVersion !== null && before !== null && found !== expectedVersion) break
    const clear = before && clearCase(vault, before.case, before.key)
    const prepared = prepare(before && clear && { ...before, case: clear })
    if (!('decide' in prepared)) return prepared
    const seal = { request_key: requestKey, request_digest: requestDigest }
    const done = await decideAndAppend(means, prepared, before && clear && { ...before, clear }, seal)
    if (done !== null) return done
  }
  return notStored(
    storeIssue('case-changed', { case: request.case, expected: expectedVersion ?? found, found }),
  )
}

/** Answers that nothing was stored. */
export function notStored(issue: StoreIssue): NotStored {
  return { kind: 'not-stored', issue }
}

/** A case before an action, as it lies in the database and clear. */
interface Before extends SealedCase {
  readonly clear: Case
}

/** Null where another action came first. */
async function decideAndAppend(
  means: Means,
  prepared: Prepared,
  before: Before | null,
  seal: Pick<Entry, 'request_key' | 'request_digest'>,
): Promise<Done | Refused | NotStored | null> {
  const { db, vault, programme } = means
  const { procedure, lookups, subject } = prepared
  const asked: { after?: Case } = {}
  const decideIn = async (inside: Database) => {
    const found = prepared.decide(await lookUp({ ...means, db: inside }, lookups, subject))
    if (found.kind === 'refused') return found
    asked.after = found.after
    const broken = await findLinkToNothing(inside, subject.county, programme.id, found.payload.effects)
    if (broken !== null) return notStored(broken)
    const sequence = (before?.version ?? 0) + 1
    return withFiles(inside, procedure, found, (bound) =>
      withDocumentNumbers(bound, programme, found, sequence, async (numbering, decided) => {
        const { entry, after, newKey } = sealedBy(vault, procedure, decided, before, seal)
        const listing = listingChange(vault, programme, procedure, before?.clear ?? null, decided.after)
        const isStored = await append(numbering, programme, procedure, { entry, after, newKey, listing })
        return isStored ? doneBy(procedure, entry, after, false) : null
      }),
    )
  }
  try {
    if (Object.keys(lookups).length === 0) return await decideIn(db)
    const holding = async (inside: Database) => {
      await holdRegisters(inside, programme, subject.county, lookups)
      return decideIn(inside)
    }
    // Where whoever calls has a transaction of their own, all of it is stored or nothing.
    return await (db.isTransaction ? holding(db) : db.transaction().execute(holding))
  } catch (error) {
    if (isLate(error) || error instanceof NotAppended) return null
    if (isRecordKeyTaken(error) && asked.after !== undefined) {
      return notStored(await recordExists(db, programme, procedure, asked.after))
    }
    throw error
  }
}

/** What was decided as it is stored: chained to what was before, personal texts sealed. */
export function sealedBy(
  vault: Vault,
  procedure: Procedure,
  decided: Decided,
  before: SealedCase | null,
  seal: Pick<Entry, 'request_key' | 'request_digest'>,
): { entry: Entry; after: Case; newKey: WrappedKey | null } {
  const { kind, cite, after } = decided
  const { county, id } = after
  const key = needsKey(procedure) ? caseKeyOf(vault, county, id, before?.key ?? null) : null
  const payload = key === null ? decided.payload : sealedPayload(procedure, key, decided)
  const entry = sealed({
    county,
    subject: id,
    sequence: (before?.version ?? 0) + 1,
    kind,
    actor: payload.event.by,
    cite,
    payload,
    previous: before?.head ?? null,
    ...seal,
  })
  if (key === null) return { entry, after, newKey: null }
  const stored = afterEntry(procedure, before?.case ?? null, entry)
  if (stored === null) throw new Error('a case begins with its opening')
  return { entry, after: stored, newKey: key.unstored }
}

function sealedPayload(procedure: Procedure, key: CaseKey, { payload, after }: Decided): Payload {
  const { event, verdicts } = payload
  const input = sealedData(procedure, key, event.input)
  const names = sealedData(procedure, key, after.data)
  return {
    ...payload,
    event: { ...event, input },
    verdicts: redactedVerdicts(verdicts, names, after.data),
  }
}

/** What was done as it is told: personal texts masked. */
function doneBy(procedure: Procedure, { sequence, payload }: Entry, after: Case, isRepeated: boolean): Done {
  const { event, effects, verdicts } = payload
  return {
    kind: 'done',
    case: maskedCase(procedure, after),
    version: sequence,
    event: { ...event, input: maskedData(procedure, event.input) },
    effects,
    verdicts,
    isRepeated,
  }
}

async function firstAnswer(
  { db, programme }: Means,
  earlier: Entry,
  requestDigest: string | null,
): Promise<Acted> {
  const { county, subject, sequence, request_key } = earlier
  if (earlier.request_digest !== requestDigest) {
    return notStored(storeIssue('key-reused', { key: request_key ?? '' }))
  }
  const current = await findCase(db, county, subject)
  const id = current?.case.procedure ?? ''
  const procedure = findProcedure(programme, id)
  if (procedure !== undefined && current?.version === sequence) {
    return doneBy(procedure, earlier, current.case, true)
  }
  const after =
    procedure && foldEntries(procedure, await entriesOf(db, county, subject, { version: sequence }))
  if (!after) return notStored(storeIssue('procedure-unknown', { procedure: id, programme: programme.title }))
  return doneBy(procedure, earlier, after, true)
}
