import type { Context } from 'hono'
import type { Services } from '../services.ts'
import type { OfficerPageEnv } from '../sign-in/index.ts'
import type { EditorFrame } from './editor-frame.ts'
import type { Filled } from './pages/register-pages.ts'

/** What the editor's desk works with. */
export type EditorServices = Pick<Services, 'db' | 'clock' | 'log' | 'programmes'>

/** A request of the editor's desk. */
export type EditorContext = Context<OfficerPageEnv>

/** What the pages of a request have in common. */
export function frameOf(c: EditorContext, more: Partial<EditorFrame> = {}): EditorFrame {
  return { officer: c.get('officer'), csrfToken: c.get('csrfToken'), ...more }
}

/** The texts of a form that was sent. */
export async function filledIn(c: EditorContext): Promise<Filled> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

/** The file of a form that was sent; null where none was chosen. */
export async function fileOf(c: EditorContext): Promise<File | null> {
  const { file } = await c.req.parseBody()
  return file instanceof File && file.size > 0 ? file : null
}
