import type { Context } from 'hono'
import type { Library } from '../library.ts'
import type { Services } from '../services.ts'
import type { SignedInEnv, SignIn } from '../sign-in/index.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import type { CountyState } from '../surroundings/read-county.ts'

/** What the API answers from. */
export interface ApiContext {
  readonly services: Services
  readonly signIn: SignIn
  readonly counties: CountyKeeper
  /** Gazettes that were read: clauses link to their lines. */
  readonly library: Library
  /** From where a request comes. */
  readonly addressOf: (c: Context) => string
}

/** What a request carries once its officer and county are known. */
export interface ApiEnv {
  Variables: SignedInEnv['Variables'] & { readonly state: CountyState }
}
