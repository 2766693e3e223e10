import { html } from 'hono/html'
import { clauseGist, clauseReference } from '../../chinese-words.ts'
import type { DatedDeadline, Library } from '../../library.ts'
import { clauseAddress, noticeAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, sliceOf } from '../paging.ts'
import { day, linesLink } from '../parts/inline.ts'

const deadlinesPerPage = 200

/** What a visitor may ask of the deadlines. */
export interface DeadlinesQuery {
  readonly year?: string | undefined
  readonly page: number
}

/** All deadlines that have a day, by day, month after month. */
export function deadlinesPage(library: Library, query: DeadlinesQuery): Html {
  const { deadlines } = library
  const years = Map.groupBy(deadlines, ({ date }) => date.slice(0, 4))
  const chosen = query.year === undefined ? deadlines : (years.get(query.year) ?? [])
  const slice = sliceOf(chosen, query.page, deadlinesPerPage)
  const months = Map.groupBy(slice.items, ({ date }) => date.slice(0, 7))
  return page(
    { title: '期限', section: 'deadlines' },
    html`${pageHead('期限', `${deadlines.length} 个有日期的期限，按先后排列。定期的和按天数计算的期限见各份文件。`)}
${years.size > 1 ? yearFilter(years, deadlines.length, query.year) : ''}
${deadlines.length === 0 ? emptyState('所读的公报里没有写明日期的期限。', { href: '/', label: '回到公报' }) : chosen.length === 0 ? emptyState('这一年没有期限。', { href: '/deadlines', label: '看全部' }) : ''}
${slice.items.length === 0 ? '' : deadlineTable(months)}
${pager(slice, '/deadlines', { year: query.year })}`,
  )
}

function yearFilter(
  years: ReadonlyMap<string, readonly DatedDeadline[]>,
  total: number,
  chosen: string | undefined,
): Html {
  const link = (year: string | undefined, label: string, count: number) =>
    html`<li><a href="${withQuery('/deadlines', { year })}"${year === chosen ? html` aria-current="true"` : ''}>${label} <b>${count}</b></a></li>`
  return html`<nav class="filter" aria-label="按年筛选"><ul>${link(undefined, '全部', total)}${[...years].map(([year, { length }]) => link(year, `${Number(year)}年`, length))}</ul></nav>`
}

function deadlineTable(months: ReadonlyMap<string, readonly DatedDeadline[]>): Html {
  return html`<table class="list deadlines">
<thead><tr><th scope="col">到期</th><th scope="col">原文</th><th scope="col">事项</th><th scope="col">文件</th></tr></thead>
${[...months].map(([month, deadlines]) => monthRows(month, deadlines))}
</table>`
}

function monthRows(month: string, deadlines: readonly DatedDeadline[]): Html {
  const [year, number] = month.split('-').map(Number)
  return html`<tbody>
<tr class="month"><th colspan="4" scope="rowgroup"><h2>${year}年${number}月 <span class="count">${deadlines.length}</span></h2></th></tr>
${deadlines.map(deadlineRow)}
</tbody>`
}

function deadlineRow({ notice, deadline, date }: DatedDeadline): Html {
  const { instrument, from, clauses } = notice
  return html`<tr>
<td class="day" data-label="到期">${day(date)}</td>
<td data-label="原文">${deadline.text}</td>
<td data-label="事项"><a href="${clauseAddress(notice, deadline.clause)}">${clauseReference(clauses, deadline.clause)}</a>　${clauseGist(clauses.get(deadline.clause))}</td>
<td class="document" data-label="文件"><a href="${noticeAddress(notice)}">${instrument.docNumber ?? instrument.title}</a> ${linesLink(from, deadline.lines)}</td>
</tr>`
}
