import { type Changes, removeExpired } from '@luoshi/store'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'
import { Attempts } from './attempts.ts'
import { later } from './moments.ts'
import { signInPages } from './page-routes.ts'
import { PasswordChange } from './password-change.ts'
import { PasswordCheck } from './password-check.ts'
import { cachedPosts } from './posts.ts'
import { type InPersonEnv, requireOfficer, type SignedInEnv } from './require-officer.ts'
import { type OfficerPageEnv, requirePageOfficer } from './require-page-officer.ts'
import { sessionRoutes } from './routes.ts'
import { SessionKeeper } from './session-keeper.ts'
import { SettingsKeeper } from './settings.ts'
import { SignInDesk } from './sign-in.ts'
import type { SignInContext, SignInOptions } from './sign-in-context.ts'
import { TokenKeeper } from './token-keeper.ts'

export { actorFor, type HeldPost, type Officer } from './officer.ts'
export { postsOf } from './posts.ts'
export type { SignedInEnv } from './require-officer.ts'
export type { OfficerPageEnv } from './require-page-officer.ts'
export type { SignInOptions } from './sign-in-context.ts'

/** Signing in, put together once when the server starts. */
export interface SignIn {
  /** Answers `/api/v1/session`, `/api/v1/sessions` and `/api/v1/tokens`. */
  readonly routes: Hono<InPersonEnv>
  /** Answers `/sign-in` and all below it. */
  readonly pages: Hono
  /** Sets `c.get('officer')`, or answers 401: stands before everything that is not public. */
  readonly requireOfficer: MiddlewareHandler<SignedInEnv>
  /** The same for pages with forms: leads to signing in. */
  readonly requirePageOfficer: MiddlewareHandler<OfficerPageEnv>
  /** Removes sessions and tokens that nobody can use any more. */
  removeExpired(): Promise<void>
}

/** Puts signing in together. */
export function createSignIn(services: Services, changes: Changes, options: SignInOptions): SignIn {
  const settings = new SettingsKeeper(services.db, changes, options.counties)
  const context: SignInContext = { services, changes, options, settings }
  const [sessions, tokens, attempts] = [new SessionKeeper(context), new TokenKeeper(context), new Attempts()]
  const passwords = new PasswordCheck(context)
  const parts = {
    context,
    sessions,
    tokens,
    attempts,
    posts: cachedPosts(services.db, changes),
    desk: new SignInDesk(context, passwords, sessions, attempts),
    passwordChange: new PasswordChange(context, passwords, sessions),
  }
  return {
    routes: sessionRoutes(parts),
    pages: signInPages(parts),
    requireOfficer: requireOfficer(parts),
    requirePageOfficer: requirePageOfficer(parts),
    async removeExpired() {
      const now = services.clock()
      const all = await settings.all(now)
      // What one county still lets stand is not removed because another is stricter.
      const longest = (name: 'idleMinutes' | 'lockMinutes') => Math.max(...all.map((one) => one[name]))
      const [idleMinutes, lockMinutes] = [longest('idleMinutes'), longest('lockMinutes')]
      const before = { now, idleSince: later(now, -idleMinutes), failedSince: later(now, -lockMinutes) }
      // They open nothing even while they lie there: another time will do.
      await removeExpired(services.db, before).catch((error: unknown) =>
        services.log.warn({ err: error }, 'expired sessions were not removed'),
      )
    },
  }
}
