import type { Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { isSecure } from './cookies.ts'
import { ownPage } from './next-page.ts'
import { goOn, refuseSignIn } from './page-answers.ts'
import { arrivedPage } from './pages/arrived-page.ts'
import type { Errand, ProviderSignIn } from './provider-sign-in.ts'
import { holdNewSession, type SignInParts } from './routes.ts'
import { signInProblem } from './sign-in-problems.ts'
import { whenceOf } from './whence.ts'

/** Name of the cookie that is kept while someone is at the provider. */
const NAME = 'luoshi-errand'

/** How long someone may stay there, in seconds. */
const PATIENCE = 600

const CALLBACK = '/sign-in/oidc/callback'

const errandForm = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
})

/** The addresses by which a browser goes to the county's identity provider and comes back; none where there is none. */
export function addProviderRoutes(app: Hono, parts: SignInParts): void {
  const { context } = parts
  const { options } = context
  if (options.provider === null) return
  const settings = options.provider
  let known: Promise<ProviderSignIn> | null = null
  const provider = () => {
    known ??= import('./provider-sign-in.ts').then((loaded) => new loaded.ProviderSignIn(context, settings))
    return known
  }

  app.get('/sign-in/oidc', async (c) => {
    const next = ownPage(c.req.query('next'))
    const begun = await (await provider()).begin(`${siteOf(c, parts)}${CALLBACK}`, next)
    if (begun === null) return refuseSignIn(c, parts, { next }, signInProblem('provider-unreachable'))
    keepErrand(c, parts, begun.errand)
    return c.redirect(begun.to.href)
  })

  app.get(CALLBACK, async (c) => {
    const errand = takeErrand(c, parts)
    if (errand === null) return refuseSignIn(c, parts, {}, signInProblem('provider-refused'))
    const next = ownPage(errand.next)
    const cameBackTo = new URL(`${siteOf(c, parts)}${CALLBACK}${new URL(c.req.url).search}`)
    const found = await (await provider()).end(cameBackTo, errand)
    if (found.kind !== 'account') return refuseSignIn(c, parts, { next }, signInProblem(problems[found.kind]))
    const outcome = await parts.desk.letIn(found.account, 'provider', whenceOf(c, options))
    if (outcome.kind === 'refused') return refuseSignIn(c, parts, { next }, outcome.problem)
    const session = await holdNewSession(c, parts, outcome.held)
    // Another site sent the browser here, so it would not give its session to a page that we redirect it to.
    const to = goOn(session, next)
    c.header('refresh', `0; url=${to}`)
    return c.html(arrivedPage(to))
  })
}

const problems = {
  'no-account': 'provider-no-account',
  refused: 'provider-refused',
  unreachable: 'provider-unreachable',
} as const

/** Where browsers find the site. */
function siteOf(c: Context, { context: { options } }: SignInParts): string {
  if (options.publicUrl !== null) return new URL(options.publicUrl).origin
  const protocol = isSecure(c, options) ? 'https' : 'http'
  return `${protocol}://${c.req.header('host') ?? new URL(c.req.url).host}`
}

/** It comes back with a request that another site caused, so the cookie is not as strict as a session's. */
function keepErrand(c: Context, { context: { options } }: SignInParts, errand: Errand): void {
  const value = Buffer.from(JSON.stringify(errand)).toString('base64url')
  const common = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: PATIENCE } as const
  setCookie(c, NAME, value, isSecure(c, options) ? { ...common, secure: true, prefix: 'host' } : common)
}

/** What was kept, which is good for one time. */
function takeErrand(c: Context, { context: { options } }: SignInParts): Errand | null {
  const isOverHttps = isSecure(c, options)
  const kept = isOverHttps ? getCookie(c, NAME, 'host') : getCookie(c, NAME)
  deleteCookie(c, NAME, isOverHttps ? { path: '/', secure: true, prefix: 'host' } : { path: '/' })
  if (kept === undefined) return null
  try {
    return errandForm.parse(JSON.parse(Buffer.from(kept, 'base64url').toString('utf8')))
  } catch {
    return null
  }
}
