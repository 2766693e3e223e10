import { splitLines } from '@luoshi/gazette'
import {
  type Database,
  findSurroundedById,
  type IssueHead,
  issueReading,
  issueSource,
  noticesOfIssue,
  personalTablesOf,
  versionsOf,
} from '@luoshi/store'
import type { Hono } from 'hono'
import { issueFile } from '../../exports/issue-files.ts'
import { maskedRepair, personalLines, withoutNumbers } from '../../gazettes/personal-columns.ts'
import { maskedProse } from '../../gazettes/personal-prose.ts'
import { linesPerPage } from '../addresses.ts'
import { attachment, checked } from '../checked.ts'
import { type PageEnv, PUBLISHED } from '../page-cache.ts'
import { issuePage } from '../pages/issues-page.ts'
import { linesPage } from '../pages/lines-page.ts'
import type { PortalServices } from '../portal.ts'
import { queries } from '../queries.ts'
import { noticeResponse } from './notice-routes.ts'

/** An issue, its versions, its lines and its files. */
export function addIssueRoutes(app: Hono<PageEnv>, services: PortalServices): void {
  const { db } = services
  app.get('/:county/issues/:key', async (c) => {
    const { county, key } = c.req.param()
    const versions = await shownVersions(db, county, key)
    const issue = versions.find(({ state }) => state === 'published')
    if (issue === undefined) return c.notFound()
    c.set('depends', [PUBLISHED])
    return c.html(
      issuePage({ issue, notices: await noticesOfIssue(db, county, key, issue.version) }, versions),
    )
  })
  app.get('/:county/issues/:key/versions/:version', async (c) => {
    const { county, key, version } = c.req.param()
    const number = checked(queries.number, version)
    const versions = await shownVersions(db, county, key)
    const issue = versions.find((one) => one.version === number)
    if (issue === undefined) return c.notFound()
    c.set('depends', [PUBLISHED])
    return c.html(issuePage({ issue, notices: await noticesOfIssue(db, county, key, number) }, versions))
  })
  app.get('/:county/issues/:key/versions/:version/notices/:ordinal', async (c) => {
    const { county, key, version, ordinal } = c.req.param()
    const versions = await shownVersions(db, county, key)
    const id = `${key}/${checked(queries.number, version)}/${checked(queries.number, ordinal)}`
    const stored = await findSurroundedById(db, county, id)
    if (stored === null || !versions.some((one) => one.version === stored.head.version)) return c.notFound()
    return noticeResponse(c, services, stored)
  })
  app.get('/:county/issues/:key/versions/:version/lines/:line', async (c) => {
    const { county, key } = c.req.param()
    const version = checked(queries.number, c.req.param('version'))
    const line = checked(queries.line, c.req.param('line'))
    const issue = (await shownVersions(db, county, key)).find((one) => one.version === version)
    const source = issue === undefined ? null : await issueSource(db, county, key, version)
    if (issue === undefined || source === null) return c.notFound()
    const printed = splitLines(source.source).lines.map(({ raw }) => raw)
    if (line > Math.max(1, printed.length)) return c.notFound()
    c.set('depends', [PUBLISHED])
    const first = Math.floor((line - 1) / linesPerPage) * linesPerPage + 1
    const covered = await linesThatTellOfPersons(db, issue)
    const lines = printed.map((text, index) =>
      covered.has(index + 1) ? withoutNumbers(text) : maskedProse(text),
    )
    const repairs = source.repairs.map((repair) => maskedRepair(repair, covered))
    return c.html(linesPage({ county, key, version, title: issue.title, lines, repairs }, first))
  })
  app.get('/:county/issues/:key/download/:file', async (c) => {
    const { county, key, file } = c.req.param()
    const issue = (await shownVersions(db, county, key)).find(({ state }) => state === 'published')
    if (issue === undefined) return c.notFound()
    const [reading, personal] = await Promise.all([
      issueReading(db, county, key, issue.version),
      personalTablesOf(db, county, key, issue.version),
    ])
    const taken = reading === null ? null : await issueFile(reading, issue, personal, file)
    return taken === null ? c.notFound() : c.body(taken.body, 200, attachment(file, taken.mediaType))
  })
}

/** Lines of the file on which rows of its tables stand that tell of persons. */
async function linesThatTellOfPersons(
  db: Database,
  { county, key, version }: IssueHead,
): Promise<ReadonlySet<number>> {
  const personal = await personalTablesOf(db, county, key, version)
  const reading = personal.size === 0 ? null : await issueReading(db, county, key, version)
  return new Set(
    [...personal].flatMap(([instrument, tables]) =>
      [...tables].flatMap(([number, columns]) => {
        const table = reading?.instruments[instrument]?.tables[number - 1]
        return table === undefined ? [] : personalLines(table, columns)
      }),
    ),
  )
}

/** The versions that the public may see. */
async function shownVersions(db: Database, county: string, key: string): Promise<IssueHead[]> {
  return (await versionsOf(db, county, key)).filter(({ state }) => state !== 'draft')
}
