import { dateOf, isDay } from '@luoshi/kernel'
import { listStandings, type StandingQuery } from '@luoshi/store'
import type { Hono } from 'hono'
import { answerSheet } from '../../transfer/answer-sheet.ts'
import type { OutCell, OutColumn } from '../../transfer/workbook-stream.ts'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { refuse } from '../refusal.ts'
import { matrix, queryOf } from './board-routes.ts'
import { dutyLines, SUPERVISION, type Supervised, supervised } from './supervised.ts'

/** Rows that are read at a time. */
const BATCH = 500

const text = (value: string): OutCell => (value === '' ? null : { kind: 'text', value })
const day = (value: string | null): OutCell =>
  value !== null && isDay(value) ? { kind: 'date', value } : null

const column = (heading: string, width: number): OutColumn => ({ heading, width, isText: true, guide: null })

const LIGHTS = { red: '已超期', yellow: '将到期', green: '正常' } as const

/** Lists of supervision as workbooks: all rows, not only those of a page. */
export function addDutySheetRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`

  app.get(`${base}/duties.xlsx`, (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, context.library, apiIssue('address-unknown'))
    const columns = [
      column('任务编号', 34),
      column('任务', 60),
      column('承办机构', 26),
      column('环节', 12),
      column('状态', 12),
      { ...column('到期', 12), isText: false },
      { ...column('进度（%）', 10), isText: false },
      column('依据', 40),
    ]
    const rows = dutyRows(context, seen, { ...queryOf(c), limit: BATCH })
    const name = `任务清单${dateOf(seen.sight.now)}.xlsx`
    return answerSheet(c, [{ name: '任务清单', columns, rows }], name)
  })

  app.get(`${base}/matrix.xlsx`, async (c) => {
    const seen = supervised(c, context)
    if (seen === null) return refuse(c, context.library, apiIssue('address-unknown'))
    const shown = await matrix(context.services.db, seen, Number(c.req.query('offset') ?? '0') || 0)
    const columns = [
      column('机构', 26),
      { ...column('超期', 8), isText: false },
      ...shown.columns.map(({ title }) => column(title, 24)),
    ]
    const rows = shown.rows.map(({ unitName, late, cells }): OutCell[] => [
      text(unitName),
      { kind: 'number', value: String(late) },
      ...cells.map((cell) => (cell === null ? null : text(`${standingWord(cell)} ${cell.progress}%`))),
    ])
    return answerSheet(c, [{ name: '乡镇任务表', columns, rows }], `乡镇任务表${dateOf(seen.sight.now)}.xlsx`)
  })
}

async function* dutyRows(
  { services }: ApiContext,
  seen: Supervised,
  query: StandingQuery,
): AsyncGenerator<OutCell[]> {
  for (let { after } = query; ; ) {
    const { rows, next } = await listStandings(services.db, seen.scope, {
      ...query,
      ...(after === undefined ? {} : { after }),
    })
    for (const line of await dutyLines(services.db, seen, rows)) {
      yield [
        text(line.number),
        text(line.title),
        text(line.unitName),
        text(line.stateTitle),
        text(standingWord(line)),
        day(line.due),
        { kind: 'number', value: line.progress },
        text(line.clause?.text ?? ''),
      ]
    }
    if (next === null) return
    after = next
  }
}

function standingWord(line: {
  readonly isDone: boolean
  readonly isLate: boolean
  readonly light: keyof typeof LIGHTS | null
}): string {
  if (line.isDone) return line.isLate ? '超期办结' : '按期办结'
  return line.light === null ? '' : LIGHTS[line.light]
}
