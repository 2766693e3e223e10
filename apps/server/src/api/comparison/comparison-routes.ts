import type { ComparedRecordView, ComparisonView } from '@luoshi/client'
import {
  accessFilter,
  type ComparedRow,
  type Comparison,
  caseFieldsOf,
  citeOf,
  compareRecords,
  dateOf,
  findFieldMeta,
  labelOf,
  type Match,
  matchCounts,
  type Programme,
  proceduresOf,
  type Side,
} from '@luoshi/kernel'
import { type ComparableCase, comparableCases } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import { stream } from 'hono/streaming'
import { attachment } from '../../transfer/attachment.ts'
import { type OutCell, workbookStream } from '../../transfer/workbook-stream.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { isIssue } from '../find-procedure.ts'
import { WORKBOOK } from '../openapi/operation.ts'
import { type AnyIssue, refuse } from '../refusal.ts'
import { titleOf } from '../views/case-summary.ts'
import { citeView } from '../views/cite-view.ts'
import { type Sight, sightOf } from '../views/sight.ts'

/** Records of one side that are held against the other at most: more take longer than anyone waits. */
const MOST_RECORDS = 20_000

/** Rows of a page. */
const PAGE = 100

const COMPARISON = '/api/v1/:county/programmes/:programme/comparisons/:comparison'

/** Two registers of a programme held against each other: 信息比对. */
export function addComparisonRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const { library } = context

  app.get(`${COMPARISON}/rows.xlsx`, async (c) => {
    const compared = await compare(c, context)
    if (isIssue(compared)) return refuse(c, library, compared)
    c.header('Content-Type', WORKBOOK)
    c.header('Content-Disposition', attachment(`${compared.comparison.title}.xlsx`))
    return stream(c, async (out) => {
      for await (const piece of workbookOf(compared)) await out.write(piece)
    })
  })

  app.get(COMPARISON, async (c) => {
    const compared = await compare(c, context)
    if (isIssue(compared)) return refuse(c, library, compared)
    const { match, offset = '0' } = c.req.query()
    const wanted = match === undefined ? compared.rows : compared.rows.filter(isMatch(match))
    const first = Number.parseInt(offset, 10) || 0
    return c.json({
      ...headOf(compared, context),
      rows: wanted.slice(first, first + PAGE).map((row) => rowView(compared, row)),
      next: first + PAGE < wanted.length ? first + PAGE : null,
    } satisfies ComparisonView)
  })
}

type Compared = ComparableCase & { readonly sight: Sight }

interface Held {
  readonly programme: Programme
  readonly comparison: Comparison
  readonly left: readonly Compared[]
  readonly right: readonly Compared[]
  readonly rows: readonly ComparedRow<Compared>[]
}

const isMatch =
  (match: string) =>
  ({ matches }: ComparedRow): boolean =>
    matches.includes(match as Match)

async function compare(c: Context<ApiEnv>, context: ApiContext): Promise<Held | AnyIssue> {
  const { programme: programmeId = '', comparison: id = '' } = c.req.param() as Record<string, string>
  const programme = context.services.programmes.find((known) => known.id === programmeId)
  const comparison = programme?.comparisons?.find((known) => known.id === id)
  if (programme === undefined || comparison === undefined) return apiIssue('address-unknown')
  const left = await sideOf(c, context, programme, comparison, comparison.left)
  if (isIssue(left)) return left
  const right = await sideOf(c, context, programme, comparison, comparison.right)
  if (isIssue(right)) return right
  return { programme, comparison, left, right, rows: compareRecords(comparison, left, right) }
}

/** The records of one side, if who asks may read all of them in the county. */
async function sideOf(
  c: Context<ApiEnv>,
  { services, library }: ApiContext,
  programme: Programme,
  { title, by, agree }: Comparison,
  { register, states }: Side,
): Promise<readonly Compared[] | AnyIssue> {
  const { officer, state } = c.var
  const now = services.clock()
  const found: Compared[] = []
  for (const procedure of proceduresOf(programme)) {
    if (procedure.register !== register) continue
    const sight = sightOf({ programme, procedure, state, library, officer, now })
    const filter = accessFilter(sight.actor, procedure.access.read, state.units, dateOf(now))
    if (filter?.isWholeCounty !== true) {
      return apiIssue('comparison-not-whole', { comparison: title, register: procedure.title })
    }
    const listed = await comparableCases(
      services.db,
      services.vault,
      { county: state.county, programme, procedure, filter, ...(states && { states }) },
      [...by, ...agree],
      MOST_RECORDS,
    )
    if (listed.kind === 'refused') return listed.issue
    if (listed.kind === 'too-many') return apiIssue('comparison-too-large', { most: MOST_RECORDS })
    for (const one of listed.cases) found.push({ ...one, sight })
  }
  return found
}

function headOf(
  { programme, comparison, left, right, rows }: Held,
  { library }: ApiContext,
): Omit<ComparisonView, 'rows' | 'next'> {
  const counts = matchCounts(rows)
  const titleOfRegister = (id: string) => programme.registers.find((one) => one.id === id)?.title ?? id
  return {
    title: comparison.title,
    clause: citeView(library, citeOf(comparison.basis)),
    left: { title: titleOfRegister(comparison.left.register), records: left.length },
    right: { title: titleOfRegister(comparison.right.register), records: right.length },
    fields: fieldsOf(programme, comparison),
    results: (Object.keys(comparison.labels) as Match[]).map((match) => ({
      match,
      title: comparison.labels[match],
      count: counts[match],
    })),
  }
}

/** The fields that are compared, by the labels of the left register. */
function fieldsOf(programme: Programme, { by, agree, left }: Comparison): ComparisonView['fields'] {
  const shape = programme.registers.find(({ id }) => id === left.register)?.fields.def.shape ?? {}
  return [...by, ...agree].map((id) => {
    const meta = shape[id] === undefined ? undefined : findFieldMeta(shape[id])
    return { id, title: meta === undefined ? id : labelOf(meta) }
  })
}

function rowView({ comparison }: Held, row: ComparedRow<Compared>): ComparisonView['rows'][number] {
  const { matches, differing, left, right } = row
  const view = (one: Compared) => recordView(comparison, one)
  return { matches, differing, left: left.map(view), right: right.map(view) }
}

function recordView({ by, agree }: Comparison, { id, case: found, sight }: Compared): ComparedRecordView {
  const { procedure } = sight
  const fields = caseFieldsOf(procedure)
  const values = [...by, ...agree].map((name) => {
    const value = found.data[name]
    const meta = fields[name] === undefined ? undefined : findFieldMeta(fields[name])
    return [
      name,
      value === undefined || value === null ? '' : (meta?.choices?.[String(value)] ?? String(value)),
    ]
  })
  return {
    id,
    procedure: procedure.id,
    title: titleOf(sight, found),
    values: Object.fromEntries(values),
  }
}

/** Every row as a sheet: the result, what differs, and the records of both sides, one line each. */
function workbookOf(held: Held): AsyncGenerator<Uint8Array> {
  const { programme, comparison, rows } = held
  const fields = fieldsOf(programme, comparison)
  const titleOfField = (id: string) => fields.find((one) => one.id === id)?.title ?? id
  const text = (value: string): OutCell => (value === '' ? null : { kind: 'text', value })
  const sides = [
    ['left', programme.registers.find(({ id }) => id === comparison.left.register)?.title ?? ''],
    ['right', programme.registers.find(({ id }) => id === comparison.right.register)?.title ?? ''],
  ] as const
  const column = (heading: string) => ({ heading, width: 18, isText: true, guide: null })
  return workbookStream([
    {
      name: comparison.title,
      columns: ['结果', '不一致的项目', '台账', '编号', ...fields.map(({ title }) => title)].map(column),
      rows: rows.flatMap((row) =>
        sides.flatMap(([side, title]) =>
          row[side].map((one) => {
            const { title: number, values } = recordView(comparison, one)
            const results = row.matches.map((match) => comparison.labels[match]).join('；')
            const differing = row.differing.map(titleOfField).join('、')
            return [results, differing, title, number, ...fields.map(({ id }) => values[id] ?? '')].map(text)
          }),
        ),
      ),
    },
  ])
}
