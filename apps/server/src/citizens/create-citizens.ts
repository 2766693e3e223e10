import { countyBySlug } from '@luoshi/counties'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Library } from '../library.ts'
import type { Services } from '../services.ts'
import type { SignInOptions } from '../sign-in/index.ts'
import type { CountyKeeper } from '../surroundings/county-keeper.ts'
import { failedPage } from '../web/failed-page.ts'
import { pageSecurity } from '../web/page-security.ts'
import { messagePage } from '../web/pages/message-page.ts'
import { addApplyRoutes } from './apply-routes.ts'
import { addCaseRoutes } from './case-routes.ts'
import { CitizenDesk } from './citizen-desk.ts'
import type { CitizenParts } from './citizen-parts.ts'
import { addCitizenSignIn } from './citizen-routes.ts'
import type { CodeSender } from './code-sender.ts'
import { addGuideRoutes } from './guide-routes.ts'
import type { IdentityAdapter } from './identity.ts'
import { InformationDesk } from './information-desk.ts'
import { addInformationRoutes } from './information-routes.ts'
import { addQueryRoutes } from './query-routes.ts'
import { ServiceDesk } from './service-desk.ts'

/** What the public side of services is put together with. */
export interface CitizensOptions {
  readonly services: Services
  readonly counties: CountyKeeper
  readonly library: Library
  readonly options: SignInOptions
  readonly senderOf: (county: string) => CodeSender
  readonly identity: IdentityAdapter | null
}

/** Bytes of a form with its photos. */
const LARGEST_FORM = 60 * 1024 * 1024

/** Services for citizens, under `/services`: guides, applications, progress, rating. All of it works without scripts. */
export function createCitizens(given: CitizensOptions): Hono {
  const { services, counties, options, senderOf, library, identity } = given
  const parts: CitizenParts = {
    services,
    counties,
    library,
    options,
    senderOf,
    identity,
    citizens: new CitizenDesk({ services, counties, senderOf }),
    desk: new ServiceDesk({ services, counties }),
    information: new InformationDesk({ services, counties }),
  }
  const app = new Hono()
  app.use(secureHeaders(pageSecurity))
  app.use(bodyLimit({ maxSize: LARGEST_FORM }))
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  app.get('/services', (c) => c.redirect(`/services/${options.counties[0] ?? ''}`))
  app.use('/services/:county/*', async (c, next) => {
    const county = c.req.param('county')
    if (!options.counties.includes(county) || !countyBySlug.has(county)) return c.notFound()
    return next()
  })
  addGuideRoutes(app, parts)
  addCitizenSignIn(app, parts)
  addApplyRoutes(app, parts)
  addCaseRoutes(app, parts)
  addQueryRoutes(app, parts)
  addInformationRoutes(app, parts)
  app.notFound((c) => c.html(messagePage('没有这一页', '地址可能写错了，或者这个事项已经撤下。'), 404))
  app.onError(failedPage(services.log, '请稍后再试，或者到窗口办理。'))
  return app
}
