import { type Application, type Satisfaction, satisfactions } from '@luoshi/programmes/services'
import type { StoredCase } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { Sight } from '../api/views/sight.ts'
import { toSignIn } from './apply-routes.ts'
import { shownOf } from './case-shown.ts'
import type { Citizen } from './citizen-desk.ts'
import { type CitizenParts, citizenOf, countyOf, frameFor, isOwn, sightFor } from './citizen-parts.ts'
import { FOREIGN, textsOf } from './citizen-routes.ts'
import { materialName, readSent } from './form-reading.ts'
import { sendOwnPaper } from './own-paper.ts'
import { casePage, channelOf, minePage } from './pages/case-pages.ts'
import { serviceAddress } from './pages/frame.ts'
import { sentencesOf } from './service-desk.ts'

/** One’s own applications: where they stand, what is to be done, papers, rating. */
export function addCaseRoutes(app: Hono, parts: CitizenParts): void {
  const { desk, services } = parts

  app.get('/services/:county/mine', async (c) => {
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, countyOf(c))
    const cases = await desk.own(citizen.county, citizen.actor)
    const { procedure } = await sightFor(parts, citizen)
    const stateOf = ({ case: { state } }: StoredCase) => procedure.states[state]?.title ?? state
    return c.html(minePage(frameFor(c, citizen), cases, stateOf))
  })

  app.get('/services/:county/cases/:id', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    return c.html(casePage(frameFor(c, found.citizen), await ownShown(found)))
  })

  app.post('/services/:county/cases/:id/supply', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    const { citizen, stored } = found
    const sent = await readSent(c, services, citizen.county, citizen.actor.id)
    if (!isOwn(c, parts, citizen, sent.filled['csrf'])) return answer(c, found, [FOREIGN])
    const data = stored.case.data as Application
    const materials = data.materials.map((material, place) =>
      sent.uploads.has(materialName(place)) ? { ...material, state: 'upload' as const } : material,
    )
    const added = data.materials.flatMap(({ name }, place) =>
      (sent.uploads.get(materialName(place)) ?? []).map((file) => ({
        ...file,
        name: `${name}：${file.name}`.slice(0, 255),
      })),
    )
    const documents = [...(data.documents ?? []), ...added]
    const input = { materials, ...(documents.length === 0 ? {} : { documents }) }
    return done(
      c,
      found,
      { name: 'supply', input },
      '已经收到您补正的材料。',
      sent.issues.map(({ message }) => message),
    )
  })

  app.post('/services/:county/cases/:id/withdraw', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    const { csrf } = await textsOf(c)
    if (!isOwn(c, parts, found.citizen, csrf)) return answer(c, found, [FOREIGN])
    return done(c, found, { name: 'withdraw' }, '申请已经撤回。')
  })

  app.post('/services/:county/cases/:id/hearing', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    const { csrf } = await textsOf(c)
    if (!isOwn(c, parts, found.citizen, csrf)) return answer(c, found, [FOREIGN])
    const asks = { name: 'askHearing', input: { hearingAskedBy: 'applicant' } }
    return done(c, found, asks, '已经收到您的听证要求，时间、地点另行通知。')
  })

  app.post('/services/:county/cases/:id/rate', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    const { csrf, level = '', remark = '' } = await textsOf(c)
    if (!isOwn(c, parts, found.citizen, csrf)) return answer(c, found, [FOREIGN])
    if (!Object.hasOwn(satisfactions, level)) return answer(c, found, ['请选择满意度。'])
    const channel = channelOf(c.req.header('user-agent') ?? '')
    const given = { level: level as Satisfaction, remark: remark.trim(), channel }
    const rated = await desk.rate(found.citizen.county, found.citizen.actor, found.stored, given)
    if (rated === 'rated' || rated === 'rated-before') return answer(c, found, [], '评价已经收到，谢谢。')
    return answer(c, found, rated)
  })

  app.get('/services/:county/cases/:id/papers/:sequence{\\d+}/:file', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    return sendOwnPaper(c, services, found.sight, found.stored)
  })

  interface OwnCase {
    readonly citizen: Citizen
    readonly stored: StoredCase
    readonly sight: Sight
  }

  /** The case of the address, where it is one’s own; to others it is as if there were none. */
  async function ownCase(c: Context): Promise<OwnCase | Response> {
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, countyOf(c))
    const stored = await desk.application(citizen.county, c.req.param('id') ?? '')
    if (stored === null || stored.case.owner !== citizen.actor.id) return c.notFound()
    return { citizen, stored, sight: await sightFor(parts, citizen) }
  }

  async function ownShown({ citizen, sight, stored }: OwnCase) {
    const action = serviceAddress(citizen.county, 'cases', stored.case.id, 'rate')
    const rateBy = { action, hidden: { csrf: citizen.csrfToken } }
    return { ...(await shownOf(parts, sight, stored, rateBy)), isOwn: true }
  }

  async function done(
    c: Context,
    found: OwnCase,
    action: { readonly name: string; readonly input?: Readonly<Record<string, unknown>> },
    says: string,
    before: readonly string[] = [],
  ) {
    if (before.length > 0) return answer(c, found, before)
    const { citizen, stored } = found
    const acted = await desk.act(citizen.county, stored.case.id, { ...action, by: citizen.actor })
    return acted.kind === 'done' ? answer(c, found, [], says) : answer(c, found, sentencesOf(acted))
  }

  async function answer(
    c: Context,
    { citizen, sight, stored }: OwnCase,
    problems: readonly string[],
    says?: string,
  ) {
    const now = (await desk.application(citizen.county, stored.case.id)) ?? stored
    const shown = await ownShown({ citizen, sight, stored: now })
    const page = casePage(frameFor(c, citizen), {
      ...shown,
      problems,
      ...(says === undefined ? {} : { done: says }),
    })
    return c.html(page, problems.length > 0 ? 422 : 200)
  }
}
