import { reportsOf } from '../../reports-routes.ts'
import { pageOf, type Section } from '../day.ts'

/** Reports that the officer's units owe and have not sent. */
export const reports: Section = {
  id: 'reports',
  title: '应报的材料',
  async read({ c, context }, wanted) {
    const { turns } = await reportsOf(c, context)
    const owed = turns.filter(({ owedByMe }) => owedByMe.length > 0)
    const groups = [...Map.groupBy(owed, ({ programme, report }) => `${programme}/${report}`)].map(
      ([id, ofOne]) => ({ id, title: ofOne[0]?.title ?? '', detail: '', count: ofOne.length }),
    )
    const { group } = wanted
    const chosen = owed.filter(
      ({ programme, report }) => group === null || `${programme}/${report}` === group,
    )
    const { shown, next } = pageOf(chosen, wanted)
    return {
      groups,
      rows: shown.map(({ title, period, owedByMe, due }) => ({
        title,
        detail: `${period} · ${owedByMe.join('、')}`,
        href: '/desk/reports',
        limit: null,
        due,
      })),
      next,
      isAtLeast: false,
    }
  },
}
