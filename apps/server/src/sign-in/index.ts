import { type Changes, removeExpired } from '@luoshi/store'
import type { Hono, MiddlewareHandler } from 'hono'
import type { Services } from '../services.ts'
import { later } from './moments.ts'
import { cachedPosts } from './posts.ts'
import { requireOfficer, type SignedInEnv } from './require-officer.ts'
import { sessionRoutes } from './routes.ts'
import { SessionKeeper } from './session-keeper.ts'
import { signInSettings } from './settings.ts'
import { PasswordSignIn } from './sign-in.ts'
import type { SignInContext, SignInOptions } from './sign-in-context.ts'

export { actorFor, type HeldPost, type Officer } from './officer.ts'
export { postsOf } from './posts.ts'
export type { SignedInEnv } from './require-officer.ts'
export type { SignInOptions } from './sign-in-context.ts'

/** Signing in, put together once when the server starts. */
export interface SignIn {
  /** Answers `/api/v1/session` and what belongs to it. */
  readonly routes: Hono<SignedInEnv>
  /** Sets `c.get('officer')`, or answers 401: stands before everything that is not public. */
  readonly requireOfficer: MiddlewareHandler<SignedInEnv>
  /** Removes what nobody can use any more. */
  removeExpired(): Promise<void>
}

/** Puts signing in together. */
export function createSignIn(services: Services, changes: Changes, options: SignInOptions): SignIn {
  const context: SignInContext = { services, changes, options }
  const sessions = new SessionKeeper(context)
  const keeping = { context, sessions, posts: cachedPosts(services.db, changes) }
  return {
    routes: sessionRoutes(keeping, new PasswordSignIn(context, sessions)),
    requireOfficer: requireOfficer(keeping),
    async removeExpired() {
      const now = services.clock()
      const { idleMinutes, lockMinutes } = signInSettings(now)
      await removeExpired(services.db, {
        now,
        idleSince: later(now, -idleMinutes),
        failedSince: later(now, -lockMinutes),
      })
    },
  }
}
