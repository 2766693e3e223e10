import { addDays } from '@luoshi/kernel'
import { disclosuresEnding } from '@luoshi/store'
import { dueView } from '../../views/limit-view.ts'
import { AHEAD, groupsOf, keyOf, pageOf, rowOf, type Section, sightFor } from '../day.ts'
import { ownShare } from '../shares.ts'

/** What is shown in public and ends soon, or has ended and waits to be taken further. */
export const publicity: Section = {
  id: 'publicity',
  title: '将期满和已期满的公示',
  async read(day, wanted) {
    const { context, sights, county, today } = day
    const shares = [...sights.values()].flatMap((sight) => ownShare(sight) ?? [])
    const found = await disclosuresEnding(context.services.db, county, addDays(today, AHEAD), shares)
    const { group } = wanted
    const chosen = found.filter(
      ({ case: one }) => group === null || keyOf(one.programme, one.procedure.id) === group,
    )
    const { shown, next } = pageOf(chosen, wanted)
    return {
      groups: groupsOf(found.map(({ case: one }) => ({ sight: sightFor(day, one), count: 1 }))),
      rows: shown.map(({ disclosed, case: one }) => ({
        ...rowOf(day, one),
        limit: null,
        due: dueView(disclosed.until, false),
      })),
      next,
      isAtLeast: false,
    }
  },
}
