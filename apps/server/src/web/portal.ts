import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Programme } from '@luoshi/kernel'
import type { Changes, Database } from '@luoshi/store'
import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import { addPublicityPages } from '../enforcement/publicity-routes.ts'
import type { Clock } from '../services.ts'
import { checked } from './checked.ts'
import { failedPage } from './failed-page.ts'
import { packing } from './packing.ts'
import { PageCache, type PageEnv, PUBLISHED } from './page-cache.ts'
import { pageSecurity } from './page-security.ts'
import { messagePage } from './pages/message-page.ts'
import { addProgrammePages } from './programme-routes.ts'
import { queries } from './queries.ts'
import { addDataRoutes } from './routes/data-routes.ts'
import { addIssueRoutes } from './routes/issue-routes.ts'
import { addListRoutes } from './routes/list-routes.ts'
import { addNoticeRoutes } from './routes/notice-routes.ts'
import { addPublishedListRoutes } from './routes/published-list-routes.ts'
import { addSearchRoutes } from './routes/search-routes.ts'
import { readStylesheet } from './stylesheet.ts'
import { viewCookie, viewMode, viewOf } from './view-mode.ts'

/** What the portal works with. */
export interface PortalServices {
  readonly db: Database
  readonly changes: Changes
  readonly programmes: readonly Programme[]
  readonly clock: Clock
  readonly log: Logger
}

/** What the portal is told when the server starts. */
export interface PortalOptions {
  /** Where browsers find the site, as `https://luoshi.example.gov.cn`; null where it is found under what they ask for. */
  readonly publicUrl: string | null
  /** Whether pages are kept until what they show changes. */
  readonly isCaching?: boolean
}

/** The day on which a page is made, in Shanghai. */
export function today({ clock }: Pick<PortalServices, 'clock'>): string {
  return clock().slice(0, 10)
}

const assets = fileURLToPath(new URL('./assets', import.meta.url))

/** The public site: headers, files, pages, errors, in the order in which a request meets them. */
export function createPortal(services: PortalServices, options: PortalOptions): Hono<PageEnv> {
  const app = new Hono<PageEnv>()
  const cache = new PageCache(services.changes)
  if (options.isCaching !== false) {
    app.use(cache.middleware((c) => `${today(services)} ${viewOf(c)} ${c.req.url}`))
  }
  app.use(secureHeaders(pageSecurity))
  app.use(packing)
  app.use(viewMode)
  addAssets(app)
  app.get('/view', (c) => {
    c.header('set-cookie', viewCookie(viewOf(c), checked(queries.view, c.req.query())))
    return c.redirect(samePage(c.req.header('referer'), c.req.url), 303)
  })
  addListRoutes(app, services)
  addPublicityPages(app, services)
  addSearchRoutes(app, services)
  addDataRoutes(app, services, options)
  addIssueRoutes(app, services)
  addPublishedListRoutes(app, services)
  app.use('/programmes/*', async (c, next) => {
    c.set('depends', [PUBLISHED])
    await next()
  })
  addProgrammePages(app as unknown as Hono, services.db, services.programmes)
  addNoticeRoutes(app, services)
  app.notFound((c) =>
    c.html(messagePage('没有这一页', '地址可能写错了，或者这份公报还没有公开。可以从上面查找。'), 404),
  )
  app.onError(failedPage(services.log, '请稍后再试；一再出现时，请把地址告诉管理员。'))
  return app
}

const manifest = JSON.stringify({
  name: '掌上公报',
  short_name: '公报',
  lang: 'zh-CN',
  start_url: '/',
  display: 'standalone',
  background_color: '#ffffff',
  theme_color: '#b1251b',
  icons: [{ src: '/assets/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
})

function addAssets(app: Hono<PageEnv>): void {
  const stylesheet = readStylesheet()
  const worker = readFileSync(new URL('./assets/sw.js', import.meta.url), 'utf8')
  const fresh = { 'cache-control': 'no-cache' }
  app.get('/assets/luoshi.css', (c) =>
    c.body(stylesheet, 200, { ...fresh, 'content-type': 'text/css; charset=utf-8' }),
  )
  app.get('/sw.js', (c) =>
    c.body(worker, 200, { ...fresh, 'content-type': 'text/javascript; charset=utf-8' }),
  )
  app.get('/manifest.webmanifest', (c) =>
    c.body(manifest, 200, { ...fresh, 'content-type': 'application/manifest+json; charset=utf-8' }),
  )
  app.use(
    '/assets/*',
    serveStatic({ root: assets, rewriteRequestPath: (path) => path.replace('/assets', '') }),
  )
}

/** Back to where the visitor was, on this site only. */
function samePage(referer: string | undefined, here: string): string {
  if (referer === undefined || !URL.canParse(referer)) return '/'
  const { origin, pathname, search } = new URL(referer)
  return origin === new URL(here).origin && pathname !== '/view' ? pathname + search : '/'
}
