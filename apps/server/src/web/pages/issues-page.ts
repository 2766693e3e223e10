import { html } from 'hono/html'
import { chineseDate } from '../../chinese-words.ts'
import type { Library, LibraryIssue, Notice } from '../../library.ts'
import {
  downloadAddress,
  issueAnchor,
  linesPageAddress,
  noticeAddress,
  workbookAddress,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** The front page: every issue with its notices. */
export function issuesPage(library: Library): Html {
  const duties = library.notices.reduce((sum, { instrument }) => sum + instrument.duties.length, 0)
  const findings = library.issues.reduce((sum, { issue }) => sum + issue.findings.length, 0)
  const summary = `${library.issues.length} 期公报，${library.notices.length} 份文件，${duties} 项任务，${findings} 条校核意见。`
  return page(
    { title: '公报', section: 'issues' },
    html`${pageHead('政府公报', summary)}
${library.issues.length === 0 ? emptyState('还没有读过公报。请在启动时给出公报文件：npm start -- 公报.docx') : ''}
${library.issues.map(issueSection)}`,
  )
}

function issueSection(from: LibraryIssue): Html {
  const { issue } = from
  const facts = [
    issue.publisher,
    issue.period && `${chineseDate(issue.period.from)}—${chineseDate(issue.period.to)}`,
  ].filter(Boolean)
  return html`<section class="issue" id="${issueAnchor(from)}" aria-labelledby="${issueAnchor(from)}-title">
<div class="issue-head">
<h2 id="${issueAnchor(from)}-title">${from.title}</h2>
${facts.length > 0 ? html`<p class="summary">${facts.join('　')}</p>` : ''}
<ul class="actions">
<li><a href="${linesPageAddress(from, 1)}">原文</a></li>
<li><a href="/findings?issue=${encodeURIComponent(from.key)}">校核意见 ${issue.findings.length}</a></li>
<li><a href="${workbookAddress(from)}">Excel 表</a></li>
<li><a href="${downloadAddress(from, 'markdown')}">Markdown</a></li>
<li><a href="${downloadAddress(from, 'json')}">JSON</a></li>
<li><a href="${downloadAddress(from, 'akn')}">Akoma Ntoso</a></li>
</ul>
</div>
${from.notices.length === 0 ? emptyState('这份文件里没有找到公文。') : noticeTable(from.notices)}
</section>`
}

function noticeTable(notices: readonly Notice[]): Html {
  return html`<table class="list counted notices">
<thead><tr><th scope="col">文件</th><th scope="col">文号</th><th scope="col">成文日期</th><th scope="col" class="figure">任务</th><th scope="col" class="figure">期限</th><th scope="col" class="figure">校核</th></tr></thead>
<tbody>${notices.map(noticeRow)}</tbody>
</table>`
}

function noticeRow(notice: Notice): Html {
  const { instrument, findings } = notice
  const href = noticeAddress(notice)
  const figure = (label: string, count: number, anchor: string) =>
    html`<td class="figure" data-label="${label}">${count === 0 ? html`<span class="none">0</span>` : html`<a href="${href}#${anchor}">${count}</a>`}</td>`
  return html`<tr>
<th scope="row" class="title"><a href="${href}">${instrument.title}</a></th>
<td class="number">${instrument.docNumber ?? html`<span class="none">无文号</span>`}</td>
<td class="day">${instrument.issuedOn === null ? html`<span class="none">无日期</span>` : day(instrument.issuedOn)}</td>
${figure('任务', instrument.duties.length, 'duties')}${figure('期限', instrument.deadlines.length, 'deadlines')}${figure('校核', findings.length, 'findings')}
</tr>`
}
