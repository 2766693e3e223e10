import { choice, fields, validate } from '@luoshi/kernel'
import { asked, informationDisclosure as programme } from '@luoshi/programmes/information-disclosure'
import { historyOf, type StoredCase } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { companyOf } from '../api/case-company.ts'
import { caseView } from '../api/views/case-view.ts'
import type { Sight } from '../api/views/sight.ts'
import { toSignIn } from './apply-routes.ts'
import { linesOf } from './case-shown.ts'
import type { Citizen } from './citizen-desk.ts'
import { type CitizenParts, citizenOf, countyOf, frameFor, isOwn, sightOf } from './citizen-parts.ts'
import { FOREIGN, textsOf } from './citizen-routes.ts'
import { type Filled, valuesOf } from './fields-form.ts'
import { sheetOf } from './form-reading.ts'
import { answering } from './information-desk.ts'
import { sendOwnPaper } from './own-paper.ts'
import { serviceAddress } from './pages/frame.ts'
import { type AskingForm, informationPage, requestPage } from './pages/information-pages.ts'
import { sentencesOf } from './service-desk.ts'

/** Asking for government information, and what becomes of it. */
export function addInformationRoutes(app: Hono, parts: CitizenParts): void {
  const { information: desk, citizens, services } = parts

  app.get('/services/:county/information', async (c) => {
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return c.html(informationPage(frameFor(c, null), [], titleOfState, null))
    const [organ = ''] = Object.keys(await desk.organs(citizen.county))
    const filled = { organ, applicantKind: 'person', contact: await citizens.phoneOf(citizen) }
    return show(c, citizen, filled, [])
  })

  app.post('/services/:county/information', async (c) => {
    const county = countyOf(c)
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, county)
    const filled = filledFrom(await textsOf(c))
    if (!isOwn(c, parts, citizen, filled['csrf'])) {
      return show(c, citizen, filled, [{ message: FOREIGN, path: [] }], 403)
    }
    const schema = await askingFields(county)
    const checked = validate(schema, valuesOf(schema, filled))
    if (checked.kind === 'invalid') return show(c, citizen, filled, checked.issues, 422)
    const { organ, ...given } = checked.value
    const { applicant, idNumber } = given
    if (parts.identity !== null && idNumber !== undefined) {
      const isSame = await parts.identity.verify({ name: applicant, idNumber })
      if (isSame === 'different') {
        const message = '姓名和公民身份号码不一致，请核对。'
        return show(c, citizen, filled, [{ message, path: ['idNumber'] }], 422)
      }
    }
    const registered = await desk.ask(county, citizen.actor, organ, given, sheetOf(filled))
    if (registered.kind === 'refused') return show(c, citizen, filled, registered.issues, 422)
    if (registered.kind === 'not-stored')
      return show(c, citizen, filled, [{ message: registered.issue.message, path: [] }], 409)
    const number = registered.kind === 'known' ? registered.number : registered.case.id
    return c.redirect(serviceAddress(county, 'information', number), 303)
  })

  app.get('/services/:county/information/:id', async (c) => {
    const found = await ownRequest(c)
    return found instanceof Response ? found : answer(c, found, [])
  })

  app.post('/services/:county/information/:id/correct', async (c) => {
    const found = await ownRequest(c)
    if (found instanceof Response) return found
    const { csrf, corrected = '' } = await textsOf(c)
    if (!isOwn(c, parts, found.citizen, csrf)) return answer(c, found, [FOREIGN])
    return done(
      c,
      found,
      { name: 'correct', input: { corrected } },
      '已经收到您的补正，答复期限自今天起重新计算。',
    )
  })

  app.post('/services/:county/information/:id/withdraw', async (c) => {
    const found = await ownRequest(c)
    if (found instanceof Response) return found
    const { csrf, reason = '' } = await textsOf(c)
    if (!isOwn(c, parts, found.citizen, csrf)) return answer(c, found, [FOREIGN])
    return done(c, found, { name: 'withdraw', reason }, '申请已经撤回。')
  })

  app.get('/services/:county/information/:id/papers/:sequence{\\d+}/:file', async (c) => {
    const found = await ownRequest(c)
    return found instanceof Response ? found : sendOwnPaper(c, services, found.sight, found.stored)
  })

  interface OwnRequest {
    readonly citizen: Citizen
    readonly stored: StoredCase
    readonly sight: Sight
  }

  async function ownRequest(c: Context): Promise<OwnRequest | Response> {
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, countyOf(c))
    const stored = await desk.request(citizen.county, citizen.actor, c.req.param('id') ?? '')
    if (stored === null) return c.notFound()
    return { citizen, stored, sight: await sightOf(parts, citizen, programme, answering) }
  }

  async function show(
    c: Context,
    citizen: Citizen,
    filled: Filled,
    issues: AskingForm['issues'],
    status: 200 | 403 | 409 | 422 = 200,
  ) {
    const own = await desk.own(citizen.county, citizen.actor)
    const form = { schema: await askingFields(citizen.county), filled, issues }
    return c.html(informationPage(frameFor(c, citizen), own, titleOfState, form), status)
  }

  async function askingFields(county: string) {
    const organs = await desk.organs(county)
    return fields({ organ: choice('向哪个机关申请', organs, { wanted: '列出的一个机关' }), ...asked })
  }

  async function done(
    c: Context,
    found: OwnRequest,
    action: {
      readonly name: string
      readonly input?: Readonly<Record<string, unknown>>
      readonly reason?: string
    },
    says: string,
  ) {
    const { citizen, stored } = found
    const acted = await desk.act(citizen.county, stored.case.id, { ...action, by: citizen.actor })
    return acted.kind === 'done' ? answer(c, found, [], says) : answer(c, found, sentencesOf(acted))
  }

  async function answer(
    c: Context,
    { citizen, sight, stored }: OwnRequest,
    problems: readonly string[],
    says?: string,
  ) {
    const { case: current, version } =
      (await desk.request(citizen.county, citizen.actor, stored.case.id)) ?? stored
    const [company, entries] = await Promise.all([
      companyOf(services.db, answering, current),
      historyOf(services.db, answering, current.county, current.id),
    ])
    const corrections = current.data['corrections']
    const page = requestPage(frameFor(c, citizen), {
      view: caseView(sight, current, version, company),
      history: linesOf(answering, entries),
      corrections: typeof corrections === 'string' ? corrections : null,
      problems,
      ...(says === undefined ? {} : { done: says }),
    })
    return c.html(page, problems.length > 0 ? 422 : 200)
  }
}

function titleOfState({ case: { state } }: StoredCase): string {
  return answering.states[state]?.title ?? state
}

function filledFrom(texts: Readonly<Record<string, string | undefined>>): Filled {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  )
}
