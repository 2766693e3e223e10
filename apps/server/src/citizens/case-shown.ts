import { allActions, OPENING, type Procedure } from '@luoshi/kernel'
import type { Application } from '@luoshi/programmes/services'
import { type Entry, historyOf, type StoredCase } from '@luoshi/store'
import { companyOf } from '../api/case-company.ts'
import { caseView } from '../api/views/case-view.ts'
import type { Sight } from '../api/views/sight.ts'
import type { CitizenParts } from './citizen-parts.ts'
import { materialName } from './form-reading.ts'
import type { CaseShown } from './pages/case-pages.ts'

/** The log of a case as the applicant reads it. */
export function linesOf(procedure: Procedure, entries: readonly Entry[]): CaseShown['history'] {
  const titles = new Map(allActions(procedure).map(({ name, action }) => [name, action.title]))
  return entries.map(({ payload: { event } }) => ({
    at: event.at,
    title: event.action === OPENING ? '提交申请' : (titles.get(event.action) ?? event.action),
    reason: event.reason,
  }))
}

/** What the page of an application shows to whom it belongs, or to who holds its receipt. */
export async function shownOf(
  { services, desk }: Pick<CitizenParts, 'services' | 'desk'>,
  sight: Sight,
  { case: current, version }: StoredCase,
  rateBy: CaseShown['rateBy'],
): Promise<CaseShown> {
  const { db } = services
  const { procedure } = sight
  const [company, entries, isRated] = await Promise.all([
    companyOf(db, procedure, current),
    historyOf(db, procedure, current.county, current.id),
    desk.isRated(current.county, current.id),
  ])
  const { materials, corrections = [] } = current.data as Application & { corrections?: string[] }
  return {
    view: caseView(sight, current, version, company),
    history: linesOf(procedure, entries),
    corrections,
    missing: materials.flatMap(({ name, state }, place) =>
      state === 'missing' ? [{ name, field: materialName(place) }] : [],
    ),
    isOwn: false,
    isRated,
    rateBy,
    problems: [],
  }
}
