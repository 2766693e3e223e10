import { rm } from 'node:fs/promises'
import type { ListReadingView, ListTableView, ListVersionView } from '@luoshi/client'
import {
  accessFilter,
  type Catalogue,
  citeOfEdition,
  dateOf,
  EDITION_BOUNDS,
  type Edition,
  editionTable,
  findProcedure,
  isDay,
} from '@luoshi/kernel'
import { findCase, LARGEST_PAGE, listCases, publishedTables, spool, storeIssue } from '@luoshi/store'
import type { Context, Hono, MiddlewareHandler } from 'hono'
import { z } from 'zod'
import { type EditionTable, readEdition, tableOfSheet } from '../../catalogues/edition-reading.ts'
import { readUpload, type Upload } from '../../files/read-upload.ts'
import { readSourceFile } from '../../transfer/sources/read-source-file.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { isIssue } from '../find-procedure.ts'
import { isReadable } from '../is-readable.ts'
import { type AnyIssue, refuse } from '../refusal.ts'
import { readBody } from '../requests.ts'
import { citeView } from '../views/cite-view.ts'
import { type Sight, sightOf } from '../views/sight.ts'
import { type FoundList, findList, LIST, versionView } from './find-list.ts'

/** Bytes that a file may have: 20 MiB. */
const MOST_BYTES = 20 * 1024 * 1024

/** What a version is called before it has a name. */
const NAMELESS = '新版本'

const words = z.string().max(8000)
const named = z.string().min(1).max(2000)
const asked = {
  from: z.string().refine(isDay),
  replaces: z
    .array(z.strictObject({ item: named, before: z.array(named).min(1).max(200) }))
    .max(EDITION_BOUNDS.rows)
    .default([]),
}
const line = z.int().min(1)
const row = z.strictObject({ line: line.optional(), cells: z.array(words).max(EDITION_BOUNDS.columns) })

const tableBody = {
  schema: z.union([
    z.strictObject({ document: named, table: z.int().min(0).max(1000), ...asked }),
    z.strictObject({
      headings: z.array(words).max(EDITION_BOUNDS.columns),
      rows: z.array(row).max(EDITION_BOUNDS.rows),
      lines: z.tuple([line, line]).nullable().default(null),
      ...asked,
    }),
  ]),
  wanted:
    '{"document": 文号, "table": 第几张表，从0起} 或者 {"headings": [栏目], "rows": [{"cells": [各栏]}]}，另写 "from": 施行日期，可写 "replaces": [{"item": 事项, "before": [原事项]}]',
}

/** Whole new versions of a list: a file or a gazette's table is read and compared; those drawn up and published are listed. */
export function addListVersionRoutes(
  app: Hono<ApiEnv>,
  context: ApiContext,
  limited: MiddlewareHandler<ApiEnv>,
): void {
  const { services, library } = context

  // A file has a bound of its own.
  const bounded: MiddlewareHandler<ApiEnv> = (c, next) => (isForm(c) ? next() : limited(c, next))
  app.post(`${LIST}/versions/readings`, bounded, async (c) => {
    const list = await findList(c, context)
    if (list === null) return refuse(c, library, apiIssue('address-unknown'))
    const table = await readSent(c, list)
    if (isIssue(table)) return refuse(c, library, table)
    return c.json(readingView(list, table))
  })

  app.get(`${LIST}/versions/tables`, async (c) => {
    const list = await findList(c, context)
    if (list === null) return refuse(c, library, apiIssue('address-unknown'))
    const tables = await publishedTables(services.db, c.var.state.county, c.req.query('document') ?? '')
    const views = (tables ?? []).map(
      ({ title, columns, rows, lines: [first, last] }, table): ListTableView => ({
        table,
        title: title ?? '',
        headings: columns,
        rows: rows.filter(({ kind }) => kind === 'row').length,
        lines: [first, last],
      }),
    )
    return c.json(views)
  })

  app.get(`${LIST}/versions`, async (c) => {
    const list = await findList(c, context)
    const sight = list && publishingSight(c, list.catalogue)
    if (list === null || sight === null) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(await versionsOf(list, sight))
  })

  app.get(`${LIST}/versions/:id`, async (c) => {
    const list = await findList(c, context)
    const sight = list && publishingSight(c, list.catalogue)
    if (list === null || sight === null) return refuse(c, library, apiIssue('address-unknown'))
    const id = c.req.param('id')
    const stored = await findCase(services.db, sight.state.county, id)
    if (stored === null || !isReadable(sight, stored) || stored.case.data['list'] !== keyOfList(list)) {
      return refuse(c, library, storeIssue('case-unknown', { case: id }))
    }
    const { headings, rows, name, from, firstLine, lastLine, replaces = [] } = editionOf(stored.case)
    const lines = firstLine === undefined ? null : ([firstLine, lastLine ?? firstLine] as const)
    // One that is published is held against what was before it.
    const isPublished = stored.case.state === list.catalogue.publishedBy?.state
    const catalogue = isPublished ? withoutFrom(list.catalogue, from) : list.catalogue
    return c.json(readingView({ ...list, catalogue }, { headings, rows, name, from, lines, replaces }))
  })

  /** The procedure by which the list is published, as the officer sees its cases; null where there is none. */
  function publishingSight(c: Context<ApiEnv>, { publishedBy }: Catalogue): Sight | null {
    const programme = services.programmes.find(({ id }) => id === publishedBy?.programme)
    const procedure = programme && findProcedure(programme, publishedBy?.procedure ?? '')
    if (programme === undefined || procedure === undefined) return null
    const { officer, state } = c.var
    return sightOf({ programme, procedure, state, library, officer, now: services.clock() })
  }

  async function versionsOf(list: FoundList, sight: Sight): Promise<readonly ListVersionView[]> {
    const { programme, procedure, actor, state, now } = sight
    const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
    if (filter === null) return []
    const selection = {
      county: state.county,
      programme,
      procedure,
      filter,
      fields: { list: keyOfList(list) },
      sort: { by: 'opened', descending: true },
      limit: LARGEST_PAGE,
    }
    const page = await listCases(services.db, selection)
    if (page.kind === 'refused') throw new Error(page.issue.message)
    const views = page.rows.map(({ case: found }): ListVersionView => {
      const edition = editionOf(found)
      return {
        id: found.id,
        name: edition.name,
        from: edition.from,
        rows: edition.rows.length,
        state: found.state,
        stateTitle: procedure.states[found.state]?.title ?? found.state,
        clause: citeView(library, citeOfEdition(state.county, edition)),
      }
    })
    return views.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0))
  }

  function readingView({ catalogue }: FoundList, table: EditionTable): ListReadingView {
    const { before, ...reading } = readEdition(catalogue, table)
    return { ...reading, before: before && versionView(context, before) }
  }

  async function readSent(c: Context<ApiEnv>, list: FoundList): Promise<EditionTable | AnyIssue> {
    if (isForm(c)) {
      const upload = await readUpload(c.req.raw)
      return upload === null ? apiIssue('form-unreadable') : readFile(list.catalogue, upload)
    }
    const body = await readBody(c, tableBody)
    if (!body.isTold) return body.issue
    const { from, replaces } = body.value
    const told = { name: NAMELESS, from, replaces }
    if ('headings' in body.value) {
      const { headings, rows, lines } = body.value
      return { ...told, headings, rows, lines }
    }
    const { document, table: place } = body.value
    const tables = await publishedTables(services.db, c.var.state.county, document)
    const table = tables?.[place]
    if (table === undefined) return apiIssue('list-table-unknown', { document, table: place })
    const lines = [table.lines[0], table.lines[1]] as const
    return { ...told, ...editionTable(list.catalogue, table, true), lines }
  }

  async function readFile(
    catalogue: Catalogue,
    { name, fields, source }: Upload,
  ): Promise<EditionTable | AnyIssue> {
    const from = fields['from'] ?? ''
    if (!isDay(from)) {
      return apiIssue('query-refused', { name: 'from', wanted: '施行日期，如2026-03-02，写在文件之前' })
    }
    const spooled = await spool(services.files.spoolFolder, source, MOST_BYTES)
    if (spooled === null) return apiIssue('body-too-large', { most: `${MOST_BYTES >> 20}MB` })
    try {
      const read = await readSourceFile(spooled.path, name)
      if (read.kind === 'unread') return apiIssue('source-unread', { says: read.message })
      const table = read.file.kind === 'table' ? tableOfSheet(catalogue, read.file.lines) : null
      if (table === null) {
        return apiIssue('source-unread', { says: '没有找到表头，表头应是这份清单的栏目名称。' })
      }
      const { headings, rows } = editionTable(catalogue, table, false)
      if (rows.length > EDITION_BOUNDS.rows || headings.length > EDITION_BOUNDS.columns) {
        const { rows: most, columns } = EDITION_BOUNDS
        return apiIssue('source-unread', { says: `至多${most}行、${columns}列，请核对是不是这份清单。` })
      }
      return { headings, rows, name: NAMELESS, from, lines: null, replaces: [] }
    } finally {
      await rm(spooled.path, { force: true })
    }
  }
}

function isForm(c: Context<ApiEnv>): boolean {
  return (c.req.header('content-type') ?? '').startsWith('multipart/')
}

function keyOfList({ programme, catalogue }: FoundList): string {
  return `${programme.id}/${catalogue.id}`
}

function editionOf({ data }: { readonly data: Readonly<Record<string, unknown>> }): Edition {
  return data as unknown as Edition
}

function withoutFrom(catalogue: Catalogue, from: string): Catalogue {
  const versions = catalogue.versions.filter((version) => version.from !== from)
  const ended = versions.map((version) => (version.until === from ? { ...version, until: null } : version))
  return { ...catalogue, versions: ended }
}
