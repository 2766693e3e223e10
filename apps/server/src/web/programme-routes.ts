import type { Programme } from '@luoshi/kernel'
import { programmes } from '@luoshi/programmes'
import type { Hono } from 'hono'
import type { Library } from '../library.ts'
import { procedureDiagram } from '../programmes/procedure-diagram.ts'
import { programmePage } from './pages/programme-page.ts'
import { programmesPage } from './pages/programmes-page.ts'

/** The pages of programmes, and their diagrams to take along. */
export function addProgrammePages(app: Hono, library: Library, all: readonly Programme[] = programmes): void {
  app.get('/programmes', (c) => c.html(programmesPage(library, all)))
  app.get('/programmes/:id', (c) => {
    const programme = all.find(({ id }) => id === c.req.param('id'))
    return programme === undefined ? c.notFound() : c.html(programmePage(library, programme))
  })
  app.get('/programmes/:id/procedures/:file{.+\\.bpmn}', async (c) => {
    const { id, file } = c.req.param()
    const programme = all.find((one) => one.id === id)
    const procedure = programme?.procedures.find((one) => `${one.id}.bpmn` === file)
    if (programme === undefined || procedure === undefined) return c.notFound()
    return c.body(await procedureDiagram(programme, procedure), 200, {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${procedure.title}.bpmn`)}`,
    })
  })
}
