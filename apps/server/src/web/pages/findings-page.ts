import type { Finding } from '@luoshi/gazette'
import type { IssueHead, PlacedFinding } from '@luoshi/store'
import { html } from 'hono/html'
import { kindLabel, severityWords } from '../../chinese-words.ts'
import { answerWords } from '../../gazettes/answers.ts'
import { clauseAnchor, findingsWorkbookAddress, numberAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { type PageOf, pager } from '../paging.ts'
import { findingLines, severityMark } from '../parts/inline.ts'

/** What a visitor may ask of the findings. */
export interface FindingsChoice {
  readonly kind?: string | undefined
  readonly severity?: Finding['severity'] | undefined
  readonly county?: string | undefined
  readonly issue?: string | undefined
}

/** A page of the findings that a visitor chose. */
export interface FindingsView {
  readonly choice: FindingsChoice
  /** How many there are in all, by kind. */
  readonly kinds: ReadonlyMap<string, number>
  readonly chosen: number
  readonly issues: readonly IssueHead[]
  readonly findings: readonly PlacedFinding[]
  readonly at: PageOf
}

/** All findings, by issue and line, with a choice of kind, severity and issue. */
export function findingsPage({ choice, kinds, chosen, issues, findings, at }: FindingsView): Html {
  const total = [...kinds.values()].reduce((sum, count) => sum + count, 0)
  return page(
    { title: '校核意见', section: 'findings' },
    html`${pageHead('校核意见', `共 ${total} 条${chosen === total ? '' : `，选出 ${chosen} 条`}。付印前应当对照原件核实。`)}
${total === 0 ? '' : filterForm(kinds, issues, choice)}
${chosen === 0 ? '' : html`<p class="actions"><a href="${withQuery(findingsWorkbookAddress, { ...choice })}">下载 Excel 表（${chosen} 条）</a></p>`}
${chosen > 0 ? findingTable(findings) : total === 0 ? emptyState('没有发现应当校核之处。', { href: '/', label: '回到首页' }) : emptyState('没有符合条件的校核意见。', { href: '/findings', label: '看全部' })}
${pager(at, '/findings', { ...choice })}`,
  )
}

function filterForm(
  kinds: ReadonlyMap<string, number>,
  issues: readonly IssueHead[],
  choice: FindingsChoice,
): Html {
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`
  return html`<form class="filter-form" action="/findings">
<label>程度 <select name="severity">${option('', '全部', choice.severity)}${Object.entries(severityWords).map(([severity, { word }]) => option(severity, word, choice.severity))}</select></label>
<label>种类 <select name="kind">${option('', '全部', choice.kind)}${[...kinds].map(([kind, count]) => option(kind, `${kindLabel(kind)}（${count}）`, choice.kind))}</select></label>
<label>公报 <select name="issue">${option('', '全部', choice.issue)}${issues.map(({ key, title }) => option(key, title, choice.issue))}</select></label>
<button type="submit">筛选</button>
</form>`
}

function findingTable(findings: readonly PlacedFinding[]): Html {
  return html`<table class="list findings">
<thead><tr><th scope="col">程度</th><th scope="col">种类</th><th scope="col">意见</th><th scope="col">位置</th></tr></thead>
<tbody>${findings.map(findingRow)}</tbody>
</table>`
}

function findingRow(placed: PlacedFinding): Html {
  const { finding, county, issue, version, answer } = placed
  const answered = answerWords(answer)
  return html`<tr>
<td class="severity">${severityMark(finding.severity)}</td>
<td class="kind">${kindLabel(finding.kind)}</td>
<td>${finding.message}${answered === null ? '' : html`<p class="answered">${answered}</p>`}</td>
<td class="place" data-label="位置">${noticeLink(placed)}${findingLines({ county, key: issue, version }, finding)}</td>
</tr>`
}

function noticeLink({ county, notice, issueTitle, finding, reference }: PlacedFinding): Html {
  if (notice === null) return html`${issueTitle}`
  const href = numberAddress(county, notice.address)
  if (finding.clause === null || reference === null) return html`<a href="${href}">${notice.name}</a>`
  return html`<a href="${href}#${clauseAnchor(finding.clause)}">${notice.name} ${reference}</a>`
}
