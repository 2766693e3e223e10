import { services as programme } from '@luoshi/programmes/services'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { html } from 'hono/html'
import { secureHeaders } from 'hono/secure-headers'
import { unitName } from '../api/views/sight.ts'
import { type CodeSender, ShownCodes } from '../citizens/code-sender.ts'
import { errorSummary } from '../citizens/fields-form.ts'
import {
  type Kept,
  keptOf,
  keptWith,
  readSent,
  readyFrom,
  type Sent,
  sheetOf,
} from '../citizens/form-reading.ts'
import { applyFields, receiptContent } from '../citizens/pages/apply-page.ts'
import { guideSections } from '../citizens/pages/guide-pages.ts'
import { type Receipt, ServiceDesk, titleOf, type Wanted } from '../citizens/service-desk.ts'
import type { Services } from '../services.ts'
import { actorFor, type Officer, type OfficerPageEnv, type SignIn } from '../sign-in/index.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import { failedPage } from '../web/failed-page.ts'
import type { Html } from '../web/layout.ts'
import { pageSecurity } from '../web/page-security.ts'
import { messagePage } from '../web/pages/message-page.ts'
import { counterPage } from './counter-page.ts'
import { addNationalRoutes } from './national-routes.ts'

/** What the counter works with. */
export interface CounterServices {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly senderOf: (county: string) => CodeSender
}

const noFiles: Kept = { documents: [], letters: [] }

const LARGEST_FORM = 60 * 1024 * 1024

/** The window of any township or department, under `/counter`: takes in any item, with the guide beside the form. */
export function createCounter(
  given: CounterServices,
  signIn: Pick<SignIn, 'requirePageOfficer'>,
): Hono<OfficerPageEnv> {
  const { services, counties, senderOf } = given
  const desk = new ServiceDesk({ services, counties })
  const app = new Hono<OfficerPageEnv>()
  app.use(secureHeaders(pageSecurity))
  app.use(bodyLimit({ maxSize: LARGEST_FORM }))
  app.use(signIn.requirePageOfficer)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  app.get('/counter/codes', (c) => {
    const sender = senderOf(c.get('officer').county)
    if (
      !(sender instanceof ShownCodes) ||
      !(isAdministrator(c.get('officer')) || windowUnit(c.get('officer')) !== null)
    ) {
      return c.notFound()
    }
    return c.html(codesPage(c.get('officer'), sender))
  })

  addNationalRoutes(app, { services, counties, desk })

  app.use(async (c, next) => {
    if (windowUnit(c.get('officer')) !== null) return next()
    return c.html(
      messagePage('您不在窗口', '收件由综合窗口人员办理。需要的话请系统管理员给您窗口岗位。'),
      403,
    )
  })

  app.get('/counter', async (c) => {
    const officer = c.get('officer')
    const q = (c.req.query('q') ?? '').trim().slice(0, 100)
    const [guides, packages] = await Promise.all([
      desk.guides(officer.county, q),
      desk.packages(officer.county),
    ])
    const rows = [
      ...(q === '' ? packages.map(({ number, name }) => ({ number, title: name })) : []),
      ...guides.map((guide) => ({ number: guide.number, title: titleOf(guide) })),
    ]
    return c.html(
      counterPage(
        '窗口收件',
        officer,
        html`<form class="service-find" action="/counter" role="search"><label for="q">找事项</label><input id="q" name="q" value="${q}"><button type="submit">查找</button></form>
<ul class="service-list">${rows.map(({ number, title }) => html`<li><a href="/counter/${encodeURIComponent(number)}">${title}</a></li>`)}</ul>`,
      ),
    )
  })

  app.get('/counter/:number', async (c) => {
    const officer = c.get('officer')
    const wanted = await desk.wanted(officer.county, c.req.param('number'))
    if (wanted === null) return c.notFound()
    return c.html(await takeInPage(officer, c.get('csrfToken'), wanted, { kind: '1' }, noFiles, []))
  })

  app.post('/counter/:number', async (c) => {
    const officer = c.get('officer')
    const unit = windowUnit(officer)
    const wanted = await desk.wanted(officer.county, c.req.param('number'))
    if (wanted === null || unit === null) return c.notFound()
    const sent = await readSent(c, services, officer.county, officer.id)
    const before = keptOf(sent.filled)
    const receipt = (given: Receipt) =>
      c.html(
        counterPage(
          '收件回执',
          officer,
          html`${receiptContent(officer.county, wanted, given)}
<p class="service-act">${given.applications.map(({ number, title }) => html`<a href="/desk/programmes/services/application/cases/${number}">办理${title}</a> `)}</p>`,
        ),
      )
    const refuse = async (issues: Sent['issues']) =>
      c.html(
        await takeInPage(
          officer,
          c.get('csrfToken'),
          wanted,
          sent.filled,
          keptWith(wanted, sent, before),
          issues,
        ),
        422,
      )
    const by = actorFor(officer, programme.id)
    const sheet = sheetOf(sent.filled)
    const taken = await desk.takenBefore(officer.county, by, wanted, sheet)
    if (taken !== null) return receipt(taken)
    const ready = readyFrom(wanted, sent, before)
    if (ready.kind === 'refused') return refuse(ready.issues)
    const takenIn = { channel: '1' as const, takenAt: unit, ...ready.given }
    const submitted = await desk.submit(officer.county, by, wanted, takenIn, null, sheet)
    if (submitted.kind === 'refused') {
      return refuse(submitted.messages.map((message) => ({ message, path: [] })))
    }
    return receipt(submitted.receipt)
  })

  app.notFound((c) => c.html(messagePage('没有这一页', '地址可能写错了。可以从窗口收件进入。'), 404))
  app.onError(failedPage(services.log, '请稍后再试。'))

  async function takeInPage(
    officer: Officer,
    csrfToken: string,
    wanted: Wanted,
    filled: Sent['filled'],
    kept: Kept,
    issues: Sent['issues'],
  ): Promise<Html> {
    const state = await counties.of(officer.county)
    const nameOf = (id: string) => unitName(state, id, services.clock().slice(0, 10))
    return counterPage(
      `收件：${wanted.title}`,
      officer,
      html`${errorSummary(issues)}
<div class="counter"><form class="service-form" method="post" action="/counter/${encodeURIComponent(wanted.number)}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="csrf" value="${csrfToken}">
${applyFields(wanted, { filled, ...kept, issues }, true)}
<p class="form-actions"><button type="submit">收件并出回执</button></p>
</form>
<aside aria-label="办事指南">${wanted.guides.map((guide) => guideSections(guide, nameOf, true))}</aside></div>`,
    )
  }
  return app
}

function codesPage(officer: Officer, { latest }: ShownCodes): Html {
  return counterPage(
    '验证码',
    officer,
    html`<p>演示县不发短信，验证码显示在这里。</p>
<ul class="service-list">${latest.map(({ at, phone, code }) => html`<li><strong class="shown-code">${code}</strong><span>${phone}，${at.slice(11, 16)}</span></li>`)}</ul>`,
  )
}

/** The unit at whose window someone sits; null for nobody of a window. */
function windowUnit({ posts }: Officer): string | null {
  return posts.find((post) => post.programme === programme.id && post.role === 'window')?.unit ?? null
}

function isAdministrator({ posts }: Officer): boolean {
  return posts.some(({ programme: of, role }) => of === 'administration' && role === 'administrator')
}
