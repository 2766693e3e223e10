import { html } from 'hono/html'
import { chineseDate } from '../../chinese-words.ts'
import type { Library, LibraryIssue, Notice } from '../../library.ts'
import {
  downloadAddress,
  issueAddress,
  issueAnchor,
  linesPageAddress,
  noticeAddress,
  workbookAddress,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, sliceOf } from '../paging.ts'
import { day } from '../parts/inline.ts'

const issuesPerPage = 20
/** Notices of one issue that the front page shows; gazettes seldom have more than twenty. */
const mostNotices = 100
const noticesPerPage = 200

/** The front page: the issues with their notices. */
export function issuesPage(library: Library, query: { readonly page: number }): Html {
  const duties = library.notices.reduce((sum, { instrument }) => sum + instrument.duties.length, 0)
  const summary = `${library.issues.length} 期公报，${library.notices.length} 份文件，${duties} 项任务，${library.findings.length} 条校核意见。`
  const slice = sliceOf(library.issues, query.page, issuesPerPage)
  return page(
    { title: '公报', section: 'issues' },
    html`${pageHead('政府公报', summary)}
${library.issues.length === 0 ? emptyState('还没有读过公报。请在启动时给出公报文件：npm start -- 公报.docx') : ''}
${slice.items.map(issueSection)}
${pager(slice, '/', {})}`,
  )
}

/** The page of one issue: all its notices. */
export function issuePage(from: LibraryIssue, query: { readonly page: number }): Html {
  const slice = sliceOf(from.notices, query.page, noticesPerPage)
  return page(
    { title: from.title, section: 'issues' },
    html`${pageHead(from.title, [...issueFacts(from), `${from.notices.length} 份文件`].join('　'))}
${issueActions(from)}
${slice.items.length === 0 ? emptyState('这份文件里没有找到公文。') : noticeTable(slice.items)}
${pager(slice, issueAddress(from), {})}`,
  )
}

function issueSection(from: LibraryIssue): Html {
  const facts = issueFacts(from)
  const { length } = from.notices
  const rest = html`<p class="more"><a href="${issueAddress(from)}">全部 ${length} 份文件</a></p>`
  return html`<section class="issue" aria-labelledby="${issueAnchor(from)}">
<div class="issue-head">
<h2 id="${issueAnchor(from)}"><a href="${issueAddress(from)}">${from.title}</a></h2>
${facts.length > 0 ? html`<p class="summary">${facts.join('　')}</p>` : ''}
${issueActions(from)}
</div>
${length === 0 ? emptyState('这份文件里没有找到公文。') : noticeTable(from.notices.slice(0, mostNotices))}
${length > mostNotices ? rest : ''}
</section>`
}

function issueFacts({ issue: { publisher, period } }: LibraryIssue): string[] {
  const covered = period && `${chineseDate(period.from)}—${chineseDate(period.to)}`
  return [publisher, covered].filter((fact) => fact !== null)
}

/** What can be done with an issue: read it, check it, take it along. */
function issueActions(from: LibraryIssue): Html {
  return html`<ul class="actions">
<li><a href="${linesPageAddress(from, 1)}">原文</a></li>
<li><a href="/findings?issue=${encodeURIComponent(from.key)}">校核意见 ${from.issue.findings.length}</a></li>
<li><a href="${workbookAddress(from)}">Excel 表</a></li>
<li><a href="${downloadAddress(from, 'markdown')}">Markdown</a></li>
<li><a href="${downloadAddress(from, 'json')}">JSON</a></li>
<li><a href="${downloadAddress(from, 'akn')}">Akoma Ntoso</a></li>
</ul>`
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
