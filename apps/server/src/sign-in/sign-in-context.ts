import type { Changes } from '@luoshi/store'
import type { Services } from '../services.ts'

/** What signing in is told when the server starts. */
export interface SignInOptions {
  /** Counties that this server serves, by slug. */
  readonly counties: readonly string[]
  /** Where browsers find the site, as `https://luoshi.example.gov.cn`; null where it is found under what they ask for. */
  readonly publicUrl: string | null
  /** Whether a proxy in front of the server tells from where a request came (`X-Forwarded-For`). */
  readonly trustsProxy: boolean
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
}
