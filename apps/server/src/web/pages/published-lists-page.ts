import { html } from 'hono/html'
import type { PublishedList } from '../../catalogues/published-lists.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { publishedListAddress } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'
import { day } from '../parts/inline.ts'

/** Every published list: what may be asked of whom, and on what it rests. */
export function publishedListsPage(lists: readonly PublishedList[], cited: CitedNotices): Html {
  const there = lists.filter(({ version }) => version !== null)
  return page(
    { title: '清单', section: 'lists' },
    html`${pageHead('清单', `公报公布的 ${there.length} 份清单，逐项带出处。`)}
<p class="actions"><a href="/laws">按法律法规查</a></p>
${lists.length === 0 ? emptyState('还没有登记的清单。', { href: '/programmes', label: '看各项制度' }) : listTable(lists, cited)}`,
  )
}

function listTable(lists: readonly PublishedList[], cited: CitedNotices): Html {
  return html`<table class="list">
<thead><tr><th scope="col">清单</th><th scope="col">县</th><th scope="col" class="figure">事项</th><th scope="col">施行</th><th scope="col">出处</th></tr></thead>
<tbody>${lists.map((list) => listRow(list, cited))}</tbody>
</table>`
}

function listRow(list: PublishedList, cited: CitedNotices): Html {
  const { catalogue, version, county, issues } = list
  if (version === null) {
    const why = issues[0]?.message ?? '登载它的公报还没有公开。'
    return html`<tr><th scope="row">${catalogue.title}</th><td data-label="县">${countyName(county)}</td><td colspan="3">${why}</td></tr>`
  }
  return html`<tr>
<th scope="row"><a href="${publishedListAddress(list)}">${catalogue.title}</a></th>
<td data-label="县">${countyName(county)}</td>
<td class="figure" data-label="事项">${version.items.length}</td>
<td class="day" data-label="施行">${day(version.from)}</td>
<td data-label="出处">${basisLink(cited, version.basis)}</td>
</tr>`
}
