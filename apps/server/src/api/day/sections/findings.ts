import { openFindings } from '@luoshi/store'
import { kindLabel } from '../../../chinese-words.ts'
import { isEditor } from '../../../editor/editor-frame.ts'
import { pageOf, type Section } from '../day.ts'

/** Most that are counted exactly. */
const COUNTED = 1000

/** Findings in the county's gazettes that whoever edits them has not answered. */
export const findings: Section = {
  id: 'findings',
  title: '待答复的校核意见',
  async read({ c, context, county }, wanted) {
    const all = isEditor(c.var.officer) ? await openFindings(context.services.db, county, COUNTED + 1) : []
    const found = all.slice(0, COUNTED)
    const groups = [...Map.groupBy(found, ({ issue }) => issue)].map(([id, ofOne]) => ({
      id,
      title: ofOne[0]?.issueTitle ?? '',
      detail: '',
      count: ofOne.length,
    }))
    const chosen = found.filter(({ issue }) => wanted.group === null || issue === wanted.group)
    const { shown, next } = pageOf(chosen, wanted)
    return {
      groups,
      rows: shown.map(({ issue, version, issueTitle, ordinal, kind, message }) => ({
        title: message,
        detail: `${kindLabel(kind)} · ${issueTitle}`,
        href: `/editor/issues/${encodeURIComponent(issue)}/${version}#f-${ordinal}`,
        limit: null,
        due: null,
      })),
      next,
      isAtLeast: all.length > COUNTED,
    }
  },
}
