import { html } from 'hono/html'
import { withQuery } from './addresses.ts'
import type { Html } from './layout.ts'

/** Which page of a longer list is shown. */
export interface PageOf {
  readonly page: number
  readonly pages: number
  /** How many items stand before it. */
  readonly offset: number
}

/** The page of a list that is asked for; beyond the last there is the last. */
export function pageOf(total: number, page: number, size: number): PageOf {
  const pages = Math.max(1, Math.ceil(total / size))
  const current = Math.min(Math.max(1, page), pages)
  return { page: current, pages, offset: (current - 1) * size }
}

/** Links to the pages before and after; nothing where there is only one. */
export function pager(
  { page, pages }: PageOf,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Html | '' {
  if (pages === 1) return ''
  const link = (to: number, label: string, rel: string) =>
    to < 1 || to > pages
      ? html`<span class="off">${label}</span>`
      : html`<a rel="${rel}" href="${withQuery(path, { ...query, page: to === 1 ? undefined : to })}">${label}</a>`
  return html`<nav class="pager" aria-label="分页">${link(page - 1, '上一页', 'prev')}<span>第 ${page} 页，共 ${pages} 页</span>${link(page + 1, '下一页', 'next')}</nav>`
}
