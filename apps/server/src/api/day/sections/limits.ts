import { addDays, isInstant } from '@luoshi/kernel'
import { countRunningOut, limitsRunningOut } from '@luoshi/store'
import { SUPERVISION } from '../../supervision/supervised.ts'
import type { Sight } from '../../views/sight.ts'
import { AHEAD, groupsOf, keyOf, rowOf, type Section, type SectionPage } from '../day.ts'
import { ownShare } from '../shares.ts'
import { readPlace, writePlace } from './places.ts'

/** Limits of cases on which the officer may act that end soon or have ended: the first to end first. */
export const limits: Section = {
  id: 'limits',
  title: '将到期和已超期',
  read: readLimits(({ programme }) => programme.id !== SUPERVISION),
}

/** Duties that are due soon or late. */
export const duties: Section = {
  id: 'duties',
  title: '到期的任务',
  read: readLimits(({ programme }) => programme.id === SUPERVISION),
}

function readLimits(isWanted: (sight: Sight) => boolean): Section['read'] {
  return async (day, { group, after, limit }): Promise<SectionPage> => {
    const { context, sights, county, today } = day
    const { db } = context.services
    const until = `${addDays(today, AHEAD)}T23:59:59+08:00`
    const all = [...sights.values()].filter(isWanted).flatMap((sight) => {
      const share = Object.keys(sight.procedure.limits).length === 0 ? null : ownShare(sight)
      return share === null ? [] : [{ sight, share }]
    })
    const chosen = all.filter(
      ({ sight }) => group === null || keyOf(sight.programme.id, sight.procedure.id) === group,
    )
    const place = readPlace(after, 3)
    const [lateFrom = '', id = '', name = ''] = place ?? []
    const [counts, found] = await Promise.all([
      countRunningOut(
        db,
        county,
        until,
        all.map(({ share }) => share),
      ),
      limitsRunningOut(
        db,
        county,
        until,
        chosen.map(({ share }) => share),
        limit + 1,
        place === null || !isInstant(lateFrom) ? null : { lateFrom, case: id, limit: name },
      ),
    ])
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    return {
      groups: groupsOf(all.map(({ sight }, index) => ({ sight, count: counts[index] ?? 0 }))),
      // A case stands here once for each of its limits: which one it is comes first.
      rows: shown.map(({ case: one, limit: of }) => {
        const row = rowOf(day, one, of)
        return row.limit === null ? row : { ...row, detail: `${row.limit.title} · ${row.detail}` }
      }),
      next:
        found.length > limit && last !== undefined
          ? writePlace([last.lateFrom, last.case.case.id, last.limit])
          : null,
      isAtLeast: false,
    }
  }
}
