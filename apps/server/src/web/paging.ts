import { html } from 'hono/html'
import { withQuery } from './addresses.ts'
import type { Html } from './layout.ts'

/** One page of a longer list. */
export interface Slice<T> {
  readonly items: readonly T[]
  readonly page: number
  readonly pages: number
  readonly total: number
}

/** The page of a list that is asked for; beyond the last there is the last. */
export function sliceOf<T>(list: readonly T[], page: number, size: number): Slice<T> {
  const pages = Math.max(1, Math.ceil(list.length / size))
  const current = Math.min(Math.max(1, page), pages)
  return { items: list.slice((current - 1) * size, current * size), page: current, pages, total: list.length }
}

/** Links to the pages before and after; nothing where there is only one. */
export function pager(
  { page, pages }: Slice<unknown>,
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): Html | '' {
  if (pages === 1) return ''
  const link = (to: number, label: string, rel: string) =>
    to < 1 || to > pages
      ? html`<span class="off">${label}</span>`
      : html`<a rel="${rel}" href="${withQuery(path, { ...query, page: to === 1 ? undefined : to })}">${label}</a>`
  return html`<nav class="pager" aria-label="分页">${link(page - 1, '上一页', 'prev')}<span>第 ${page} 页，共 ${pages} 页</span>${link(page + 1, '下一页', 'next')}</nav>`
}
