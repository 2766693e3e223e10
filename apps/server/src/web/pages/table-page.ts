import type { Table, TableRow } from '@luoshi/gazette'
import { html } from 'hono/html'
import { noticeAddress, tableAddress, withQuery } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import type { NoticeView } from '../notice-view.ts'
import { columnName, tableScroll } from '../parts/table-block.ts'

/** How a table is sorted. */
export interface TableSorting {
  /** Column from 1; none for the order of the print. */
  readonly sort?: number | undefined
  readonly order: 'asc' | 'desc'
}

/** One table of a notice on a page of its own: sorted by a link, taken along as a file. */
export function tablePage(
  { head, instrument, from, personal }: Pick<NoticeView, 'head' | 'instrument' | 'from' | 'personal'>,
  table: Table,
  number: number,
  sorting: TableSorting,
): Html {
  const title = table.title ?? `表 ${number}`
  const href = tableAddress(head, number)
  const masked = personal.get(number) ?? {}
  const rows = sortedRows(table, sorting)
  const shown = { from, table, number, href, personal: masked, marked: new Set<number>() }
  const heads = table.columns.map((column, index) => sortLink(href, column, index + 1, sorting))
  return page(
    { title: `${title} - ${head.docNumber ?? head.title}`, section: 'issues', canonical: href },
    html`${pageHead(title, html`<a href="${noticeAddress(head)}#t-${number}">${head.docNumber ?? ''} ${instrument.title}</a>`)}
<ul class="actions"><li><a href="${href}.csv">CSV</a></li><li><a href="${href}.xlsx">Excel 表</a></li><li><a href="${href}.json">JSON</a></li>${sorting.sort === undefined ? '' : html`<li><a href="${href}">按原文顺序</a></li>`}</ul>
${Object.keys(masked).length === 0 ? '' : html`<p class="summary">按去标识化的要求，联系方式、账号等已遮盖。</p>`}
${tableScroll(shown, title, rows, heads)}`,
  )
}

function sortLink(href: string, column: string, number: number, { sort, order }: TableSorting): Html {
  const isThis = sort === number
  const next = isThis && order === 'asc' ? 'desc' : 'asc'
  const mark = isThis ? html` <span aria-hidden="true">${order === 'asc' ? '▲' : '▼'}</span>` : ''
  return html`<a href="${withQuery(href, { sort: number, order: next })}" aria-label="${column === '' ? '无栏名' : column}，按此列${next === 'asc' ? '升序' : '降序'}排列">${columnName(column)}${mark}</a>`
}

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows in the order that is asked for; sums and headings have a place only in the order of the print. */
export function sortedRows({ rows }: Table, { sort, order }: TableSorting): readonly TableRow[] {
  if (sort === undefined) return rows
  const direction = order === 'asc' ? 1 : -1
  return rows
    .filter(({ kind }) => kind === 'row')
    .sort((a, b) => direction * compareCells(a.cells[sort - 1] ?? '', b.cells[sort - 1] ?? ''))
}

function compareCells(a: string, b: string): number {
  const [first, second] = [figureOf(a), figureOf(b)]
  if (first !== null && second !== null) return first - second
  if ((first === null) !== (second === null)) return first === null ? 1 : -1
  return collator.compare(a, b)
}

function figureOf(cell: string): number | null {
  const plain = cell.replace(/[,，%％\s]/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null
}
