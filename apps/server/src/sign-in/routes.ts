import type { NewToken, OwnSession, OwnToken } from '@luoshi/client'
import { type ApiToken, changeAccount, endSessions, sessionsOf, tokensOf } from '@luoshi/store'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { answerProblem } from '../problem.ts'
import { giveToHold, heldBy, takeBack } from './cookies.ts'
import type { PasswordChange } from './password-change.ts'
import { type Gatekeeping, type InPersonEnv, requireInPerson } from './require-officer.ts'
import { sessionView } from './session-view.ts'
import type { SignedIn, SignInDesk } from './sign-in.ts'
import { signInProblem } from './sign-in-problems.ts'
import { isFromOwnPage, whenceOf } from './whence.ts'

/** What the addresses of signing in work with. */
export interface SignInParts extends Gatekeeping {
  readonly desk: SignInDesk
  readonly passwordChange: PasswordChange
}

const credentials = z.strictObject({
  county: z.string().max(40).optional(),
  username: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(1000),
})

const demoName = z.strictObject({ username: z.string().max(100) })

const passwords = z.strictObject({ current: z.string().max(1000), next: z.string().max(1000) })

/** Bytes that anything sent here may have. */
export const MOST_BYTES = 16 * 1024

/** Days for which a token may be made at most. */
const MOST_DAYS = 366

const newToken = z.strictObject({
  label: z.string().trim().min(1).max(100),
  scopes: z
    .array(
      z.strictObject({
        programme: z.string().max(100),
        procedure: z.string().max(100).nullable(),
        may: z.enum(['read', 'act']),
      }),
    )
    .min(1)
    .max(50),
  days: z.int().min(1).max(MOST_DAYS),
})

/** The addresses under /api/v1 at which one signs in and out, and sees and ends one's sessions and tokens. */
export function sessionRoutes(parts: SignInParts): Hono<InPersonEnv> {
  const app = new Hono<InPersonEnv>()
  // Never '/api/v1/*': these routes stand beside all others of the API.
  for (const path of ['session', 'sessions', 'tokens']) {
    app.use(`/api/v1/${path}/*`, bodyLimit({ maxSize: MOST_BYTES }), async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
  }
  addSession(app, parts)
  addOwnSessions(app, parts)
  addTokens(app, parts)
  return app
}

function addSession(app: Hono<InPersonEnv>, parts: SignInParts): void {
  const { services, options } = parts.context
  app.post('/api/v1/session', async (c) => {
    if (!isFromOwnPage(c, options)) return answerProblem(c, signInProblem('csrf-refused'))
    const given = credentials.safeParse(await jsonOf(c))
    if (!given.success) {
      return answerProblem(c, signInProblem('body-unreadable', { wanted: '县、账号和口令' }))
    }
    const { county = options.counties[0] ?? '', username, password } = given.data
    if (!options.counties.includes(county)) {
      return answerProblem(c, signInProblem('county-unknown', { county }))
    }
    const outcome = await parts.desk.byPassword({ county, username, password }, whenceOf(c, options))
    return answerSignedIn(c, parts, outcome)
  })

  app.post('/api/v1/session/demo', async (c) => {
    if (!isFromOwnPage(c, options)) return answerProblem(c, signInProblem('csrf-refused'))
    const given = demoName.safeParse(await jsonOf(c))
    if (!given.success) return answerProblem(c, signInProblem('body-unreadable', { wanted: '账号' }))
    return answerSignedIn(c, parts, await parts.desk.asDemoOfficer(given.data.username, whenceOf(c, options)))
  })

  app.get('/api/v1/session', requireInPerson(parts), (c) =>
    c.json(sessionView(c.var.officer, c.var.session, services.programmes)),
  )

  app.delete('/api/v1/session', requireInPerson(parts), async (c) => {
    await signOut(parts, c.var.session)
    takeBack(c, options)
    return c.body(null, 204)
  })

  app.post('/api/v1/session/password', requireInPerson(parts), async (c) => {
    const given = passwords.safeParse(await jsonOf(c))
    if (!given.success) {
      return answerProblem(c, signInProblem('body-unreadable', { wanted: '原口令和新口令' }))
    }
    const outcome = await parts.passwordChange.change(c.var.session, given.data, whenceOf(c, options))
    return answerSignedIn(c, parts, outcome)
  })
}

function addOwnSessions(app: Hono<InPersonEnv>, parts: SignInParts): void {
  const { services, options } = parts.context
  app.get('/api/v1/sessions', requireInPerson(parts), async (c) => {
    const { county, officer, digest } = c.var.session
    const all = await sessionsOf(services.db, county, officer)
    return c.json(
      all.map((session): OwnSession => {
        const { id, opened, latest, ends, agent, address } = session
        return { id, isThis: session.digest === digest, opened, latest, ends, agent, address }
      }),
    )
  })

  app.delete('/api/v1/sessions', requireInPerson(parts), async (c) => {
    const { county, officer } = c.var.session
    const event = { kind: 'signed-out-everywhere', actor: officer, at: services.clock() } as const
    await changeAccount(
      services.db,
      { county, officer },
      () => ({ change: {}, event }),
      async (transaction) => {
        await endSessions(transaction, county, officer, { except: null })
      },
    )
    parts.sessions.forgetAll()
    takeBack(c, options)
    return c.body(null, 204)
  })

  app.delete('/api/v1/sessions/:id', requireInPerson(parts), async (c) => {
    const { county, officer } = c.var.session
    const ended = await endSessions(services.db, county, officer, { id: c.req.param('id') })
    if (ended === 0) return answerProblem(c, signInProblem('session-unknown'))
    parts.sessions.forgetAll()
    return c.body(null, 204)
  })
}

function addTokens(app: Hono<InPersonEnv>, parts: SignInParts): void {
  const { services } = parts.context
  app.get('/api/v1/tokens', requireInPerson(parts), async (c) => {
    const { county, id } = c.var.officer
    return c.json((await tokensOf(services.db, county, id)).map(ownToken))
  })

  app.post('/api/v1/tokens', requireInPerson(parts), async (c) => {
    if (c.var.session.mustChange) return answerProblem(c, signInProblem('password-must-change'))
    const given = newToken.safeParse(await jsonOf(c))
    if (!given.success) {
      const wanted = `用途、范围（制度、流程、读或办）和天数（1至${MOST_DAYS}）`
      return answerProblem(c, signInProblem('body-unreadable', { wanted }))
    }
    const { kept, handedOut } = await parts.tokens.make(c.var.officer, given.data)
    return c.json({ ...ownToken(kept), token: handedOut } satisfies NewToken, 201)
  })

  app.delete('/api/v1/tokens/:id', requireInPerson(parts), async (c) => {
    const isEnded = await parts.tokens.end(c.var.officer, c.req.param('id'))
    return isEnded ? c.body(null, 204) : answerProblem(c, signInProblem('token-unknown'))
  })
}

/** Has the browser hold its new session, in the place of one that it may have held, and says who is signed in. */
async function answerSignedIn(c: Context, parts: SignInParts, outcome: SignedIn): Promise<Response> {
  if (outcome.kind === 'refused') return answerProblem(c, outcome.problem)
  const session = await holdNewSession(c, parts, outcome.held)
  if (session === null) return answerProblem(c, signInProblem('not-signed-in'))
  const { county, officer: id, name, username } = session
  const officer = { county, id, name, username, posts: await parts.posts(county, id), scopes: null }
  return c.json(sessionView(officer, session, parts.context.services.programmes))
}

/** Has the browser hold a new session; the one that it held before ends. */
export async function holdNewSession(c: Context, { context, sessions }: SignInParts, held: string) {
  const before = await sessions.find(heldBy(c, context.options))
  if (before !== null) {
    await endSessions(context.services.db, before.county, before.officer, { digest: before.digest })
    sessions.forget(before)
  }
  giveToHold(c, context.options, held)
  return sessions.find(held)
}

/** Ends a session and writes it down. */
export async function signOut(
  { context, sessions }: SignInParts,
  session: InPersonEnv['Variables']['session'],
): Promise<void> {
  const { db, clock } = context.services
  const { county, officer, digest } = session
  await changeAccount(
    db,
    { county, officer },
    () => ({ change: {}, event: { kind: 'signed-out', actor: officer, at: clock() } }),
    async (transaction) => {
      await endSessions(transaction, county, officer, { digest })
    },
  )
  sessions.forget(session)
}

function ownToken({ id, label, scopes, created, ends }: ApiToken): OwnToken {
  return { id, label, scopes, created, ends }
}

function jsonOf(c: Context): Promise<unknown> {
  return c.req.json().catch(() => null)
}
