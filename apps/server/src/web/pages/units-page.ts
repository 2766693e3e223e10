import type { UnitHead } from '@luoshi/store'
import { html } from 'hono/html'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { allDutiesWorkbookAddress, unitAddress } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** All units that a duty names, by county, or those with some words in their names. */
export function unitsPage(units: readonly UnitHead[], name: string | undefined): Html {
  const byCounty = Map.groupBy(units, ({ county }) => county)
  const found = name === undefined ? `${units.length} 个单位` : `名称含“${name}”的 ${units.length} 个单位`
  const isEmpty = units.length === 0 && name === undefined
  return page(
    { title: '责任单位', section: 'units' },
    html`${pageHead('责任单位', `${found}，按任务多少排列。主办指牵头、责任、负责，协办指配合、参与。`)}
${isEmpty ? emptyState('公开的公报里没有责任标记。', { href: '/', label: '回到首页' }) : nameForm(name)}
${units.length === 0 && name !== undefined ? emptyState('没有这样的单位。可以只写名称中的两三个字。', { href: '/units', label: '看全部' }) : ''}
${[...byCounty].map(([county, members]) => countySection(county, members, byCounty.size > 1))}`,
  )
}

function nameForm(name: string | undefined): Html {
  return html`<form class="filter-form" action="/units">
<label>单位名称 <input type="search" name="name" value="${name ?? ''}" maxlength="200" autocomplete="off"></label>
<button type="submit">筛选</button>
<a href="${allDutiesWorkbookAddress}">下载全部任务的 Excel 表</a>
</form>`
}

function countySection(county: string, units: readonly UnitHead[], isNamed: boolean): Html {
  return html`<section class="units"${isNamed ? html` aria-labelledby="county-${county}"` : ''}>
${isNamed ? html`<h2 id="county-${county}">${countyName(county)}</h2>` : ''}
<table class="list counted">
<thead><tr><th scope="col">单位</th><th scope="col" class="figure">任务</th><th scope="col" class="figure">主办</th><th scope="col" class="figure">协办</th><th scope="col">最后期限</th></tr></thead>
<tbody>${units.map(unitRow)}</tbody>
</table>
</section>`
}

function unitRow(unit: UnitHead): Html {
  const figure = (label: string, value: number) =>
    html`<td class="figure" data-label="${label}">${value === 0 ? html`<span class="none">0</span>` : value}</td>`
  return html`<tr><th scope="row"><a href="${unitAddress(unit)}">${unit.name}</a></th>${figure('任务', unit.duties)}${figure('主办', unit.duties - unit.supported)}${figure('协办', unit.supported)}<td class="day" data-label="最后期限">${unit.lastDay === null ? '' : day(unit.lastDay)}</td></tr>`
}
