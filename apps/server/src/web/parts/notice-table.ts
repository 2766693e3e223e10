import type { NoticeHead } from '@luoshi/store'
import { html } from 'hono/html'
import { noticeAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'
import { day } from './inline.ts'

/** Notices with how much was found in each, each figure a link to it. */
export function noticeTable(notices: readonly NoticeHead[]): Html {
  return html`<table class="list counted notices">
<thead><tr><th scope="col">文件</th><th scope="col">文号</th><th scope="col">成文日期</th><th scope="col" class="figure">任务</th><th scope="col" class="figure">期限</th><th scope="col" class="figure">校核</th></tr></thead>
<tbody>${notices.map(noticeRow)}</tbody>
</table>`
}

function noticeRow(notice: NoticeHead): Html {
  const href = noticeAddress(notice)
  const figure = (label: string, count: number, anchor: string) =>
    html`<td class="figure" data-label="${label}">${count === 0 ? html`<span class="none">0</span>` : html`<a href="${href}#${anchor}">${count}</a>`}</td>`
  const { title, docNumber, issuedOn, counts } = notice
  return html`<tr>
<th scope="row" class="title"><a href="${href}">${title}</a></th>
<td class="number">${docNumber ?? html`<span class="none">无文号</span>`}</td>
<td class="day">${issuedOn === null ? html`<span class="none">无日期</span>` : day(issuedOn)}</td>
${figure('任务', counts.duties, 'duties')}${figure('期限', counts.deadlines, 'deadlines')}${figure('校核', counts.findings, 'findings')}
</tr>`
}
