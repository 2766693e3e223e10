import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { refuse } from '../refusal.ts'
import { daySection, myDay } from './my-day.ts'

/** Rows of a page, and most that may be asked for at once. */
const USUAL = 50
const MOST = 200

/** What waits for whoever asks. */
export function addDayRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/my-day', async (c) => c.json(await myDay(c, context)))

  app.get('/api/v1/:county/my-day/:section', async (c) => {
    const { group, after, limit = '' } = c.req.query()
    const size = /^\d{1,3}$/.test(limit) ? Math.min(Math.max(1, Number(limit)), MOST) : USUAL
    const wanted = { group: group ?? null, after: after ?? null, limit: size }
    const view = await daySection(c, context, c.req.param('section'), wanted)
    return view === null ? refuse(c, context.library, apiIssue('address-unknown')) : c.json(view)
  })
}
