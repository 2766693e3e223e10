import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { HTTPException } from 'hono/http-exception'
import { secureHeaders } from 'hono/secure-headers'
import type { z } from 'zod'
import {
  deadlinesWorkbook,
  dutiesWorkbook,
  findingsWorkbook,
  issueWorkbook,
  unitWorkbook,
  workbookMediaType,
} from '../exports/workbook.ts'
import { type ExportFormat, exportFormats, exportIssue, writerOf } from '../exports/writers.ts'
import type { Library } from '../library.ts'
import {
  allDutiesWorkbookAddress,
  deadlinesWorkbookAddress,
  findingsWorkbookAddress,
  linesPerPage,
} from './addresses.ts'
import { deadlinesPage } from './pages/deadlines-page.ts'
import { chosenFindings, findingsPage } from './pages/findings-page.ts'
import { issuePage, issuesPage } from './pages/issues-page.ts'
import { linesPage } from './pages/lines-page.ts'
import { messagePage } from './pages/message-page.ts'
import { noticePage } from './pages/notice-page.ts'
import { sameNumberPage } from './pages/same-number-page.ts'
import { searchPage } from './pages/search-page.ts'
import { unitPage } from './pages/unit-page.ts'
import { unitsPage } from './pages/units-page.ts'
import { addProgrammePages } from './programme-routes.ts'
import { queries } from './queries.ts'
import { readStylesheet } from './stylesheet.ts'

const assets = fileURLToPath(new URL('./assets', import.meta.url))

/** The site over a library: headers, files, pages, errors, in the order in which a request meets them. */
export function createApp(library: Library): Hono {
  const app = new Hono()
  app.use(secureHeaders(securityOptions))
  app.use(compress())
  app.use(etag())
  const stylesheet = readStylesheet()
  app.get('/assets/luoshi.css', (c) =>
    c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  )
  app.use(
    '/assets/*',
    serveStatic({ root: assets, rewriteRequestPath: (path) => path.replace('/assets', '') }),
  )
  addPages(app, library)
  addDownloads(app, library)
  addProgrammePages(app, library)
  app.notFound((c) =>
    c.html(messagePage('没有这一页', '地址可能写错了，或者这份公报这次没有读。可以从上面查找。'), 404),
  )
  app.onError((error, c) => {
    if (error instanceof HTTPException && error.status === 400) {
      return c.html(messagePage('地址有误', '地址里的页码、年份或筛选条件不对。'), 400)
    }
    process.stderr.write(`${c.req.method} ${c.req.path}：${error.stack ?? error.message}\n`)
    return c.html(messagePage('出错了', '这一页没有做成。请稍后再试；一再出现时，请把地址告诉管理员。'), 500)
  })
  return app
}

const securityOptions = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'same-origin',
  // Served on this machine without encryption; a proxy in front of it adds this header.
  strictTransportSecurity: false,
} satisfies Parameters<typeof secureHeaders>[0]

function addPages(app: Hono, library: Library): void {
  app.get('/', (c) => c.html(issuesPage(library, checked(queries.issues, c.req.query()))))
  app.get('/issues/:key', (c) => {
    const issue = library.findIssue(c.req.param('key'))
    if (issue === undefined) return c.notFound()
    return c.html(issuePage(issue, checked(queries.issues, c.req.query())))
  })
  app.get('/notices/:county/:key', (c) => {
    const { county, key } = c.req.param()
    const notice = library.findNotice(county, key)
    if (notice !== undefined) return c.html(noticePage(library, notice))
    const same = library.noticesByNumber(county, key)
    return same.length === 0 ? c.notFound() : c.html(sameNumberPage(key, same))
  })
  app.get('/issues/:key/lines/:line', (c) => {
    const issue = library.findIssue(c.req.param('key'))
    const line = checked(queries.line, c.req.param('line'))
    if (issue === undefined || line > Math.max(1, issue.lines.length)) return c.notFound()
    return c.html(linesPage(issue, Math.floor((line - 1) / linesPerPage) * linesPerPage + 1))
  })
  app.get('/units', (c) => c.html(unitsPage(library, checked(queries.units, c.req.query()))))
  app.get('/units/:county/:name', (c) => {
    const unit = library.findUnit(c.req.param('county'), c.req.param('name'))
    if (unit === undefined) return c.notFound()
    return c.html(unitPage(unit, checked(queries.unit, c.req.query())))
  })
  app.get('/findings', (c) => c.html(findingsPage(library, checked(queries.findings, c.req.query()))))
  app.get('/deadlines', (c) => c.html(deadlinesPage(library, checked(queries.deadlines, c.req.query()))))
  app.get('/search', (c) => c.html(searchPage(library, checked(queries.search, c.req.query()))))
}

function addDownloads(app: Hono, library: Library): void {
  app.get('/issues/:key/download/:file', async (c) => {
    const { key, file } = c.req.param()
    const issue = library.findIssue(key)
    if (issue === undefined) return c.notFound()
    if (file.endsWith('.xlsx')) {
      return workbook(c, file, await issueWorkbook(issue))
    }
    const format = formatOf(file)
    if (format === undefined) return c.notFound()
    return c.body(exportIssue(issue.issue, format), 200, attachment(file, writerOf(format).mediaType))
  })
  app.get('/units/:county/:name/duties.xlsx', async (c) => {
    const unit = library.findUnit(c.req.param('county'), c.req.param('name'))
    if (unit === undefined) return c.notFound()
    return workbook(c, `${unit.name}任务.xlsx`, await unitWorkbook(unit))
  })
  app.get(allDutiesWorkbookAddress, async (c) =>
    workbook(c, '各单位任务.xlsx', await dutiesWorkbook(library)),
  )
  app.get(deadlinesWorkbookAddress, async (c) => workbook(c, '期限.xlsx', await deadlinesWorkbook(library)))
  app.get(findingsWorkbookAddress, async (c) => {
    const chosen = chosenFindings(library, checked(queries.findings, c.req.query()))
    return workbook(c, '校核意见.xlsx', await findingsWorkbook(chosen))
  })
}

function workbook(c: Context, file: string, bytes: Uint8Array<ArrayBuffer>): Response {
  return c.body(bytes, 200, attachment(file, workbookMediaType))
}

function attachment(file: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
  }
}

function formatOf(file: string): ExportFormat | undefined {
  return exportFormats.find((format) => file.endsWith(`.${writerOf(format).extension}`))
}

/** What a visitor gave, or a refusal. */
function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (!result.success) throw new HTTPException(400)
  return result.data
}
