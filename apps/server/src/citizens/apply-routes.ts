import type { Context, Hono } from 'hono'
import type { Citizen } from './citizen-desk.ts'
import { type CitizenParts, citizenOf, countyOf, frameFor, isOwn } from './citizen-parts.ts'
import { FOREIGN } from './citizen-routes.ts'
import { KEPT, keptOf, keptWith, readSent, readyFrom, type Sent, sheetOf } from './form-reading.ts'
import { applyPage, receiptPage } from './pages/apply-page.ts'
import { channelOf } from './pages/case-pages.ts'
import { serviceAddress } from './pages/frame.ts'
import type { Draft, Wanted } from './service-desk.ts'

/** Applying: the form, its draft, and the receipt. */
export function addApplyRoutes(app: Hono, parts: CitizenParts): void {
  const { desk, citizens, services } = parts

  app.get('/services/:county/apply/:number', async (c) => {
    const county = countyOf(c)
    const wanted = await desk.wanted(county, c.req.param('number'))
    if (wanted === null) return c.notFound()
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, county)
    const draft = await desk.draft(county, citizen.actor, wanted.number)
    const filled = draft?.filled ?? { kind: '1', contact: await citizens.phoneOf(citizen) }
    const form = { filled, documents: draft?.documents ?? [], letters: [], issues: [] }
    return c.html(applyPage(frameFor(c, citizen), wanted, form))
  })

  app.post('/services/:county/apply/:number', async (c) => {
    const county = countyOf(c)
    const wanted = await desk.wanted(county, c.req.param('number'))
    if (wanted === null) return c.notFound()
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, county)
    const sent = await readSent(c, services, county, citizen.actor.id)
    const before = await desk.draft(county, citizen.actor, wanted.number)
    const { letters } = keptOf(sent.filled)
    const kept = keptWith(wanted, sent, { documents: before?.documents ?? [], letters })
    const draft = { filled: fieldsOf(sent), documents: kept.documents }
    const show = (issues: Sent['issues'], done?: string) =>
      applyPage(frameFor(c, citizen), wanted, {
        ...draft,
        letters: kept.letters,
        issues,
        ...(done === undefined ? {} : { done }),
      })
    if (!isOwn(c, parts, citizen, sent.filled['csrf'])) {
      return c.html(show([{ message: FOREIGN, path: [] }]), 403)
    }
    if (sent.filled['do'] === 'keep') {
      await desk.keepDraft(county, citizen.actor, wanted.number, draft)
      return c.html(show(sent.issues, '已经保存。以后登录了再打开这一页，可以接着填。'))
    }
    return submit(c, citizen, wanted, sent, draft, before, show)
  })

  async function submit(
    c: Context,
    citizen: Citizen,
    wanted: Wanted,
    sent: Sent,
    draft: Draft,
    before: Draft | null,
    show: (issues: Sent['issues']) => ReturnType<typeof applyPage>,
  ) {
    const { county, actor } = citizen
    const sheet = sheetOf(sent.filled)
    const taken = await desk.takenBefore(county, actor, wanted, sheet)
    if (taken !== null) return c.html(receiptPage(frameFor(c, citizen), wanted, taken))
    const ready = readyFrom(wanted, sent, {
      documents: before?.documents ?? [],
      letters: keptOf(sent.filled).letters,
    })
    if (ready.kind === 'refused') {
      await desk.keepDraft(county, actor, wanted.number, draft)
      return c.html(show(ready.issues), 422)
    }
    const { asker } = ready.given
    const isSame =
      parts.identity === null || asker.idNumber === undefined
        ? 'unknown'
        : await parts.identity.verify({ name: asker.applicant, idNumber: asker.idNumber })
    if (isSame === 'different') {
      await desk.keepDraft(county, actor, wanted.number, draft)
      return c.html(show([{ message: '姓名和公民身份号码不一致，请核对。', path: ['idNumber'] }]), 422)
    }
    const channel = channelOf(c.req.header('user-agent') ?? '') === 'mobile' ? '3' : '2'
    const submitted = await desk.submit(county, actor, wanted, { channel, ...ready.given }, actor.id, sheet)
    if (submitted.kind === 'refused') {
      await desk.keepDraft(county, actor, wanted.number, draft)
      return c.html(show(submitted.messages.map((message) => ({ message, path: [] }))), 422)
    }
    return c.html(receiptPage(frameFor(c, citizen), wanted, submitted.receipt))
  }
}

/** Leads to signing in, and back. */
export function toSignIn(c: Context, county: string): Response {
  const next = encodeURIComponent(c.req.path)
  return c.redirect(`${serviceAddress(county, 'sign-in')}?next=${next}`, 303)
}

/** What is kept of a form: everything but what belongs to the page itself. */
function fieldsOf({ filled }: Sent): Draft['filled'] {
  const { csrf: _csrf, do: _do, [KEPT]: _kept, ...fields } = filled
  return fields
}
