import type { DutyBoardView, DutyCountView, DutyMatrixView, UnitDutiesView } from '@luoshi/client'
import { dateOf } from '@luoshi/kernel'
import { unitMatrix } from '@luoshi/programmes/supervision'
import { countByUnit, type Database, listDivided, listStandings, type UnitCount } from '@luoshi/store'
import type { Context, Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { deskAddress } from '../day/day.ts'
import { refuse } from '../refusal.ts'
import { unitName } from '../views/sight.ts'
import { dutyLine, dutyLines, dutyPage, SUPERVISION, type Supervised, supervised } from './supervised.ts'

/** Late duties that a board lists; the list of late ones has all. */
const LISTED = 50

/** Columns of a page of the matrix. */
const COLUMNS = 12

/** Parts that a page of the matrix has at most: so many units have one of each duty. */
const MOST_PARTS = COLUMNS * 400

/** Duties of a page. */
const PAGE = 50

type Answer = (c: Context<ApiEnv>, seen: Supervised) => Promise<unknown>

/** What is followed: by unit, and townships against duties. */
export function addBoardRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`
  const { db } = context.services
  const get = (path: string, answer: Answer) =>
    app.get(`${base}/${path}`, async (c) => {
      const seen = supervised(c, context)
      if (seen === null) return refuse(c, context.library, apiIssue('address-unknown'))
      return c.json((await answer(c, seen)) as object)
    })
  get('board', (_c, seen) => board(db, seen))
  get('duties', (c, seen) => dutyPage(db, seen, queryOf(c)))
  get('units/:unit', (c, seen) => unitDuties(db, seen, c.req.param('unit') ?? ''))
  get('matrix', (c, seen) => matrix(db, seen, Number(c.req.query('offset') ?? '0') || 0))
}

/** What a list of duties is narrowed by. */
export function queryOf(c: Context<ApiEnv>) {
  const { unit, document, light, stage, after } = c.req.query()
  const lights = (['red', 'yellow', 'green'] as const).filter((known) => known === light)
  const stages = (['proposed', 'open', 'done'] as const).filter((known) => known === stage)
  return {
    stages: stages.length === 0 ? (['open', 'done'] as const) : stages,
    ...(unit === undefined ? {} : { units: [unit] }),
    ...(document === undefined ? {} : { sources: [document] }),
    ...(lights[0] === undefined ? {} : { light: lights[0] }),
    ...(after === undefined ? {} : { after }),
    limit: PAGE,
  }
}

async function board(db: Database, seen: Supervised): Promise<DutyBoardView> {
  const { sight, scope } = seen
  const today = dateOf(sight.now)
  const [counts, late] = await Promise.all([
    countByUnit(db, scope),
    listStandings(db, scope, { stages: ['open'], light: 'red', limit: LISTED }),
  ])
  const units = counts
    .filter((count) => total([count], ['green', 'yellow', 'red', 'done']) > 0)
    .map((count) => countView(seen, count))
  units.sort((a, b) => b.red - a.red || b.yellow - a.yellow || a.unitName.localeCompare(b.unitName, 'zh-CN'))
  return {
    date: today,
    unconfirmed: total(counts, ['proposed']),
    total: {
      green: total(counts, ['green']),
      yellow: total(counts, ['yellow']),
      red: total(counts, ['red']),
      done: total(counts, ['done']),
      doneInTime: total(counts, ['doneInTime']),
    },
    units,
    late: await dutyLines(db, seen, late.rows),
  }
}

function total(counts: readonly UnitCount[], figures: readonly Exclude<keyof UnitCount, 'unit'>[]): number {
  return counts.reduce((sum, count) => figures.reduce((all, figure) => all + count[figure], sum), 0)
}

function countView({ sight }: Supervised, { unit, ...count }: UnitCount): DutyCountView {
  const { green, yellow, red, done, doneInTime } = count
  const name = unitName(sight.state, unit, dateOf(sight.now))
  return { unit, unitName: name, green, yellow, red, done, doneInTime }
}

/** What a unit owes, counted, with the first page of it. */
export async function unitDuties(db: Database, seen: Supervised, unit: string): Promise<UnitDutiesView> {
  const of = { ...seen, scope: onlyOf(seen, unit) }
  const [[count], duties] = await Promise.all([
    countByUnit(db, of.scope),
    dutyPage(db, of, { stages: ['open', 'done'], units: [unit], limit: PAGE }),
  ])
  const none = { unit, proposed: 0, green: 0, yellow: 0, red: 0, done: 0, doneInTime: 0 }
  const view = countView(seen, count ?? none)
  return { unitName: view.unitName, count: view, duties }
}

/** The same of one unit only, as far as that may be read. */
function onlyOf({ scope }: Supervised, unit: string): Supervised['scope'] {
  const { filter } = scope
  if (filter === null || (!filter.isWholeCounty && !filter.units.includes(unit))) {
    return { ...scope, filter: null }
  }
  return { ...scope, filter: { ...filter, isWholeCounty: false, units: [unit] } }
}

/** Those duties that were divided, the latest ones first, a page of them against the units that have parts. */
export async function matrix(db: Database, seen: Supervised, offset: number): Promise<DutyMatrixView> {
  const { sight, scope } = seen
  const { divided, all } = await listDivided(db, scope, { offset, limit: COLUMNS })
  const numbers = divided.map(({ number }) => number)
  const stages = ['proposed', 'open', 'done'] as const
  const [wholes, parts] = await Promise.all([
    listStandings(db, scope, { stages, numbers, limit: COLUMNS }),
    listStandings(db, scope, { stages, parents: numbers, limit: MOST_PARTS }),
  ])
  const byNumber = new Map(wholes.rows.map((row) => [row.number, row]))
  const cells = parts.rows.map((row) => ({
    number: row.number ?? '',
    unit: row.stored.case.unit,
    parent: row.parent,
    isDropped: false,
    isLate: row.isLate,
    line: dutyLine(sight, row, null),
  }))
  const held = new Set(cells.map(({ unit }) => unit))
  const units = Object.keys(sight.state.units.units).filter((unit) => held.has(unit))
  return {
    all,
    offset,
    columns: divided.map(({ number, late, parts: count }) => {
      const whole = byNumber.get(number)
      return {
        number,
        late,
        parts: count,
        title: String(whole?.stored.case.data['title'] ?? number),
        href: whole === undefined ? null : deskAddress(sight, whole.stored.case.id),
      }
    }),
    rows: unitMatrix(cells, numbers, units).map(({ unit, late, cells: own }) => ({
      unit,
      unitName: unitName(sight.state, unit, dateOf(sight.now)),
      late,
      cells: own.map((cell) => cell?.line ?? null),
    })),
  }
}
