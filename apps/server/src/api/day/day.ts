import type { MyDayRow, MyDaySectionId } from '@luoshi/client'
import { dateOf, proceduresOf } from '@luoshi/kernel'
import type { SharedCase } from '@luoshi/store'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import { programmesOf } from '../county-programmes.ts'
import { caseSummary } from '../views/case-summary.ts'
import { type Sight, sightOf } from '../views/sight.ts'

/** Every procedure as the officer sees it, by programme and procedure. */
export type Sights = ReadonlyMap<string, Sight>

/** Whose day it is, and what it is told from. */
export interface Day {
  readonly c: Context<ApiEnv>
  readonly context: ApiContext
  readonly sights: Sights
  readonly county: string
  readonly now: string
  /** In Shanghai. */
  readonly today: string
}

/** What of a section is asked for. */
export interface Wanted {
  /** Id of a group; null for all. */
  readonly group: string | null
  readonly after: string | null
  readonly limit: number
}

/** How much a section has of one kind. */
export interface Group {
  readonly id: string
  readonly title: string
  readonly detail: string
  readonly count: number
}

/** What a section has. */
export interface SectionPage {
  readonly groups: readonly Group[]
  readonly rows: readonly MyDayRow[]
  readonly next: string | null
  /** Whether counting stopped before all were counted. */
  readonly isAtLeast: boolean
}

/** A section of the day. */
export interface Section {
  readonly id: MyDaySectionId
  readonly title: string
  read(day: Day, wanted: Wanted): Promise<SectionPage>
}

/** Calendar days ahead within which something is about to end. */
export const AHEAD = 5

/** By what a procedure is found among the sights, and its group named. */
export function keyOf(programme: string, procedure: string): string {
  return `${programme}/${procedure}`
}

/** The day of whoever asks. */
export function dayOf(c: Context<ApiEnv>, context: ApiContext): Day {
  const { services, library } = context
  const now = services.clock()
  const { officer, state } = c.var
  const sights = programmesOf(services, state.county).flatMap((programme) =>
    proceduresOf(programme).map((procedure) =>
      sightOf({ programme, procedure, state, library, officer, now }),
    ),
  )
  return {
    c,
    context,
    sights: new Map(sights.map((sight) => [keyOf(sight.programme.id, sight.procedure.id), sight])),
    county: state.county,
    now,
    today: dateOf(now),
  }
}

/** How the officer sees what a case belongs to. */
export function sightFor({ sights }: Day, { programme, procedure }: SharedCase): Sight {
  const sight = sights.get(keyOf(programme, procedure.id))
  if (sight === undefined) throw new Error(`no procedure ${programme}/${procedure.id}`)
  return sight
}

/** A case as a line of the day. */
export function rowOf(day: Day, shared: SharedCase, limit?: string): MyDayRow {
  const sight = sightFor(day, shared)
  const summary = caseSummary(sight, shared.case, shared.version)
  const running = summary.limits.filter(({ standing }) => standing !== 'ended' && standing !== 'endedLate')
  return {
    title: summary.title,
    detail: `${summary.procedureTitle} · ${summary.stateTitle} · ${summary.unitName}`,
    href: deskAddress(sight, shared.case.id),
    limit: (limit === undefined ? running[0] : running.find((one) => one.limit === limit)) ?? null,
    due: null,
  }
}

/** Where the desk shows a case. */
export function deskAddress({ programme, procedure }: Sight, id: string): string {
  return `/desk/programmes/${programme.id}/${procedure.id}/cases/${encodeURIComponent(id)}`
}

/** Counts of procedures as groups, those that have nothing left out, most first. */
export function groupsOf(
  counts: readonly { readonly sight: Sight; readonly count: number }[],
): readonly Group[] {
  const byKey = Map.groupBy(counts, ({ sight }) => keyOf(sight.programme.id, sight.procedure.id))
  return [...byKey]
    .map(([id, parts]) => ({
      id,
      title: parts[0]?.sight.procedure.title ?? '',
      detail: parts[0]?.sight.programme.title ?? '',
      count: parts.reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}

/** A page out of what was read as a whole; `after` is how many came before. */
export function pageOf<Item>(
  items: readonly Item[],
  { after, limit }: Pick<Wanted, 'after' | 'limit'>,
): { readonly shown: readonly Item[]; readonly next: string | null } {
  const from = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0
  const until = from + limit
  return { shown: items.slice(from, until), next: until < items.length ? String(until) : null }
}
