import {
  deadlinesOf,
  deadlineTotals,
  dutiesOf,
  findingsOf,
  findingTotals,
  gazetteTotals,
  latestNotices,
  noticesOfIssue,
  publishedIssues,
  unitHeads,
  unitTotals,
} from '@luoshi/store'
import type { Context, Hono } from 'hono'
import {
  deadlinesWorkbook,
  dutiesWorkbook,
  findingsWorkbook,
  workbookMediaType,
} from '../../exports/workbook.ts'
import { shownNow } from '../../gazettes/shown-now.ts'
import { allDutiesWorkbookAddress, deadlinesWorkbookAddress, findingsWorkbookAddress } from '../addresses.ts'
import { attachment, checked } from '../checked.ts'
import { type PageEnv, PUBLISHED } from '../page-cache.ts'
import { deadlinesPage } from '../pages/deadlines-page.ts'
import { findingsPage } from '../pages/findings-page.ts'
import { homePage } from '../pages/home-page.ts'
import { issuesPage } from '../pages/issues-page.ts'
import { nowPage } from '../pages/now-page.ts'
import { subscribePage } from '../pages/subscribe-page.ts'
import { unitPage } from '../pages/unit-page.ts'
import { unitsPage } from '../pages/units-page.ts'
import { pageOf } from '../paging.ts'
import { type PortalServices, today } from '../portal.ts'
import { queries } from '../queries.ts'

const ISSUES_PER_PAGE = 20
const DUTIES_PER_PAGE = 100
const FINDINGS_PER_PAGE = 100
const DEADLINES_PER_PAGE = 200

/** Rows of a workbook: more than any county has. */
const ALL = 1_000_000

/** The front page and the lists over all that is published. */
export function addListRoutes(app: Hono<PageEnv>, services: PortalServices): void {
  const { db } = services
  app.get('/', async (c) => {
    const now = today(services)
    const [totals, latest, issues, shown, asked] = await Promise.all([
      gazetteTotals(db),
      latestNotices(db, { limit: 10 }),
      publishedIssues(db, { limit: 6 }),
      shownNow(db, services.programmes),
      deadlinesOf(db, { form: 'dated', isPublic: true, from: now, limit: 5 }),
    ])
    return c.html(homePage({ totals, latest, issues, shown, asked, today: now }))
  })
  app.get('/now', async (c) => c.html(nowPage(await shownNow(db, services.programmes))))
  app.get('/subscribe', (c) => c.html(subscribePage()))
  app.get('/issues', async (c) => {
    c.set('depends', [PUBLISHED])
    const totals = await gazetteTotals(db)
    const at = pageOf(totals.issues, checked(queries.issues, c.req.query()).page, ISSUES_PER_PAGE)
    const issues = await publishedIssues(db, { limit: ISSUES_PER_PAGE, offset: at.offset })
    const views = await Promise.all(
      issues.map(async (issue) => ({
        issue,
        notices: await noticesOfIssue(db, issue.county, issue.key, issue.version),
      })),
    )
    return c.html(issuesPage(totals, views, at))
  })
  addUnitRoutes(app, services)
  addDeadlineRoutes(app, services)
  addFindingRoutes(app, services)
}

function addUnitRoutes(app: Hono<PageEnv>, { db }: PortalServices): void {
  app.get('/units', async (c) => {
    c.set('depends', [PUBLISHED])
    const { name } = checked(queries.units, c.req.query())
    return c.html(unitsPage(await unitHeads(db, name?.trim()), name))
  })
  app.get(allDutiesWorkbookAddress, async (c) =>
    workbook(c, '各单位任务.xlsx', await dutiesWorkbook(await dutiesOf(db, { limit: ALL }))),
  )
  app.get('/units/:county/:name', async (c) => {
    const { county, name } = c.req.param()
    const { role, page } = checked(queries.unit, c.req.query())
    const totals = await unitTotals(db, county, name)
    if (totals.total === 0) return c.notFound()
    c.set('depends', [PUBLISHED])
    const chosen = role === undefined ? totals.total : (totals.roles.get(role) ?? 0)
    const at = pageOf(chosen, page, DUTIES_PER_PAGE)
    const duties = await dutiesOf(db, { county, unit: name, role, limit: DUTIES_PER_PAGE, offset: at.offset })
    return c.html(unitPage({ county, name, totals, role, duties, at }))
  })
  app.get('/units/:county/:name/duties.xlsx', async (c) => {
    const { county, name } = c.req.param()
    const duties = await dutiesOf(db, { county, unit: name, limit: ALL })
    if (duties.length === 0) return c.notFound()
    return workbook(c, `${name}任务.xlsx`, await dutiesWorkbook(duties))
  })
}

function addDeadlineRoutes(app: Hono<PageEnv>, { db }: PortalServices): void {
  app.get('/deadlines', async (c) => {
    c.set('depends', [PUBLISHED])
    const { form, year, page } = checked(queries.deadlines, c.req.query())
    const totals = await deadlineTotals(db)
    const count = form === 'dated' && year !== undefined ? (totals.years.get(year) ?? 0) : totals.forms[form]
    const at = pageOf(count, page, DEADLINES_PER_PAGE)
    const asked = form === 'dated' ? year : undefined
    const deadlines = await deadlinesOf(db, {
      form,
      year: asked,
      limit: DEADLINES_PER_PAGE,
      offset: at.offset,
    })
    return c.html(deadlinesPage({ totals, form, year: asked, deadlines, at }))
  })
  app.get(deadlinesWorkbookAddress, async (c) => {
    const [dated, recurring, counted] = await Promise.all(
      (['dated', 'recurring', 'counted'] as const).map((form) => deadlinesOf(db, { form, limit: ALL })),
    )
    const forms = { dated: dated ?? [], recurring: recurring ?? [], counted: counted ?? [] }
    return workbook(c, '期限.xlsx', await deadlinesWorkbook(forms))
  })
}

function addFindingRoutes(app: Hono<PageEnv>, { db }: PortalServices): void {
  app.get('/findings', async (c) => {
    c.set('depends', [PUBLISHED])
    const { page, ...choice } = checked(queries.findings, c.req.query())
    const [kinds, chosenKinds, issues] = await Promise.all([
      findingTotals(db),
      findingTotals(db, choice),
      publishedIssues(db, { limit: 500 }),
    ])
    const chosen = [...chosenKinds.values()].reduce((sum, count) => sum + count, 0)
    const at = pageOf(chosen, page, FINDINGS_PER_PAGE)
    const findings = await findingsOf(db, { ...choice, limit: FINDINGS_PER_PAGE, offset: at.offset })
    return c.html(findingsPage({ choice, kinds, chosen, issues, findings, at }))
  })
  app.get(findingsWorkbookAddress, async (c) => {
    const { page: _, ...choice } = checked(queries.findings, c.req.query())
    const findings = await findingsOf(db, { ...choice, limit: ALL })
    return workbook(c, '校核意见.xlsx', await findingsWorkbook(findings))
  })
}

function workbook(c: Context, file: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return c.body(bytes, 200, attachment(file, workbookMediaType))
}
