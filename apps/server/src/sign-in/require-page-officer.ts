import type { MiddlewareHandler } from 'hono'
import { answerProblem } from '../problem.ts'
import { heldBy } from './cookies.ts'
import type { Officer } from './officer.ts'
import type { Gatekeeping } from './require-officer.ts'
import { csrfTokenOf, isCsrfToken } from './session-keeper.ts'
import { signInProblem } from './sign-in-problems.ts'
import { isFromOwnPage } from './whence.ts'

/** What a page of an officer carries. */
export interface OfficerPageEnv {
  Variables: {
    officer: Officer
    /** Stands as `csrf` in every form of the page. */
    csrfToken: string
  }
}

/**
 * The same as for programs, for pages and their forms: who is not signed in is led to do so; a form carries the session's
 * token in its field `csrf`.
 */
export function requirePageOfficer({
  context,
  sessions,
  posts,
}: Gatekeeping): MiddlewareHandler<OfficerPageEnv> {
  return async (c, next) => {
    const session = await sessions.find(heldBy(c, context.options))
    if (session === null || session.mustChange) {
      return c.redirect(`/sign-in?next=${encodeURIComponent(c.req.path)}`, 303)
    }
    if (c.req.method === 'POST') {
      const { csrf } = await c.req.parseBody()
      const isOwn = isFromOwnPage(c, context.options)
      if (!isOwn || typeof csrf !== 'string' || !isCsrfToken(session, csrf)) {
        return answerProblem(c, signInProblem('csrf-refused'))
      }
    }
    const { county, officer: id, name, username } = session
    c.set('officer', { county, id, name, username, posts: await posts(county, id), scopes: null })
    c.set('csrfToken', csrfTokenOf(session))
    return next()
  }
}
