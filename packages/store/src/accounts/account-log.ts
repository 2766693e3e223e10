import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { digestOf } from '../log/digest.ts'

/** What can happen to an account. None of it holds a secret. */
export type AccountEventKind =
  | 'created'
  | 'signed-in'
  | 'sign-in-failed'
  | 'locked-out'
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'password-changed'
  | 'password-reset'
  | 'hash-renewed'
  | 'blocked'
  | 'unblocked'
  | 'renamed'
  | 'provider-linked'
  | 'token-made'
  | 'token-ended'

/** What is to be written down. */
export interface NewAccountEvent {
  readonly kind: AccountEventKind
  /** Id of who did it: the officer, an administrator, or `command-line`. */
  readonly actor: string
  readonly at: IsoInstant
  readonly data?: Readonly<Record<string, string | number | boolean | null>>
}

/** One line of an account's log. */
export interface AccountEvent {
  readonly county: string
  readonly officer: string
  readonly sequence: number
  readonly kind: string
  readonly actor: string
  /** In UTC, as the digest covers it. */
  readonly at: IsoInstant
  readonly data: Readonly<Record<string, unknown>>
  readonly previous: string | null
  readonly digest: string
}

/** An event after the last of its account, with its digest, which covers it and so all before it. */
export function eventAfter(
  last: { readonly county: string; readonly officer: string; readonly events: number; readonly head: string },
  { kind, actor, at, data = {} }: NewAccountEvent,
): AccountEvent {
  const { county, officer, events, head } = last
  const event = {
    county,
    officer,
    sequence: events + 1,
    kind,
    actor,
    at: new Date(at).toISOString(),
    data,
    previous: events === 0 ? null : head,
  }
  return { ...event, digest: digestOf(event) }
}

/** Stores an event. The account's own row has to be locked and brought to it in the same transaction. */
export async function insertEvent(db: Database, event: AccountEvent): Promise<void> {
  await db
    .insertInto('account_events')
    .values({ ...event, data: JSON.stringify(event.data) })
    .execute()
}

/** The log of an account, in order. */
export async function accountEventsOf(
  db: Database,
  county: string,
  officer: string,
): Promise<readonly AccountEvent[]> {
  const rows = await db
    .selectFrom('account_events')
    .selectAll()
    .where('county', '=', county)
    .where('officer', '=', officer)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** The first thing that is amiss in the accounts' logs of a county, as a sentence; null where nothing is. */
export async function findAccountBreak(db: Database, county: string): Promise<string | null> {
  const accounts = await db
    .selectFrom('accounts')
    .select(['officer', 'username', 'events', 'head'])
    .where('county', '=', county)
    .orderBy('officer')
    .execute()
  for (const { officer, username, events, head } of accounts) {
    let previous: string | null = null
    const logged = await accountEventsOf(db, county, officer)
    for (const [index, { digest, ...event }] of logged.entries()) {
      if (event.sequence !== index + 1) return `账号“${username}”缺第${index + 1}条账号记录。`
      if (event.previous !== previous || digestOf(event) !== digest) {
        return `账号“${username}”第${index + 1}条账号记录的内容与它的摘要不符：记录被改动过。`
      }
      previous = digest
    }
    if (logged.length !== events || previous !== head) {
      return `账号“${username}”应有${events}条账号记录，现有${logged.length}条，或者末条不符。`
    }
  }
  return null
}
