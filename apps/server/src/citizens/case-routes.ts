import { allActions, OPENING } from '@luoshi/kernel'
import { type Application, type Satisfaction, satisfactions } from '@luoshi/programmes/services'
import { historyOf, type StoredCase } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { companyOf } from '../api/case-company.ts'
import { caseView } from '../api/views/case-view.ts'
import type { Sight } from '../api/views/sight.ts'
import { fillPaper } from '../papers/fill-paper.ts'
import { writePaper } from '../papers/write-paper.ts'
import { whenceOf } from '../sign-in/whence.ts'
import { attachment } from '../transfer/attachment.ts'
import { toSignIn } from './apply-routes.ts'
import { type Citizen, citizenActor } from './citizen-desk.ts'
import { type CitizenParts, citizenOf, countyOf, frameFor, isOwn, sightFor } from './citizen-parts.ts'
import { FOREIGN, textsOf } from './citizen-routes.ts'
import { materialName, readSent } from './form-reading.ts'
import { type CaseShown, casePage, channelOf, historyLine, minePage, queryPage } from './pages/case-pages.ts'
import { sentencesOf } from './service-desk.ts'

/** Wrong query codes from one address, and within how many seconds. */
const [MOST_WRONG, WITHIN] = [10, 600]

/** One’s own applications: where they stand, what is to be done, papers, rating; and asking after one with its receipt. */
export function addCaseRoutes(app: Hono, parts: CitizenParts): void {
  const { desk, services, options } = parts
  const wrong = new RateLimiterMemory({ points: MOST_WRONG, duration: WITHIN })

  app.get('/services/:county/mine', async (c) => {
    const citizen = await citizenOf(c, parts)
    if (citizen === null) return toSignIn(c, countyOf(c))
    const cases = await desk.own(citizen.county, citizen.actor)
    const { procedure } = await sightFor(parts, citizen)
    const stateOf = ({ case: { state } }: StoredCase) => procedure.states[state]?.title ?? state
    return c.html(minePage(frameFor(c, citizen), cases, stateOf))
  })

  app.get('/services/:county/query', async (c) => c.html(queryPage(frameFor(c, await citizenOf(c, parts)))))

  app.post('/services/:county/query', async (c) => {
    const county = countyOf(c)
    const citizen = await citizenOf(c, parts)
    const { number = '', code = '' } = await textsOf(c)
    const { address } = whenceOf(c, options)
    const found = await wrong.get(address)
    if (found !== null && found.consumedPoints >= MOST_WRONG) {
      return c.html(queryPage(frameFor(c, citizen), '查询码错误太多次，请十分钟后再试。'), 429)
    }
    const isRight = desk.queryCode(county, number.trim()) === code.trim().toUpperCase()
    const stored = isRight
      ? ((await desk.application(county, number.trim())) ??
        (await desk.application(county, `${number.trim()}-1`)))
      : null
    if (stored === null) {
      await wrong.penalty(address, 1)
      return c.html(queryPage(frameFor(c, citizen), '办件编号和查询码不相符，请核对回执后再填。'), 422)
    }
    const owner = citizenActor(county, stored.case.owner ?? '')
    const asked = { county, actor: owner, token: '', csrfToken: '' }
    return c.html(casePage(frameFor(c, citizen), await shownOf(await sightFor(parts, asked), stored, false)))
  })

  app.get('/services/:county/cases/:id', async (c) => {
    const found = await ownCase(c)
    if (found instanceof Response) return found
    return c.html(casePage(frameFor(c, found.citizen), await shownOf(found.sight, found.stored, true)))
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
    const [, paper = '', format] = /^([\w-]+)\.(pdf|docx)$/.exec(c.req.param('file')) ?? []
    if (format !== 'pdf' && format !== 'docx') return c.notFound()
    const asked = { sequence: Number(c.req.param('sequence')), paper, version: 'own' as const }
    const filled = await fillPaper(services, found.sight, found.stored, asked)
    if (filled.kind === 'refused') return c.notFound()
    const { content, made } = filled
    const written = await writePaper(content, format, { made, fontFolder: services.fontFolder })
    if (written === null) return c.notFound()
    return c.body(written.bytes, 200, {
      'content-type': written.mediaType,
      'content-disposition': attachment(`${content.title}.${format}`),
    })
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
    const shown = await shownOf(sight, now, true)
    const page = casePage(frameFor(c, citizen), {
      ...shown,
      problems,
      ...(says === undefined ? {} : { done: says }),
    })
    return c.html(page, problems.length > 0 ? 422 : 200)
  }

  async function shownOf(
    sight: Sight,
    { case: current, version }: StoredCase,
    isOwnOne: boolean,
  ): Promise<CaseShown> {
    const { db } = services
    const { procedure } = sight
    const [company, entries, isRated] = await Promise.all([
      companyOf(db, procedure, current),
      historyOf(db, procedure, current.county, current.id),
      desk.isRated(current.county, current.id),
    ])
    const titles = new Map(allActions(procedure).map(({ name, action }) => [name, action.title]))
    const titleOf = (action: string) => (action === OPENING ? '提交申请' : (titles.get(action) ?? action))
    const { materials, corrections = [] } = current.data as Application & { corrections?: string[] }
    return {
      view: caseView(sight, current, version, company),
      history: entries.map((entry) => historyLine(titleOf, entry)),
      corrections,
      missing: materials.flatMap(({ name, state }, place) =>
        state === 'missing' ? [{ name, field: materialName(place) }] : [],
      ),
      isOwn: isOwnOne,
      isRated,
      problems: [],
    }
  }
}
