import { type AccessFilter, accessFilter, addDays, dateOf } from '@luoshi/kernel'
import { limitsRunningOut } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { Hono as HonoApp } from 'hono'
import ical from 'ical-generator'
import type { Answers } from '../site/site.ts'
import { innerEnv } from './answer-headers.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { deskAddress } from './day/day.ts'
import { findSight, isIssue } from './find-procedure.ts'
import { refuse } from './refusal.ts'
import { orderTurns, worthListing } from './supervision/order-turns.ts'
import { SUPERVISION } from './supervision/supervised.ts'
import { caseSummary } from './views/case-summary.ts'
import type { Sight } from './views/sight.ts'

/** Days ahead that a calendar shows. */
const AHEAD = 400

/** Days ahead for which reports that are owed are shown. */
const AHEAD_OF_REPORTS = 92

/** Entries of a calendar at most. */
const MOST = 1000

/** Asks for what is due in the units in which whoever asks holds a post. */
const OWN = 'own'

const PROCEDURE = '/api/v1/:county/programmes/:programme/procedures/:procedure'

/** What of a procedure is due, as a calendar that other programs subscribe to (iCalendar, RFC 5545). */
export function addCalendarRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get(`${PROCEDURE}/calendar.ics`, async (c) => {
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, context.library, sight)
    const calendar = await calendarOf(c, context, sight)
    c.header('content-type', 'text/calendar; charset=utf-8')
    c.header('cache-control', 'private, max-age=900')
    return c.body(calendar)
  })
}

/**
 * The same under an address that a calendar program can keep: it carries the token, since such programs send no header.
 *
 * @param api what answers the API
 */
export function createCalendarFeeds(api: Answers): HonoApp {
  const app = new HonoApp()
  app.get('/calendar/:county/:programme/:file{[a-z0-9-]+\\.ics}', (c) => feed(c, api))
  return app
}

function feed(c: Context, api: Answers): Response | Promise<Response> {
  const { county = '', programme = '', file = '' } = c.req.param() as Record<string, string>
  const { token = '', unit, whose } = c.req.query()
  const address = new URL(c.req.url)
  const procedure = file.slice(0, -'.ics'.length)
  address.pathname = `/api/v1/${county}/programmes/${programme}/procedures/${procedure}/calendar.ics`
  const asked = Object.entries({ unit, whose }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  address.search = new URLSearchParams(asked).toString()
  const headers = new Headers({ authorization: `Bearer ${token}` })
  const from = c.req.header('x-forwarded-for')
  if (from !== undefined) headers.set('x-forwarded-for', from)
  return api.fetch(new Request(address, { headers }), innerEnv(c))
}

async function calendarOf(c: Context<ApiEnv>, context: ApiContext, sight: Sight): Promise<string> {
  const { services } = context
  const { programme, procedure, actor, state, now } = sight
  const { unit, whose } = c.req.query()
  const { origin } = new URL(c.req.url)
  const readable = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const wanted = whose === OWN ? actor.posts.map((post) => post.unit) : unit === undefined ? null : [unit]
  const filter = ofUnits(readable, wanted)
  const until = `${addDays(dateOf(now), AHEAD)}T00:00:00+08:00`
  const share = { programme, procedure, filter }
  const running = await limitsRunningOut(services.db, state.county, until, [share], MOST)
  const calendar = ical({
    name: `${procedure.title}到期日历`,
    prodId: { company: 'luoshi', product: 'desk', language: 'ZH' },
  })
  for (const { limit, case: found } of running) {
    const summary = caseSummary(sight, found.case, found.version)
    const shown = summary.limits.find((one) => one.limit === limit)
    if (shown === undefined || shown.legal.due === null) continue
    calendar.createEvent({
      id: `${found.case.id}-${limit}@${state.county}.luoshi`,
      // A day has no time of day, wherever the calendar is looked at.
      start: new Date(`${shown.legal.due.slice(0, 10)}T00:00:00Z`),
      allDay: true,
      stamp: new Date(summary.latest),
      summary: `${summary.title}（${shown.title}）`,
      description: `${summary.unitName}，${summary.stateTitle}。${shown.legal.explanation}`,
      url: `${origin}${deskAddress(sight, found.case.id)}`,
    })
  }
  if (programme.id === SUPERVISION) {
    const turns = await orderTurns(c, context, dateOf(now), addDays(dateOf(now), AHEAD_OF_REPORTS))
    for (const turn of turns) {
      const { report, owed, mine } = turn
      if (!worthListing(turn, dateOf(now))) continue
      if (owed.due.kind !== 'due' || !mine.some((one) => wanted === null || wanted.includes(one))) continue
      calendar.createEvent({
        id: `${report.id}-${owed.turn}@${state.county}.luoshi`,
        start: new Date(`${owed.due.due.slice(0, 10)}T00:00:00Z`),
        allDay: true,
        stamp: new Date(now),
        summary: `报送：${report.title}`,
        description: `${owed.period.title}。${owed.due.explanation}`,
        url: `${origin}/desk/reports`,
      })
    }
  }
  return calendar.toString()
}

/** What may be read of some units only, where any are named. */
function ofUnits(filter: AccessFilter | null, wanted: readonly string[] | null): AccessFilter | null {
  if (filter === null || wanted === null) return filter
  const units = [...new Set(wanted)].filter((unit) => filter.isWholeCounty || filter.units.includes(unit))
  return units.length === 0 ? null : { ...filter, isWholeCounty: false, units, owner: null }
}
