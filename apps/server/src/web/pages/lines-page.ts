import { type Repair, repairKinds } from '@luoshi/gazette'
import { html } from 'hono/html'
import type { LibraryIssue } from '../../library.ts'
import { issueAddress, linesPageAddress, linesPerPage } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'

/** Kinds that every paragraph has: to show them would hide the others. */
const everywhere = new Set<string>(['blank-line', 'line-ending', 'table-row'])

/** Lines of an issue's file as they stand in it, with what the reading changed. */
export function linesPage(from: LibraryIssue, first: number): Html {
  const last = Math.min(first + linesPerPage - 1, from.lines.length)
  const repairs = Map.groupBy(
    from.issue.repairs.filter(({ line, kind }) => line >= first && line <= last && !everywhere.has(kind)),
    ({ line }) => line,
  )
  const rows: Html[] = []
  for (let line = first; line <= last; line++) {
    rows.push(lineRow(line, from.lines[line - 1] ?? '', repairs.get(line) ?? []))
  }
  return page(
    { title: `${from.title} 原文`, section: 'issues' },
    html`${pageHead(`${from.title} 原文`, html`共 ${from.lines.length} 行，<del>划线</del>处是阅读时去掉的，<ins>下划线</ins>处是补上的。<a href="${issueAddress(from)}">回到这一期</a>`)}
${linePages(from, first)}
<div class="source">${rows}</div>
${linePages(from, first)}`,
  )
}

function linePages(from: LibraryIssue, first: number): Html | '' {
  const pages = Math.ceil(from.lines.length / linesPerPage)
  if (pages <= 1) return ''
  const current = Math.floor((first - 1) / linesPerPage)
  const shown = Array.from({ length: pages }, (_, index) => index).filter(
    (index) => index === 0 || index === pages - 1 || Math.abs(index - current) <= 4,
  )
  return html`<nav class="pager" aria-label="分页">${shown.map((index) => {
    const begin = index * linesPerPage + 1
    const label = `${begin}—${Math.min(begin + linesPerPage - 1, from.lines.length)}`
    return index === current
      ? html`<span aria-current="page">${label}</span>`
      : html`<a href="${linesPageAddress(from, begin)}">${label}</a>`
  })}</nav>`
}

function lineRow(line: number, text: string, repairs: readonly Repair[]): Html {
  const kinds = [...new Set(repairs.map(({ kind }) => kindWords(kind)))]
  return html`<div class="source-line" id="L${line}"><a href="#L${line}">${line}</a><p>${repairedText(text, repairs)}</p>${kinds.length > 0 ? html`<span class="kinds">${kinds.join('、')}</span>` : ''}</div>`
}

/** The line with what was taken out struck through and what was put in underlined, as far as it is in this line. */
function repairedText(text: string, repairs: readonly Repair[]): Html[] {
  const parts: Html[] = []
  let at = 0
  for (const { column, before, after } of [...repairs].sort((a, b) => a.column - b.column)) {
    if (column < at || column > text.length) continue
    const end = Math.min(column + (before.includes('\n') ? before.indexOf('\n') : before.length), text.length)
    parts.push(
      html`${text.slice(at, column)}${end > column ? html`<del>${text.slice(column, end)}</del>` : ''}`,
    )
    if (before.includes('\n') && !after.includes('\n') && after.trim() === '') {
      parts.push(html`<span class="joined" aria-label="与下文接合">⤸</span>`)
    } else if (after.trim() !== '') parts.push(html`<ins>${after.trim()}</ins>`)
    at = end
  }
  parts.push(html`${text.slice(at)}`)
  return parts
}

function kindWords(kind: string): string {
  return Object.hasOwn(repairKinds, kind) ? repairKinds[kind as keyof typeof repairKinds] : kind
}
