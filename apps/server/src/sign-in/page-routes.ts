import { demoOfficers } from '@luoshi/counties'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Problem } from '../problem.ts'
import { heldBy, takeBack } from './cookies.ts'
import { ownPage } from './next-page.ts'
import { passwordPage } from './pages/password-page.ts'
import { signInPage } from './pages/sign-in-page.ts'
import { holdNewSession, MOST_BYTES, type SignInParts, signOut } from './routes.ts'
import { csrfTokenOf, isCsrfToken, type LiveSession } from './session-keeper.ts'
import { countyName, DEMO_COUNTY } from './session-view.ts'
import { signInSettings } from './settings.ts'
import { signInProblem } from './sign-in-problems.ts'
import { isFromOwnPage, whenceOf } from './whence.ts'

/** The pages of signing in, out, and of changing one's password. */
export function signInPages(parts: SignInParts): Hono {
  const app = new Hono()
  app.use(secureHeaders(securityOptions))
  app.use(bodyLimit({ maxSize: MOST_BYTES }), async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  addSignInPage(app, parts)
  addPasswordPage(app, parts)
  return app
}

const securityOptions = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]

function addSignInPage(app: Hono, parts: SignInParts): void {
  const { options } = parts.context
  app.get('/sign-in', async (c) => {
    const next = ownPage(c.req.query('next'))
    const session = await sessionOf(c, parts)
    if (session !== null) return c.redirect(session.mustChange ? passwordAddress(next) : next)
    return c.html(showSignIn(parts, { next }))
  })

  app.post('/sign-in', async (c) => {
    const given = await formOf(c)
    const [county, username, next] = [
      given('county'),
      given('username').trim().toLowerCase(),
      ownPage(given('next')),
    ]
    const refuse = (problem: Problem) => {
      return c.html(showSignIn(parts, { next, county, username, problem }), problem.status)
    }
    if (!isFromOwnPage(c, options)) return refuse(signInProblem('csrf-refused'))
    if (!options.counties.includes(county)) return refuse(signInProblem('county-unknown', { county }))
    const credentials = { county, username, password: given('password') }
    const outcome = await parts.desk.byPassword(credentials, whenceOf(c, options))
    if (outcome.kind === 'refused') return refuse(outcome.problem)
    return goOn(c, await holdNewSession(c, parts, outcome.held), next)
  })

  app.post('/sign-in/demo', async (c) => {
    const given = await formOf(c)
    const next = ownPage(given('next'))
    if (!isFromOwnPage(c, options)) {
      return c.html(showSignIn(parts, { next, problem: signInProblem('csrf-refused') }), 403)
    }
    const outcome = await parts.desk.asDemoOfficer(given('username'), whenceOf(c, options))
    if (outcome.kind === 'refused') {
      return c.html(showSignIn(parts, { next, problem: outcome.problem }), outcome.problem.status)
    }
    return goOn(c, await holdNewSession(c, parts, outcome.held), next)
  })

  app.post('/sign-in/out', async (c) => {
    const given = await formOf(c)
    const session = await sessionOf(c, parts)
    if (session !== null && isFromOwnPage(c, options) && isCsrfToken(session, given('csrf'))) {
      await signOut(parts, session)
      takeBack(c, options)
    }
    return c.redirect('/sign-in', 303)
  })
}

function addPasswordPage(app: Hono, parts: SignInParts): void {
  const { services, options } = parts.context
  const show = (session: LiveSession, next: string, problem?: Problem) =>
    passwordPage({
      csrfToken: csrfTokenOf(session),
      username: session.username,
      next,
      isForced: session.mustChange,
      settings: signInSettings(services.clock()),
      ...(problem === undefined ? {} : { problem }),
    })

  app.get('/sign-in/password', async (c) => {
    const next = ownPage(c.req.query('next'))
    const session = await sessionOf(c, parts)
    return session === null ? c.redirect('/sign-in') : c.html(show(session, next))
  })

  app.post('/sign-in/password', async (c) => {
    const given = await formOf(c)
    const next = ownPage(given('to'))
    const session = await sessionOf(c, parts)
    if (session === null) return c.redirect('/sign-in', 303)
    const refuse = (problem: Problem) => c.html(show(session, next, problem), problem.status)
    if (!isFromOwnPage(c, options) || !isCsrfToken(session, given('csrf'))) {
      return refuse(signInProblem('csrf-refused'))
    }
    if (given('next') !== given('again')) return refuse(signInProblem('password-not-again'))
    const passwords = { current: given('current'), next: given('next') }
    const outcome = await parts.passwordChange.change(session, passwords, whenceOf(c, options))
    if (outcome.kind === 'refused') return refuse(outcome.problem)
    return goOn(c, await holdNewSession(c, parts, outcome.held), next)
  })
}

function showSignIn(
  parts: SignInParts,
  shown: { next: string; county?: string; username?: string; problem?: Problem },
) {
  const { counties, provider } = parts.context.options
  const { next, county = counties[0] ?? '', username = '', problem } = shown
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

function goOn(c: Context, session: LiveSession | null, next: string): Response {
  return c.redirect(session?.mustChange === true ? passwordAddress(next) : next, 303)
}

function passwordAddress(next: string): string {
  return `/sign-in/password?next=${encodeURIComponent(next)}`
}

function sessionOf(c: Context, { context, sessions }: SignInParts): Promise<LiveSession | null> {
  return sessions.find(heldBy(c, context.options))
}

/** What a form was filled in with; empty for what was not. */
async function formOf(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody().catch(() => ({}))
  return (name) => {
    const value = (body as Record<string, unknown>)[name]
    return typeof value === 'string' ? value : ''
  }
}
