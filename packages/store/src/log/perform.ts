import {
  type Case,
  type CaseEvent,
  type Cite,
  type Effect,
  type Facts,
  findProcedure,
  type Issue,
  type Lookup,
  type Procedure,
  type Programme,
  type Verdict,
} from '@luoshi/kernel'
import type { ActionKind, Database } from '../database/tables.ts'
import { append, isLate, isRecordKeyTaken } from './append.ts'
import { digestOf, isStorable } from './digest.ts'
import { type Entry, foldEntries, type Payload, sealed } from './entry.ts'
import { holdRegisters, lookUp } from './lookups.ts'
import { entriesOf, findByRequestKey, findCase, type StoredCase } from './read.ts'
import { recordExists } from './record-key.ts'
import { type StoreIssue, storeIssue } from './store-issue.ts'

/** Which case, and how to tell a repeated request. */
export interface Request {
  readonly county: string
  /** Id of the case. */
  readonly case: string
  /** The version that the actor saw; null to act on the case as it stands. */
  readonly expectedVersion: number | null
  /** A request sent again with its key gets the first answer, and nothing is done twice; null for one sent once. */
  readonly requestKey: string | null
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

/** What is to be appended, and the case after it. */
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
  readonly subject: Pick<Case, 'county' | 'id' | 'data'>
  decide(facts: Facts): Decided | Refused
}

/** Attempts at a request that names no version, while others act on the same case. */
const ATTEMPTS = 100

/** Carries a request out once: reads the case, lets it be decided, appends; and again where another came first. */
export async function perform(
  db: Database,
  programme: Programme,
  request: Request,
  asked: unknown,
  prepare: (before: StoredCase | null) => Prepared | Refused | NotStored,
): Promise<Acted> {
  const { county, requestKey, expectedVersion } = request
  if (!isStorable([asked, requestKey])) return notStored(storeIssue('text-unstorable'))
  const requestDigest = requestKey === null ? null : digestOf([request.case, asked])
  let found = 0
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const earlier = requestKey === null ? null : await findByRequestKey(db, county, requestKey)
    if (earlier !== null) return firstAnswer(db, programme, earlier, requestDigest)
    const before = await findCase(db, county, request.case)
    found = before?.version ?? 0
    if (expectedVersion !== null && before !== null && found !== expectedVersion) break
    const prepared = prepare(before)
    if (!('decide' in prepared)) return prepared
    const seal = { request_key: requestKey, request_digest: requestDigest }
    const done = await decideAndAppend(db, programme, prepared, before, seal)
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

/** Null where another action came first. */
async function decideAndAppend(
  db: Database,
  programme: Programme,
  prepared: Prepared,
  before: StoredCase | null,
  seal: Pick<Entry, 'request_key' | 'request_digest'>,
): Promise<Done | Refused | NotStored | null> {
  const { procedure, lookups, subject } = prepared
  const asked: { after?: Case } = {}
  const decideIn = async (inside: Database) => {
    const decided = prepared.decide(await lookUp(inside, programme, lookups, subject))
    if (decided.kind === 'refused') return decided
    asked.after = decided.after
    const entry = sealedBy(decided, before, seal)
    const isStored = await append(inside, programme, procedure, entry, decided.after)
    return isStored ? doneBy(entry, decided.after, false) : null
  }
  try {
    if (Object.keys(lookups).length === 0) return await decideIn(db)
    return await db.transaction().execute(async (inside) => {
      await holdRegisters(inside, programme, subject.county, lookups)
      return decideIn(inside)
    })
  } catch (error) {
    if (isLate(error)) return null
    if (isRecordKeyTaken(error) && asked.after !== undefined) {
      return notStored(await recordExists(db, programme, procedure, asked.after))
    }
    throw error
  }
}

function sealedBy(
  { kind, cite, payload, after }: Decided,
  before: StoredCase | null,
  seal: Pick<Entry, 'request_key' | 'request_digest'>,
): Entry {
  return sealed({
    county: after.county,
    subject: after.id,
    sequence: (before?.version ?? 0) + 1,
    kind,
    actor: payload.event.by,
    cite,
    payload,
    previous: before?.head ?? null,
    ...seal,
  })
}

function doneBy({ sequence, payload }: Entry, after: Case, isRepeated: boolean): Done {
  const { event, effects, verdicts } = payload
  return { kind: 'done', case: after, version: sequence, event, effects, verdicts, isRepeated }
}

async function firstAnswer(
  db: Database,
  programme: Programme,
  earlier: Entry,
  requestDigest: string | null,
): Promise<Acted> {
  const { county, subject, sequence, request_key } = earlier
  if (earlier.request_digest !== requestDigest) {
    return notStored(storeIssue('key-reused', { key: request_key ?? '' }))
  }
  const current = await findCase(db, county, subject)
  if (current?.version === sequence) return doneBy(earlier, current.case, true)
  const id = current?.case.procedure ?? ''
  const procedure = findProcedure(programme, id)
  const after =
    procedure && foldEntries(procedure, await entriesOf(db, county, subject, { version: sequence }))
  if (!after) return notStored(storeIssue('procedure-unknown', { procedure: id, programme: programme.title }))
  return doneBy(earlier, after, true)
}
