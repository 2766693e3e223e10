/** A role that the signed-in person holds in a unit. */
export interface PostView {
  readonly programme: string
  readonly programmeTitle: string
  readonly role: string
  readonly roleTitle: string
  readonly unit: string
  readonly unitName: string
  readonly from: string | null
  readonly until: string | null
  /** Name of who delegated it; null for one held in one's own right. */
  readonly delegatedBy: string | null
}

/** `GET /api/v1/session`: who is signed in. */
export interface SessionView {
  readonly officer: { readonly id: string; readonly name: string; readonly username: string }
  readonly county: { readonly slug: string; readonly name: string; readonly isDemo: boolean }
  readonly posts: readonly PostView[]
  /** Sent back as `X-CSRF-Token` with everything that changes something. */
  readonly csrfToken: string
  readonly mustChangePassword: boolean
}

/** `POST /api/v1/session`: signs in; answers a `SessionView`. */
export interface SignInRequest {
  /** Slug; the first county that the server serves where it is left out. */
  readonly county?: string
  readonly username: string
  readonly password: string
}

/** `POST /api/v1/session/password`: another password; ends all other sessions and answers a `SessionView`. */
export interface PasswordChangeRequest {
  readonly current: string
  readonly next: string
}

/** `GET /api/v1/sessions`: where one is signed in. `DELETE …/{id}` ends one, `DELETE /api/v1/sessions` all of them. */
export interface OwnSession {
  readonly id: string
  readonly isThis: boolean
  readonly opened: string
  readonly latest: string
  readonly ends: string
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly address: string
}

/** What another system may do with a token. */
export interface TokenScope {
  readonly programme: string
  /** Null for every procedure of the programme. */
  readonly procedure: string | null
  readonly may: 'read' | 'act'
}

/** `POST /api/v1/tokens`: a token for another system, which acts in one's name within its scopes. */
export interface NewTokenRequest {
  /** What it is for: 省监测平台接口 */
  readonly label: string
  readonly scopes: readonly TokenScope[]
  /** After how many days it ends. */
  readonly days: number
}

/** `GET /api/v1/tokens`: one's own tokens. `DELETE …/{id}` ends one. */
export interface OwnToken {
  readonly id: string
  readonly label: string
  readonly scopes: readonly TokenScope[]
  readonly created: string
  readonly ends: string
}

/** The answer to `POST /api/v1/tokens`: the only time that the token is shown. */
export interface NewToken extends OwnToken {
  /** Given as `Authorization: Bearer …`. */
  readonly token: string
}
