import type { Finding } from '@luoshi/gazette'
import { html } from 'hono/html'
import { clauseReference, kindLabel, severityWords } from '../../chinese-words.ts'
import type { Library, LibraryIssue, Notice, PlacedFinding } from '../../library.ts'
import { clauseAddress, findingsWorkbookAddress, noticeAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, sliceOf } from '../paging.ts'
import { findingLines, severityMark } from '../parts/inline.ts'

const findingsPerPage = 100

/** What a visitor may ask of the findings. */
export interface FindingsQuery {
  readonly kind?: string | undefined
  readonly severity?: Finding['severity'] | undefined
  readonly issue?: string | undefined
  readonly page: number
}

/** All findings, by issue and line, with a choice of kind, severity and issue. */
export function findingsPage(library: Library, query: FindingsQuery): Html {
  const all = library.findings
  const chosen = chosenFindings(library, query)
  const slice = sliceOf(chosen, query.page, findingsPerPage)
  const { page: _, ...filters } = query
  return page(
    { title: '校核意见', section: 'findings' },
    html`${pageHead('校核意见', `共 ${all.length} 条${chosen.length === all.length ? '' : `，选出 ${chosen.length} 条`}。付印前应当对照原件核实。`)}
${all.length === 0 ? '' : filterForm(library, query)}
${chosen.length === 0 ? '' : html`<p class="actions"><a href="${withQuery(findingsWorkbookAddress, filters)}">下载 Excel 表（${chosen.length} 条）</a></p>`}
${chosen.length > 0 ? findingTable(slice.items) : all.length === 0 ? emptyState('没有发现应当校核之处。', { href: '/', label: '回到公报' }) : emptyState('没有符合条件的校核意见。', { href: '/findings', label: '看全部' })}
${pager(slice, '/findings', filters)}`,
  )
}

/** The findings that a visitor chose. */
export function chosenFindings(
  { findings }: Library,
  { kind, severity, issue }: Omit<FindingsQuery, 'page'>,
): PlacedFinding[] {
  return findings.filter(
    ({ from, finding }) =>
      (kind === undefined || finding.kind === kind) &&
      (severity === undefined || finding.severity === severity) &&
      (issue === undefined || from.key === issue),
  )
}

function filterForm(library: Library, query: FindingsQuery): Html {
  const kinds = Map.groupBy(library.findings, ({ finding }) => finding.kind)
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`
  return html`<form class="filter-form" action="/findings">
<label>程度 <select name="severity">${option('', '全部', query.severity)}${Object.entries(severityWords).map(([severity, { word }]) => option(severity, word, query.severity))}</select></label>
<label>种类 <select name="kind">${option('', '全部', query.kind)}${[...kinds].map(([kind, { length }]) => option(kind, `${kindLabel(kind)}（${length}）`, query.kind))}</select></label>
<label>公报 <select name="issue">${option('', '全部', query.issue)}${library.issues.map(({ key, title }) => option(key, title, query.issue))}</select></label>
<button type="submit">筛选</button>
</form>`
}

function findingTable(findings: readonly PlacedFinding[]): Html {
  return html`<table class="list findings">
<thead><tr><th scope="col">程度</th><th scope="col">种类</th><th scope="col">意见</th><th scope="col">位置</th></tr></thead>
<tbody>${findings.map(findingRow)}</tbody>
</table>`
}

function findingRow({ from, notice, finding }: PlacedFinding): Html {
  return html`<tr>
<td class="severity">${severityMark(finding.severity)}</td>
<td class="kind">${kindLabel(finding.kind)}</td>
<td>${finding.message}</td>
<td class="place" data-label="位置">${noticeLink(from, notice, finding)}${findingLines(from, finding)}</td>
</tr>`
}

function noticeLink(from: LibraryIssue, notice: Notice | null, finding: Finding): Html {
  if (notice === null) return html`${from.title}`
  const name = notice.instrument.docNumber ?? notice.instrument.title
  if (finding.clause === null || !notice.clauses.has(finding.clause)) {
    return html`<a href="${noticeAddress(notice)}">${name}</a>`
  }
  return html`<a href="${clauseAddress(notice, finding.clause)}">${name} ${clauseReference(notice.clauses, finding.clause)}</a>`
}
