import type { Hono } from 'hono'
import { checkDraft, readDraft } from '../gazettes/draft-check.ts'
import { draftSurroundings } from '../gazettes/draft-surroundings.ts'
import { readBytes } from '../inputs/read-input.ts'
import type { OfficerPageEnv } from '../sign-in/index.ts'
import { type EditorServices, fileOf, filledIn, frameOf } from './editor-context.ts'
import { checkPage } from './pages/check-page.ts'

/** Checking a draft before it is issued, for anyone who is signed in. */
export function addCheckRoutes(app: Hono<OfficerPageEnv>, { db, clock }: EditorServices): void {
  app.get('/editor/check', (c) => c.html(checkPage(frameOf(c), '', null)))
  app.post('/editor/check', async (c) => {
    const file = await fileOf(c)
    const { text = '' } = await filledIn(c)
    const input =
      file === null
        ? { isRead: true as const, file: '拟发公文', text }
        : await readBytes(file.name, new Uint8Array(await file.arrayBuffer()))
    if (!input.isRead)
      return c.html(checkPage(frameOf(c, { problems: [`${input.reason}。`] }), text, null), 422)
    if (input.text.trim() === '') {
      const problems = ['没有给出公文：请贴上文字，或选一个文件。']
      return c.html(checkPage(frameOf(c, { problems }), text, null), 422)
    }
    const draft = readDraft(input.text, input.file)
    const around = await draftSurroundings(
      db,
      c.get('officer').county,
      clock().slice(0, 10),
      draft.instrument,
    )
    return c.html(checkPage(frameOf(c), input.text, checkDraft(draft, around)))
  })
}
