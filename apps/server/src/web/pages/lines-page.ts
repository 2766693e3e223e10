import type { Issue } from '@luoshi/gazette'
import { html } from 'hono/html'
import { repairLabel } from '../../chinese-words.ts'
import { issueAddress, linesPageAddress, linesPerPage, type VersionRef } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { type LinePart, type RepairedLine, repairedLines } from '../parts/repaired-lines.ts'

/** An issue's file, line by line, with what the reading changed. */
export interface SourceView extends VersionRef {
  readonly title: string
  readonly lines: readonly string[]
  readonly repairs: Issue['repairs']
}

/** Lines of an issue's file as they stand in it, with what the reading changed. */
export function linesPage(from: SourceView, first: number): Html {
  const last = Math.min(first + linesPerPage - 1, from.lines.length)
  const rows = repairedLines(from.lines, from.repairs, first, last).map(lineRow)
  return page(
    { title: `${from.title} 原文`, section: 'issues' },
    html`${pageHead(`${from.title} 原文`, html`共 ${from.lines.length} 行。<del>划去</del>的没有读入，<ins>下划线</ins>是补上的，⤸ 处与下文接合，<span class="elsewhere">灰字</span>读作右边所写的内容。<a href="${issueAddress(from)}">回到这一期</a>`)}
${linePages(from, first, '分页')}
<div class="source">${rows}</div>
${linePages(from, first, '末尾的分页')}`,
  )
}

function linePages(from: SourceView, first: number, name: string): Html | '' {
  const pages = Math.ceil(from.lines.length / linesPerPage)
  if (pages <= 1) return ''
  const current = Math.floor((first - 1) / linesPerPage)
  const shown = Array.from({ length: pages }, (_, index) => index).filter(
    (index) => index === 0 || index === pages - 1 || Math.abs(index - current) <= 4,
  )
  return html`<nav class="pager" aria-label="${name}">${shown.map((index) => {
    const begin = index * linesPerPage + 1
    const label = `${begin}—${Math.min(begin + linesPerPage - 1, from.lines.length)}`
    const gap = index > 0 && !shown.includes(index - 1) ? html`<span aria-hidden="true">…</span>` : ''
    return index === current
      ? html`${gap}<span aria-current="page">${label}</span>`
      : html`${gap}<a href="${linesPageAddress(from, begin)}">${label}</a>`
  })}</nav>`
}

function lineRow({ line, parts, kinds }: RepairedLine): Html {
  return html`<div class="source-line" id="L${line}"><a href="#L${line}">${line}</a><p>${parts.map(linePart)}</p>${kinds.length > 0 ? html`<span class="kinds">${kinds.map(repairLabel).join('、')}</span>` : ''}</div>`
}

function linePart({ kind, text }: LinePart): Html {
  switch (kind) {
    case 'kept':
      return html`${text}`
    case 'removed':
      return html`<del>${text}</del>`
    case 'added':
      return html`<ins>${text}</ins>`
    case 'joined':
      return html`<span class="joined" role="img" aria-label="与下文接合">⤸</span>`
    case 'elsewhere':
      return html`<span class="elsewhere">${text}</span>`
  }
}
