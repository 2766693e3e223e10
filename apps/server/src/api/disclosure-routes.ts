import type { DisclosureLine, DisclosurePage } from '@luoshi/client'
import { accessFilter, isReached } from '@luoshi/kernel'
import { type Disclosed, disclosuresOf, findCase } from '@luoshi/store'
import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { type Day, dayOf, deskAddress, keyOf } from './day/day.ts'
import { readPlace, writePlace } from './day/sections/places.ts'
import { caseSummary } from './views/case-summary.ts'
import { dueView } from './views/limit-view.ts'

/** Rows of a page. */
const PAGE = 50

/** What is shown in public of cases that the officer may read: now, or until it ended. Everyone sees all of it on the portal. */
export function addDisclosureRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/disclosures', async (c) => {
    const day = dayOf(c, context)
    const { shown, after = null } = c.req.query()
    const [from, id, sequence, title] = readPlace(after, 4) ?? []
    const isPlace = from !== undefined && id !== undefined && title !== undefined
    const place = isPlace ? { from, case: id, sequence: Number(sequence), title } : null
    const found = await disclosuresOf(context.services.db, day.county, {
      isShown: shown !== 'ended',
      limit: PAGE + 1,
      ...(place !== null && { after: place }),
    })
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    const lines: (DisclosureLine | null)[] = []
    for (const disclosed of page) lines.push(await lineOf(day, disclosed))
    const view: DisclosurePage = {
      rows: lines.filter((line) => line !== null),
      next:
        found.length > PAGE && last !== undefined
          ? writePlace([last.from, last.case, String(last.sequence), last.title])
          : null,
    }
    return c.json(view)
  })
}

/** Null for what is of no programme of the county, or of a case that the officer may not read. */
async function lineOf(day: Day, disclosed: Disclosed): Promise<DisclosureLine | null> {
  const { programme, procedure, case: id, sequence, title, places, from, until } = disclosed
  const sight = day.sights.get(keyOf(programme, procedure))
  if (sight === undefined) return null
  const stored = await findCase(day.context.services.db, day.county, id)
  const filter = accessFilter(sight.actor, sight.procedure.access.read, sight.state.units, day.today)
  if (stored === null || !isReached(filter, stored.case)) return null
  return {
    id: `${id}/${sequence}/${title}`,
    title,
    programmeTitle: sight.programme.title,
    caseTitle: caseSummary(sight, stored.case, stored.version).title,
    href: deskAddress(sight, id),
    places,
    from,
    until: dueView(until, false),
  }
}
