import { type Item, listFindings, sourcesOf } from '@luoshi/kernel'
import { html } from 'hono/html'
import { cellText, chosenEntries, listColumns, sharedValues } from '../../catalogues/list-entries.ts'
import type { PublishedList } from '../../catalogues/published-lists.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { lawAddress, publishedListAddress } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'

/** What a visitor narrows a list to. */
export interface ListChoice {
  readonly q: string
  /** Field → the value that it must have. */
  readonly fields: Readonly<Record<string, string>>
}

/** A list in the version that holds: searched, narrowed, each entry with its line and its laws. */
export function publishedListPage(list: PublishedList, choice: ListChoice, cited: CitedNotices): Html {
  const { catalogue, version, county } = list
  const href = publishedListAddress(list)
  if (version === null) {
    const why = list.issues[0]?.message ?? '登载这份清单的公报还没有公开。'
    return page(
      { title: catalogue.title, section: 'lists' },
      html`${pageHead(catalogue.title, countyName(county))}${emptyState(why, { href: '/lists', label: '看其他清单' })}`,
    )
  }
  const items = chosenEntries(catalogue, version.items, choice.q, choice.fields)
  const isNarrowed = items.length < version.items.length
  return page(
    { title: `${catalogue.title}（${countyName(county)}）`, section: 'lists', canonical: href },
    html`${pageHead(catalogue.title, html`${countyName(county)}，${version.name === undefined ? '' : `${version.name}，`}${day(version.from)}起施行，${basisLink(cited, version.basis)}，共 ${version.items.length} 项${isNarrowed ? `，选出 ${items.length} 项` : ''}。`)}
<ul class="actions"><li><a href="${href}.csv">CSV</a></li><li><a href="${href}.xlsx">Excel 表</a></li><li><a href="${href}.json">JSON</a></li></ul>
${choiceForm(list, choice)}
${items.length === 0 ? emptyState('没有这样的事项。可以少写几个字，或者去掉筛选。', { href, label: '看全部' }) : entryTable(list, items, cited)}
${isNarrowed ? '' : findingsOf(list, cited)}`,
  )
}

function choiceForm({ catalogue, version }: PublishedList, choice: ListChoice): Html {
  const shared = sharedValues(catalogue, version?.items ?? [])
  return html`<form class="filter-form">
<label>含有的字 <input type="search" name="q" value="${choice.q}" maxlength="200" autocomplete="off"></label>
${shared.map(
  ({ column, values }) =>
    html`<label>${column.label} <select name="${column.field}"><option value="">全部</option>${values.map(
      ({ value, count }) =>
        html`<option value="${value}"${choice.fields[column.field] === value ? html` selected` : ''}>${value}（${count}）</option>`,
    )}</select></label>`,
)}
<button type="submit">筛选</button>
</form>`
}

function entryTable({ catalogue }: PublishedList, items: readonly Item[], cited: CitedNotices): Html {
  const columns = listColumns(catalogue)
  return html`<div class="table-scroll" role="region" aria-label="${catalogue.title}" tabindex="0"><table class="list">
<thead><tr>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}<th scope="col">出处</th></tr></thead>
<tbody>${items.map(
    (item) =>
      html`<tr>${columns.map(({ field, label }) => html`<td data-label="${label}">${field === catalogue.parts.source ? sourceCell(catalogue, item) : cellText(catalogue, item, field)}</td>`)}<td data-label="出处">${basisLink(cited, item.basis)}</td></tr>`,
  )}</tbody>
</table></div>`
}

/** Each law by its own link: what else rests on it. */
function sourceCell(catalogue: PublishedList['catalogue'], item: Item): Html | string {
  const sources = sourcesOf(catalogue, item)
  if (sources.length === 0) return cellText(catalogue, item, catalogue.parts.source ?? '')
  return html`${sources.map(({ title, version, articles }, place) => {
    const places = articles.map(({ article, paragraph }) => `${article}${paragraph ?? ''}`).join('、')
    return html`${place === 0 ? '' : html`<br>`}<a href="${lawAddress(title)}">《${title}》</a>${version === null ? '' : `（${version}）`}${places}`
  })}`
}

function findingsOf({ catalogue, version }: PublishedList, cited: CitedNotices): Html | string {
  const found = version === null ? [] : listFindings(catalogue, version)
  if (found.length === 0) return ''
  return html`<section><h2>需要核对之处</h2><ul>${found.map(
    ({ message, cites }) =>
      html`<li>${message} ${cites.map((cite) => html`${basisLink(cited, cite)} `)}</li>`,
  )}</ul></section>`
}
