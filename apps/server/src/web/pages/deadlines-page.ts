import type { DeadlineForm, deadlineTotals, PlacedDeadline } from '@luoshi/store'
import { html } from 'hono/html'
import { rhythmWords, shortened } from '../../chinese-words.ts'
import {
  calendarAddress,
  clauseAddress,
  deadlinesWorkbookAddress,
  noticeAddress,
  versionOf,
  withQuery,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { type PageOf, pager } from '../paging.ts'
import { day, linesLink } from '../parts/inline.ts'

/** A page of deadlines of one form. */
export interface DeadlinesView {
  readonly totals: Awaited<ReturnType<typeof deadlineTotals>>
  readonly form: DeadlineForm
  readonly year: string | undefined
  readonly deadlines: readonly PlacedDeadline[]
  readonly at: PageOf
}

/** What each form is called, what heads its first column, and how it falls into groups. */
const forms = {
  dated: {
    label: '有日期',
    order: '按先后排列',
    head: '到期',
    groupOf: ({ day }) => (day === null ? '' : `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`),
    none: '公开的公报里没有写明日期的期限。',
  },
  recurring: {
    label: '定期',
    order: '按间隔从短到长排列',
    head: '每次',
    groupOf: ({ recurrence }) => (recurrence === null ? '' : rhythmWords(recurrence)),
    none: '公开的公报里没有定期的期限。',
  },
  counted: {
    label: '按时长',
    order: '从事项发生之日算起，按公报先后排列',
    head: '时长',
    groupOf: () => '',
    none: '公开的公报里没有按时长计算的期限。',
  },
} as const satisfies Record<
  DeadlineForm,
  { label: string; order: string; head: string; groupOf: (deadline: PlacedDeadline) => string; none: string }
>

/** All deadlines of one form: those that fall on a day, those that come back, those counted from an event. */
export function deadlinesPage({ totals, form, year, deadlines, at }: DeadlinesView): Html {
  const { label, order, none } = forms[form]
  const total = totals.forms[form]
  const query = { form: form === 'dated' ? undefined : form, year }
  return page(
    { title: '期限', section: 'deadlines' },
    html`${pageHead('期限', `${label}的期限 ${total} 个，${order}。`)}
${formFilter(totals.forms, form)}
${form === 'dated' && totals.years.size > 1 ? yearFilter(totals.years, total, year) : ''}
${total === 0 ? emptyState(none, { href: '/', label: '回到首页' }) : deadlines.length === 0 ? emptyState('这一年没有期限。', { href: '/deadlines', label: '看全部' }) : deadlineTable(deadlines, form)}
${pager(at, '/deadlines', query)}`,
  )
}

function formFilter(counts: Readonly<Record<DeadlineForm, number>>, chosen: DeadlineForm): Html {
  const names = ['dated', 'recurring', 'counted'] as const
  const link = (form: DeadlineForm) =>
    html`<li><a href="${withQuery('/deadlines', { form: form === 'dated' ? undefined : form })}"${form === chosen ? html` aria-current="true"` : ''}>${forms[form].label} <b>${counts[form]}</b></a></li>`
  const isEmpty = names.every((form) => counts[form] === 0)
  return html`<nav class="filter" aria-label="按形式筛选"><ul>${names.map(link)}${isEmpty ? '' : html`<li class="download"><a href="${deadlinesWorkbookAddress}">下载 Excel 表</a></li><li class="download"><a href="${calendarAddress}">与公众有关的日历（iCalendar）</a></li>`}</ul></nav>`
}

function yearFilter(years: ReadonlyMap<string, number>, total: number, chosen: string | undefined): Html {
  const link = (year: string | undefined, label: string, count: number) =>
    html`<li><a href="${withQuery('/deadlines', { year })}"${year === chosen ? html` aria-current="true"` : ''}>${label} <b>${count}</b></a></li>`
  return html`<nav class="filter" aria-label="按年筛选"><ul>${link(undefined, '各年', total)}${[...years].map(([year, count]) => link(year, `${Number(year)}年`, count))}</ul></nav>`
}

function deadlineTable(deadlines: readonly PlacedDeadline[], form: DeadlineForm): Html {
  const groups = Map.groupBy(deadlines, forms[form].groupOf)
  return html`<table class="list deadlines">
<thead><tr><th scope="col">${forms[form].head}</th><th scope="col">原文</th><th scope="col">事项</th><th scope="col">文件</th></tr></thead>
${[...groups].map(([title, members]) => groupRows(title, members, form))}
</table>`
}

function groupRows(title: string, deadlines: readonly PlacedDeadline[], form: DeadlineForm): Html {
  const head = html`<tr class="month"><th colspan="4" scope="rowgroup"><h2>${title} <span class="count">${deadlines.length}</span></h2></th></tr>`
  return html`<tbody>
${title === '' ? '' : head}
${deadlines.map((deadline) => deadlineRow(deadline, form))}
</tbody>`
}

const mostUnits = 3

function deadlineRow(deadline: PlacedDeadline, form: DeadlineForm): Html {
  const { by, clause, reference, clauseText, text, meaning, units, lines } = deadline
  const named = units.slice(0, mostUnits).join('、')
  return html`<tr>
<td class="${deadline.day === null ? 'rule' : 'day'}" data-label="${forms[form].head}">${deadline.day === null ? meaning : day(deadline.day)}</td>
<td data-label="原文">${text}</td>
<td data-label="事项"><a href="${clauseAddress(by, clause)}">${reference}</a>　${shortened(clauseText)}${units.length === 0 ? '' : html`<p class="owners">${named}${units.length > mostUnits ? ` 等 ${units.length} 个单位` : ''}</p>`}</td>
<td class="document" data-label="文件"><a href="${noticeAddress(by)}">${by.docNumber ?? by.title}</a> ${linesLink(versionOf(by), [...lines])}</td>
</tr>`
}
