import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import type { SourcePreviewView } from '@luoshi/client'
import { dateOf, type ImportReader, type ImportSource, type SourceRead, validate } from '@luoshi/kernel'
import { importReaders } from '@luoshi/programmes/import-readers'
import { openAll, spool } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../../api/api-context.ts'
import { apiIssue } from '../../api/api-issues.ts'
import { openingUnits } from '../../api/case-list-routes.ts'
import { findSight, isIssue } from '../../api/find-procedure.ts'
import { type AnyIssue, refuse } from '../../api/refusal.ts'
import type { Sight } from '../../api/views/sight.ts'
import { notAllowed, PROCEDURE } from '../../files/file-routes.ts'
import { readUpload, type Upload } from '../../files/read-upload.ts'
import { surroundingsFor } from '../../surroundings/county-keeper.ts'
import { knownRecords } from './known-records.ts'
import { readSourceFile } from './read-source-file.ts'

/** Bytes that a file may have: 100 MiB. */
const MOST_BYTES = 100 * 1024 * 1024

/** Records of one file at most: they are stored while one waits. */
const MOST_RECORDS = 2000

/** Problems that are told. */
const MOST_PROBLEMS = 200

/** Records that are stored in one round trip. */
const STRIDE = 200

/**
 * Files of other systems: first looked at, with what was measured and an outline, then confirmed, which opens the cases.
 * The same file confirmed again opens nothing a second time.
 */
export function addSourceRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context
  app.post(`${PROCEDURE}/sources/:source`, async (c) => {
    const sight = findSight(c, context)
    if (isIssue(sight)) return refuse(c, library, sight)
    const { programme, procedure } = sight
    const source = (programme.importSources ?? []).find(
      (one) => one.id === c.req.param('source') && one.procedure === procedure.id,
    )
    const reader = source && (await importReaders[`${programme.id}/${source.id}`]?.())
    if (source === undefined || reader === undefined) return refuse(c, library, apiIssue('address-unknown'))
    if (openingUnits(sight).length === 0) return refuse(c, library, notAllowed(sight))
    const upload = await readUpload(c.req.raw)
    if (upload === null) return refuse(c, library, apiIssue('form-unreadable'))
    const view = await readSent(context, sight, source, reader, upload)
    return isIssue(view) ? refuseIssue(c, view) : c.json(view)
  })

  function refuseIssue(c: Context<ApiEnv>, issue: AnyIssue) {
    return refuse(c, library, issue)
  }

  async function readSent(
    { services: { files } }: ApiContext,
    sight: Sight,
    source: ImportSource,
    reader: ImportReader,
    { name, fields, source: bytes }: Upload,
  ): Promise<SourcePreviewView | AnyIssue> {
    const spooled = await spool(files.spoolFolder, bytes, MOST_BYTES)
    if (spooled === null) return apiIssue('body-too-large', { most: `${MOST_BYTES >> 20}MB` })
    try {
      const asked = validate(source.asks, askedIn(fields['asked']))
      if (asked.kind === 'invalid') return asked.issues[0] as AnyIssue
      const read = await readSourceFile(spooled.path, name)
      if (read.kind === 'unread') return apiIssue('source-unread', { says: read.message })
      if (!source.accepts.includes(read.file.kind)) return apiIssue('source-unread', { says: source.help })
      const { programme, state, now } = sight
      const keys = reader.keysIn(read.file, asked.value)
      const known = await knownRecords(services, sight, source, keys, `导入${source.title}：${name}`)
      const parameters = state.parameters.get(programme.id) ?? {}
      const { units } = state
      const facts = { asked: asked.value, known, parameters, units, today: dateOf(now) }
      const found = reader.read(read.file, facts)
      if (found.records.length > MOST_RECORDS) {
        return apiIssue('source-unread', { says: `记录超过${MOST_RECORDS}条，请分几次导出。` })
      }
      const mark = createHash('sha256')
        .update(`${spooled.digest}/${JSON.stringify(asked.value)}`)
        .digest('hex')
      return fields['confirm'] === 'yes'
        ? store(sight, source, found, mark, fields['unit'])
        : previewOf(found, { opened: [], repeated: 0 })
    } finally {
      await rm(spooled.path, { force: true })
    }
  }

  async function store(
    sight: Sight,
    source: ImportSource,
    found: SourceRead,
    mark: string,
    named: string | undefined,
  ): Promise<SourcePreviewView | AnyIssue> {
    const { programme, procedure, state, actor } = sight
    const units = openingUnits(sight)
    const unit = named === undefined || named === '' ? units[0] : units.find((one) => one === named)
    if (unit === undefined) return apiIssue('unit-unknown', { unit: named ?? '' })
    const problems = [...found.problems]
    const opened: string[] = []
    let repeated = 0
    for (let first = 0; first < found.records.length; first += STRIDE) {
      const batch = found.records.slice(first, first + STRIDE).map(({ line, input }) => {
        const requestKey = `source/${programme.id}/${source.id}/${actor.id}/${mark}/${line}`
        const id = `${procedure.id}-${createHash('sha256').update(requestKey).digest('hex').slice(0, 20)}`
        const opening = { procedure: procedure.id, unit, owner: null, action: { by: actor, input } }
        return { line, case: id, requestKey, opening }
      })
      const surroundings = surroundingsFor(state, programme.id, services)
      const results = await openAll(services.db, programme, state.county, batch, surroundings)
      for (const [place, result] of results.entries()) {
        const { line = 0, case: id = '' } = batch[place] ?? {}
        if (result.kind === 'opened') opened.push(id)
        else if (result.kind === 'repeated') repeated++
        else {
          const says = result.kind === 'refused' ? result.issues : [result.issue]
          problems.push(
            ...says.map(({ message }) => ({ line, column: null, message: `第${line}行：${message}` })),
          )
        }
      }
    }
    return previewOf({ ...found, problems }, { opened, repeated })
  }
}

/** What was filled in besides the file; nothing for what is no JSON. */
function askedIn(text = '{}'): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}

function previewOf(
  { records, problems, measures, outlines }: SourceRead,
  stored: Pick<SourcePreviewView, 'opened' | 'repeated'>,
): SourcePreviewView {
  return {
    records: records.length,
    measures,
    outlines,
    problems: problems.slice(0, MOST_PROBLEMS).map(({ message }) => message),
    problemCount: problems.length,
    ...stored,
  }
}
