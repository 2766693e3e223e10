import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { collectDefaultMetrics, Histogram, type OpenMetricsContentType, Registry } from 'prom-client'

/** What is measured of this process, for `/metrics`. */
export interface Metrics {
  readonly registry: Registry<OpenMetricsContentType>
  /** Measures how long requests take, by address pattern: no id of anything is in it. */
  readonly measure: MiddlewareHandler
  /** Answers `/metrics` in OpenMetrics, to this machine and to whoever has the token. */
  readonly routes: Hono
}

/** @param token with which another machine may ask; null where none may */
export function createMetrics(token: string | null): Metrics {
  const registry = new Registry<OpenMetricsContentType>()
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE)
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'luoshi_http_request_seconds',
    help: 'Seconds that a request of the API took, by method, address pattern and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const routes = new Hono()
  routes.get('/metrics', async (c) => {
    if (!isAllowed(c, token))
      return c.text('只有本机或持有 LUOSHI_METRICS_TOKEN 的程序可以读取运行指标。', 403)
    return c.body(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })
  return {
    registry,
    routes,
    async measure(c, next) {
      const begin = performance.now()
      await next()
      const labels = { method: c.req.method, route: routePath(c, -1), status: String(c.res.status) }
      durations.observe(labels, (performance.now() - begin) / 1000)
    },
  }
}

function isAllowed(c: Context, token: string | null): boolean {
  if (token !== null) return c.req.header('authorization') === `Bearer ${token}`
  const isConnected = typeof c.env === 'object' && c.env !== null && 'incoming' in c.env
  const address = isConnected ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1'
  return /^(?:::1|(?:::ffff:)?127\.)/.test(address)
}
