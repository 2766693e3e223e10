import type { FoundNotices } from '@luoshi/store'
import { html } from 'hono/html'
import { type Audience, audiences, wants } from '../../gazettes/audiences.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pageOf, pager } from '../paging.ts'
import { noticesPerPage, resultItem } from './search-page.ts'

/** Who one is and what one wants. */
export interface FinderChoice {
  readonly who?: string | undefined
  readonly want?: string | undefined
  readonly q?: string | undefined
  readonly county?: string | undefined
}

/** What applies: notices in force today, with the clauses that name both. */
export interface FinderView {
  readonly choice: FinderChoice
  readonly counties: readonly string[]
  readonly page: number
  readonly today: string
  /** Null where nothing was asked yet. */
  readonly found: FoundNotices | null
}

/** The policy finder. */
export function finderPage({ choice, counties, page: asked, today, found }: FinderView): Html {
  const at = pageOf(found?.count ?? 0, asked, noticesPerPage)
  return page(
    { title: '找政策', section: 'finder', canonical: '/finder' },
    html`${pageHead('找政策', '选您是谁、要办什么，看哪些文件说到。只列今天有效的文件，以条款原文为准。')}
<form class="filter-form finder" action="/finder">
${choose('who', '我是', audiences, choice.who)}
${choose('want', '我要', wants, choice.want)}
<label>还有 <input type="search" name="q" value="${choice.q ?? ''}" maxlength="60" autocomplete="off" placeholder="可不填"></label>
<label>县 <select name="county">${option('', '不限', choice.county)}${counties.map((county) => option(county, countyName(county), choice.county))}</select></label>
<button type="submit">查</button>
</form>
${found === null ? '' : html`<p class="summary">${today} 有效的文件里，有 ${found.count} 份说到。</p>`}
${found !== null && found.count === 0 ? emptyState('没有找到。可以少选一项，或换一个说法。', { href: '/finder', label: '重新选' }) : ''}
${found === null || found.notices.length === 0 ? '' : html`<ol class="results" start="${at.offset + 1}">${found.notices.map(resultItem)}</ol>`}
${pager(at, '/finder', { ...choice })}`,
  )
}

function option(value: string, label: string, chosen: string | undefined): Html {
  return html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`
}

function choose(name: string, label: string, from: readonly Audience[], chosen: string | undefined): Html {
  return html`<label>${label} <select name="${name}">${option('', '不限', chosen)}${from.map(({ id, title }) => option(id, title, chosen))}</select></label>`
}
