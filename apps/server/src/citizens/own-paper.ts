import type { StoredCase } from '@luoshi/store'
import type { Context } from 'hono'
import type { Sight } from '../api/views/sight.ts'
import { fillPaper } from '../papers/fill-paper.ts'
import { writePaper } from '../papers/write-paper.ts'
import type { Services } from '../services.ts'
import { attachment } from '../transfer/attachment.ts'

/** A paper of a case as it goes to whom it is addressed to; the path says which, and as what. */
export async function sendOwnPaper(
  c: Context,
  services: Services,
  sight: Sight,
  stored: StoredCase,
): Promise<Response> {
  const [, paper = '', format] = /^([\w-]+)\.(pdf|docx)$/.exec(c.req.param('file') ?? '') ?? []
  if (format !== 'pdf' && format !== 'docx') return c.notFound()
  const asked = { sequence: Number(c.req.param('sequence')), paper, version: 'own' as const }
  const filled = await fillPaper(services, sight, stored, asked)
  if (filled.kind === 'refused') return c.notFound()
  const { content, made } = filled
  const written = await writePaper(content, format, { made, fontFolder: services.fontFolder })
  if (written === null) return c.notFound()
  return c.body(written.bytes, 200, {
    'content-type': written.mediaType,
    'content-disposition': attachment(`${content.title}.${format}`),
  })
}
