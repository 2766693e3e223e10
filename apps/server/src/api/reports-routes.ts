import type { ReportsView, ReportTurnView } from '@luoshi/client'
import {
  accessFilter,
  addDays,
  answersFrom,
  dateOf,
  findProcedure,
  isDay,
  type OwedReport,
  type Programme,
  type Report,
  type ReportSummary,
  reportSummary,
  reportsDue,
  rolesOf,
} from '@luoshi/kernel'
import { listCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { type CountyPosts, postsOfCounty } from '../sign-in/posts.ts'
import { answerSheet } from '../transfer/answer-sheet.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { programmesOf } from './county-programmes.ts'
import { refuse } from './refusal.ts'
import { type SummedUp, summarySheet } from './report-sheet.ts'
import { orderTurns, orderTurnView, worthListing } from './supervision/order-turns.ts'
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

  app.get('/api/v1/:county/reports.xlsx', async (c) => {
    const { programme = '', report = '', order = '', turn = '' } = c.req.query()
    const found =
      order === ''
        ? await receivedTurn(c, context, programme, report, turn)
        : (await orderTurns(c, context, turn, turn)).find((one) => one.report.id === order)
    if (found === undefined || !found.receives) return refuse(c, context.library, apiIssue('address-unknown'))
    return answerSheet(c, [summarySheet(found)], `${found.report.title}${found.owed.period.title}汇总.xlsx`)
  })
}

/** The turns that concern an officer: theirs to send, or to receive. */
export async function reportsOf(c: Context<ApiEnv>, context: ApiContext): Promise<ReportsView> {
  const { services } = context
  const now = services.clock()
  const today = dateOf(now)
  const { county, calendar } = c.var.state
  const concerned = programmesOf(services, c.var.state.county).flatMap((programme) =>
    (programme.reports ?? []).flatMap((report) => {
      const sight = sightFor(c, context, programme, report, now)
      const roles = sight === null ? [] : rolesOf(sight.actor, today)
      const concerns = roles.includes(report.owedBy) || roles.includes(report.owedTo)
      return sight === null || !concerns ? [] : [{ report, sight, receives: roles.includes(report.owedTo) }]
    }),
  )
  const ordered = await orderTurns(c, context, addDays(today, -BACK), addDays(today, AHEAD))
  const turns: ReportTurnView[] = ordered.filter((turn) => worthListing(turn, today)).map(orderTurnView)
  const posts = concerned.length === 0 ? new Map() : await postsOfCounty(services.db, county)
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

/** A turn that an officer receives, with its answers; undefined where it is none of theirs. */
async function receivedTurn(
  c: Context<ApiEnv>,
  context: ApiContext,
  programmeId: string,
  reportId: string,
  turn: string,
): Promise<SummedUp | undefined> {
  const { services } = context
  const now = services.clock()
  const programme = services.programmes.find(({ id }) => id === programmeId)
  const report = programme?.reports?.find(({ id }) => id === reportId)
  if (programme === undefined || report === undefined || !isDay(turn)) return undefined
  const sight = sightFor(c, context, programme, report, now)
  if (sight === null) return undefined
  const [owed] = reportsDue(report, turn, turn, sight.state.calendar)
  if (owed === undefined) return undefined
  const posts = await postsOfCounty(services.db, sight.state.county)
  const owing = unitsHolding(posts, programme.id, report.owedBy, dateOf(now))
  const receives = rolesOf(sight.actor, dateOf(now)).includes(report.owedTo)
  const summary = await summaryOf(context, sight, { report, owed, owing, receives })
  return { sight, report, owed, summary, receives }
}

/** All answers to one turn that an officer may read, put together. */
async function summaryOf(
  { services }: ApiContext,
  { programme, procedure, actor, state, now }: Sight,
  { report, owed, owing }: Turn,
): Promise<ReportSummary> {
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
  return reportSummary(report, owed, owing, answersFrom(report, cases), now)
}

async function turnView(context: ApiContext, sight: Sight, turn: Turn): Promise<ReportTurnView> {
  const { library } = context
  const { report, owed, owing, receives } = turn
  const { programme, procedure, actor, state, now } = sight
  const today = dateOf(now)
  const summary = await summaryOf(context, sight, turn)
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
    opening: `?turn=${owed.turn}`,
    sheet: receives
      ? `/api/v1/${state.county}/reports.xlsx?programme=${programme.id}&report=${report.id}&turn=${owed.turn}`
      : null,
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
