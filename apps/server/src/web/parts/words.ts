import type { Clause, Finding, Span } from '@luoshi/gazette'
import { findingKinds } from '@luoshi/gazette'
import { html } from 'hono/html'
import { chineseLines, severityWords } from '../../exports/chinese-words.ts'
import type { LibraryIssue } from '../../library.ts'
import { spanAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'

/** A day as it is read, with the day as a machine reads it. */
export function day(iso: string): Html {
  return html`<time datetime="${iso}">${iso}</time>`
}

/** Lines of the file as a link to them. */
export function linesLink(issue: LibraryIssue, span: Span): Html {
  return html`<a class="lines" href="${spanAddress(issue, span)}">${chineseLines(span)}</a>`
}

/** What a kind of finding is called. */
export function kindLabel(kind: string): string {
  return Object.hasOwn(findingKinds, kind) ? findingKinds[kind as keyof typeof findingKinds].label : kind
}

/** A severity in word, shape and colour. */
export function severityMark(severity: Finding['severity']): Html {
  const { word, shape } = severityWords[severity]
  return html`<span class="mark ${severity}"><span aria-hidden="true">${shape}</span> ${word}</span>`
}

/** A finding with its lines as links. */
export function findingNote(issue: LibraryIssue, finding: Finding): Html {
  return html`<p class="finding ${finding.severity}">${severityMark(finding.severity)} <b>${kindLabel(finding.kind)}</b>　${finding.message}${findingLines(issue, finding)}</p>`
}

const mostLines = 12

/** The lines of a finding as links, the first few where they are many. */
export function findingLines(issue: LibraryIssue, { lines }: Finding): Html {
  const more = lines.length > mostLines ? ` 等 ${lines.length} 处` : ''
  return html`${lines.slice(0, mostLines).map((span) => html` ${linesLink(issue, span)}`)}${more}`
}

/** A clause as clerks name it: 二（一）3, from the labels above it; 第五条; a paragraph by the clause it is in. */
export function clauseReference(clauses: ReadonlyMap<string, Clause>, id: string): string {
  let reference = ''
  for (let clause = clauses.get(id); clause !== undefined; clause = clauses.get(clause.parent ?? '')) {
    const label = clause.label ?? ''
    reference = label.replace(/[、.．]$/, '') + reference
    if (/^第.+条$/.test(label) || /^\d+\.\d/.test(label)) break
  }
  return reference === '' ? '正文' : reference
}

/** The first words of a clause, for lists. */
export function clauseGist(clause: Clause | undefined, length = 48): string {
  if (clause === undefined) return ''
  const text = clause.heading ?? clause.text
  return text.length > length ? `${text.slice(0, length)}…` : text
}
