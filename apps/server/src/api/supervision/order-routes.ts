import type { OrderDetailView, OrdersView, ProposalView } from '@luoshi/client'
import { instrument } from '@luoshi/kernel'
import {
  carriedOrders,
  firstDay,
  NO_DAY,
  orderToDone,
  type ProposedDuty,
} from '@luoshi/programmes/supervision'
import { countBySource, numbersEntered, type OrderedPlace, placesFollowed } from '@luoshi/store'
import type { Hono } from 'hono'
import { z } from 'zod'
import { type PublishedProposals, publishedProposals } from '../../duties/published-proposals.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { refuse } from '../refusal.ts'
import { readBody } from '../requests.ts'
import { citeView } from '../views/cite-view.ts'
import type { Sight } from '../views/sight.ts'
import { enterProposals } from './enter-proposals.ts'
import { dutyPage, SUPERVISION, type Supervised, supervised, supervisionSight } from './supervised.ts'

/** Duties of a page. */
const PAGE = 50

const proposalsBody = {
  schema: z.strictObject({
    numbers: z.array(z.string().max(200)).min(1).max(500),
    confirm: z.boolean().optional(),
  }),
  wanted: '要列为任务的编号，至多500个',
}

/** From what notices order to what is done: counted by notice, entered as duties. */
export function addOrderRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`
  const { library, services } = context

  app.get(`${base}/orders`, async (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
    const published = await publishedProposals(services.db, seen.sight.state.county)
    return c.json(await ordersOf(context, seen, published, published.proposals))
  })

  app.get(`${base}/order`, async (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, library, apiIssue('address-unknown'))
    const published = await publishedProposals(services.db, seen.sight.state.county)
    const own = published.proposals.filter(({ document }) => document === c.req.query('document'))
    const [order] = await ordersOf(context, seen, published, own)
    if (order === undefined) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(await orderDetail(context, seen, published, own, order))
  })

  app.post(`${base}/proposals`, async (c) => {
    const body = await readBody(c, proposalsBody)
    if (!body.isTold) return refuse(c, library, body.issue)
    const sight = supervisionSight(c, context, 'duty')
    if (sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const wanted = new Set(body.value.numbers)
    const published = await publishedProposals(services.db, sight.state.county)
    const proposals = published.proposals.filter(({ number }) => wanted.has(number))
    return c.json(await enterProposals(context, sight, proposals, body.value.confirm === true))
  })
}

/** Which orders programmes carry, for each reading. */
const carriedBy = new WeakMap<PublishedProposals, ReadonlySet<string>>()

/** The numbers of orders that programmes carry. */
function carriedOf(
  { services }: ApiContext,
  { sight }: Supervised,
  published: PublishedProposals,
): ReadonlySet<string> {
  const known = carriedBy.get(published)
  if (known !== undefined) return known
  const carried = carriedOrders(sight.state.county, published.proposals, services.programmes)
  carriedBy.set(published, carried)
  return carried
}

async function ordersOf(
  context: ApiContext,
  seen: Supervised,
  published: PublishedProposals,
  proposals: readonly ProposedDuty[],
): Promise<readonly OrdersView[]> {
  const carried = carriedOf(context, seen, published)
  const places = proposals.map(
    ({ document, clause, number }): OrderedPlace => ({
      source: document,
      place: clause,
      isCarried: carried.has(number),
    }),
  )
  const counts = await countBySource(context.services.db, seen.scope, places)
  return counts.map(({ source, ...count }) => {
    const notice = published.notices.get(source)
    return { document: source, title: notice?.title ?? source, href: notice?.href ?? '/', ...count }
  })
}

async function orderDetail(
  context: ApiContext,
  seen: Supervised,
  published: PublishedProposals,
  proposals: readonly ProposedDuty[],
  counts: OrdersView,
): Promise<OrderDetailView> {
  const { db } = context.services
  const { document } = counts
  const numbers = proposals.map(({ number }) => number)
  const [places, entered, duties] = await Promise.all([
    placesFollowed(db, seen.scope, document),
    numbersEntered(db, seen.scope, numbers),
    dutyPage(db, seen, { stages: ['open', 'done'], sources: [document], limit: PAGE }),
  ])
  const followed = places.map(({ place, ...stands }) => ({
    ...{ document, clause: place, parent: null, isConfirmed: true },
    ...stands,
  }))
  const [order] = orderToDone(proposals, followed, carriedOf(context, seen, published))
  return {
    ...counts,
    open: (order?.nobody ?? []).map((one) => proposalView(seen.sight, one, entered.has(one.number))),
    duties,
  }
}

/** A proposal as the desk shows it. */
export function proposalView({ library, state }: Sight, one: ProposedDuty, isEntered: boolean): ProposalView {
  const { number, title, text, units, days, document, lines } = one
  const printed = days.map(({ text: day }) => day).join('；')
  return {
    number,
    title,
    text,
    units: units.map(({ name }) => name),
    day: printed === '' ? NO_DAY : `${printed}${firstDay(one) === null ? '' : `（${firstDay(one)}）`}`,
    clause: citeView(library, instrument(state.county, document).lines(...lines)),
    isEntered,
  }
}
