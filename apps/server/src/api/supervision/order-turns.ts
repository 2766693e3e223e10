import type { ReportTurnView } from '@luoshi/client'
import {
  addDays,
  dateOf,
  type OwedReport,
  type Report,
  type ReportAnswer,
  type ReportSummary,
  reportSummary,
  reportsDue,
  rolesOf,
} from '@luoshi/kernel'
import { type RecurringOrder, recurringOrders } from '@luoshi/programmes/supervision'
import { type Database, listCases, listStandings, type StandingCase } from '@luoshi/store'
import type { Context } from 'hono'
import { type PublishedProposals, publishedProposals } from '../../duties/published-proposals.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { citeView } from '../views/cite-view.ts'
import { dueView } from '../views/limit-view.ts'
import { type Sight, unitName } from '../views/sight.ts'
import { supervised, supervisionSight } from './supervised.ts'

/** Id of the register in which answers to recurring orders are kept. */
export const ORDER_REPORTS = 'order-reports'

/** Duties with recurring orders that are looked at: all five real gazettes have some forty. */
const MOST_ORDERS = 2000

/** Days before the first turn within which an answer to it may have been sent. */
const EARLY = 31

const RECEIVES = ['supervision-clerk', 'supervision-chief', 'county-leader']

/** One turn of a recurring order, what was answered, and how it is seen. */
export interface OrderTurn {
  readonly sight: Sight
  readonly report: Report
  readonly owed: OwedReport
  readonly summary: ReportSummary
  readonly receives: boolean
  /** Ids of one's own units that owe it. */
  readonly mine: readonly string[]
}

/** What notices order again and again, between two days, as far as it concerns an officer: theirs to send or to receive. */
export async function orderTurns(
  c: Context<ApiEnv>,
  context: ApiContext,
  from: string,
  until: string,
): Promise<readonly OrderTurn[]> {
  const [seen, sight] = [supervised(c, context), supervisionSight(c, context, ORDER_REPORTS)]
  if (seen === null || sight === null) return []
  const { actor, state, now } = sight
  const roles = rolesOf(actor, dateOf(now))
  const receives = roles.some((role) => RECEIVES.includes(role))
  const mine = new Set(actor.posts.filter(({ role }) => role === 'handler').map(({ unit }) => unit))
  if (!receives && mine.size === 0) return []
  const { db } = context.services
  const orders = ordersIn(state.county, await publishedProposals(db, state.county))
  if (orders.length === 0) return []
  // Who supports a duty owes its reports as who leads it does, and need not be able to read it.
  const scope = {
    ...seen.scope,
    filter: { county: state.county, isWholeCounty: true, units: [], owner: null },
  }
  const { rows } = await listStandings(db, scope, {
    stages: ['open', 'done'],
    numbers: [...new Set(orders.map(({ duty }) => duty.number))],
    limit: MOST_ORDERS,
  })
  const given = new Map(rows.filter(isGiven).map((row) => [row.number, row]))
  const answers = await answersSince(db, sight, addDays(from, -EARLY))
  return orders.flatMap(({ duty, report }) => {
    const row = given.get(duty.number)
    if (row === undefined) return []
    const owing = owingUnits(row)
    if (!receives && !owing.some((unit) => mine.has(unit))) return []
    const [first, last] = boundsOf(row)
    return reportsDue(report, later(from, first), earlier(until, last), state.calendar).map((owed) => {
      const summary = reportSummary(report, owed, owing, answers.get(report.id) ?? [], now)
      return { sight, report, owed, summary, receives, mine: owing.filter((unit) => mine.has(unit)) }
    })
  })
}

/** Days for which what is owed daily is listed: older ones stand in the register. */
const DAILY_BACK = 2

/** What is worth a line: of what is owed every day only the latest days. */
export function worthListing({ report, owed }: OrderTurn, today: string): boolean {
  if (report.due.turn.kind !== 'daily') return true
  return owed.turn >= addDays(today, -DAILY_BACK) && owed.turn <= today
}

/** A turn as the desk lists it beside the reports of programmes. */
export function orderTurnView({ sight, report, owed, summary, receives, mine }: OrderTurn): ReportTurnView {
  const { state, library, programme, now } = sight
  const names = (units: readonly string[]) => units.map((unit) => unitName(state, unit, dateOf(now)))
  const missing = summary.missing.filter((unit) => mine.includes(unit))
  const order = new URLSearchParams({ order: report.id, turn: owed.turn })
  const [unit = ''] = missing
  const filled = new URLSearchParams({ order: report.id, subject: report.title, turn: owed.turn, unit })
  const listed = new URLSearchParams({ 'where.order': report.id, 'where.turn': owed.turn })
  return {
    programme: programme.id,
    report: ORDER_REPORTS,
    title: report.title,
    turn: owed.turn,
    period: owed.period.title,
    due: dueView(owed.due, false),
    isPast: summary.isPast,
    clause: citeView(library, report.basis),
    owedByMe: names(missing),
    received: receives
      ? {
          owing: summary.answers.length + summary.missing.length,
          answered: summary.answers.length,
          late: summary.answers.filter(({ isLate }) => isLate).length,
          missing: names(summary.missing),
          sums: [],
        }
      : null,
    href: `/desk/programmes/${programme.id}/${ORDER_REPORTS}?${listed}`,
    opening: `?${filled}`,
    sheet: receives ? `/api/v1/${state.county}/reports.xlsx?programme=${programme.id}&${order}` : null,
  }
}

const known = new WeakMap<PublishedProposals, readonly RecurringOrder[]>()

function ordersIn(county: string, published: PublishedProposals): readonly RecurringOrder[] {
  const found = known.get(published) ?? recurringOrders(county, published.proposals, () => null)
  known.set(published, found)
  return found
}

/** Given out: a duty that waits for that owes no report yet. */
function isGiven({ stored }: StandingCase): boolean {
  return stored.case.state !== 'confirmed'
}

function owingUnits({ stored }: StandingCase): readonly string[] {
  const { support } = stored.case.data
  const others = Array.isArray(support) ? support.map(String) : []
  return [...new Set([stored.case.unit, ...others])]
}

/** From the day on which a duty was entered until it was done. */
function boundsOf({ stored, settled }: StandingCase): readonly [string, string] {
  return [dateOf(stored.case.opened), settled === null ? '9999-12-31' : dateOf(settled)]
}

const later = (one: string, other: string) => (one > other ? one : other)
const earlier = (one: string, other: string) => (one < other ? one : other)

/** What was answered since a day, by order. */
async function answersSince(
  db: Database,
  { programme, procedure, state }: Sight,
  since: string,
): Promise<ReadonlyMap<string, readonly ReportAnswer[]>> {
  const found: (ReportAnswer & { order: string })[] = []
  const filter = { county: state.county, isWholeCounty: true, units: [], owner: null }
  const sort = { by: 'opened', descending: true }
  for (let after: string | undefined; ; ) {
    const query = { county: state.county, programme, procedure, filter, sort, limit: 500 }
    const listed = await listCases(db, { ...query, closed: 'open', ...(after ? { after } : {}) })
    if (listed.kind === 'refused') break
    const recent = listed.rows.filter(({ case: one }) => dateOf(one.opened) >= since)
    for (const { case: one } of recent) {
      const { order, turn } = one.data
      found.push({
        order: String(order),
        unit: one.unit,
        turn: String(turn),
        at: one.opened,
        data: one.data,
      })
    }
    if (listed.next === null || recent.length < listed.rows.length) break
    after = listed.next
  }
  return Map.groupBy(found, ({ order }) => order)
}
