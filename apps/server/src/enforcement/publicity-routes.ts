import { countyBySlug } from '@luoshi/counties'
import type { Programme } from '@luoshi/kernel'
import type { Database } from '@luoshi/store'
import type { Hono } from 'hono'
import { checked } from '../web/checked.ts'
import type { PageEnv } from '../web/page-cache.ts'
import { queries } from '../web/queries.ts'
import { publicityOf } from './publicity.ts'
import { enforcementCountiesPage, publicityPage } from './publicity-page.ts'

interface PublicityServices {
  readonly db: Database
  readonly programmes: readonly Programme[]
  clock(): string
}

/** Enforcement as the public sees it: counties, and one county with a search in its decisions and powers. */
export function addPublicityPages(app: Hono<PageEnv>, services: PublicityServices): void {
  app.get('/enforcement', async (c) => {
    const known = await Promise.all([...countyBySlug.keys()].map((county) => hasCases(services.db, county)))
    return c.html(enforcementCountiesPage([...countyBySlug.keys()].filter((_county, place) => known[place])))
  })
  app.get('/enforcement/:county', async (c) => {
    const county = c.req.param('county')
    const { q } = checked(queries.enforcement, c.req.query())
    const isKnown = countyBySlug.has(county) && (await hasCases(services.db, county))
    const publicity = isKnown ? await publicityOf(services, county, q) : null
    return publicity === null ? c.notFound() : c.html(publicityPage(county, publicity, q))
  })
}

/** Whether a county is at work at all. */
async function hasCases(db: Database, county: string): Promise<boolean> {
  const query = db.selectFrom('cases').select('county').where('county', '=', county).limit(1)
  return (await query.executeTakeFirst()) !== undefined
}
