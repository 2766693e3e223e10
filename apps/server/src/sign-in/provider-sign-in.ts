import { type Account, findAccount } from '@luoshi/store'
import * as oidc from 'openid-client'
import type { ProviderSettings, SignInContext } from './sign-in-context.ts'

/** What a browser keeps while its officer is at the provider: without it, what comes back is not taken. */
export interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Where one goes afterwards. */
  readonly next: string
}

/** Whose account it is that the provider vouches for; or why nobody's. */
export type VouchedFor =
  | { readonly kind: 'account'; readonly account: Account }
  | { readonly kind: 'no-account' | 'refused' | 'unreachable' }

/** What is asked of the provider. */
const SCOPE = 'openid profile'

/**
 * Signs in through a county's own identity provider by OpenID Connect: authorization code with PKCE, state and nonce. The
 * provider says who someone is by one claim, and an account has to be linked to its value: nobody gets an account by it.
 */
export class ProviderSignIn {
  readonly #context: SignInContext
  readonly #settings: ProviderSettings
  #known: Promise<oidc.Configuration> | null = null

  constructor(context: SignInContext, settings: ProviderSettings) {
    this.#context = context
    this.#settings = settings
  }

  /** Where to send the browser, and what it is to keep; null where the provider cannot be reached. */
  async begin(redirectUri: string, next: string): Promise<{ to: URL; errand: Errand } | null> {
    const provider = await this.#provider()
    if (provider === null) return null
    const verifier = oidc.randomPKCECodeVerifier()
    const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, next }
    const to = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: errand.state,
      nonce: errand.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    return { to, errand }
  }

  /** Whose account it is, by what the provider sent the browser back with. */
  async end(cameBackTo: URL, errand: Errand): Promise<VouchedFor> {
    const provider = await this.#provider()
    if (provider === null) return { kind: 'unreachable' }
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, cameBackTo, {
        pkceCodeVerifier: errand.verifier,
        expectedState: errand.state,
        expectedNonce: errand.nonce,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) return { kind: 'refused' }
      const { county, claim } = this.#settings
      const value =
        claims[claim] ?? (await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub))[claim]
      if (typeof value !== 'string' || value === '') return { kind: 'no-account' }
      const account = await findAccount(this.#context.services.db, { county, providerSubject: value })
      return account === null ? { kind: 'no-account' } : { kind: 'account', account }
    } catch (error) {
      // Its code only: what the provider writes may name someone.
      const code = error instanceof Error && 'code' in error ? error.code : 'unknown'
      this.#context.services.log.warn({ code }, 'identity provider vouched for nobody')
      return { kind: 'refused' }
    }
  }

  /** What the provider says of itself, asked once; asked again where it could not be reached. */
  async #provider(): Promise<oidc.Configuration | null> {
    const { issuer, clientId, clientSecret } = this.#settings
    const url = new URL(issuer)
    const isOnThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
    const execute = isOnThisMachine && url.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    this.#known ??= oidc.discovery(url, clientId, clientSecret, undefined, { execute })
    try {
      return await this.#known
    } catch {
      this.#known = null
      this.#context.services.log.warn('identity provider cannot be reached')
      return null
    }
  }
}
