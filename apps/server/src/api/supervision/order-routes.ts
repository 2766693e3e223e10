import { createHash } from 'node:crypto'
import type { EnterProposalsView, OrderDetailView, OrdersView, ProposalView } from '@luoshi/client'
import { dateOf, instrument, unitsNamed } from '@luoshi/kernel'
import {
  circularDraft,
  circularFigures,
  dutyRecord,
  firstDay,
  NO_DAY,
  type OrderToDone,
  orderToDone,
  type ProposedDuty,
} from '@luoshi/programmes/supervision'
import { open } from '@luoshi/store'
import type { Hono } from 'hono'
import { z } from 'zod'
import { publishedProposals } from '../../duties/published-proposals.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { openingUnits } from '../case-list-routes.ts'
import { answerActed, surroundings } from '../case-routes.ts'
import { refuse } from '../refusal.ts'
import { newCaseId, readBody, readKey, requestKey } from '../requests.ts'
import { citeView } from '../views/cite-view.ts'
import { type Sight, unitName } from '../views/sight.ts'
import { dutyLines, type Followed, followedDuties, SUPERVISION, supervisionSight } from './followed.ts'

const bodies = {
  proposals: {
    schema: z.strictObject({ numbers: z.array(z.string().max(200)).min(1).max(500) }),
    wanted: '要列为任务的编号，至多500个',
  },
  circular: {
    schema: z.strictObject({
      number: z.string().trim().min(1).max(100),
      subject: z.string().trim().min(1).max(200),
      from: z.iso.date(),
      until: z.iso.date(),
    }),
    wanted: '通报编号、通报事项、起止日期',
  },
}

/** From what notices order to what is done: counted by notice, entered as duties, told in circulars. */
export function addOrderRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`
  const { library, services } = context

  app.get(`${base}/orders`, async (c) => {
    const followed = await followedDuties(c, context)
    if (followed === null) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(
      (await ordersOf(context, followed)).map(({ order, title, href }) => ordersView(order, title, href)),
    )
  })

  app.get(`${base}/order`, async (c) => {
    const followed = await followedDuties(c, context)
    const document = c.req.query('document')
    const found =
      followed === null
        ? undefined
        : (await ordersOf(context, followed)).find(({ order }) => order.document === document)
    if (followed === null || found === undefined) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(orderDetail(followed, found))
  })

  app.post(`${base}/proposals`, async (c) => {
    const body = await readBody(c, bodies.proposals)
    if (!body.isTold) return refuse(c, library, body.issue)
    const sight = supervisionSight(c, context, 'duty')
    if (sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const wanted = new Set(body.value.numbers)
    const published = await publishedProposals(services.db, sight.state.county)
    const proposals = published.proposals.filter(({ number }) => wanted.has(number))
    return c.json(await enterProposals(context, sight, proposals))
  })

  app.post(`${base}/circulars`, async (c) => {
    const [key, body] = [readKey(c), await readBody(c, bodies.circular)]
    if (!key.isTold) return refuse(c, library, key.issue)
    if (!body.isTold) return refuse(c, library, body.issue)
    const followed = await followedDuties(c, context)
    const sight = supervisionSight(c, context, 'circular')
    if (followed === null || sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const { from, until } = body.value
    const duties = followed.cases.map(({ duty }) => duty)
    const today = dateOf(sight.now)
    const draft = circularDraft(circularFigures(duties, from, until), (unit) =>
      unitName(sight.state, unit, today),
    )
    const id = newCaseId('circular', c.var.officer.id, key.value)
    const request = {
      county: sight.state.county,
      case: id,
      requestKey: requestKey(c.var.officer.id, key.value),
    }
    const action = { by: sight.actor, input: { ...body.value, ...draft } }
    const opening = { procedure: 'circular', unit: openingUnits(sight)[0] ?? '', owner: null, action }
    const acted = await open(services.db, sight.programme, request, opening, surroundings(context, sight))
    return answerActed(c, context, sight, acted, 201)
  })
}

interface Order {
  readonly order: OrderToDone
  readonly title: string
  readonly href: string
}

async function ordersOf({ services }: ApiContext, { sight, cases }: Followed): Promise<readonly Order[]> {
  const { county } = sight.state
  const { proposals, notices } = await publishedProposals(services.db, county)
  const duties = cases.map(({ duty }) => duty)
  return orderToDone(county, proposals, duties, services.programmes).map((order) => {
    const notice = notices.get(order.document)
    return { order, title: notice?.title ?? order.document, href: notice?.href ?? '/' }
  })
}

function ordersView({ nobody, ...order }: OrderToDone, title: string, href: string): OrdersView {
  return { ...order, title, href, nobody: nobody.length }
}

function orderDetail(followed: Followed, { order, title, href }: Order): OrderDetailView {
  const { sight, cases } = followed
  const own = cases.filter(({ duty }) => duty.document === order.document)
  const entered = new Set(own.map(({ duty }) => duty.number))
  return {
    ...ordersView(order, title, href),
    open: order.nobody.map((one) => proposalView(sight, one, entered.has(one.number))),
    duties: dutyLines(
      followed,
      own.filter(({ duty }) => duty.isConfirmed),
    ),
  }
}

function proposalView({ library, state }: Sight, one: ProposedDuty, isEntered: boolean): ProposalView {
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

/** Enters proposals as duties that wait for a clerk's word; each under its number, once. */
async function enterProposals(
  context: ApiContext,
  sight: Sight,
  proposals: readonly ProposedDuty[],
): Promise<EnterProposalsView> {
  const { state, actor, programme, now } = sight
  const unit = openingUnits(sight)[0] ?? ''
  const unitIdOf = (name: string) => {
    const [only, ...others] = unitsNamed(state.units, name, dateOf(now))
    return only === undefined || others.length > 0 ? null : only.id
  }
  let entered = 0
  const refused: string[] = []
  for (const one of proposals) {
    const id = `duty-${createHash('sha256').update(one.number).digest('hex').slice(0, 16)}`
    const action = { by: actor, input: { ...dutyRecord(one, unitIdOf) } }
    const acted = await open(
      context.services.db,
      programme,
      { county: state.county, case: id, requestKey: null },
      { procedure: 'duty', unit, owner: null, action },
      surroundings(context, sight),
    )
    if (acted.kind === 'done') entered++
    else {
      const [issue] = acted.kind === 'refused' ? acted.issues : [acted.issue]
      refused.push(`${one.title}：${issue?.message ?? ''}`)
    }
  }
  return { entered, refused }
}
