import type { Changes } from '@luoshi/store'
import type { Services } from '../services.ts'
import type { SettingsKeeper } from './settings.ts'

/** A county's own identity provider, by OpenID Connect. */
export interface ProviderSettings {
  readonly county: string
  /** Where it is: `https://id.example.gov.cn` */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that tells which account it is, by the value that was written down with the account. */
  readonly claim: string
}

/** What signing in is told when the server starts. */
export interface SignInOptions {
  /** Counties that this server serves, by slug. */
  readonly counties: readonly string[]
  /** Where browsers find the site, as `https://luoshi.example.gov.cn`; null where it is found under what they ask for. */
  readonly publicUrl: string | null
  /** Whether a proxy in front of the server tells from where a request came (`X-Forwarded-For`). */
  readonly trustsProxy: boolean
  /** The identity provider of one of the counties; null where none has one. */
  readonly provider: ProviderSettings | null
  /**
   * How long a refused sign-in takes at least, in milliseconds: so long that what was done meanwhile cannot be told from
   * the time it took.
   */
  readonly refusalTakes: number
}

/** What signing in works with. */
export interface SignInContext {
  readonly services: Services
  readonly options: SignInOptions
  readonly changes: Changes
  readonly settings: SettingsKeeper
}
