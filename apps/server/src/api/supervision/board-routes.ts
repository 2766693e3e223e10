import type { DutyBoardView, DutyMatrixView, UnitDutiesView } from '@luoshi/client'
import { dateOf } from '@luoshi/kernel'
import { unitMatrix, wholes } from '@luoshi/programmes/supervision'
import type { Hono } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { apiIssue } from '../api-issues.ts'
import { deskAddress } from '../day/my-day.ts'
import { refuse } from '../refusal.ts'
import { unitName } from '../views/sight.ts'
import {
  countOf,
  dutyLines,
  type Followed,
  type FollowedCase,
  followedDuties,
  SUPERVISION,
} from './followed.ts'

/** Late duties that a board lists. */
const LISTED = 50

/** Columns of the matrix. */
const COLUMNS = 12

/** What is followed: by unit, and townships against duties. */
export function addBoardRoutes(app: Hono<ApiEnv>, context: ApiContext): void {
  const base = `/api/v1/:county/${SUPERVISION}`
  const { library } = context

  app.get(`${base}/board`, async (c) => {
    const followed = await followedDuties(c, context)
    if (followed === null) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(board(followed))
  })

  app.get(`${base}/units/:unit`, async (c) => {
    const followed = await followedDuties(c, context)
    if (followed === null) return refuse(c, library, apiIssue('address-unknown'))
    const unit = c.req.param('unit')
    return c.json(unitDuties(followed, unit))
  })

  app.get(`${base}/matrix`, async (c) => {
    const followed = await followedDuties(c, context)
    if (followed === null) return refuse(c, library, apiIssue('address-unknown'))
    return c.json(matrix(followed))
  })
}

const isFollowed = ({ duty }: FollowedCase) => duty.isConfirmed

function board(followed: Followed): DutyBoardView {
  const { sight, cases } = followed
  const today = dateOf(sight.now)
  const confirmed = cases.filter(isFollowed)
  const units = [...Map.groupBy(confirmed, ({ duty }) => duty.unit)].map(([unit, own]) => ({
    unit,
    unitName: unitName(sight.state, unit, today),
    ...countOf(own.map(({ duty }) => duty)),
  }))
  units.sort((a, b) => b.red - a.red || b.yellow - a.yellow || a.unitName.localeCompare(b.unitName, 'zh-CN'))
  const late = confirmed
    .filter(({ duty }) => duty.light === 'red')
    .sort((a, b) => ((a.duty.due ?? '') < (b.duty.due ?? '') ? -1 : 1))
  return {
    date: today,
    unconfirmed: cases.filter(({ duty }) => duty.state === 'proposed').length,
    total: countOf(confirmed.map(({ duty }) => duty)),
    units,
    late: dutyLines(followed, late.slice(0, LISTED)),
  }
}

function unitDuties(followed: Followed, unit: string): UnitDutiesView {
  const { sight, cases } = followed
  const name = unitName(sight.state, unit, dateOf(sight.now))
  const own = cases.filter((one) => one.duty.unit === unit && isFollowed(one))
  const rank = { red: 0, yellow: 1, green: 2 } as const
  const rankOf = ({ duty: { light } }: FollowedCase) => (light === null ? 3 : rank[light])
  own.sort((a, b) => rankOf(a) - rankOf(b) || ((a.duty.due ?? '9') < (b.duty.due ?? '9') ? -1 : 1))
  return {
    unitName: name,
    count: { unit, unitName: name, ...countOf(own.map(({ duty }) => duty)) },
    duties: dutyLines(followed, own),
  }
}

/** Those duties that were divided among most, the latest ones first. */
function matrix(followed: Followed): DutyMatrixView {
  const { sight, cases } = followed
  const today = dateOf(sight.now)
  const duties = cases.map(({ duty }) => duty)
  const byNumber = new Map(cases.map((one) => [one.duty.number, one]))
  const columns = [...wholes(duties)]
    .filter(([number]) => byNumber.has(number))
    .sort(([, a], [, b]) => b.late - a.late || b.parts - a.parts)
    .slice(0, COLUMNS)
    .flatMap(([number]) => byNumber.get(number) ?? [])
  const wanted = new Set(columns.map(({ duty }) => duty.number))
  const held = new Set(
    duties.flatMap(({ parent, unit }) => (parent !== null && wanted.has(parent) ? [unit] : [])),
  )
  const units = Object.keys(sight.state.units.units).filter((unit) => held.has(unit))
  const rows = unitMatrix(duties, [...wanted], units)
  const lineOf = new Map(
    dutyLines(
      followed,
      cases.filter(({ duty }) => duty.parent !== null && wanted.has(duty.parent)),
    ).map((line) => [line.number, line]),
  )
  return {
    columns: columns.map(({ duty, stored }) => ({
      number: duty.number,
      title: duty.title,
      href: deskAddress(sight, stored.case.id),
    })),
    rows: rows.map(({ unit, late, cells }) => ({
      unit,
      unitName: unitName(sight.state, unit, today),
      late,
      cells: cells.map((cell) => (cell === null ? null : (lineOf.get(cell.number) ?? null))),
    })),
  }
}
