import {
  type Campaign,
  type Catalogue,
  type CatalogueVersion,
  type Comparison,
  catalogueChangeLabels,
  catalogueDiff,
  type FieldMeta,
  findFieldMeta,
  findPeriod,
  type Indicator,
  type Item,
  labelOf,
  type PeriodValue,
  type Programme,
  periodKindLabels,
  type Report,
  recurrenceText,
  type Tally,
  targetText,
  textOf,
} from '@luoshi/kernel'
import { html } from 'hono/html'
import { cellText } from '../../catalogues/list-entries.ts'
import { phaseText, tallyGroupsText, titlesOf } from '../../programmes/words.ts'
import type { CitedNotices } from '../cited.ts'
import type { Html } from '../layout.ts'
import { basisCell, basisLink } from './basis.ts'
import { day } from './inline.ts'

/** Indicators with their targets and weights, by period and by the day on which each was set. */
export function indicatorTable(cited: CitedNotices, indicators: readonly Indicator[]): Html {
  return html`<table class="list">
<thead><tr><th scope="col">指标</th><th scope="col">责任单位</th><th scope="col">监测周期</th><th scope="col">目标值</th><th scope="col">权重</th></tr></thead>
<tbody>${indicators.map((indicator) => indicatorRow(cited, indicator))}</tbody>
</table>`
}

function indicatorRow(cited: CitedNotices, indicator: Indicator): Html {
  const { title, number, partOf, category, unit, units, every, targets, weights = [], gap } = indicator
  const place = [category, number, partOf].filter((part) => part !== undefined).join('　')
  const open =
    gap === undefined
      ? ''
      : html`<span class="undecided">未定：${gap.says}</span> ${basisLink(cited, gap.basis)}`
  return html`<tr>
<th scope="row">${title}${unit === '' ? '' : `（${unit}）`}${place === '' ? '' : html` <small>${place}</small>`}</th>
<td data-label="责任单位">${units.join('、')}</td>
<td data-label="监测周期">${periodKindLabels[every]}</td>
<td data-label="目标值">${values(cited, targets, (target) => targetText(indicator, target))}${open}</td>
<td data-label="权重">${values(cited, weights, (points) => `${points}分`)}</td>
</tr>`
}

function values<Value>(
  cited: CitedNotices,
  dated: readonly PeriodValue<Value>[],
  say: (value: Value) => string,
): Html | '' {
  if (dated.length === 0) return ''
  return html`<ul>${dated.map(
    ({ period, from, value, basis }) =>
      html`<li>${findPeriod(period)?.title ?? period}${say(value)}，自${day(from)}起 ${basisLink(cited, basis)}</li>`,
  )}</ul>`
}

/** Reports: who owes what to whom, and when. */
export function reportTable(cited: CitedNotices, { roles }: Programme, reports: readonly Report[]): Html {
  const roleTitle = (role: string) => roles[role]?.title ?? role
  return html`<table class="list">
<thead><tr><th scope="col">报送</th><th scope="col">由谁报</th><th scope="col">报给谁</th><th scope="col">何时</th><th scope="col">报什么</th></tr></thead>
<tbody>${reports.map(
    ({ title, owedBy, owedTo, due, from, until, fields, basis }) => html`<tr>
<th scope="row">${title} ${basisLink(cited, basis)}</th>
<td data-label="由谁报">${roleTitle(owedBy)}</td>
<td data-label="报给谁">${roleTitle(owedTo)}</td>
<td data-label="何时">${recurrenceText(due)}，自${day(from)}起${until === null ? '' : html`至${day(until)}`} ${basisCell(cited, due.basis)}</td>
<td data-label="报什么">${labelsOf(fields.def.shape).join('、')}</td>
</tr>`,
  )}</tbody>
</table>`
}

/** Campaigns with their phases; how a problem goes stands among the procedures. */
export function campaignTable(cited: CitedNotices, campaigns: readonly Campaign[]): Html {
  return html`${campaigns.map(
    ({
      title,
      phases,
      basis,
      endsWith,
      lookedAgainFrom,
    }) => html`<div class="part-head"><h3>${title}</h3><p class="summary">${phases.length} 个阶段　${basisLink(cited, basis)}</p></div>
<table class="list">
<thead><tr><th scope="col">阶段</th><th scope="col">起止</th><th scope="col">要求</th><th scope="col">依据</th></tr></thead>
<tbody>${phases.map((phase) => {
      const asked = [
        phase.id === endsWith ? '结束前销号' : '',
        phase.id === lookedAgainFrom ? '开始后回头看' : '',
      ].filter((one) => one !== '')
      return html`<tr>
<th scope="row">${phase.title}</th>
<td data-label="起止">${phaseText(phase)}</td>
<td data-label="要求">${asked.join('、')}</td>
<td data-label="依据">${basisLink(cited, phase.basis)}${phase.gap === undefined ? '' : html` <span class="undecided">未定：${phase.gap.says}</span>`}</td>
</tr>`
    })}</tbody>
</table>`,
  )}`
}

/** Tallies: of what, by what, and what every group must reach. */
export function tallyTable(cited: CitedNotices, programme: Programme, tallies: readonly Tally[]): Html {
  const registerTitle = (id: string) => titlesOf([id], programme.registers).join('')
  return html`<table class="list">
<thead><tr><th scope="col">统计表</th><th scope="col">统计什么</th><th scope="col">怎样分组</th><th scope="col">各栏</th><th scope="col">下限</th></tr></thead>
<tbody>${tallies.map(
    (tally) => html`<tr>
<th scope="row">${tally.title} ${basisLink(cited, tally.basis)}</th>
<td data-label="统计什么">${registerTitle(tally.register)}</td>
<td data-label="怎样分组">${tallyGroupsText(programme, tally)}</td>
<td data-label="各栏">${tally.columns.map(({ title }) => title).join('、')}</td>
<td data-label="下限">${tally.least === undefined ? '' : html`各组“${titlesOf([tally.least.column], tally.columns)}”不少于${tally.least.figure} ${basisLink(cited, tally.least.basis)}`}</td>
</tr>`,
  )}</tbody>
</table>`
}

/** Comparisons: what is held against what, by which fields, and what the results are called. */
export function comparisonTable(
  cited: CitedNotices,
  programme: Programme,
  comparisons: readonly Comparison[],
): Html {
  return html`<table class="list">
<thead><tr><th scope="col">比对</th><th scope="col">哪两本台账</th><th scope="col">按什么对应</th><th scope="col">应当一致的</th><th scope="col">结果</th></tr></thead>
<tbody>${comparisons.map((comparison) => {
    const { title, basis, left, right, labels } = comparison
    const shape = programme.registers.find(({ id }) => id === left.register)?.fields.def.shape ?? {}
    const named = (names: readonly string[]) =>
      labelsOf(Object.fromEntries(names.map((name) => [name, shape[name]]))).join('、')
    return html`<tr>
<th scope="row">${title} ${basisLink(cited, basis)}</th>
<td data-label="哪两本台账">${titlesOf([left.register, right.register], programme.registers).join('、')}</td>
<td data-label="按什么对应">${named(comparison.by)}</td>
<td data-label="应当一致的">${named(comparison.agree)}</td>
<td data-label="结果">${Object.values(labels).join('、')}</td>
</tr>`
  })}</tbody>
</table>`
}

/** A list in its latest version, with what each version changed. */
export function catalogueSection(cited: CitedNotices, catalogue: Catalogue): Html {
  const { title, versions, basis, fields } = catalogue
  const latest = versions.at(-1)
  return html`<div class="part-head"><h3>${title}</h3><p class="summary">${latest?.items.length ?? 0} 项　${basisLink(cited, basis)}</p></div>
${versions.map((version, index) => versionNote(cited, catalogue, version, versions[index - 1]))}
${latest === undefined ? '' : itemTable(cited, title, labelsOf(fields.def.shape), Object.keys(fields.def.shape), catalogue, latest)}`
}

function versionNote(
  cited: CitedNotices,
  catalogue: Catalogue,
  version: CatalogueVersion,
  before: CatalogueVersion | undefined,
): Html {
  const { from, until, items, basis } = version
  const span = html`自${day(from)}起${until === null ? '' : html`，至${day(until)}停止`}，${items.length} 项 ${basisLink(cited, basis)}`
  if (before === undefined) return html`<p>${span}</p>`
  const nameOf = (item: Item) => textOf(item.entry, catalogue.parts.name)
  const changes = catalogueDiff(catalogue, before, version).map((change) => {
    const [was, is] = [
      'before' in change ? [change.before].flat().map(nameOf) : [],
      'after' in change ? [change.after].flat().map(nameOf) : [],
    ].map((names) => [...new Set(names)].join('、'))
    const names = was === '' || is === '' || was === is ? `${was === '' ? is : was}` : `${was} → ${is}`
    return html`<li>${catalogueChangeLabels[change.kind]}：${names}</li>`
  })
  return html`<p>${span}${changes.length === 0 ? '，与前一版相同' : ''}</p>${changes.length === 0 ? '' : html`<ul>${changes}</ul>`}`
}

function itemTable(
  cited: CitedNotices,
  title: string,
  headings: readonly string[],
  names: readonly string[],
  catalogue: Catalogue,
  { items }: CatalogueVersion,
): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}"><table class="printed">
<thead><tr>${[...headings, '依据'].map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>${items.map((item) => html`<tr>${names.map((name) => html`<td>${cellText(catalogue, item, name)}</td>`)}<td>${basisLink(cited, item.basis)}</td></tr>`)}</tbody>
</table></div>`
}

function labelsOf(shape: Readonly<Record<string, Parameters<typeof findFieldMeta>[0]>>): string[] {
  return Object.entries(shape).map(([name, field]) => {
    const meta: FieldMeta | undefined = findFieldMeta(field)
    return meta === undefined ? name : labelOf(meta)
  })
}
