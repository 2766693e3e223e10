import type { Programme } from '@luoshi/kernel'
import type { Database } from '@luoshi/store'
import type { Hono } from 'hono'
import { noticesCitedBy } from './cited.ts'
import { programmePage } from './pages/programme-page.ts'
import { programmesPage } from './pages/programmes-page.ts'

/** The pages of programmes, and their diagrams to take along. */
export function addProgrammePages(app: Hono, db: Database, programmes: readonly Programme[]): void {
  app.get('/programmes', async (c) => {
    const bases = programmes.map(({ basis }) => basis)
    return c.html(programmesPage(await noticesCitedBy(db, bases), programmes))
  })
  app.get('/programmes/:id', async (c) => {
    const programme = programmes.find(({ id }) => id === c.req.param('id'))
    if (programme === undefined) return c.notFound()
    return c.html(programmePage(await noticesCitedBy(db, programme), programme))
  })
  app.get('/programmes/:id/procedures/:file{.+\\.bpmn}', async (c) => {
    const { id, file } = c.req.param()
    const programme = programmes.find((one) => one.id === id)
    const procedure = programme?.procedures.find((one) => `${one.id}.bpmn` === file)
    if (programme === undefined || procedure === undefined) return c.notFound()
    const { procedureDiagram } = await import('../programmes/procedure-diagram.ts')
    return c.body(await procedureDiagram(programme, procedure), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${procedure.title}.bpmn`)}`,
    })
  })
}
