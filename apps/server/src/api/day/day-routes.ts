import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { myDay } from './my-day.ts'

/** What waits for whoever asks. */
export function addDayRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  app.get('/api/v1/:county/my-day', async (c) => c.json(await myDay(c, context)))
}
