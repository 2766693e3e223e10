import type { ColumnType, JSONColumnType } from 'kysely'

/** A moment: written as text, read as pg gives it. */
type Moment = ColumnType<Date, string, string>

/** A moment that may be missing. */
type MomentOrNone = ColumnType<Date | null, string | null, string | null>

interface AccountsTable {
  county: string
  /** Id by which the log knows the person. */
  officer: string
  username: string
  name: string
  /** Hash with its parameters, in the PHC string format; null for who signs in through the county's provider only. */
  password: string | null
  password_set: MomentOrNone
  must_change: boolean
  /** Since when an administrator lets nobody in; null while the account is open. */
  blocked: MomentOrNone
  /** Value of the provider's claim that tells the person; null for none. */
  provider_subject: string | null
  created: Moment
  /** How many events it has, and the digest of the last. */
  events: number
  head: string
}

interface AccountEventsTable {
  county: string
  officer: string
  sequence: number
  kind: string
  actor: string
  at: Moment
  data: JSONColumnType<Readonly<Record<string, unknown>>>
  previous: string | null
  digest: string
}

interface FormerPasswordsTable {
  county: string
  officer: string
  sequence: number
  password: string
}

interface SignInFailuresTable {
  county: string
  /** Digest of the name that was given. */
  username: string
  failures: number
  latest: Moment
}

interface SessionsTable {
  county: string
  digest: string
  id: string
  officer: string
  opened: Moment
  latest: Moment
  ends: Moment
  agent: string
  address: string
}

interface ApiTokensTable {
  county: string
  digest: string
  id: string
  officer: string
  label: string
  scopes: JSONColumnType<readonly TokenScope[]>
  created: Moment
  ends: Moment
}

/** What another system may do with a token. */
export interface TokenScope {
  readonly programme: string
  /** Id of a procedure; null for all of the programme. */
  readonly procedure: string | null
  readonly may: 'read' | 'act'
}

/** The tables of accounts, as the migrations from 010 make them. */
export interface AccountTables {
  accounts: AccountsTable
  account_events: AccountEventsTable
  former_passwords: FormerPasswordsTable
  sign_in_failures: SignInFailuresTable
  sessions: SessionsTable
  api_tokens: ApiTokensTable
}
