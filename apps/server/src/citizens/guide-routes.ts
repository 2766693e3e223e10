import type { Hono } from 'hono'
import { type CitizenParts, citizenOf, countyOf, frameFor, unitNames } from './citizen-parts.ts'
import { guidePage, guidesPage } from './pages/guide-pages.ts'

/** What can be asked for, and how. */
export function addGuideRoutes(app: Hono, parts: CitizenParts): void {
  const { desk } = parts

  app.get('/services/:county', async (c) => {
    const county = countyOf(c)
    if (!parts.options.counties.includes(county)) return c.notFound()
    const q = (c.req.query('q') ?? '').trim().slice(0, 100)
    const [guides, packages, citizen] = await Promise.all([
      desk.guides(county, q),
      desk.packages(county),
      citizenOf(c, parts),
    ])
    return c.html(guidesPage(frameFor(c, citizen), guides, packages, q))
  })

  app.get('/services/:county/guides/:number', async (c) => {
    const county = countyOf(c)
    const wanted = await desk.wanted(county, c.req.param('number'))
    if (wanted === null) return c.notFound()
    const citizen = await citizenOf(c, parts)
    return c.html(guidePage(frameFor(c, citizen), wanted, await unitNames(county, parts)))
  })
}
