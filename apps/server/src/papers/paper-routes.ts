import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { CASE, findReadable } from '../api/case-routes.ts'
import { findSight, isIssue } from '../api/find-procedure.ts'
import { readListQuery } from '../api/list-query.ts'
import { refuse } from '../api/refusal.ts'
import { PROCEDURE } from '../files/file-routes.ts'
import { attachment } from '../transfer/attachment.ts'
import { fillListPaper } from './fill-list-paper.ts'
import { fillPaper } from './fill-paper.ts'
import { type PaperFormat, paperFormats } from './formats.ts'
import { type PaperFile, writePaper } from './write-paper.ts'

/**
 * The documents of a case: `…/papers/{sequence}/{paper}.{docx|pdf|xlsx}`, as they were when an action produced them;
 * `?version=public` is masked for the public.
 */
export function addPaperRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get(`${CASE}/papers/:sequence{\\d+}/:file`, async (c) => {
    const asked = readAsked(c)
    if ('code' in asked) return refuse(c, library, asked)
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const filled = await fillPaper(services, found.sight, found.stored, asked)
    if (filled.kind === 'refused') return refuse(c, library, ...filled.issues)
    const { content, made, isUnchanged } = filled
    const written = await writePaper(content, asked.format, { made, fontFolder: services.fontFolder })
    if (written === null) return refuse(c, library, apiIssue('paper-format', { paper: content.title }))
    if (!isUnchanged) services.log.warn({ paper: asked.paper }, 'a paper no longer says what it first said')
    if (written.missing.length > 0)
      services.log.warn({ count: written.missing.length }, 'characters without a font')
    const headers = headersOf(content.title, asked.format, written)
    return c.body(written.bytes, 200, { ...headers, ...(isUnchanged ? {} : { 'x-paper-changed': '1' }) })
  })
}

/**
 * A form over a list: `…/procedures/{procedure}/papers/{paper}.{docx|pdf|xlsx}` with the query of the list, one row a
 * record; `?version=public` is masked for the public.
 */
export function addListPaperRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get(`${PROCEDURE}/papers/:file`, async (c) => {
    const asked = readAsked(c)
    if ('code' in asked) return refuse(c, library, asked)
    const query = readListQuery(c, ['version'])
    if (!query.isTold) return refuse(c, library, query.issue)
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const { paper, format, version } = asked
    const filled = await fillListPaper(services, sight, paper, query.value, version)
    if (filled.kind === 'refused') return refuse(c, library, ...filled.issues)
    const { content } = filled
    const made = new Date(`${sight.now.slice(0, 10)}T00:00:00+08:00`)
    const written = await writePaper(content, format, { made, fontFolder: services.fontFolder })
    if (written === null) return refuse(c, library, apiIssue('paper-format', { paper: content.title }))
    return c.body(written.bytes, 200, headersOf(content.title, format, written))
  })
}

function headersOf(
  title: string,
  format: PaperFormat,
  { mediaType, missing }: PaperFile,
): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': attachment(`${title}.${format}`),
    ...(missing.length > 0 ? { 'x-missing-characters': encodeURIComponent(missing.join('')) } : {}),
  }
}

function readAsked(c: Context<ApiEnv>) {
  const file = c.req.param('file') ?? ''
  const point = file.lastIndexOf('.')
  const format = file.slice(point + 1) as PaperFormat
  if (point < 1 || !paperFormats.includes(format)) return apiIssue('address-unknown')
  const version = c.req.query('version') ?? 'own'
  if (version !== 'own' && version !== 'public') {
    return apiIssue('query-refused', { name: 'version', wanted: 'own 或 public' })
  }
  return { sequence: Number(c.req.param('sequence')), paper: file.slice(0, point), version, format } as const
}
