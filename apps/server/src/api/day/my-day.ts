import type { MyDayRow, MyDaySection, MyDayView } from '@luoshi/client'
import {
  addDays,
  dateOf,
  dayKindLabels,
  findDay,
  isReached,
  isWorkedOn,
  proceduresOf,
  rolesOf,
} from '@luoshi/kernel'
import {
  disclosuresOf,
  findCase,
  limitsRunningOut,
  listAcross,
  listInBranches,
  openNotices,
  type SharedCase,
} from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { reportsOf } from '../reports-routes.ts'
import { caseSummary } from '../views/case-summary.ts'
import { dueView } from '../views/limit-view.ts'
import { noticeView } from '../views/notice-view.ts'
import { type Sight, sightOf } from '../views/sight.ts'
import { branchShares, noticeShares, ownShare, waitingShares } from './shares.ts'

/** Rows of a section that are shown; the list has the rest. */
const SHOWN = 8

/** Most that are counted exactly. */
const COUNTED = 100

/** Disclosures that are looked through. */
const MOST_SHOWN = 500

/** Calendar days ahead within which something is about to end. */
const AHEAD = 5

/** What waits for an officer today. */
export async function myDay(c: Context<ApiEnv>, context: ApiContext): Promise<MyDayView> {
  const now = context.services.clock()
  const sights = sightsOf(c, context, now)
  const today = dateOf(now)
  return {
    date: today,
    dayKind: dayKind(c.var.state.calendar, today),
    sections: await Promise.all([
      waiting(context, sights),
      notices(context, sights, today),
      limits(context, sights, now),
      publicity(context, sights, today),
      reports(c, context),
    ]),
  }
}

type Sights = ReadonlyMap<string, Sight>

const keyOf = (programme: string, procedure: string) => `${programme}/${procedure}`

/** Every procedure as the officer sees it. */
function sightsOf(c: Context<ApiEnv>, { services, library }: ApiContext, now: string): Sights {
  const { officer, state } = c.var
  const sights = services.programmes.flatMap((programme) =>
    proceduresOf(programme).map((procedure) =>
      sightOf({ programme, procedure, state, library, officer, now }),
    ),
  )
  return new Map(sights.map((sight) => [keyOf(sight.programme.id, sight.procedure.id), sight]))
}

async function waiting({ services }: ApiContext, sights: Sights): Promise<MyDaySection> {
  const shares = [...sights.values()].flatMap(waitingShares)
  const inBranches = [...sights.values()].flatMap(branchShares)
  const county = countyOf(sights)
  const [own, others] = await Promise.all([
    listAcross(services.db, county, shares, COUNTED + 1),
    listInBranches(services.db, county, inBranches, COUNTED + 1),
  ])
  const known = new Set(own.map((one) => one.case.id))
  const found = [...own, ...others.filter((one) => !known.has(one.case.id))]
    .toSorted((a, b) => (a.case.latest < b.case.latest ? -1 : 1))
    .slice(0, COUNTED + 1)
  return section(
    'waiting',
    '待我办理',
    found.map((one) => rowOf(sights, one)),
  )
}

async function notices({ services }: ApiContext, sights: Sights, today: string): Promise<MyDaySection> {
  const held = new Map(
    [...sights.values()].map(({ programme, actor }) => [programme.id, rolesOf(actor, today)]),
  )
  const shares = [...sights.values()].flatMap((sight) => noticeShares(sight))
  const found = await openNotices(
    services.db,
    countyOf(sights),
    shares,
    Object.fromEntries(held),
    COUNTED + 1,
  )
  const rows = found.map((notice) => {
    const row = rowOf(sights, notice.case, notice.name.split('/')[1])
    const { says } = noticeView(programmeOf(sights, notice.case), notice.case.procedure, notice)
    return { ...row, detail: `${says}${row.detail}` }
  })
  return section('notices', '提醒和通报', rows)
}

async function limits({ services }: ApiContext, sights: Sights, now: string): Promise<MyDaySection> {
  const shares = [...sights.values()].flatMap((sight) => {
    const share = Object.keys(sight.procedure.limits).length === 0 ? null : ownShare(sight)
    return share === null ? [] : [share]
  })
  const until = `${addDays(dateOf(now), AHEAD)}T23:59:59+08:00`
  const found = await limitsRunningOut(services.db, countyOf(sights), until, shares, COUNTED + 1)
  const rows = found.map(({ case: one, limit }) => rowOf(sights, one, limit))
  return section(
    'limits',
    '将到期和已超期',
    rows.filter((row) => row.limit !== null),
  )
}

async function publicity({ services }: ApiContext, sights: Sights, today: string): Promise<MyDaySection> {
  const county = countyOf(sights)
  const shown = await disclosuresOf(services.db, county, { isShown: true, limit: MOST_SHOWN })
  const soon = addDays(today, AHEAD)
  const ending = shown.flatMap(({ programme, procedure, case: id, until }) => {
    const sight = sights.get(keyOf(programme, procedure))
    const share = sight === undefined ? null : ownShare(sight)
    if (share === null || until.kind !== 'due' || until.due.slice(0, 10) > soon) return []
    return [{ share, id, until }]
  })
  ending.sort((a, b) => (a.until.due < b.until.due ? -1 : 1))
  const rows: MyDayRow[] = []
  for (const { share, id, until } of ending) {
    const found = await findCase(services.db, county, id)
    if (found === null || !isReached(share.filter, found.case)) continue
    const row = rowOf(sights, { ...found, procedure: share.procedure })
    rows.push({ ...row, limit: null, due: dueView(until, false) })
  }
  return section('publicity', '将期满和已期满的公示', rows)
}

function programmeOf(sights: Sights, { programme, procedure }: SharedCase): Sight['programme'] {
  const sight = sights.get(keyOf(programme, procedure.id))
  if (sight === undefined) throw new Error(`no procedure ${programme}/${procedure.id}`)
  return sight.programme
}

async function reports(c: Context<ApiEnv>, context: ApiContext): Promise<MyDaySection> {
  const { turns } = await reportsOf(c, context)
  const rows = turns
    .filter(({ owedByMe }) => owedByMe.length > 0)
    .map(
      (turn): MyDayRow => ({
        title: turn.title,
        detail: `${turn.period} · ${turn.owedByMe.join('、')}`,
        href: '/desk/reports',
        limit: null,
        due: turn.due,
      }),
    )
  return { ...section('reports', '应报的材料', rows), href: '/desk/reports' }
}

function rowOf(
  sights: Sights,
  { case: current, version, programme, procedure }: SharedCase,
  limit?: string,
): MyDayRow {
  const sight = sights.get(keyOf(programme, procedure.id))
  if (sight === undefined) throw new Error(`no procedure ${programme}/${procedure.id}`)
  const summary = caseSummary(sight, current, version)
  const running = summary.limits.filter(({ standing }) => standing !== 'ended' && standing !== 'endedLate')
  return {
    title: summary.title,
    detail: `${summary.procedureTitle} · ${summary.stateTitle} · ${summary.unitName}`,
    href: deskAddress(sight, current.id),
    limit: (limit === undefined ? running[0] : running.find((one) => one.limit === limit)) ?? null,
    due: null,
  }
}

/** Where the desk shows a case. */
export function deskAddress({ programme, procedure }: Sight, id: string): string {
  return `/desk/programmes/${programme.id}/${procedure.id}/cases/${encodeURIComponent(id)}`
}

function section(id: MyDaySection['id'], title: string, rows: readonly MyDayRow[]): MyDaySection {
  const value = Math.min(rows.length, COUNTED)
  return {
    id,
    title,
    count: { value, isAtLeast: rows.length > COUNTED },
    rows: rows.slice(0, SHOWN),
    href: null,
  }
}

function countyOf(sights: Sights): string {
  for (const { state } of sights.values()) return state.county
  return ''
}

function dayKind(calendar: Sight['state']['calendar'], today: string): string {
  const day = findDay(calendar, today)
  if (day === null) return '日历未定'
  return day.holiday === null || isWorkedOn(day.kind) ? dayKindLabels[day.kind] : `${day.holiday}假期`
}
