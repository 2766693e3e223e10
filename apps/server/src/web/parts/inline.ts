import type { Finding, Span } from '@luoshi/gazette'
import type { StoredFinding } from '@luoshi/store'
import { html } from 'hono/html'
import { chineseLines, kindLabel, severityWords } from '../../chinese-words.ts'
import { answerWords } from '../../gazettes/answers.ts'
import { spanAddress, type VersionRef } from '../addresses.ts'
import type { Html } from '../layout.ts'

/** A day as it is read, with the day as a machine reads it. */
export function day(iso: string): Html {
  return html`<time datetime="${iso}">${iso}</time>`
}

/** Lines of the file as a link to them. */
export function linesLink(issue: VersionRef, span: Readonly<Span>): Html {
  return html`<a class="lines" href="${spanAddress(issue, span)}">${chineseLines(span)}</a>`
}

/** A severity in word, shape and colour. */
export function severityMark(severity: Finding['severity']): Html {
  const { word, shape } = severityWords[severity]
  return html`<span class="mark ${severity}"><span aria-hidden="true">${shape}</span> ${word}</span>`
}

/** A finding with its lines as links, and what the editor answered. */
export function findingNote(issue: VersionRef, { finding, answer }: StoredFinding): Html {
  const answered = answerWords(answer)
  return html`<p class="finding ${finding.severity}">${severityMark(finding.severity)} <b>${kindLabel(finding.kind)}</b>　${finding.message}${findingLines(issue, finding)}${answered === null ? '' : html`<span class="answered">${answered}</span>`}</p>`
}

const mostLines = 12

/** The lines of a finding as links, the first few where they are many; to the public file, where nothing else is said. */
export function findingLines(
  issue: VersionRef,
  { lines }: Finding,
  addressOf: (span: Readonly<Span>) => string = (span) => spanAddress(issue, span),
): Html {
  const more = lines.length > mostLines ? ` 等 ${lines.length} 处` : ''
  return html`${lines.slice(0, mostLines).map((span) => html` <a class="lines" href="${addressOf(span)}">${chineseLines(span)}</a>`)}${more}`
}
