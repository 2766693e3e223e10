import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { CASE, findReadable } from '../api/case-routes.ts'
import { isIssue } from '../api/find-procedure.ts'
import { refuse } from '../api/refusal.ts'
import { attachment } from '../transfer/attachment.ts'
import { fillPaper } from './fill-paper.ts'
import { type PaperFormat, paperFormats } from './formats.ts'
import { writePaper } from './write-paper.ts'

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
    return c.body(written.bytes, 200, {
      'content-type': written.mediaType,
      'content-disposition': attachment(`${content.title}.${asked.format}`),
      'cache-control': 'no-store',
      ...(isUnchanged ? {} : { 'x-paper-changed': '1' }),
      ...(written.missing.length > 0
        ? { 'x-missing-characters': encodeURIComponent(written.missing.join('')) }
        : {}),
    })
  })
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
