import type { CatalogueVersion } from '@luoshi/kernel'
import { html } from 'hono/html'
import { type ChangeLine, changeLines } from '../../catalogues/change-lines.ts'
import type { PublishedList } from '../../catalogues/published-lists.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { listChangesAddress, publishedListAddress, withQuery } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'

/** Every version of a list with the changes that made it, each with its cause. */
export function versionsSection(list: PublishedList, cited: CitedNotices): Html {
  const { catalogue, changes } = list
  const { versions } = catalogue
  if (versions.length === 0) return html``
  return html`<section><h2 id="versions">版本和调整</h2>
<table class="list"><thead><tr><th scope="col">版本</th><th scope="col">施行</th><th scope="col">停止</th><th scope="col" class="figure">事项</th><th scope="col">比前一版</th><th scope="col">出处</th></tr></thead>
<tbody>${versions.map((version, place) => versionRow(list, version, versions[place - 1], cited))}</tbody></table>
${
  changes.length === 0
    ? ''
    : html`<h3>已决定的调整</h3>
<table class="list"><thead><tr><th scope="col">编号</th><th scope="col">施行</th><th scope="col">原事项</th><th scope="col">调整后</th><th scope="col">缘由</th></tr></thead>
<tbody>${changes.map(
        ({ number, from, before, after, cause }) =>
          html`<tr><th scope="row">${number}</th><td class="day" data-label="施行">${day(from)}</td><td data-label="原事项">${before.join('、')}</td><td data-label="调整后">${after.map((entry) => String(entry[catalogue.parts.name] ?? '')).join('、')}</td><td data-label="缘由">${cause}</td></tr>`,
      )}</tbody></table>`
}</section>`
}

function versionRow(
  list: PublishedList,
  version: CatalogueVersion,
  before: CatalogueVersion | undefined,
  cited: CitedNotices,
): Html {
  const href = withQuery(publishedListAddress(list), { on: version.from })
  const changed = before === undefined ? 0 : changeLines(list.catalogue, before, version).length
  return html`<tr>
<th scope="row"><a href="${href}">${version.name ?? version.from}</a></th>
<td class="day" data-label="施行">${day(version.from)}</td>
<td class="day" data-label="停止">${version.until === null ? '现行' : day(version.until)}</td>
<td class="figure" data-label="事项">${version.items.length}</td>
<td data-label="比前一版">${before === undefined ? '首版' : html`<a href="${listChangesAddress(list, before.from, version.from)}">${changed} 处调整</a>`}</td>
<td data-label="出处">${basisLink(cited, version.basis)}</td>
</tr>`
}

/** What changed from one version of a list to another: added, taken away, renamed, merged, split, on another law. */
export function listChangesPage(
  list: PublishedList,
  before: CatalogueVersion,
  after: CatalogueVersion,
): Html {
  const { catalogue, county } = list
  const lines = changeLines(catalogue, before, after)
  const title = `${catalogue.title}的调整`
  const [was, is] = [before, after].map(({ name, from }) => name ?? from)
  return page(
    { title: `${title}（${countyName(county)}）`, section: 'lists' },
    html`${pageHead(title, html`${countyName(county)}，由${was}（${day(before.from)}，${before.items.length} 项）到${is}（${day(after.from)}，${after.items.length} 项），${lines.length} 处。`)}
<p class="actions"><a href="${publishedListAddress(list)}">看清单</a></p>
${lines.length === 0 ? emptyState('两版相同。') : linesTable(lines)}`,
  )
}

function linesTable(lines: readonly ChangeLine[]): Html {
  return html`<table class="list">
<thead><tr><th scope="col">调整</th><th scope="col">原事项</th><th scope="col">调整后</th><th scope="col">其他不同</th></tr></thead>
<tbody>${lines.map(
    ({ kind, before, after, details }) =>
      html`<tr><th scope="row">${kind}</th><td data-label="原事项">${before}</td><td data-label="调整后">${after}</td><td data-label="其他不同">${details.map((detail) => html`<p>${detail}</p>`)}</td></tr>`,
  )}</tbody>
</table>`
}
