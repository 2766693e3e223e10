import type { ReportsView, ReportTurnView } from '@luoshi/client'
import {
  accessFilter,
  addDays,
  answersFrom,
  dateOf,
  findProcedure,
  type OwedReport,
  type Programme,
  type Report,
  reportSummary,
  reportsDue,
  rolesOf,
} from '@luoshi/kernel'
import { listCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { type CountyPosts, postsOfCounty } from '../sign-in/posts.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { citeView } from './views/cite-view.ts'
import { dueView } from './views/limit-view.ts'
import { type Sight, sightOf, unitName } from './views/sight.ts'

/** Days back and ahead from today within which turns are shown. */
const BACK = 60
const AHEAD = 31

/** Answers of one turn that are read at most. */
const MOST = 500

/** Reports that units owe to one another: what is due, who is missing, what the answers come to. */
export function addReportRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/reports', async (c) => c.json(await reportsOf(c, context)))
}

/** The turns that concern an officer: theirs to send, or to receive. */
export async function reportsOf(c: Context<ApiEnv>, context: ApiContext): Promise<ReportsView> {
  const { services } = context
  const now = services.clock()
  const today = dateOf(now)
  const { county, calendar } = c.var.state
  const concerned = services.programmes.flatMap((programme) =>
    (programme.reports ?? []).flatMap((report) => {
      const sight = sightFor(c, context, programme, report, now)
      const roles = sight === null ? [] : rolesOf(sight.actor, today)
      const concerns = roles.includes(report.owedBy) || roles.includes(report.owedTo)
      return sight === null || !concerns ? [] : [{ report, sight, receives: roles.includes(report.owedTo) }]
    }),
  )
  if (concerned.length === 0) return { date: today, turns: [] }
  const posts = await postsOfCounty(services.db, county)
  const turns: ReportTurnView[] = []
  for (const { report, sight, receives } of concerned) {
    const owing = unitsHolding(posts, sight.programme.id, report.owedBy, today)
    for (const owed of reportsDue(report, addDays(today, -BACK), addDays(today, AHEAD), calendar)) {
      turns.push(await turnView(context, sight, { report, owed, owing, receives }))
    }
  }
  const dayOf = ({ due, turn }: ReportTurnView) => due.due ?? turn
  turns.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  return { date: today, turns }
}

function sightFor(
  c: Context<ApiEnv>,
  { library }: ApiContext,
  programme: Programme,
  report: Report,
  now: string,
): Sight | null {
  const procedure = findProcedure(programme, report.id)
  if (procedure === undefined) return null
  const { officer, state } = c.var
  return sightOf({ programme, procedure, state, library, officer, now })
}

interface Turn {
  readonly report: Report
  readonly owed: OwedReport
  /** Ids of the units that owe it. */
  readonly owing: readonly string[]
  readonly receives: boolean
}

async function turnView(
  { services, library }: ApiContext,
  sight: Sight,
  { report, owed, owing, receives }: Turn,
): Promise<ReportTurnView> {
  const { programme, procedure, actor, state, now } = sight
  const today = dateOf(now)
  const listed = await listCases(services.db, {
    county: state.county,
    programme,
    procedure,
    filter: accessFilter(actor, procedure.access.read, state.units, today),
    where: { turn: owed.turn },
    limit: MOST,
  })
  const cases = listed.kind === 'refused' ? [] : listed.rows.map(({ case: one }) => one)
  const summary = reportSummary(report, owed, owing, answersFrom(report, cases), now)
  const names = (units: readonly string[]) => units.map((unit) => unitName(state, unit, today))
  const mine = new Set(actor.posts.filter(({ role }) => role === report.owedBy).map(({ unit }) => unit))
  return {
    programme: programme.id,
    report: report.id,
    title: report.title,
    turn: owed.turn,
    period: owed.period.title,
    due: dueView(owed.due, false),
    isPast: summary.isPast,
    clause: citeView(library, report.basis),
    owedByMe: names(summary.missing.filter((unit) => mine.has(unit))),
    received: receives
      ? {
          owing: owing.length,
          answered: summary.answers.length,
          late: summary.answers.filter(({ isLate }) => isLate).length,
          missing: names(summary.missing),
          sums: summary.sums.map(({ label, sum }) => ({ label, sum })),
        }
      : null,
    href: `/desk/programmes/${programme.id}/${procedure.id}?where.turn=${owed.turn}`,
  }
}

/** Units in which someone holds a role today. */
function unitsHolding(posts: CountyPosts, programme: string, role: string, today: string): readonly string[] {
  const held = [...posts.values()]
    .flat()
    .filter((post) => post.programme === programme && post.role === role)
    .filter(({ from, until }) => (from === null || from <= today) && (until === null || today < until))
  return [...new Set(held.map(({ unit }) => unit))]
}
