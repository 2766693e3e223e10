import type { MyDayListView, MyDaySection, MyDayView } from '@luoshi/client'
import { dayKindLabels, findDay, isWorkedOn } from '@luoshi/kernel'
import type { Context } from 'hono'
import type { ApiContext, ApiEnv } from '../api-context.ts'
import type { Sight } from '../views/sight.ts'
import { type Day, dayOf, type Section, type Wanted } from './day.ts'
import { findings } from './sections/findings.ts'
import { duties, limits } from './sections/limits.ts'
import { notices } from './sections/notices.ts'
import { publicity } from './sections/publicity.ts'
import { reports } from './sections/reports.ts'
import { waiting } from './sections/waiting.ts'

/** All sections, in the order in which they are shown. */
const sections: readonly Section[] = [waiting, duties, reports, limits, publicity, findings, notices]

/** Rows of a section that are shown; its list has the rest. */
const SHOWN = 14

/** What waits for an officer today. */
export async function myDay(c: Context<ApiEnv>, context: ApiContext): Promise<MyDayView> {
  const day = dayOf(c, context)
  return {
    date: day.today,
    dayKind: dayKind(c.var.state.calendar, day.today),
    sections: await Promise.all(sections.map((section) => head(section, day))),
  }
}

/** All of one section, page by page; null for none of that name. */
export async function daySection(
  c: Context<ApiEnv>,
  context: ApiContext,
  id: string,
  wanted: Wanted,
): Promise<MyDayListView | null> {
  const section = sections.find((one) => one.id === id)
  if (section === undefined) return null
  const day = dayOf(c, context)
  const { groups, rows, next, isAtLeast } = await section.read(day, wanted)
  const counted = wanted.group === null ? groups : groups.filter((one) => one.id === wanted.group)
  return {
    id: section.id,
    title: section.title,
    date: day.today,
    count: { value: sumOf(counted), isAtLeast },
    groups,
    rows,
    next,
  }
}

async function head({ id, title, read }: Section, day: Day): Promise<MyDaySection> {
  const { groups, rows, isAtLeast } = await read(day, { group: null, after: null, limit: SHOWN })
  return {
    id,
    title,
    count: { value: sumOf(groups), isAtLeast },
    rows: rows.slice(0, SHOWN),
    href: `/desk/day/${id}`,
  }
}

function sumOf(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0)
}

function dayKind(calendar: Sight['state']['calendar'], today: string): string {
  const day = findDay(calendar, today)
  if (day === null) return '日历未定'
  return day.holiday === null || isWorkedOn(day.kind) ? dayKindLabels[day.kind] : `${day.holiday}假期`
}
