import type { Deadline } from '@luoshi/gazette'
import { html } from 'hono/html'
import { clauseGist, clauseReference, deadlineWords, rhythmWords } from '../../chinese-words.ts'
import type { Library, PlacedDeadline } from '../../library.ts'
import { clauseAddress, deadlinesWorkbookAddress, noticeAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, type Slice, sliceOf } from '../paging.ts'
import { day, linesLink } from '../parts/inline.ts'

const deadlinesPerPage = 200

/** What a visitor may ask of the deadlines. */
export interface DeadlinesQuery {
  readonly form: keyof Library['deadlines']
  /** Only of those that fall on a day. */
  readonly year?: string | undefined
  readonly page: number
}

/** What each form is called, what heads its first column, and how it falls into groups. */
const forms = {
  dated: {
    label: '有日期',
    order: '按先后排列',
    head: '到期',
    groupOf: ({ date }) =>
      date === null ? '' : `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月`,
    none: '所读的公报里没有写明日期的期限。',
  },
  recurring: {
    label: '定期',
    order: '按间隔从短到长排列',
    head: '每次',
    groupOf: ({ recurrence }) => (recurrence === null ? '' : rhythmWords(recurrence)),
    none: '所读的公报里没有定期的期限。',
  },
  counted: {
    label: '按时长',
    order: '从事项发生之日算起，按公报先后排列',
    head: '时长',
    groupOf: () => '',
    none: '所读的公报里没有按时长计算的期限。',
  },
} as const satisfies Record<
  keyof Library['deadlines'],
  { label: string; order: string; head: string; groupOf: (deadline: Deadline) => string; none: string }
>

/** All deadlines of one form: those that fall on a day, those that come back, those counted from an event. */
export function deadlinesPage(library: Library, query: DeadlinesQuery): Html {
  const { deadlines } = library
  const { label, order, none } = forms[query.form]
  const all: readonly PlacedDeadline[] = deadlines[query.form]
  const years = query.form === 'dated' ? Map.groupBy(deadlines.dated, ({ date }) => date.slice(0, 4)) : null
  const chosen = query.year === undefined || years === null ? all : (years.get(query.year) ?? [])
  const slice = sliceOf(chosen, query.page, deadlinesPerPage)
  const form = query.form === 'dated' ? undefined : query.form
  return page(
    { title: '期限', section: 'deadlines' },
    html`${pageHead('期限', `${label}的期限 ${all.length} 个，${order}。`)}
${formFilter(deadlines, query.form)}
${years !== null && years.size > 1 ? yearFilter(years, all.length, query.year) : ''}
${all.length === 0 ? emptyState(none, { href: '/', label: '回到公报' }) : chosen.length === 0 ? emptyState('这一年没有期限。', { href: '/deadlines', label: '看全部' }) : deadlineTable(slice, query.form)}
${pager(slice, '/deadlines', { form, year: query.year })}`,
  )
}

function formFilter(deadlines: Library['deadlines'], chosen: DeadlinesQuery['form']): Html {
  const names = ['dated', 'recurring', 'counted'] as const
  const count = names.reduce((sum, name) => sum + deadlines[name].length, 0)
  const link = (form: DeadlinesQuery['form']) =>
    html`<li><a href="${withQuery('/deadlines', { form: form === 'dated' ? undefined : form })}"${form === chosen ? html` aria-current="true"` : ''}>${forms[form].label} <b>${deadlines[form].length}</b></a></li>`
  return html`<nav class="filter" aria-label="按形式筛选"><ul>${names.map(link)}${count === 0 ? '' : html`<li class="download"><a href="${deadlinesWorkbookAddress}">下载 Excel 表</a></li>`}</ul></nav>`
}

function yearFilter(
  years: ReadonlyMap<string, readonly PlacedDeadline[]>,
  total: number,
  chosen: string | undefined,
): Html {
  const link = (year: string | undefined, label: string, count: number) =>
    html`<li><a href="${withQuery('/deadlines', { year })}"${year === chosen ? html` aria-current="true"` : ''}>${label} <b>${count}</b></a></li>`
  return html`<nav class="filter" aria-label="按年筛选"><ul>${link(undefined, '各年', total)}${[...years].map(([year, { length }]) => link(year, `${Number(year)}年`, length))}</ul></nav>`
}

function deadlineTable({ items }: Slice<PlacedDeadline>, form: DeadlinesQuery['form']): Html {
  const groups = Map.groupBy(items, ({ deadline }) => forms[form].groupOf(deadline))
  return html`<table class="list deadlines">
<thead><tr><th scope="col">${forms[form].head}</th><th scope="col">原文</th><th scope="col">事项</th><th scope="col">文件</th></tr></thead>
${[...groups].map(([title, deadlines]) => groupRows(title, deadlines, form))}
</table>`
}

function groupRows(title: string, deadlines: readonly PlacedDeadline[], form: DeadlinesQuery['form']): Html {
  const head = html`<tr class="month"><th colspan="4" scope="rowgroup"><h2>${title} <span class="count">${deadlines.length}</span></h2></th></tr>`
  return html`<tbody>
${title === '' ? '' : head}
${deadlines.map((deadline) => deadlineRow(deadline, form))}
</tbody>`
}

const mostUnits = 3

function deadlineRow({ notice, deadline }: PlacedDeadline, form: DeadlinesQuery['form']): Html {
  const { instrument, from, clauses } = notice
  const units = notice.units.get(deadline.clause) ?? []
  const named = units.slice(0, mostUnits).join('、')
  return html`<tr>
<td class="${deadline.date === null ? 'rule' : 'day'}" data-label="${forms[form].head}">${deadline.date === null ? deadlineWords(deadline) : day(deadline.date)}</td>
<td data-label="原文">${deadline.text}</td>
<td data-label="事项"><a href="${clauseAddress(notice, deadline.clause)}">${clauseReference(clauses, deadline.clause)}</a>　${clauseGist(clauses.get(deadline.clause))}${units.length === 0 ? '' : html`<p class="owners">${named}${units.length > mostUnits ? ` 等 ${units.length} 个单位` : ''}</p>`}</td>
<td class="document" data-label="文件"><a href="${noticeAddress(notice)}">${instrument.docNumber ?? instrument.title}</a> ${linesLink(from, deadline.lines)}</td>
</tr>`
}
