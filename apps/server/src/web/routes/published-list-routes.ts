import { lawNameOf } from '@luoshi/kernel'
import type { Hono } from 'hono'
import { listColumns } from '../../catalogues/list-entries.ts'
import { findPublishedList, indexOfLaws, listOn, publishedLists } from '../../catalogues/published-lists.ts'
import { type ListFormat, listWriters } from '../../exports/list-files.ts'
import { attachment, checked } from '../checked.ts'
import { noticesCitedBy } from '../cited.ts'
import type { PageEnv } from '../page-cache.ts'
import { lawPage, lawsPage } from '../pages/laws-page.ts'
import { listChangesPage } from '../pages/list-versions-page.ts'
import { publishedListPage } from '../pages/published-list-page.ts'
import { publishedListsPage } from '../pages/published-lists-page.ts'
import { type PortalServices, today } from '../portal.ts'
import { queries } from '../queries.ts'

/**
 * Published lists, their files, and the laws on which their entries rest. None of these pages is kept: a change that is
 * decided shows in the next one.
 */
export function addPublishedListRoutes(app: Hono<PageEnv>, services: PortalServices): void {
  const { db, programmes } = services
  app.get('/lists', async (c) => {
    const lists = await publishedLists(db, programmes, today(services))
    return c.html(publishedListsPage(lists, await citedByVersions(lists)))
  })
  app.get('/lists/:programme/:file{.+\\.(?:csv|xlsx|json|docx|pdf)}', async (c) => {
    const { programme, file } = c.req.param()
    const [catalogue = '', format = ''] = [file.slice(0, file.lastIndexOf('.')), file.split('.').at(-1)]
    const { on = today(services) } = checked(queries.listFile, c.req.query())
    const list = await findPublishedList(db, programmes, { programme, catalogue }, on)
    if (list === null || list.version === null) return c.notFound()
    const { body, mediaType } = await listWriters[format as ListFormat]({ ...list, version: list.version })
    return c.body(body, 200, attachment(`${list.catalogue.title}.${format}`, mediaType))
  })
  app.get('/lists/:programme/:catalogue/changes', async (c) => {
    const { from, to } = checked(queries.listChanges, c.req.query())
    const list = await findPublishedList(db, programmes, c.req.param(), to)
    if (list === null) return c.notFound()
    const before = listOn(list, from).version
    if (before === null || list.version === null) return c.notFound()
    return c.html(listChangesPage(list, before, list.version))
  })
  app.get('/lists/:programme/:catalogue', async (c) => {
    const { q, on, ...others } = checked(queries.list, c.req.query())
    const list = await findPublishedList(db, programmes, c.req.param(), on ?? today(services))
    if (list === null) return c.notFound()
    const known = new Set(listColumns(list.catalogue).map(({ field }) => field))
    const fields = Object.fromEntries(
      Object.entries(others).filter(([field, value]) => known.has(field) && value !== ''),
    )
    return c.html(publishedListPage(list, { q, fields, on: on ?? null }, await citedByVersions([list])))
  })
  app.get('/laws', async (c) => {
    const { q } = checked(queries.laws, c.req.query())
    return c.html(
      lawsPage(indexOfLaws(await publishedLists(db, programmes, today(services))), q, today(services)),
    )
  })
  app.get('/laws/:name', async (c) => {
    const lists = await publishedLists(db, programmes, today(services))
    const index = indexOfLaws(lists)
    const law = index.get(lawNameOf(c.req.param('name')))
    if (law === undefined) return c.notFound()
    const { article } = checked(queries.law, c.req.query())
    return c.html(lawPage(index, law, article, lists, await citedByVersions(lists), today(services)))
  })

  /** The notices in which versions are printed: entries stand in the same. */
  function citedByVersions(lists: Awaited<ReturnType<typeof publishedLists>>) {
    return noticesCitedBy(
      db,
      lists.map(({ catalogue: { versions, exercisedBy } }) => [
        versions.map(({ basis }) => basis),
        exercisedBy,
      ]),
    )
  }
}
