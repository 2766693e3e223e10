import { randomUUID } from 'node:crypto'
import type { ImportView } from '@luoshi/client'
import { accessFilter, dateOf } from '@luoshi/kernel'
import { askImport, cancelImport, findImport, importsOf, keepFile, type StoredImport } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context.ts'
import { apiIssue } from '../api/api-issues.ts'
import { openingUnits } from '../api/case-list-routes.ts'
import { findSight, isIssue } from '../api/find-procedure.ts'
import { readListQuery } from '../api/list-query.ts'
import { refuse } from '../api/refusal.ts'
import type { Sight } from '../api/views/sight.ts'
import { notAllowed, PROCEDURE } from '../files/file-routes.ts'
import { readUpload } from '../files/read-upload.ts'
import { answerStream, XLSX } from './answer-sheet.ts'
import { type ExportFormat, exportList } from './export-list.ts'
import type { ImportReport } from './import-report.ts'
import type { ImportRunner } from './import-runner.ts'
import { importTemplate, templateName } from './import-template.ts'
import { reportWorkbook } from './report-workbook.ts'

/** Bytes that a sheet may have: 200 MiB. */
const MOST_SHEET_BYTES = 200 * 1024 * 1024

/** Sheets in: asking for an import, watching and ending it. They come before what bounds a JSON body. */
export function addImportRoutes(app: Hono<ApiEnv>, context: ApiContext, runner: ImportRunner): void {
  const { services, library } = context
  const { db } = services
  const find = async (c: Context<ApiEnv>) => {
    const { county, id } = c.var.officer
    return findImport(db, county, id, c.req.param('import') ?? '')
  }

  app.post(`${PROCEDURE}/imports`, async (c) => {
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const units = openingUnits(sight)
    if (units.length === 0) return refuse(c, library, notAllowed(sight))
    const upload = await readUpload(c.req.raw)
    if (upload === null) return refuse(c, library, apiIssue('form-unreadable'))
    const { name, source, fields } = upload
    const mode = fields['mode'] ?? 'all-or-nothing'
    if (mode !== 'all-or-nothing' && mode !== 'good-rows') {
      return refuse(
        c,
        library,
        apiIssue('query-refused', { name: 'mode', wanted: 'all-or-nothing 或 good-rows' }),
      )
    }
    const incoming = { county: sight.state.county, name, by: sight.officer.id, at: sight.now, source }
    const kept = await keepFile(db, services.files, incoming, MOST_SHEET_BYTES)
    if (kept.kind === 'not-stored') return refuse(c, library, kept.issue)
    const { programme, procedure, actor, state, now } = sight
    const asked = {
      county: state.county,
      id: randomUUID(),
      programme: programme.id,
      procedure: procedure.id,
      mode,
      digest: kept.file.digest,
      name,
      unit: fields['unit'] ?? units[0] ?? '',
      actor,
      asked: now,
    } as const
    await askImport(db, asked)
    runner.wake().catch((error) => services.log.error({ err: error }, 'imports were not run'))
    return c.json(importView({ ...asked, state: 'waiting', total: null, done: 0, report: null }), 202)
  })

  app.get(`${PROCEDURE}/imports`, async (c) => {
    const { county, id } = c.var.officer
    const { programme = '', procedure = '' } = c.req.param() as Record<string, string>
    return c.json((await importsOf(db, county, id, { programme, procedure })).map(importView))
  })

  app.get(`${PROCEDURE}/imports/template.xlsx`, (c) => {
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    return answerStream(c, importTemplate(sight.procedure), XLSX, templateName(sight.procedure))
  })

  app.get(`${PROCEDURE}/imports/:import`, async (c) => {
    const found = await find(c)
    return found === null ? refuse(c, library, apiIssue('import-unknown')) : c.json(importView(found))
  })

  app.get(`${PROCEDURE}/imports/:import/report.xlsx`, async (c) => {
    const found = await find(c)
    if (found === null || found.report === null) return refuse(c, library, apiIssue('import-unknown'))
    const { problems } = found.report as ImportReport
    return answerStream(c, reportWorkbook(problems), XLSX, `${found.name}导入情况.xlsx`)
  })

  app.post(`${PROCEDURE}/imports/:import/cancel`, async (c) => {
    const found = await find(c)
    if (found === null) return refuse(c, library, apiIssue('import-unknown'))
    await cancelImport(db, found.county, found.id)
    return c.json(importView((await find(c)) ?? found))
  })
}

/** A list out, as the screen asks for it: the same filter, the same question, masked. */
export function addExportRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.get(`${PROCEDURE}/:file{export\\.(?:xlsx|csv|geojson)}`, async (c) => {
    const query = readListQuery(c)
    if (!query.isTold) return refuse(c, library, query.issue)
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const { programme, procedure, state } = sight
    const { after: _after, limit: _limit, ...asked } = query.value
    const selection = { county: state.county, programme, procedure, filter: filterOf(sight), ...asked }
    const format = c.req.param('file')?.split('.')[1] as ExportFormat
    const exported = await exportList(services.db, { query: selection, units: state.units }, format)
    if (exported.kind === 'refused') return refuse(c, library, exported.issue)
    return answerStream(c, exported.body, exported.mediaType, `${procedure.title}.${format}`)
  })
}

function filterOf({ procedure, actor, state, now }: Sight) {
  return accessFilter(actor, procedure.access.read, state.units, dateOf(now))
}

const stateTitles = {
  waiting: '等待导入',
  checking: '正在核对',
  storing: '正在导入',
  stored: '已导入',
  'nothing-stored': '有误，没有导入',
  cancelled: '已取消',
  failed: '没有导入成功',
} as const satisfies Record<StoredImport['state'], string>

function importView({ id, name, mode, asked, state, total, done, report }: StoredImport): ImportView {
  return {
    id,
    name,
    mode,
    asked,
    state,
    stateTitle: stateTitles[state],
    total,
    done,
    report: report as ImportView['report'],
  }
}
