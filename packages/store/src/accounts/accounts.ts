import type { IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { eventAfter, insertEvent, type NewAccountEvent } from './account-log.ts'

/** How an officer signs in. */
export interface Account {
  readonly county: string
  /** Id by which the log knows the person. */
  readonly officer: string
  readonly username: string
  readonly name: string
  /** Hash in the PHC string format; null for who signs in through the county's provider only. */
  readonly password: string | null
  readonly passwordSet: IsoInstant | null
  readonly mustChange: boolean
  /** Since when an administrator lets nobody in; null while the account is open. */
  readonly blocked: IsoInstant | null
  readonly providerSubject: string | null
  readonly created: IsoInstant
}

/** What tells one account from the others. */
export type AccountKey =
  | { readonly county: string; readonly username: string }
  | { readonly county: string; readonly officer: string }
  | { readonly county: string; readonly providerSubject: string }

/** What of an account can be changed. */
export type AccountChange = Partial<
  Pick<Account, 'name' | 'password' | 'passwordSet' | 'mustChange' | 'blocked' | 'providerSubject'>
>

/** An account, or null where there is none. */
export async function findAccount(db: Database, key: AccountKey): Promise<Account | null> {
  const row = await accountQuery(db, key).executeTakeFirst()
  return row === undefined ? null : accountFrom(row)
}

/** All accounts of a county, by username. */
export async function accountsOf(db: Database, county: string): Promise<readonly Account[]> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll()
    .where('county', '=', county)
    .orderBy('username')
    .execute()
  return rows.map(accountFrom)
}

/** Makes an account. False where its officer or username has one already. */
export async function createAccount(
  db: Database,
  account: Omit<Account, 'created'>,
  by: Omit<NewAccountEvent, 'kind' | 'data'>,
): Promise<boolean> {
  const { county, officer, username, name } = account
  const data = { username, name }
  const event = eventAfter({ county, officer, events: 0, head: '' }, { ...by, kind: 'created', data })
  return db.transaction().execute(async (transaction) => {
    const made = await transaction
      .insertInto('accounts')
      .values({ county, officer, username, created: by.at, events: 1, head: event.digest, ...rowOf(account) })
      .onConflict((conflict) => conflict.doNothing())
      .returning('officer')
      .executeTakeFirst()
    if (made === undefined) return false
    await insertEvent(transaction, event)
    return true
  })
}

/**
 * Changes an account and writes down what was done, together or not at all.
 *
 * @param decide what to change, judged by the account as it stands while nobody else can change it; null for nothing
 * @returns the account after it; null where there is none or nothing was to be changed
 */
export async function changeAccount(
  db: Database,
  key: AccountKey,
  decide: (before: Account) => { readonly change: AccountChange; readonly event: NewAccountEvent } | null,
  alongside: (transaction: Database, before: Account) => Promise<void> = async () => undefined,
): Promise<Account | null> {
  const work = async (transaction: Database) => {
    const row = await accountQuery(transaction, key).forUpdate().executeTakeFirst()
    if (row === undefined) return null
    const before = accountFrom(row)
    const decided = decide(before)
    if (decided === null) return null
    const event = eventAfter(row, decided.event)
    await insertEvent(transaction, event)
    await transaction
      .updateTable('accounts')
      .set({ ...rowOf(decided.change), events: event.sequence, head: event.digest })
      .where('county', '=', row.county)
      .where('officer', '=', row.officer)
      .execute()
    await alongside(transaction, before)
    return { ...before, ...decided.change }
  }
  return db.isTransaction ? work(db) : db.transaction().execute(work)
}

/**
 * Keeps a password that was in use, so that it does not come again soon; of the older ones so many. The account's row has
 * to be locked.
 */
export async function keepFormerPassword(
  db: Database,
  { county, officer, password }: Account,
  most: number,
): Promise<void> {
  if (password === null) return
  await sql`
    insert into former_passwords (county, officer, sequence, password)
    select ${county}::text, ${officer}::text, coalesce(max(sequence), 0) + 1, ${password}::text
    from former_passwords where county = ${county} and officer = ${officer}`.execute(db)
  await sql`
    delete from former_passwords where county = ${county} and officer = ${officer} and sequence <= (
      select max(sequence) from former_passwords where county = ${county} and officer = ${officer}) - ${most}::integer
  `.execute(db)
}

/** Hashes of the passwords that an officer had before, the latest first. */
export async function formerPasswordsOf(
  db: Database,
  county: string,
  officer: string,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('former_passwords')
    .select('password')
    .where('county', '=', county)
    .where('officer', '=', officer)
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map(({ password }) => password)
}

function accountQuery(db: Database, key: AccountKey) {
  const query = db.selectFrom('accounts').selectAll().where('county', '=', key.county)
  if ('username' in key) return query.where('username', '=', key.username)
  if ('officer' in key) return query.where('officer', '=', key.officer)
  return query.where('provider_subject', '=', key.providerSubject)
}

type AccountRow = NonNullable<Awaited<ReturnType<ReturnType<typeof accountQuery>['executeTakeFirst']>>>

function accountFrom(row: AccountRow): Account {
  const { county, officer, username, name, password } = row
  return {
    county,
    officer,
    username,
    name,
    password,
    passwordSet: row.password_set?.toISOString() ?? null,
    mustChange: row.must_change,
    blocked: row.blocked?.toISOString() ?? null,
    providerSubject: row.provider_subject,
    created: row.created.toISOString(),
  }
}

function rowOf<Change extends AccountChange>(change: Change) {
  const { name, password, passwordSet, mustChange, blocked, providerSubject } = change as Required<Change>
  return {
    name,
    password,
    password_set: passwordSet,
    must_change: mustChange,
    blocked,
    provider_subject: providerSubject,
  }
}
