import type { Database } from '@luoshi/store'
import { Hono } from 'hono'
import { sql } from 'kysely'

/** How long the database may take to say that it is there. */
const PATIENCE_MS = 2000

/** `/healthz`: whether this process runs (`/healthz/live`), and whether it can work (`/healthz`, `/healthz/ready`). */
export function createHealth(db: Database): Hono {
  const app = new Hono()
  const ready = async () => {
    const late = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
    const answered = sql`select 1`.execute(db).then(
      () => true,
      () => false,
    )
    return Promise.race([answered, late])
  }
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.get('/healthz/live', (c) => c.json({ status: 'live' }))
  for (const path of ['/healthz', '/healthz/ready']) {
    app.get(path, async (c) =>
      (await ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'database-unreachable' }, 503),
    )
  }
  return app
}
