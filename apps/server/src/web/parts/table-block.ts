import type { Table, TableRow } from '@luoshi/gazette'
import { html } from 'hono/html'
import type { LibraryIssue } from '../../library.ts'
import { lineAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'
import { linesLink } from './inline.ts'

/** A printed table, which scrolls by itself where it is wider than the page; rows on marked lines stand out. */
export function tableBlock(
  from: LibraryIssue,
  table: Table,
  number: number,
  marked: ReadonlySet<number>,
): Html {
  const title = table.title ?? `表 ${number}`
  const figures = table.columns.map((_, column) => isFigureColumn(table.rows, column))
  const rows = table.rows.filter(({ kind }) => kind === 'row').length
  return html`<figure class="table-block" id="t-${number}">
<figcaption><b>${title}</b><span>${rows} 行</span>${linesLink(from, table.lines)}</figcaption>
<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table class="printed">
<thead><tr><th class="line-head" scope="col"><span class="visually-hidden">行号</span></th>${table.columns.map((column) => html`<th scope="col">${column === '' ? html`<span class="visually-hidden">（无栏名）</span>` : column}</th>`)}</tr></thead>
<tbody>${table.rows.slice(0, mostRows).map((row) => tableRow(from, row, table.columns.length, figures, marked))}</tbody>
</table>
</div>
${table.rows.length > mostRows ? html`<p class="empty">共 ${table.rows.length} 行，这里列出前 ${mostRows} 行，其余见原文。</p>` : ''}
</figure>`
}

/** Beyond this many rows a page would be too heavy for a phone. */
const mostRows = 5000

function tableRow(
  from: LibraryIssue,
  row: TableRow,
  columns: number,
  figures: readonly boolean[],
  marked: ReadonlySet<number>,
): Html {
  const line = html`<td class="line-cell"><a class="line" href="${lineAddress(from, row.line)}" aria-label="原文第${row.line}行">${row.line}</a></td>`
  if (row.kind === 'section') {
    return html`<tr class="section">${line}<td colspan="${Math.max(columns, 1)}">${row.cells.filter(Boolean).join('　')}</td></tr>`
  }
  return html`<tr class="${row.kind}${marked.has(row.line) ? ' marked' : ''}">${line}${row.cells.map((cell, column) => (figures[column] ? html`<td class="figure">${cell}</td>` : html`<td>${cell}</td>`))}</tr>`
}

const figurePattern = /^[-+－≥≤><＞＜]?[\d,，.．%％]+$/

/** Whether a column holds figures, which are set to the right. */
function isFigureColumn(rows: readonly TableRow[], column: number): boolean {
  let figures = 0
  let filled = 0
  for (const { cells, kind } of rows) {
    const cell = cells[column] ?? ''
    if (cell === '' || kind === 'section') continue
    filled++
    if (figurePattern.test(cell)) figures++
  }
  return filled > 0 && figures / filled > 0.8
}
