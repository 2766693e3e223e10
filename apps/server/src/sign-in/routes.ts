import { changeAccount } from '@luoshi/store'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import { answerProblem } from '../problem.ts'
import { giveToHold, heldBy, takeBack } from './cookies.ts'
import { type Gatekeeping, requireOfficer, type SignedInEnv } from './require-officer.ts'
import { sessionView } from './session-view.ts'
import type { PasswordSignIn } from './sign-in.ts'
import { signInProblem } from './sign-in-issues.ts'
import { isFromOwnPage, whenceOf } from './whence.ts'

const credentials = z.strictObject({
  county: z.string().max(40).optional(),
  username: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(1000),
})

/** The addresses at which one signs in and out by program, and sees who one is. */
export function sessionRoutes(keeping: Gatekeeping, passwords: PasswordSignIn): Hono<SignedInEnv> {
  const { context, sessions } = keeping
  const { services, options } = context
  const app = new Hono<SignedInEnv>()
  app.use(bodyLimit({ maxSize: 16 * 1024 }))
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  app.post('/api/v1/session', async (c) => {
    if (!isFromOwnPage(c, options)) return answerProblem(c, signInProblem('csrf-refused'))
    const given = credentials.safeParse(await c.req.json().catch(() => null))
    if (!given.success) {
      return answerProblem(c, signInProblem('body-unreadable', { wanted: '县、账号和口令（JSON）' }))
    }
    const { county = options.counties[0] ?? '', username, password } = given.data
    if (!options.counties.includes(county)) {
      return answerProblem(c, signInProblem('county-unknown', { county }))
    }
    const before = await sessions.find(heldBy(c, options))
    const outcome = await passwords.signIn({ county, username, password }, whenceOf(c, options))
    if (outcome.kind === 'refused') return answerProblem(c, outcome.problem)
    if (before !== null) await sessions.end(services.db, before)
    giveToHold(c, options, outcome.held)
    const session = await sessions.find(outcome.held)
    if (session === null) return answerProblem(c, signInProblem('not-signed-in'))
    const posts = await keeping.posts(session.county, session.officer)
    const officer = { ...session, id: session.officer, posts, scopes: null }
    return c.json(sessionView(officer, session, services.programmes, sessions.mustChangePassword(session)))
  })

  app.get('/api/v1/session', requireOfficer(keeping, true), (c) => {
    const { officer, session } = c.var
    if (session === null) return answerProblem(c, signInProblem('not-signed-in'))
    return c.json(sessionView(officer, session, services.programmes, sessions.mustChangePassword(session)))
  })

  app.delete('/api/v1/session', requireOfficer(keeping, true), async (c) => {
    const { officer, session } = c.var
    if (session === null) return answerProblem(c, signInProblem('not-signed-in'))
    const event = { kind: 'signed-out', actor: officer.id, at: services.clock() } as const
    await changeAccount(
      services.db,
      { county: officer.county, officer: officer.id },
      () => ({ change: {}, event }),
      async (transaction) => sessions.end(transaction, session),
    )
    takeBack(c, options)
    return c.body(null, 204)
  })
  return app
}
