import {
  type Actor,
  allowed,
  type Context,
  caseSchemaOf,
  citeOf,
  dateOf,
  findProcedure,
  type Issue,
  issueOf,
  type Programme,
  personalFieldsOf,
} from '@luoshi/kernel'
import type { Database } from './database/tables.ts'
import { digestOf } from './log/digest.ts'
import { findSealedCase } from './log/read.ts'
import { type StoreIssue, storeIssue } from './log/store-issue.ts'
import { clearCase } from './vault/case-key.ts'
import type { Vault } from './vault/vault.ts'

/** Whose personal data someone wants to see as they are, and why. */
export interface Reveal {
  readonly county: string
  /** Ids of cases. */
  readonly cases: readonly string[]
  /** Top names of personal fields; all of them where nothing is said. */
  readonly fields?: readonly string[]
  readonly by: Actor
  readonly reason: string
}

/** The personal fields of each case, clear, in the order asked. Or why none of them is shown. */
export type Revealed =
  | {
      readonly kind: 'revealed'
      readonly cases: readonly { readonly id: string; readonly data: Readonly<Record<string, unknown>> }[]
    }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }
  | { readonly kind: 'not-stored'; readonly issue: StoreIssue }

/** A line of what is kept of each reading. */
export interface Reading {
  readonly county: string
  /** Id of the case. */
  readonly subject: string
  /** From 1, without a gap. */
  readonly sequence: number
  readonly reader: string
  readonly at: string
  readonly fields: readonly string[]
  readonly reason: string
  readonly previous: string | null
}

/**
 * Shows personal data of cases as they are to someone who may read the cases. Who saw what, when and why is kept before
 * anything is shown, in a chain of its own for each case.
 */
export async function reveal(
  db: Database,
  programme: Programme,
  { county, cases, by, reason, ...asked }: Reveal,
  { now, units, vault }: Pick<Context, 'now' | 'units'> & { readonly vault: Vault },
): Promise<Revealed> {
  if (reason.trim() === '') return notShown(storeIssue('reading-without-reason'))
  const shown: { id: string; data: Readonly<Record<string, unknown>> }[] = []
  for (const id of cases) {
    const found = await findSealedCase(db, county, id)
    if (found === null) return notShown(storeIssue('case-unknown', { case: id }))
    const procedure = findProcedure(programme, found.case.procedure)
    if (procedure === undefined || found.programme !== programme.id) {
      const data = { procedure: found.case.procedure, programme: programme.title }
      return notShown(storeIssue('procedure-unknown', data))
    }
    const { read } = procedure.access
    if (!allowed(by, read, found.case, units, dateOf(now))) {
      const roles = [...new Set(read.map(({ role }) => programme.roles[role]?.title ?? role))].join('、')
      const issue = issueOf('not-allowed', ['by'], { action: '查看个人信息', roles }, citeOf(procedure.basis))
      return { kind: 'refused', issues: [issue] }
    }
    const personal = new Set(personalFieldsOf(caseSchemaOf(procedure)).map(({ path: [name] }) => name ?? ''))
    const { data } = clearCase(vault, found.case, found.key)
    const names = (asked.fields ?? [...personal]).filter((name) => personal.has(name) && name in data)
    shown.push({ id, data: Object.fromEntries(names.map((name) => [name, data[name]])) })
  }
  await db.transaction().execute(async (inside) => {
    for (const { id, data } of shown) {
      const reading = { reader: by.id, at: now, fields: Object.keys(data), reason: reason.trim() }
      await keepReading(inside, { county, subject: id, ...reading })
    }
  })
  return { kind: 'revealed', cases: shown }
}

/** Who has seen personal data of a case, in order. */
export async function readingsOf(db: Database, county: string, subject: string): Promise<readonly Reading[]> {
  const rows = await db
    .selectFrom('readings')
    .selectAll()
    .where('county', '=', county)
    .where('subject', '=', subject)
    .orderBy('sequence')
    .execute()
  return rows.map(({ at, digest: _digest, ...row }) => ({ ...row, at: new Date(at).toISOString() }))
}

/** Digest that a reading should have. Its moment counts, not how it is written. */
export function readingDigest({ at, ...reading }: Reading): string {
  return digestOf({ ...reading, at: new Date(at).toISOString() })
}

async function keepReading(db: Database, reading: Omit<Reading, 'sequence' | 'previous'>): Promise<void> {
  const { county, subject } = reading
  // The row of the case orders those who read it at the same moment.
  await db
    .selectFrom('cases')
    .select('id')
    .where('county', '=', county)
    .where('id', '=', subject)
    .forNoKeyUpdate()
    .execute()
  const last = await db
    .selectFrom('readings')
    .select(['sequence', 'digest'])
    .where('county', '=', county)
    .where('subject', '=', subject)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const whole = { ...reading, sequence: (last?.sequence ?? 0) + 1, previous: last?.digest ?? null }
  await db
    .insertInto('readings')
    .values({ ...whole, fields: JSON.stringify(whole.fields), digest: readingDigest(whole) })
    .execute()
}

function notShown(issue: StoreIssue): Revealed {
  return { kind: 'not-stored', issue }
}
