import { satisfactions } from '@luoshi/programmes/services'
import type { StoredCase } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { CITIZEN } from '../api/views/sight.ts'
import { isFromOwnPage, whenceOf } from '../sign-in/whence.ts'
import { shownOf } from './case-shown.ts'
import { citizenActor } from './citizen-desk.ts'
import { type CitizenParts, citizenOf, countyOf, frameFor, sightFor } from './citizen-parts.ts'
import { FOREIGN, textsOf } from './citizen-routes.ts'
import { casePage, channelOf, queryPage, receiptCasesPage } from './pages/case-pages.ts'
import { serviceAddress } from './pages/frame.ts'

/** Wrong query codes from one address, and within how many seconds. */
const [MOST_WRONG, WITHIN] = [10, 600]

/** Asking after an application with its receipt, and rating it: also for who has no account, since a window took it in. */
export function addQueryRoutes(app: Hono, parts: CitizenParts): void {
  const { desk, options } = parts
  const wrong = new RateLimiterMemory({ points: MOST_WRONG, duration: WITHIN })

  app.get('/services/:county/query', async (c) => c.html(queryPage(frameFor(c, await citizenOf(c, parts)))))

  app.post('/services/:county/query', async (c) => {
    const found = await withReceipt(c)
    return found instanceof Response ? found : show(c, found)
  })

  app.post('/services/:county/query/rate', async (c) => {
    const found = await withReceipt(c)
    if (found instanceof Response) return found
    const [only, ...others] = found.cases
    if (only === undefined || others.length > 0) return show(c, found)
    if (!isFromOwnPage(c, options)) return show(c, found, [FOREIGN])
    const level = Object.keys(satisfactions).find((code) => code === found.level)
    if (level === undefined) return show(c, found, ['请选择满意度。'])
    const channel = channelOf(c.req.header('user-agent') ?? '')
    const given = { level: level as keyof typeof satisfactions, remark: found.remark.trim(), channel }
    const rated = await desk.rate(found.county, holderOf(found.county, only), only, given)
    return rated === 'rated' || rated === 'rated-before'
      ? show(c, found, [], '评价已经收到，谢谢。')
      : show(c, found, rated)
  })

  interface Held {
    readonly county: string
    readonly number: string
    readonly code: string
    readonly level: string
    readonly remark: string
    /** One, or all of a package. */
    readonly cases: readonly StoredCase[]
  }

  /** What a receipt is for; the page that says that there is nothing, or that codes were guessed too often. */
  async function withReceipt(c: Context): Promise<Held | Response> {
    const county = countyOf(c)
    const frame = frameFor(c, await citizenOf(c, parts))
    const texts = await textsOf(c)
    const [number, code] = [(texts['number'] ?? '').trim(), (texts['code'] ?? '').trim().toUpperCase()]
    const { address } = whenceOf(c, options)
    const found = await wrong.get(address)
    if (found !== null && found.consumedPoints >= MOST_WRONG) {
      return c.html(queryPage(frame, '查询码错误太多次，请十分钟后再试。'), 429)
    }
    const isRight = desk.queryCode(county, number) === code
    const cases = isRight ? await desk.underReceipt(county, number) : []
    if (cases.length > 0) {
      return { county, number, code, level: texts['level'] ?? '', remark: texts['remark'] ?? '', cases }
    }
    await wrong.penalty(address, 1)
    return c.html(queryPage(frame, '办件编号和查询码不相符，请核对回执后再填。'), 422)
  }

  async function show(
    c: Context,
    { county, code, number, cases }: Held,
    problems: readonly string[] = [],
    done?: string,
  ) {
    const frame = frameFor(c, await citizenOf(c, parts))
    const [first, ...others] = cases
    const asked = { county, actor: holderOf(county, first), token: '', csrfToken: '' }
    const sight = await sightFor(parts, asked)
    if (first === undefined || others.length > 0) {
      const stateOf = ({ case: { state } }: StoredCase) => sight.procedure.states[state]?.title ?? state
      return c.html(receiptCasesPage(frame, { number, code }, cases, stateOf))
    }
    const rateBy = {
      action: serviceAddress(county, 'query', 'rate'),
      hidden: { number: first.case.id, code },
    }
    const shown = await shownOf(parts, sight, first, rateBy)
    const page = casePage(frame, { ...shown, problems, ...(done === undefined ? {} : { done }) })
    return c.html(page, problems.length > 0 ? 422 : 200)
  }
}

/** Who holds a receipt: the owner of the application, or whoever it was that came to the window. */
function holderOf(county: string, stored: StoredCase | undefined) {
  return citizenActor(county, stored?.case.owner ?? `${CITIZEN}receipt-${stored?.case.id ?? ''}`)
}
