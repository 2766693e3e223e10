import { rolesOf } from '@luoshi/kernel'
import { openNotices } from '@luoshi/store'
import { noticeView } from '../../views/notice-view.ts'
import { groupsOf, keyOf, pageOf, rowOf, type Section, sightFor } from '../day.ts'
import { noticeShares } from '../shares.ts'

/** Most that are counted exactly. */
const COUNTED = 1000

/** What alarms have told the officer: the latest first. */
export const notices: Section = {
  id: 'notices',
  title: '提醒和通报',
  async read(day, wanted) {
    const { context, sights, county, today } = day
    const held = [...sights.values()].map(
      ({ programme, actor }) => [programme.id, rolesOf(actor, today)] as const,
    )
    const shares = [...sights.values()].flatMap((sight) => noticeShares(sight))
    const all = await openNotices(context.services.db, county, shares, Object.fromEntries(held), COUNTED + 1)
    const found = all.slice(0, COUNTED)
    const { group } = wanted
    const chosen = found.filter(
      ({ case: one }) => group === null || keyOf(one.programme, one.procedure.id) === group,
    )
    const { shown, next } = pageOf(chosen, wanted)
    return {
      groups: groupsOf(found.map(({ case: one }) => ({ sight: sightFor(day, one), count: 1 }))),
      rows: shown.map((notice) => {
        const row = rowOf(day, notice.case, notice.name.split('/')[1])
        const { says } = noticeView(sightFor(day, notice.case).programme, notice.case.procedure, notice)
        return { ...row, detail: `${says}${row.detail}` }
      }),
      next,
      isAtLeast: all.length > COUNTED,
    }
  },
}
