import { html } from 'hono/html'
import type { Library, LibraryUnit } from '../../library.ts'
import { unitAddress } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** All units that a duty names, by county. */
export function unitsPage(library: Library): Html {
  const byCounty = Map.groupBy(library.units, ({ county }) => county)
  return page(
    { title: '责任单位', section: 'units' },
    html`${pageHead('责任单位', `${library.units.length} 个单位，按任务多少排列。主办指牵头、责任、负责，协办指配合、参与。`)}
${library.units.length === 0 ? emptyState('所读的公报里没有责任标记。', { href: '/', label: '回到公报' }) : ''}
${[...byCounty].map(([county, units]) => countySection(county, units, byCounty.size > 1))}`,
  )
}

function countySection(county: string, units: readonly LibraryUnit[], isNamed: boolean): Html {
  return html`<section class="units"${isNamed ? html` aria-labelledby="county-${county}"` : ''}>
${isNamed ? html`<h2 id="county-${county}">${units[0]?.countyName}</h2>` : ''}
<table class="list counted">
<thead><tr><th scope="col">单位</th><th scope="col" class="figure">任务</th><th scope="col" class="figure">主办</th><th scope="col" class="figure">协办</th><th scope="col">最后期限</th></tr></thead>
<tbody>${units.map(unitRow)}</tbody>
</table>
</section>`
}

function unitRow(unit: LibraryUnit): Html {
  const supports = unit.duties.filter(({ role }) => role === '配合' || role === '参与').length
  const last = unit.duties
    .flatMap(({ dates }) => dates)
    .sort()
    .at(-1)
  const figure = (label: string, value: number) =>
    html`<td class="figure" data-label="${label}">${value === 0 ? html`<span class="none">0</span>` : value}</td>`
  return html`<tr><th scope="row"><a href="${unitAddress(unit)}">${unit.name}</a></th>${figure('任务', unit.duties.length)}${figure('主办', unit.duties.length - supports)}${figure('协办', supports)}<td class="day" data-label="最后期限">${last === undefined ? '' : day(last)}</td></tr>`
}
