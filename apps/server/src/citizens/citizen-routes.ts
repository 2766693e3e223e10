import type { Context, Hono } from 'hono'
import { isFromOwnPage, whenceOf } from '../sign-in/whence.ts'
import {
  type CitizenParts,
  citizenOf,
  countyOf,
  dropSession,
  frameFor,
  holdSession,
  isOwn,
} from './citizen-parts.ts'
import { ShownCodes } from './code-sender.ts'
import { serviceAddress } from './pages/frame.ts'
import { codePage, phonePage } from './pages/sign-in-pages.ts'

/** Signing in by telephone and code, and out. */
export function addCitizenSignIn(app: Hono, parts: CitizenParts): void {
  const { citizens, options, senderOf } = parts

  app.get('/services/:county/sign-in', async (c) =>
    c.html(phonePage(frameFor(c, await citizenOf(c, parts)), { next: nextOf(c, c.req.query('next')) })),
  )

  app.post('/services/:county/sign-in', async (c) => {
    const { phone = '', next: given } = await textsOf(c)
    const next = nextOf(c, given)
    if (!isFromOwnPage(c, options))
      return c.html(phonePage(frameFor(c, null), { next, problem: FOREIGN }), 403)
    const sent = await citizens.sendCode(countyOf(c), phone, whenceOf(c, options).address)
    if (sent.kind === 'refused') {
      return c.html(phonePage(frameFor(c, null), { next, problem: sent.message }), 422)
    }
    const isShown = senderOf(countyOf(c)) instanceof ShownCodes
    return c.html(codePage(frameFor(c, null), { next, phone: sent.value, isShown }))
  })

  app.post('/services/:county/sign-in/code', async (c) => {
    const { phone = '', code = '', next: given } = await textsOf(c)
    const next = nextOf(c, given)
    const isShown = senderOf(countyOf(c)) instanceof ShownCodes
    const again = (problem: string) => codePage(frameFor(c, null), { next, phone, isShown, problem })
    if (!isFromOwnPage(c, options)) return c.html(again(FOREIGN), 403)
    const signedIn = await citizens.signIn(countyOf(c), phone, code)
    if (signedIn.kind === 'refused') return c.html(again(signedIn.message), 422)
    holdSession(c, parts, signedIn.value)
    return c.redirect(next, 303)
  })

  app.post('/services/:county/sign-out', async (c) => {
    const { csrf } = await textsOf(c)
    const citizen = await citizenOf(c, parts)
    if (citizen !== null && isOwn(c, parts, citizen, csrf)) {
      await citizens.signOut(citizen.county, citizen.token)
      dropSession(c, parts)
    }
    return c.redirect(serviceAddress(countyOf(c)), 303)
  })
}

/** What a form from elsewhere is told. */
export const FOREIGN = '这个请求不是从本站的页面发出的，没有办理。请从本站重新打开页面再试。'

/** Where who has just signed in goes: only to pages of services of the county. */
function nextOf(c: Context, given: string | undefined): string {
  const own = serviceAddress(countyOf(c))
  return given?.startsWith(`${own}/`) === true && !given.includes('//') ? given : `${own}/mine`
}

/** The texts of a form. */
export async function textsOf(c: Context): Promise<Readonly<Record<string, string | undefined>>> {
  const body = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
