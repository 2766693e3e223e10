import { countyBySlug } from '@luoshi/counties'
import { catalogueFindings, type Item, listFindings, nearNames, sourcesOf, textOf } from '@luoshi/kernel'
import { html } from 'hono/html'
import { cellText, chosenEntries, listColumns, sharedValues } from '../../catalogues/list-entries.ts'
import type { PublishedList } from '../../catalogues/published-lists.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { lawAddress, publishedListAddress, withQuery } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'
import { versionsSection } from './list-versions-page.ts'

/** What a visitor narrows a list to. */
export interface ListChoice {
  readonly q: string
  /** Field → the value that it must have. */
  readonly fields: Readonly<Record<string, string>>
  /** The day on which it is looked at; null for today. */
  readonly on: string | null
}

/** A list in the version that holds: searched, narrowed, each entry with its line and its laws. */
export function publishedListPage(list: PublishedList, choice: ListChoice, cited: CitedNotices): Html {
  const { catalogue, version, county } = list
  const href = publishedListAddress(list)
  if (version === null) {
    const why = absenceOf(list, choice)
    return page(
      { title: catalogue.title, section: 'lists' },
      html`${pageHead(catalogue.title, countyName(county))}${emptyState(why, { href: '/lists', label: '看其他清单' })}${versionsSection(list, cited)}`,
    )
  }
  const { on } = choice
  const dated = (path: string) => (on === null ? path : withQuery(path, { on }))
  const items = chosenEntries(catalogue, version.items, choice.q, choice.fields)
  const isNarrowed = items.length < version.items.length
  return page(
    { title: `${catalogue.title}（${countyName(county)}）`, section: 'lists', canonical: href },
    html`${pageHead(catalogue.title, html`${countyName(county)}，${version.name === undefined ? '' : `${version.name}，`}${day(version.from)}起施行，${basisLink(cited, version.basis)}，共 ${version.items.length} 项${isNarrowed ? `，选出 ${items.length} 项` : ''}。`)}
${exercisedNote(list, cited)}
<ul class="actions"><li><a href="${dated(`${href}.docx`)}">手册（Word）</a></li><li><a href="${dated(`${href}.pdf`)}">手册（PDF）</a></li><li><a href="${dated(`${href}.xlsx`)}">Excel 表</a></li><li><a href="${dated(`${href}.csv`)}">CSV</a></li><li><a href="${dated(`${href}.json`)}">JSON</a></li></ul>
${choiceForm(list, choice)}
${items.length === 0 ? nothingListed(list, choice) : entryTable(list, items, cited)}
${isNarrowed ? '' : html`${findingsOf(list, cited)}${versionsSection(list, cited)}`}`,
  )
}

function absenceOf({ issues, catalogue }: PublishedList, { on }: ListChoice): string {
  if (on !== null && catalogue.versions.length > 0) return `${on}还没有这份清单。`
  return issues[0]?.message ?? '登载这份清单的公报还没有公开。'
}

/** Who may do what every entry names, where the list has no column for it. */
function exercisedNote({ catalogue, county }: PublishedList, cited: CitedNotices): Html {
  const { exercisedBy } = catalogue
  if (exercisedBy === undefined) return html``
  const townships = countyBySlug.get(county)?.places.filter((place) => /[乡镇]$/.test(place)) ?? []
  const named = exercisedBy.who.includes('乡') && townships.length > 0 ? `（${townships.join('、')}）` : ''
  return html`<p>各项由${exercisedBy.who}${named}行使 ${basisLink(cited, exercisedBy.basis)}</p>`
}

/** No entry fits: those with the nearest names may be meant. */
function nothingListed(list: PublishedList, { q, on }: ListChoice): Html {
  const { catalogue, version } = list
  const near = version === null ? [] : nearNames(catalogue, version, q)
  const href = publishedListAddress(list)
  if (near.length === 0) {
    return emptyState('清单内没有这样的事项。可以少写几个字，或者去掉筛选。', { href, label: '看全部' })
  }
  return html`<p class="empty">清单内没有“${q}”。名称相近的有：</p>
<ul>${near.map(({ entry }) => {
    const name = textOf(entry, catalogue.parts.name)
    return html`<li><a href="${withQuery(href, { q: name, ...(on === null ? {} : { on }) })}">${name}</a></li>`
  })}</ul>`
}

function choiceForm({ catalogue, version }: PublishedList, choice: ListChoice): Html {
  const shared = sharedValues(catalogue, version?.items ?? [])
  return html`<form class="filter-form">
<label>含有的字 <input type="search" name="q" value="${choice.q}" maxlength="200" autocomplete="off"></label>
<label>哪一天的 <input type="date" name="on" value="${choice.on ?? ''}"></label>
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

function findingsOf({ catalogue, version, issues }: PublishedList, cited: CitedNotices): Html | string {
  if (version === null) return ''
  const told = [...issues, ...catalogueFindings(catalogue, version)].map(({ message, basis }) => ({
    message,
    cites: basis === undefined || basis === null ? [] : [basis],
  }))
  const found = [...told, ...listFindings(catalogue, version)]
  if (found.length === 0) return ''
  return html`<section><h2>需要核对之处</h2><ul>${found.map(
    ({ message, cites }) =>
      html`<li>${message} ${cites.map((cite) => html`${basisLink(cited, cite)} `)}</li>`,
  )}</ul></section>`
}
