import { demoOfficers } from '@luoshi/counties'
import type { Context } from 'hono'
import type { Problem } from '../problem.ts'
import type { Html } from '../web/layout.ts'
import { DESK } from './next-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import type { SignInParts } from './routes.ts'
import type { LiveSession } from './session-keeper.ts'
import { countyName, DEMO_COUNTY } from './session-view.ts'

/** What someone had chosen or written before the page is shown. */
export interface Before {
  readonly next?: string
  readonly county?: string
  readonly username?: string
}

/** The sign-in page, with what was wrong. */
export function showSignIn(parts: SignInParts, before: Before, problem?: Problem): Html {
  const { counties, provider } = parts.context.options
  const { next = DESK, county = counties[0] ?? '', username = '' } = before
  return signInPage({
    counties: counties.map((slug) => ({ slug, name: countyName(slug) })),
    county,
    username,
    next,
    provider: provider === null ? null : countyName(provider.county),
    demo: counties.includes(DEMO_COUNTY) ? demoOfficers : [],
    ...(problem === undefined ? {} : { problem }),
  })
}

/** Shows the sign-in page with what was wrong. */
export function refuseSignIn(
  c: Context,
  parts: SignInParts,
  before: Before,
  problem: Problem,
): Response | Promise<Response> {
  return c.html(showSignIn(parts, before, problem), problem.status)
}

/** Where who has just signed in goes: to change the password where that is due, else on. */
export function goOn(session: LiveSession | null, next: string): string {
  return session?.mustChange === true ? `/sign-in/password?next=${encodeURIComponent(next)}` : next
}
