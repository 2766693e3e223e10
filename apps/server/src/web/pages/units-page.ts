import { html } from 'hono/html'
import type { Library, LibraryUnit } from '../../library.ts'
import { foldText } from '../../text-index.ts'
import { allDutiesWorkbookAddress, unitAddress } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** What a visitor may ask of the units. */
export interface UnitsQuery {
  /** Part of a name, as the county calls the unit or as a gazette prints it. */
  readonly name?: string | undefined
}

/** All units that a duty names, by county, or those with some words in their names. */
export function unitsPage({ units }: Library, { name }: UnitsQuery): Html {
  const chosen = name === undefined ? units : units.filter((unit) => isCalled(unit, foldText(name.trim())))
  const byCounty = Map.groupBy(chosen, ({ county }) => county)
  const counties = new Set(units.map(({ county }) => county)).size
  const found = name === undefined ? '' : `，名称含“${name}”的 ${chosen.length} 个`
  return page(
    { title: '责任单位', section: 'units' },
    html`${pageHead('责任单位', `${units.length} 个单位${found}，按任务多少排列。主办指牵头、责任、负责，协办指配合、参与。`)}
${units.length === 0 ? emptyState('所读的公报里没有责任标记。', { href: '/', label: '回到公报' }) : nameForm(name)}
${units.length > 0 && chosen.length === 0 ? emptyState('没有这样的单位。可以只写名称中的两三个字。', { href: '/units', label: '看全部' }) : ''}
${[...byCounty].map(([county, members]) => countySection(county, members, counties > 1))}`,
  )
}

function isCalled(unit: LibraryUnit, words: string): boolean {
  return (
    foldText(unit.name).includes(words) ||
    unit.duties.some(({ printed }) => foldText(printed).includes(words))
  )
}

function nameForm(name: string | undefined): Html {
  return html`<form class="filter-form" action="/units">
<label>单位名称 <input type="search" name="name" value="${name ?? ''}" maxlength="200" autocomplete="off"></label>
<button type="submit">筛选</button>
<a href="${allDutiesWorkbookAddress}">下载全部任务的 Excel 表</a>
</form>`
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
