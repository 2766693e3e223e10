import type { FileView } from '@luoshi/client'
import { accessFilter, allActions, dateOf, issueOf } from '@luoshi/kernel'
import { filesOf, findCaseFile, historyOf, keepFile, publicImage, storeIssue } from '@luoshi/store'
import type { Hono } from 'hono'
import { stream } from 'hono/streaming'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { CASE, findReadable } from '../api/case-routes.ts'
import { findSight, isIssue } from '../api/find-procedure.ts'
import { refuse } from '../api/refusal.ts'
import type { Sight } from '../api/views/sight.ts'
import { attachment } from '../transfer/attachment.ts'
import { readUpload } from './read-upload.ts'

/** Address of a procedure. */
export const PROCEDURE = '/api/v1/:county/programmes/:programme/procedures/:procedure'

/** Files: handing one in, and reading one of a case by the rule of the case. */
export function addFileRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.post(`${PROCEDURE}/files`, async (c) => {
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    if (!hasPart(sight)) return refuse(c, library, notAllowed(sight))
    const upload = await readUpload(c.req.raw)
    if (upload === null) return refuse(c, library, apiIssue('form-unreadable'))
    const { name, source } = upload
    const incoming = { county: sight.state.county, name, by: sight.officer.id, at: sight.now, source }
    const kept = await keepFile(services.db, services.files, incoming)
    if (kept.kind === 'not-stored') return refuse(c, library, kept.issue)
    const view: FileView = kept.file
    return c.json(view, 201)
  })

  app.get(`${CASE}/files/:digest{[0-9a-f]{64}}`, async (c) => {
    const found = await findReadable(c, context)
    if (isIssue(found)) return refuse(c, library, found)
    const { sight, stored } = found
    const { county, id } = stored.case
    const digest = c.req.param('digest')
    const file = await findCaseFile(services.db, county, id, digest)
    const source = file === null ? null : await services.files.open(county, digest)
    if (file === null || source === null)
      return refuse(c, library, storeIssue('file-unknown', { name: digest.slice(0, 8) }))
    const headers = {
      'content-type': file.mediaType,
      // Pictures are shown where they are asked for; whatever could act in a browser is only taken along.
      'content-disposition': attachment(await nameOf(context, sight, id, digest)),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    }
    if (c.req.query('version') === 'public') {
      const cleaned = publicImage(Buffer.concat(await collected(source)), file.mediaType)
      if (cleaned === null) return refuse(c, library, apiIssue('file-not-for-public'))
      return c.body(cleaned, 200, headers)
    }
    for (const [name, value] of Object.entries({ ...headers, 'content-length': String(file.bytes) }))
      c.header(name, value)
    return stream(c, async (out) => {
      for await (const chunk of source) await out.write(chunk)
    })
  })
}

/** Whether an officer has a part in a procedure: may open, read or act on cases of it anywhere. */
export function hasPart({ procedure, actor, state, now }: Sight): boolean {
  const grants = [
    ...procedure.opening.by,
    ...procedure.access.read,
    ...allActions(procedure).flatMap(({ action }) => action.by),
  ]
  return accessFilter(actor, grants, state.units, dateOf(now)) !== null
}

/** Who has no part is told who has. */
export function notAllowed({ programme, procedure }: Sight) {
  const roles = procedure.opening.by.map(({ role }) => programme.roles[role]?.title ?? role).join('、')
  return issueOf('not-allowed', ['by'], { action: procedure.opening.title, roles })
}

/** As the file was called when it was handed in: the log of the case knows. */
async function nameOf({ services }: ApiContext, sight: Sight, id: string, digest: string): Promise<string> {
  const entries = await historyOf(services.db, sight.procedure, sight.state.county, id)
  const references = entries.flatMap(({ payload }) => filesOf(sight.procedure, payload.event))
  return references.findLast((reference) => reference.digest === digest)?.name ?? digest.slice(0, 16)
}

async function collected(source: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const parts: Uint8Array[] = []
  for await (const part of source) parts.push(part)
  return parts
}
