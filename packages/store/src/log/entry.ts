import {
  type Case,
  type CaseEvent,
  type Cite,
  caseAfter,
  caseOpenedBy,
  type Effect,
  type Procedure,
  type Verdict,
} from '@luoshi/kernel'
import type { ActionKind } from '../database/tables.ts'
import { digestOf } from './digest.ts'

/** What the log keeps of one action: what happened, why it could, and what followed. */
export interface Payload {
  readonly event: CaseEvent
  readonly effects: readonly Effect[]
  readonly verdicts: readonly Verdict[]
  /** Whose the case is and what it runs under; only with its opening. */
  readonly opened?: {
    readonly unit: string
    readonly owner: string | null
    readonly programme: string
    readonly procedure: string
    readonly version: number
  }
}

/** One line of the log. */
export interface Entry {
  readonly county: string
  /** Id of the case. */
  readonly subject: string
  /** From 1, without a gap. */
  readonly sequence: number
  readonly kind: ActionKind
  readonly actor: string
  readonly cite: Cite | null
  readonly payload: Payload
  /** Digest of the entry before it; null for the first. */
  readonly previous: string | null
  readonly request_key: string | null
  readonly request_digest: string | null
  readonly digest: string
}

/** An entry with its digest, which covers everything in it and so all before it. */
export function sealed(entry: Omit<Entry, 'digest'>): Entry {
  return { ...entry, digest: digestOf(entry) }
}

/** The digest that an entry should have. */
export function expectedDigest({ digest: _digest, ...entry }: Entry): string {
  return digestOf(entry)
}

/** The case after one more entry. Null where the first entry is no opening. */
export function afterEntry(procedure: Procedure, before: Case | null, entry: Entry): Case | null {
  const { county, subject, kind, payload } = entry
  if (before === null) {
    const { opened } = payload
    if (opened === undefined) return null
    const { unit, owner } = opened
    return caseOpenedBy(procedure, { id: subject, county, unit, owner }, payload.event)
  }
  return kind === 'correction'
    ? corrected(before, payload.event)
    : caseAfter(procedure, before, payload.event)
}

/** The case with some of its data put right. Where it stands does not change. */
export function corrected(before: Case, event: CaseEvent): Case {
  return {
    ...before,
    data: { ...before.data, ...event.input },
    latest: event.at,
    events: before.events + 1,
  }
}

/** A case from its log, in order. */
export function foldEntries(procedure: Procedure, entries: readonly Entry[]): Case | null {
  return entries.reduce<Case | null>((before, entry) => afterEntry(procedure, before, entry), null)
}
