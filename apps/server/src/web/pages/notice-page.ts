import type { Clause, Span } from '@luoshi/gazette'
import type { StoredFinding } from '@luoshi/store'
import { html } from 'hono/html'
import { chineseDate, chineseLines } from '../../chinese-words.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import type { Validity } from '../../gazettes/validity.ts'
import { lastAtOrBefore } from '../../halving.ts'
import { clauseAnchor, noticeAddress, spanAddress, tableAddress, versionAddress } from '../addresses.ts'
import { type Html, page } from '../layout.ts'
import type { NoticeView } from '../notice-view.ts'
import { clauseBlock } from '../parts/clause-block.ts'
import { extractSections } from '../parts/extracts.ts'
import { findingNote } from '../parts/inline.ts'
import { countRepairs } from '../parts/repaired-lines.ts'
import { interpretationSection, relationSections, standingBox } from '../parts/standing.ts'
import { tableBlock } from '../parts/table-block.ts'

/** A notice as a readable page: contents, text with what was found in it beside its lines, and extracts. */
export function noticePage(notice: NoticeView, validity: Validity): Html {
  const { instrument, head, from, issueTitle } = notice
  return page(
    {
      title: instrument.title,
      section: 'issues',
      canonical: noticeAddress(head),
      description: [head.docNumber, head.issuer, head.issuedOn].filter(Boolean).join('，'),
      data: structuredData(notice, validity),
    },
    html`<article class="notice">
<header class="masthead">
<p class="paper"><a href="${versionAddress(from)}">${issueTitle}</a>${instrument.page === null ? '' : html`<span>第 ${instrument.page} 页</span>`}<a class="lines" href="${spanAddress(from, instrument.lines)}">原文${chineseLines(instrument.lines)}</a></p>
<h1>${titleLines(notice)}</h1>
${instrument.docNumber === null ? '' : html`<p class="number">${instrument.docNumber}</p>`}
</header>
${standingBox(notice, validity)}
${jumps(notice)}
<div class="reading">
${contents(instrument.clauses)}
<div class="text">
${body(notice)}
</div>
</div>
<div class="extracts">
${interpretationSection(notice)}
${relationSections(notice)}
</div>
${extractSections(notice)}
</article>`,
  )
}

/** What the notice is, as schema.org says it. */
function structuredData({ head }: NoticeView, { standing }: Validity): Record<string, unknown> {
  const isInForce = standing === 'in-force' || standing === 'amended'
  return {
    '@type': 'Legislation',
    name: head.title,
    legislationIdentifier: head.docNumber ?? undefined,
    legislationDate: head.issuedOn ?? undefined,
    legislationPassedBy:
      head.issuer === null ? undefined : { '@type': 'GovernmentOrganization', name: head.issuer },
    legislationJurisdiction: countyName(head.county),
    legislationLegalForce: isInForce ? 'InForce' : 'NotInForce',
    inLanguage: 'zh-CN',
  }
}

/** The title as it is set in print: it breaks after the issuer, and never inside a year. */
function titleLines({ instrument: { title, issuer } }: NoticeView): Html {
  if (issuer === null || !title.startsWith(issuer) || title === issuer) return html`${withWholeYears(title)}`
  return html`<span class="part">${issuer}</span><span class="part">${withWholeYears(title.slice(issuer.length))}</span>`
}

function withWholeYears(title: string): Html[] {
  return title
    .split(/(\d+年?)/)
    .map((words, index) => (index % 2 === 1 ? html`<span class="year">${words}</span>` : html`${words}`))
}

/** How much was found, each figure a link to it. */
function jumps(notice: NoticeView): Html {
  const { instrument, findings, repairs, interpretations, counterparts, citing, dutyStates } = notice
  const counts = [
    { anchor: 'interpretations', label: '解读', count: interpretations.length },
    { anchor: 'counterparts', label: '其他县', count: counterparts.length },
    { anchor: 'citing', label: '被引用', count: citing.length },
    { anchor: 'progress', label: '办理进展', count: dutyStates.length },
    { anchor: 'duties', label: '任务', count: instrument.duties.length },
    { anchor: 'deadlines', label: '期限', count: instrument.deadlines.length },
    { anchor: 'targets', label: '指标', count: instrument.targets.length },
    { anchor: 'amounts', label: '金额', count: instrument.amounts.length },
    { anchor: 'citations', label: '引用', count: instrument.citations.length },
    { anchor: 'bodies', label: '组织', count: instrument.bodies.length },
    { anchor: 'annexes', label: '附件', count: instrument.annexes.length },
    { anchor: 'findings', label: '校核意见', count: findings.length },
    { anchor: 'repairs', label: '修复', count: sumOf(countRepairs(repairs, instrument.lines)) },
  ].filter(({ count }) => count > 0)
  if (counts.length === 0) return html``
  return html`<nav class="jumps" aria-label="摘编"><ul>${counts.map(({ anchor, label, count }) => html`<li><a href="#${anchor}">${label} <b>${count}</b></a></li>`)}</ul></nav>`
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0)
}

const longestEntry = 22
const deepestEntry = 3

/** Headings and short numbered clauses, to the third level. */
function contents(clauses: readonly Clause[]): Html {
  const entries = clauses
    .slice(0, mostClauses)
    .filter(
      ({ label, heading, level }) =>
        label !== null && level <= deepestEntry && (heading !== null || level <= 2),
    )
  if (entries.length < 2) return html`<div class="contents"></div>`
  return html`<nav class="contents" aria-labelledby="contents-title">
<h2 id="contents-title">目次</h2>
<ol>${entries.map((clause) => html`<li class="level-${clause.level}"><a href="#${clauseAnchor(clause.id)}">${clause.label}${entryText(clause)}</a></li>`)}</ol>
</nav>`
}

function entryText({ heading, text }: Clause): string {
  const words = heading ?? text
  return words.length > longestEntry ? `${words.slice(0, longestEntry)}…` : words
}

/** Findings that speak of no line of a clause stand before the text. */
function generalFindings({ from }: NoticeView, findings: readonly StoredFinding[]): Html {
  if (findings.length === 0) return html``
  return html`<div class="general">${findings.map((finding) => findingNote(from, finding))}</div>`
}

/** Index of the clause that a finding stands beside; -1 where it stands before the first. */
function clauseIndexOf(
  { finding }: StoredFinding,
  indexes: ReadonlyMap<string, number>,
  starts: readonly number[],
): number {
  const named = indexes.get(finding.clause ?? '')
  return named ?? lastAtOrBefore(starts, finding.lines[0]?.[0] ?? 0)
}

/** Clauses, tables and the signature in the order in which they are printed. */
function body(notice: NoticeView): Html {
  const { instrument, from } = notice
  const { clauses } = instrument
  const starts = clauses.map(({ lines }) => lines[0])
  const indexes = new Map(clauses.map(({ id }, index) => [id, index]))
  const findings = Map.groupBy(notice.findings, (finding) => clauseIndexOf(finding, indexes, starts))
  const numbered = instrument.tables.map((table, index) => ({ table, number: index + 1 }))
  const tables = Map.groupBy(numbered, ({ table }) => lastAtOrBefore(starts, table.lines[0] - 1))
  const duties = Map.groupBy(instrument.duties, ({ clause }) => clause)
  const deadlines = Map.groupBy(instrument.deadlines, ({ clause }) => clause)
  const signatureLine = notice.signatureLine ?? Number.POSITIVE_INFINITY
  const signed = lastAtOrBefore(starts, signatureLine)
  const marked = new Set(
    notice.findings.flatMap(({ finding: { lines } }) => lines.filter(isOneLine).map(([line]) => line)),
  )
  const after = (index: number): Html => {
    const blocks = (tables.get(index) ?? []).map(({ table, number }) =>
      tableBlock({
        from,
        table,
        number,
        href: tableAddress(notice.head, number),
        personal: notice.personal.get(number) ?? {},
        marked,
      }),
    )
    if (index !== signed) return html`${blocks}`
    const before = (tables.get(index) ?? []).filter(({ table }) => table.lines[0] <= signatureLine).length
    return html`${blocks.slice(0, before)}${signature(notice)}${blocks.slice(before)}`
  }
  return html`${generalFindings(notice, findings.get(-1) ?? [])}${addressees(notice)}${after(-1)}${clauses
    .slice(0, mostClauses)
    .map(
      (clause, index) =>
        html`${clauseBlock(from, clause, {
          duties: duties.get(clause.id) ?? [],
          deadlines: deadlines.get(clause.id) ?? [],
          findings: findings.get(index) ?? [],
        })}${after(index)}`,
    )}${rest(notice)}`
}

function isOneLine([first, last]: Span): boolean {
  return first === last
}

/** Beyond this many clauses a page would be too heavy for a phone; no gazette seen comes near it. */
const mostClauses = 5000

/** Where the text goes on that a page does not hold. */
function rest({ instrument, from }: NoticeView): Html {
  const next = instrument.clauses[mostClauses]
  if (next === undefined) return html``
  return html`<p class="empty">篇幅太长，这里排到第 ${mostClauses} 条，其余见<a href="${spanAddress(from, next.lines)}">原文</a>。</p>`
}

function addressees({ instrument }: NoticeView): Html {
  if (instrument.addressees === null) return html``
  return html`<div class="passage"><p class="addressees">${instrument.addressees}：</p></div>`
}

function signature({ instrument }: NoticeView): Html {
  if (instrument.issuer === null && instrument.issuedOn === null) return html``
  return html`<div class="passage"><div class="signature">
${instrument.issuer === null ? '' : html`<p>${instrument.issuer}</p>`}
${instrument.issuedOn === null ? '' : html`<p><time datetime="${instrument.issuedOn}">${chineseDate(instrument.issuedOn)}</time></p>`}
</div></div>`
}
