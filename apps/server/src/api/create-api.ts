import { randomUUID } from 'node:crypto'
import { databaseIssue } from '@luoshi/store'
import { Hono, type MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { secureHeaders } from 'hono/secure-headers'
import { addDossierRoutes } from '../dossier/dossier-routes.ts'
import { addEnforcementRoutes } from '../enforcement/enforcement-routes.ts'
import { addFileRoutes } from '../files/file-routes.ts'
import { addListPaperRoutes, addPaperRoutes } from '../papers/paper-routes.ts'
import type { ImportRunner } from '../transfer/import-runner.ts'
import { addSourceRoutes } from '../transfer/sources/source-routes.ts'
import { addExportRoutes, addImportRoutes } from '../transfer/transfer-routes.ts'
import { constantHeaders, setHeader } from './answer-headers.ts'
import type { ApiContext, ApiEnv } from './api-context.ts'
import { apiIssue } from './api-issues.ts'
import { addCalendarRoutes } from './calendar-routes.ts'
import { addCampaignRoutes } from './campaign-routes.ts'
import { addCaseListRoutes } from './case-list-routes.ts'
import { addCaseRoutes } from './case-routes.ts'
import { addCatalogueRoutes } from './catalogues/catalogue-routes.ts'
import { addListVersionRoutes } from './catalogues/version-routes.ts'
import { addComparisonRoutes } from './comparison/comparison-routes.ts'
import { addDayRoutes } from './day/day-routes.ts'
import { addDisclosureRoutes } from './disclosure-routes.ts'
import { addFindRoutes } from './find-routes.ts'
import { addIndicatorRoutes } from './indicator-routes.ts'
import { limitBody } from './limit-body.ts'
import type { Metrics } from './metrics.ts'
import { openApiRoutes } from './openapi/openapi-routes.ts'
import { type ApiOptions, usualOptions } from './options.ts'
import { addProgrammeRoutes } from './programme-routes.ts'
import { limitRate } from './rate-limits.ts'
import { addReferenceRoutes } from './reference-routes.ts'
import { refuse } from './refusal.ts'
import { RememberingRouter } from './remembering-router.ts'
import { addReportRoutes } from './reports-routes.ts'
import { addScoreRoutes } from './score-routes.ts'
import { addStocktakeRoutes } from './stocktakes/stocktake-routes.ts'
import { addArrangeRoutes } from './supervision/arrange-routes.ts'
import { addBoardRoutes } from './supervision/board-routes.ts'
import { addCircularRoutes } from './supervision/circular-routes.ts'
import { addOrderRoutes } from './supervision/order-routes.ts'
import { addRereadingRoutes } from './supervision/rereading-routes.ts'
import { addDutySheetRoutes } from './supervision/sheet-routes.ts'
import { addTallyRoutes } from './tally/tally-routes.ts'
import { addWhatIfRoutes } from './what-if/what-if-routes.ts'

/** Version of the API: it changes where a client would notice. */
const VERSION = '1.0.0'

/** Addresses of a county: all but who is signed in, and what the API is. */
const COUNTY = '/api/v1/:county/*'

/** The API, its parts in the order in which a request meets them. */
export function createApi(
  context: ApiContext,
  { measure }: Pick<Metrics, 'measure'>,
  imports: ImportRunner,
  options: ApiOptions = usualOptions,
): Hono<ApiEnv> {
  const { services, library, signIn, addressOf } = context
  const app = new Hono<ApiEnv>({ router: new RememberingRouter() })
  app.use(nameRequest)
  app.use(measure)
  app.use(logRequests(context))
  app.use(limitRate(library, options.perAddress, addressOf))
  // Pages for people have headers of their own.
  app.route('/', openApiRoutes(services.programmes, VERSION))
  app.use(constantHeaders(securityOptions))
  app.route('/', signIn.routes)
  app.use(COUNTY, keptNowhere)
  app.use(COUNTY, signIn.requireOfficer)
  app.use(
    COUNTY,
    limitRate(library, options.perOfficer, (c) => {
      const { county, id } = c.get('officer')
      return `${county}/${id}`
    }),
  )
  app.use(COUNTY, async (c, next) => {
    const county = c.req.param('county') ?? ''
    if (county !== c.get('officer').county) return refuse(c, library, apiIssue('county-not-own', { county }))
    c.set('state', await context.counties.of(county))
    return next()
  })
  // Before what bounds a JSON body: files have bounds of their own.
  addFileRoutes(app, context)
  addImportRoutes(app, context, imports)
  addSourceRoutes(app, context)
  const tooLarge = apiIssue('body-too-large', { most: `${options.largestBody >> 10}KB` })
  const limited = limitBody(options.largestBody, (c) => refuse(c, library, tooLarge))
  addListVersionRoutes(app, context, limited)
  app.use(`${COUNTY.slice(0, -1)}programmes/*`, limited)
  addProgrammeRoutes(app, context)
  addCaseListRoutes(app, context)
  addCaseRoutes(app, context)
  addTallyRoutes(app, context)
  addWhatIfRoutes(app, context)
  addDayRoutes(app, context)
  addFindRoutes(app, context)
  addPaperRoutes(app, context)
  addListPaperRoutes(app, context)
  addDossierRoutes(app, context)
  addReferenceRoutes(app, context)
  addExportRoutes(app, context)
  addCalendarRoutes(app, context)
  addReportRoutes(app, context)
  addDisclosureRoutes(app, context)
  addIndicatorRoutes(app, context)
  addComparisonRoutes(app, context)
  addCatalogueRoutes(app, context)
  addStocktakeRoutes(app, context)
  addCampaignRoutes(app, context)
  addScoreRoutes(app, context)
  addBoardRoutes(app, context)
  addDutySheetRoutes(app, context)
  addOrderRoutes(app, context)
  addEnforcementRoutes(app, context)
  addCircularRoutes(app, context)
  addRereadingRoutes(app, context)
  addArrangeRoutes(app, context)
  app.notFound((c) => refuse(c, library, apiIssue('address-unknown')))
  app.onError((error, c) => {
    const { requestId: id } = c.var
    services.log.error({ requestId: id, route: routePath(c, -1), err: error }, 'request failed')
    return refuse(c, library, databaseIssue(error) ?? apiIssue('went-wrong'))
  })
  return app
}

/** Gives each request an id, by which its log lines and whoever asked find together; one that came with it is kept. */
const nameRequest: MiddlewareHandler<ApiEnv> = async (c, next) => {
  const given = c.req.header('x-request-id')
  const id = given !== undefined && /^[\w\-=]{1,64}$/.test(given) ? given : randomUUID()
  c.set('requestId', id)
  setHeader(c, 'x-request-id', id)
  await next()
}

/**
 * What an officer is answered depends on who asks and when: no browser keeps it for the next officer at the same desk. A
 * route that may be kept says so itself.
 */
const keptNowhere: MiddlewareHandler<ApiEnv> = async (c, next) => {
  setHeader(c, 'cache-control', 'no-store')
  await next()
}

/** What is kept of each request: never what it says, nor whom it is about. */
function logRequests({ services: { log } }: ApiContext): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const begin = performance.now()
    await next()
    if (!log.isLevelEnabled('info')) return
    const milliseconds = Math.round(performance.now() - begin)
    const { requestId: id, officer } = c.var
    const route = routePath(c, -1)
    const { method } = c.req
    log.info({ requestId: id, method, route, status: c.res.status, milliseconds, officer: officer?.id })
  }
}

const securityOptions = {
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  referrerPolicy: 'no-referrer',
  // Served on this machine without encryption; a proxy in front of it adds this header.
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]
