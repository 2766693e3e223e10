import { countyBySlug } from '@luoshi/counties'
import { deadlinesOf, latestNotices, publishedIssues, searchNotices } from '@luoshi/store'
import { stringify } from 'csv-stringify/sync'
import type { Context, Hono } from 'hono'
import { publishedLists } from '../../catalogues/published-lists.ts'
import { debtFields, debtsOf } from '../../gazettes/debt.ts'
import { publishedFamilyLists } from '../../gazettes/list-family.ts'
import { canonicalUnit, searchTermsOf } from '../../gazettes/search-query.ts'
import { calendarAddress, issueAddress, unitAddress, withQuery } from '../addresses.ts'
import { datasetsOf, dcatCatalogue, noticePath, sitemap } from '../catalogue.ts'
import { attachment, checked } from '../checked.ts'
import { atomFeed, deadlineCalendar, issueEntry, noticeEntry } from '../feeds.ts'
import { type PageEnv, PUBLISHED } from '../page-cache.ts'
import { cataloguePage } from '../pages/catalogue-page.ts'
import { debtPage } from '../pages/debt-page.ts'
import { familyPage } from '../pages/family-page.ts'
import { type PortalOptions, type PortalServices, today } from '../portal.ts'
import { queries } from '../queries.ts'
import { narrowedTo } from './search-routes.ts'

const debtColumns = Object.keys(debtFields) as (keyof typeof debtFields)[]

const IN_A_FEED = 50
/** What one list of addresses may hold, by its protocol. */
const IN_A_SITEMAP = 50_000

/** Feeds, the calendar, the catalogue of data and the list of addresses. */
export function addDataRoutes(
  app: Hono<PageEnv>,
  services: PortalServices,
  { publicUrl }: PortalOptions,
): void {
  const { db, clock, programmes } = services
  const siteOf = (c: Context) => publicUrl ?? new URL(c.req.url).origin
  const atom = { 'content-type': 'application/atom+xml; charset=utf-8' }
  app.get('/feeds/issues.atom', async (c) => {
    const entries = (await publishedIssues(db, { limit: IN_A_FEED })).map(issueEntry)
    return c.body(await atomFeed('政府公报', siteOf(c), c.req.path, entries), 200, atom)
  })
  app.get('/feeds/notices.atom', async (c) => {
    const entries = (await latestNotices(db, { limit: IN_A_FEED })).map(noticeEntry)
    return c.body(await atomFeed('新文件', siteOf(c), c.req.path, entries), 200, atom)
  })
  app.get('/feeds/search.atom', async (c) => {
    const { page: _, ...choice } = checked(queries.search, c.req.query())
    const search = { ...narrowedTo(choice), terms: searchTermsOf(choice.q), limit: IN_A_FEED }
    const { notices } = await searchNotices(db, search)
    const entries = notices
      .map(({ head }) => noticeEntry(head))
      .sort((a, b) => (a.updated < b.updated ? 1 : -1))
    const path = withQuery(c.req.path, { ...choice })
    return c.body(await atomFeed(`含“${choice.q}”的文件`, siteOf(c), path, entries), 200, atom)
  })
  app.get('/units/:county/:name/notices.atom', async (c) => {
    const { county, name } = c.req.param()
    const heads = await latestNotices(db, { county, unit: canonicalUnit(name), limit: IN_A_FEED })
    const path = `${unitAddress({ county, name })}/notices.atom`
    return c.body(await atomFeed(`${name}的新文件`, siteOf(c), path, heads.map(noticeEntry)), 200, atom)
  })
  app.get(calendarAddress, async (c) => {
    const deadlines = await deadlinesOf(db, { form: 'dated', isPublic: true, limit: 1000 })
    return c.body(deadlineCalendar(siteOf(c), deadlines, new Date(clock())), 200, {
      'content-type': 'text/calendar; charset=utf-8',
    })
  })
  app.get('/catalogue', async (c) => {
    const issues = await publishedIssues(db, { limit: 1000 })
    const counties = [...new Set(issues.map(({ county }) => county))].filter((county) =>
      countyBySlug.has(county),
    )
    const lists = await publishedLists(db, programmes, today(services))
    return c.html(cataloguePage(await datasetsOf(db, issues, lists), counties))
  })
  app.get('/:county/lists', async (c) => {
    const county = c.req.param('county')
    if (!countyBySlug.has(county)) return c.notFound()
    c.set('depends', [PUBLISHED])
    return c.html(familyPage(county, await publishedFamilyLists(db, county)))
  })
  app.get('/:county/:file{debt(?:\\.csv|\\.json)?}', async (c) => {
    const { county, file } = c.req.param()
    if (!countyBySlug.has(county)) return c.notFound()
    const debts = await debtsOf(db, county)
    if (file === 'debt.json') return c.json(debts)
    if (file === 'debt') return c.html(debtPage(county, debts))
    const rows = debts.map((debt) => [debt.period, debt.name, ...debtColumns.map((field) => debt[field])])
    const head = ['时期', '名称', ...debtColumns.map((field) => debtFields[field])]
    const csv = stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
    return c.body(csv, 200, attachment(`${county}-debt.csv`, 'text/csv; charset=utf-8'))
  })
  app.get('/catalogue.jsonld', async (c) => {
    const lists = await publishedLists(db, programmes, today(services))
    const datasets = await datasetsOf(db, await publishedIssues(db, { limit: 1000 }), lists)
    return c.body(JSON.stringify(dcatCatalogue(siteOf(c), datasets)), 200, {
      'content-type': 'application/ld+json; charset=utf-8',
    })
  })
  app.get('/sitemap.xml', async (c) => {
    const [issues, notices] = await Promise.all([
      publishedIssues(db, { limit: IN_A_SITEMAP / 2 }),
      latestNotices(db, { limit: IN_A_SITEMAP / 2 }),
    ])
    const fixed = [
      '/',
      '/issues',
      '/finder',
      '/now',
      '/deadlines',
      '/units',
      '/lists',
      '/programmes',
      '/catalogue',
    ]
    const paths = [
      ...fixed.map((path) => ({ path, day: null })),
      ...issues.map((issue) => ({ path: issueAddress(issue), day: null })),
      ...notices.map(noticePath),
    ]
    return c.body(sitemap(siteOf(c), paths), 200, { 'content-type': 'application/xml; charset=utf-8' })
  })
  app.get('/robots.txt', (c) =>
    c.text(
      `User-agent: *\nDisallow: /editor/\nDisallow: /desk/\nDisallow: /api/\nSitemap: ${siteOf(c)}/sitemap.xml\n`,
    ),
  )
}
