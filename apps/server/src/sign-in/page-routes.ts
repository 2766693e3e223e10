import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Problem } from '../problem.ts'
import { heldBy, takeBack } from './cookies.ts'
import { ownPage } from './next-page.ts'
import { goOn, refuseSignIn, showSignIn } from './page-answers.ts'
import { passwordPage } from './pages/password-page.ts'
import { addProviderRoutes } from './provider-routes.ts'
import { holdNewSession, MOST_BYTES, type SignInParts, signOut } from './routes.ts'
import { csrfTokenOf, isCsrfToken, type LiveSession } from './session-keeper.ts'
import type { SignedIn } from './sign-in.ts'
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
  addProviderRoutes(app, parts)
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
  // Served on this machine without encryption; a proxy in front of it adds this header.
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]

function addSignInPage(app: Hono, parts: SignInParts): void {
  const { options } = parts.context
  const letIn = async (c: Context, outcome: SignedIn, before: { next: string; username?: string }) => {
    if (outcome.kind === 'refused') return refuseSignIn(c, parts, before, outcome.problem)
    return c.redirect(goOn(await holdNewSession(c, parts, outcome.held), before.next), 303)
  }

  app.get('/sign-in', async (c) => {
    const next = ownPage(c.req.query('next'))
    const session = await sessionOf(c, parts)
    return session === null ? c.html(showSignIn(parts, { next })) : c.redirect(goOn(session, next))
  })

  app.post('/sign-in', async (c) => {
    const given = await formOf(c)
    const before = {
      next: ownPage(given('next')),
      county: given('county'),
      username: given('username').trim().toLowerCase(),
    }
    const { county, username } = before
    if (!isFromOwnPage(c, options)) return refuseSignIn(c, parts, before, signInProblem('csrf-refused'))
    if (!options.counties.includes(county)) {
      return refuseSignIn(c, parts, before, signInProblem('county-unknown', { county }))
    }
    const credentials = { county, username, password: given('password') }
    return letIn(c, await parts.desk.byPassword(credentials, whenceOf(c, options)), before)
  })

  app.post('/sign-in/demo', async (c) => {
    const given = await formOf(c)
    const before = { next: ownPage(given('next')) }
    if (!isFromOwnPage(c, options)) return refuseSignIn(c, parts, before, signInProblem('csrf-refused'))
    return letIn(c, await parts.desk.asDemoOfficer(given('username'), whenceOf(c, options)), before)
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
  const { services, options, settings } = parts.context
  const show = async (session: LiveSession, next: string, problem?: Problem) =>
    passwordPage({
      csrfToken: csrfTokenOf(session),
      username: session.username,
      next,
      isForced: session.mustChange,
      settings: await settings.at(session.county, services.clock()),
      ...(problem === undefined ? {} : { problem }),
    })

  app.get('/sign-in/password', async (c) => {
    const next = ownPage(c.req.query('next'))
    const session = await sessionOf(c, parts)
    return session === null ? c.redirect('/sign-in') : c.html(await show(session, next))
  })

  app.post('/sign-in/password', async (c) => {
    const given = await formOf(c)
    const next = ownPage(given('to'))
    const session = await sessionOf(c, parts)
    if (session === null) return c.redirect('/sign-in', 303)
    const refuse = async (problem: Problem) => c.html(await show(session, next, problem), problem.status)
    if (!isFromOwnPage(c, options) || !isCsrfToken(session, given('csrf'))) {
      return refuse(signInProblem('csrf-refused'))
    }
    if (given('next') !== given('again')) return refuse(signInProblem('password-not-again'))
    const passwords = { current: given('current'), next: given('next') }
    const outcome = await parts.passwordChange.change(session, passwords, whenceOf(c, options))
    if (outcome.kind === 'refused') return refuse(outcome.problem)
    return c.redirect(goOn(await holdNewSession(c, parts, outcome.held), next), 303)
  })
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
