import type { TallyView } from '@luoshi/client'
import {
  caseSchemaOf,
  citeOf,
  dateOf,
  findFieldMeta,
  type Tally,
  type TallyGroup,
  tallyOf,
} from '@luoshi/kernel'
import type { Database } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { attachment } from '../../transfer/attachment.ts'
import { type OutCell, workbookStream } from '../../transfer/workbook-stream.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { findSight, isIssue } from '../find-procedure.ts'
import { readListQuery } from '../list-query.ts'
import { WORKBOOK } from '../openapi/operation.ts'
import { readAllCases } from '../read-all-cases.ts'
import { type AnyIssue, refuse } from '../refusal.ts'
import { citeView } from '../views/cite-view.ts'
import type { Sight } from '../views/sight.ts'
import { askedTally, groupsOf, STATE_COLUMN, sumsOf, talliesOf } from './asked-tally.ts'

const PROCEDURE = '/api/v1/:county/programmes/:programme/procedures/:procedure'

/** Records of any register counted and added up: only those that one may read. */
export function addTallyRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { services, library } = context

  app.get(`${PROCEDURE}/tally`, async (c) => {
    const view = await readTally(c, context)
    return isIssue(view) ? refuse(c, library, view) : c.json(view)
  })

  app.get(`${PROCEDURE}/tally.xlsx`, async (c) => {
    const view = await readTally(c, context)
    if (isIssue(view)) return refuse(c, library, view)
    c.header('Content-Type', WORKBOOK)
    c.header('Content-Disposition', attachment(`${view.title}.xlsx`))
    return stream(c, async (out) => {
      for await (const piece of workbookOf(view)) await out.write(piece)
    })
  })

  async function readTally(c: Context<ApiEnv>, of: ApiContext): Promise<TallyView | AnyIssue> {
    const sight = findSight(c, of)
    if (isIssue(sight)) return sight
    const asked = readListQuery(c, ['tally', 'by', 'sum'])
    if (!asked.isTold) return asked.issue
    const { tally: id, by, sum } = c.req.query()
    const tally = askedTally(sight.programme, sight.procedure, { tally: id, by, sum })
    return isIssue(tally) ? tally : tallyView(services.db, sight, tally, asked.value)
  }
}

async function tallyView(
  db: Database,
  sight: Sight,
  tally: Tally,
  { states, where, closed }: Parameters<typeof readAllCases>[2],
): Promise<TallyView | AnyIssue> {
  const { programme, procedure, state, now, library } = sight
  const found = await readAllCases(db, sight, {
    ...(states && { states }),
    ...(where && { where }),
    ...(closed && { closed }),
  })
  if (isIssue(found)) return found
  const fields = caseSchemaOf(procedure)
  const on = dateOf(now)
  const table = tallyOf(tally, found, { fields, units: state.units, on })
  return {
    title: tally.title,
    clause: citeView(library, citeOf(tally.basis)),
    on,
    records: found.length,
    groups: tally.by.map((group) => groupTitle(sight, group)),
    columns: tally.columns
      // A state in which nothing is has no column of its own where none was asked for.
      .filter(({ id }) => !id.startsWith(STATE_COLUMN) || table.total[id] !== '0')
      .map(({ id, title }) => ({ id, title })),
    rows: table.rows,
    total: table.total,
    least:
      tally.least === undefined
        ? null
        : { ...tally.least, clause: citeView(library, citeOf(tally.least.basis)) },
    offered: {
      tallies: talliesOf(programme, procedure).map(({ id, title }) => ({ id, title })),
      groups: groupsOf(procedure).map(({ id, title }) => ({ id, title })),
      sums: sumsOf(procedure),
    },
  }
}

function groupTitle({ procedure }: Sight, group: TallyGroup): string {
  if (group.kind === 'unit') return '机构'
  const schema = caseSchemaOf(procedure).def.shape[group.field]
  return (schema && findFieldMeta(schema)?.label) ?? group.field
}

/** The table as a workbook: what it is grouped by as texts, figures as figures, and all together in the last row. */
function workbookOf({ title, groups, columns, rows, total }: TallyView): AsyncGenerator<Uint8Array> {
  const figures = (values: Readonly<Record<string, string>>): OutCell[] =>
    columns.map(({ id }) => ({ kind: 'number', value: values[id] ?? '0' }))
  const texts = (titles: readonly string[]): OutCell[] => titles.map((value) => ({ kind: 'text', value }))
  const column = (heading: string) => ({ heading, width: 14, isText: false, guide: null })
  const last = groups.map((_group, index) => (index === 0 ? '合计' : ''))
  return workbookStream([
    {
      name: title,
      columns: [...groups, ...columns.map((one) => one.title)].map(column),
      rows: [
        ...rows.map(({ titles, values }) => [...texts(titles), ...figures(values)]),
        [...texts(last), ...figures(total)],
      ],
    },
  ])
}
