import type { Context, MiddlewareHandler } from 'hono'
import { answerProblem, type Problem } from '../problem.ts'
import type { Attempts } from './attempts.ts'
import { heldBy } from './cookies.ts'
import type { HeldPost, Officer } from './officer.ts'
import { isCsrfToken, type LiveSession, type SessionKeeper } from './session-keeper.ts'
import type { SignInContext } from './sign-in-context.ts'
import { signInProblem } from './sign-in-problems.ts'
import type { TokenKeeper } from './token-keeper.ts'
import { isWithinScopes } from './token-scopes.ts'
import { isFromOwnPage, whenceOf } from './whence.ts'

/** What a request carries once its officer is known. */
export interface SignedInEnv {
  Variables: {
    officer: Officer
    requestId: string
  }
}

/** The same for what only the officer in person may do. */
export interface InPersonEnv {
  Variables: SignedInEnv['Variables'] & { session: LiveSession }
}

/** What finding out who asks works with. */
export interface Gatekeeping {
  readonly context: SignInContext
  readonly sessions: SessionKeeper
  readonly tokens: TokenKeeper
  readonly attempts: Attempts
  readonly posts: (county: string, officer: string) => Promise<readonly HeldPost[]>
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Finds out who asks, in person or by another system's token, and sets `officer`; or answers 401. What changes something
 * has to come from our own page with the session's token, or it is answered 403; so is what a token does not reach.
 */
export function requireOfficer(keeping: Gatekeeping): MiddlewareHandler<SignedInEnv> {
  return async (c, next) => {
    const bearer = bearerOf(c)
    const found = bearer === null ? await findInPerson(c, keeping) : await findByToken(c, keeping, bearer)
    if ('problem' in found) return answerProblem(c, found.problem)
    if (found.session?.mustChange) return answerProblem(c, signInProblem('password-must-change'))
    c.set('officer', found.officer)
    return next()
  }
}

/** Sets `officer` and `session` for who is signed in in person, also where the password has to be changed first. */
export function requireInPerson(keeping: Gatekeeping): MiddlewareHandler<InPersonEnv> {
  return async (c, next) => {
    if (bearerOf(c) !== null) return answerProblem(c, signInProblem('in-person'))
    const found = await findInPerson(c, keeping)
    if ('problem' in found) return answerProblem(c, found.problem)
    c.set('officer', found.officer)
    c.set('session', found.session)
    return next()
  }
}

type Found<Session extends LiveSession | null> =
  | { readonly officer: Officer; readonly session: Session }
  | { readonly problem: Problem }

async function findInPerson(
  c: Context,
  { context, sessions, posts }: Gatekeeping,
): Promise<Found<LiveSession>> {
  const session = await sessions.find(heldBy(c, context.options))
  if (session === null) return { problem: signInProblem('not-signed-in') }
  if (!safeMethods.has(c.req.method)) {
    const given = c.req.header('x-csrf-token') ?? ''
    if (!isFromOwnPage(c, context.options) || !isCsrfToken(session, given)) {
      return { problem: signInProblem('csrf-refused') }
    }
  }
  const { county, officer: id, name, username } = session
  return { session, officer: { county, id, name, username, posts: await posts(county, id), scopes: null } }
}

async function findByToken(
  c: Context,
  { context, tokens, attempts, posts }: Gatekeeping,
  bearer: string,
): Promise<Found<null>> {
  const { address } = whenceOf(c, context.options)
  if (await attempts.areTooMany(address)) return { problem: signInProblem('too-many-attempts') }
  const token = await tokens.find(bearer)
  if (token === null) {
    await attempts.fail(address)
    return { problem: signInProblem('token-refused') }
  }
  const { county, officer: id, name, username, scopes } = token
  if (!isWithinScopes(scopes, c.req.path, safeMethods.has(c.req.method))) {
    return { problem: signInProblem('token-out-of-scope') }
  }
  const reached = new Set(scopes.map(({ programme }) => programme))
  const held = (await posts(county, id)).filter(({ programme }) => reached.has(programme))
  return { session: null, officer: { county, id, name, username, posts: held, scopes } }
}

/** What stands behind `Bearer`; null where the request carries no such header. */
function bearerOf(c: Context): string | null {
  const given = c.req.header('authorization')
  return given === undefined ? null : (/^Bearer +(\S+)$/i.exec(given)?.[1] ?? '')
}
