import type { GazetteTotals, IssueHead, NoticeHead } from '@luoshi/store'
import { html } from 'hono/html'
import { chineseDate } from '../../chinese-words.ts'
import {
  downloadAddress,
  fileAddress,
  issueAddress,
  issueAnchor,
  linesPageAddress,
  versionAddress,
  withQuery,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { type PageOf, pager } from '../paging.ts'
import { day } from '../parts/inline.ts'
import { noticeTable } from '../parts/notice-table.ts'

/** An issue with its notices. */
export interface IssueView {
  readonly issue: IssueHead
  readonly notices: readonly NoticeHead[]
}

/** All issues with their notices, the latest first. */
export function issuesPage(totals: GazetteTotals, issues: readonly IssueView[], at: PageOf): Html {
  const summary = `${totals.issues} 期公报，${totals.notices} 份文件，${totals.duties} 项任务，${totals.findings} 条校核意见。`
  return page(
    {
      title: '政府公报',
      section: 'issues',
      canonical: '/issues',
      feeds: [{ href: '/feeds/issues.atom', title: '新一期公报' }],
    },
    html`${pageHead('政府公报', summary)}
${issues.length === 0 ? emptyState('还没有公开的公报。请在启动时给出公报文件：npm start -- 公报.docx，或在编辑台上传。') : ''}
${issues.map(issueSection)}
${pager(at, '/issues', {})}`,
  )
}

/** The page of one issue: all its notices, its files, its versions. */
export function issuePage({ issue, notices }: IssueView, versions: readonly IssueHead[]): Html {
  return page(
    {
      title: issue.title,
      section: 'issues',
      canonical: issueAddress(issue),
      data: { '@type': 'PublicationIssue', name: issue.title, issueNumber: issue.number ?? undefined },
    },
    html`${pageHead(issue.title, [...issueFacts(issue), `${notices.length} 份文件`].join('　'))}
${stateNote(issue, versions)}
${issueActions(issue)}
${notices.length === 0 ? emptyState('这份文件里没有找到公文。') : noticeTable(notices)}
${versionList(versions)}`,
  )
}

/** Whether this is what holds, and what the correction says. */
function stateNote(issue: IssueHead, versions: readonly IssueHead[]): Html | '' {
  const current = versions.find(({ state }) => state === 'published')
  const corrected = versions.find(({ version }) => version === issue.version + 1)
  if (issue.state === 'replaced' && current !== undefined) {
    return html`<p class="notice-state changed"><span aria-hidden="true">■</span> 本版已更正${corrected?.correction ? html`：${corrected.correction}` : ''}。<a href="${issueAddress(current)}">看现行版本</a></p>`
  }
  if (issue.correction === null || issue.version === 1) return ''
  return html`<p class="notice-state"><span aria-hidden="true">●</span> 勘误：${issue.correction}</p>`
}

function versionList(versions: readonly IssueHead[]): Html | '' {
  const shown = versions.filter(({ state }) => state !== 'draft')
  if (shown.length < 2) return ''
  return html`<section class="versions" aria-labelledby="versions"><h2 id="versions">各版本</h2><ol>${shown.map(
    (version) =>
      html`<li><a href="${versionAddress(version)}">第 ${version.version} 版</a>　${version.publishedAt === null ? '' : html`${day(shanghaiDay(version.publishedAt))} 公开`}　${version.state === 'published' ? '现行' : '已更正'}${version.correction === null ? '' : html`　勘误：${version.correction}`}</li>`,
  )}</ol></section>`
}

function shanghaiDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Notices of one issue that the page of all issues shows; gazettes seldom have more than twenty. */
const mostNotices = 100

function issueSection({ issue, notices }: IssueView): Html {
  const facts = issueFacts(issue)
  const rest = html`<p class="more"><a href="${issueAddress(issue)}">全部 ${notices.length} 份文件</a></p>`
  return html`<section class="issue" aria-labelledby="${issueAnchor(issue)}">
<div class="issue-head">
<h2 id="${issueAnchor(issue)}"><a href="${issueAddress(issue)}">${issue.title}</a></h2>
${facts.length > 0 ? html`<p class="summary">${facts.join('　')}</p>` : ''}
${issueActions(issue)}
</div>
${notices.length === 0 ? emptyState('这份文件里没有找到公文。') : noticeTable(notices.slice(0, mostNotices))}
${notices.length > mostNotices ? rest : ''}
</section>`
}

function issueFacts({ publisher, period }: IssueHead): string[] {
  const covered = period && `${chineseDate(period.from)}—${chineseDate(period.to)}`
  return [publisher, covered].filter((fact) => fact !== null)
}

/** What can be done with an issue: read it, check it, take it along. */
function issueActions(issue: IssueHead): Html {
  return html`<ul class="actions">
<li><a href="${linesPageAddress(issue, 1)}">原文</a></li>
<li><a href="${withQuery('/findings', { county: issue.county, issue: issue.key })}">校核意见 ${issue.findings}</a></li>
<li><a href="${fileAddress(issue, 'pdf')}">PDF</a></li>
<li><a href="${fileAddress(issue, 'docx')}">Word</a></li>
<li><a href="${fileAddress(issue, 'xlsx')}">Excel 表</a></li>
<li><a href="${downloadAddress(issue, 'markdown')}">Markdown</a></li>
<li><a href="${downloadAddress(issue, 'json')}">JSON</a></li>
<li><a href="${downloadAddress(issue, 'akn')}">Akoma Ntoso</a></li>
</ul>`
}
