import type { Table, TableRow } from '@luoshi/gazette'
import type { PersonalColumns } from '@luoshi/store'
import { html } from 'hono/html'
import { shownCells } from '../../gazettes/personal-columns.ts'
import { lineAddress, type VersionRef } from '../addresses.ts'
import type { Html } from '../layout.ts'
import { linesLink } from './inline.ts'

/** A table as its page and its notice show it. */
export interface ShownTable {
  readonly from: VersionRef
  readonly table: Table
  readonly number: number
  /** Page of the table alone, where it is sorted and taken along. */
  readonly href: string
  readonly personal: PersonalColumns
  /** Lines that stand out. */
  readonly marked: ReadonlySet<number>
}

/** A printed table, which scrolls by itself where it is wider than the page. */
export function tableBlock(shown: ShownTable): Html {
  const { from, table, number, href } = shown
  const title = table.title ?? `表 ${number}`
  const rows = table.rows.filter(({ kind }) => kind === 'row').length
  return html`<figure class="table-block" id="t-${number}">
<figcaption><b>${title}</b><span>${rows} 行</span><a href="${href}">排序、下载</a>${linesLink(from, table.lines)}</figcaption>
${tableScroll(shown, title, table.rows, table.columns.map(columnName))}
</figure>`
}

/** The table itself: heads as they are given, rows in the order in which they are given. */
export function tableScroll(
  { from, table, personal, marked }: ShownTable,
  title: string,
  rows: readonly TableRow[],
  heads: readonly (Html | string)[],
): Html {
  const figures = table.columns.map((_, column) => isFigureColumn(table.rows, column))
  const more = html`<p class="empty">共 ${rows.length} 行，这里列出前 ${mostRows} 行，其余见下载的文件。</p>`
  return html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">
<table class="printed">
<thead><tr><th class="line-head" scope="col"><span class="visually-hidden">行号</span></th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.slice(0, mostRows).map((row) => tableRow({ from, personal, marked }, row, table.columns.length, figures))}</tbody>
</table>
</div>
${rows.length > mostRows ? more : ''}`
}

/** Name of a column, also where the print gives none. */
export function columnName(column: string): Html | string {
  return column === '' ? html`<span class="visually-hidden">（无栏名）</span>` : column
}

/** Beyond this many rows a page would be too heavy for a phone. */
const mostRows = 600

function tableRow(
  { from, personal, marked }: Pick<ShownTable, 'from' | 'personal' | 'marked'>,
  row: TableRow,
  columns: number,
  figures: readonly boolean[],
): Html {
  const line = html`<td class="line-cell"><a class="line" href="${lineAddress(from, row.line)}" aria-label="原文第${row.line}行">${row.line}</a></td>`
  if (row.kind === 'section') {
    return html`<tr class="section">${line}<td colspan="${Math.max(columns, 1)}">${row.cells.filter(Boolean).join('　')}</td></tr>`
  }
  const cells = shownCells(row.cells, personal)
  return html`<tr class="${row.kind}${marked.has(row.line) ? ' marked' : ''}">${line}${cells.map((cell, column) => (figures[column] ? html`<td class="figure">${cell}</td>` : html`<td>${cell}</td>`))}</tr>`
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
