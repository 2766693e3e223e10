import type { MiddlewareHandler } from 'hono'
import { answerProblem } from '../problem.ts'
import { heldBy } from './cookies.ts'
import type { HeldPost, Officer } from './officer.ts'
import { isCsrfToken, type LiveSession, type SessionKeeper } from './session-keeper.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-issues.ts'
import { isFromOwnPage } from './whence.ts'

/** What a request carries once its officer is known. */
export interface SignedInEnv {
  Variables: {
    officer: Officer
    /** Null where another system's token was given. */
    session: LiveSession | null
    requestId: string
  }
}

/** What finding out who asks works with. */
export interface Gatekeeping {
  readonly context: SignInContext
  readonly sessions: SessionKeeper
  readonly posts: (county: string, officer: string) => Promise<readonly HeldPost[]>
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finds out who asks: sets `officer` and `session`, or answers 401. What changes something has to come from our own
 * page with the session's token, or it is answered 403.
 *
 * @param isForNewcomers whether those may pass too who have to change their password first
 */
export function requireOfficer(
  { context, sessions, posts }: Gatekeeping,
  isForNewcomers = false,
): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    const session = await sessions.find(heldBy(c, context.options))
    if (session === null) return answerProblem(c, signInProblem('not-signed-in'))
    if (!safeMethods.has(c.req.method)) {
      const given = c.req.header('x-csrf-token') ?? ''
      if (!isFromOwnPage(c, context.options) || !isCsrfToken(session, given)) {
        return answerProblem(c, signInProblem('csrf-refused'))
      }
    }
    if (sessions.mustChangePassword(session) && !isForNewcomers) {
      return answerProblem(c, signInProblem('password-must-change'))
    }
    const { county, officer: id, name, username } = session
    c.set('session', session)
    c.set('officer', { county, id, name, username, posts: await posts(county, id), scopes: null })
    await next()
  }
}
