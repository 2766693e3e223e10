import {
  citeText,
  type LawEntry,
  type LegalIndex,
  lawNameOf,
  lawsReplaced,
  numbersOfSeveralTitles,
  type Resting,
  replacementOf,
  replacementText,
  restingOn,
} from '@luoshi/kernel'
import { replacedLaws } from '@luoshi/programmes'
import { html } from 'hono/html'
import { cellText } from '../../catalogues/list-entries.ts'
import type { PublishedList } from '../../catalogues/published-lists.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { lawAddress, publishedListAddress, withQuery } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { basisLink } from '../parts/basis.ts'

/** All laws on which items of published lists rest, most items first. */
export function lawsPage(index: LegalIndex, q: string, today: string): Html {
  const name = lawNameOf(q)
  const laws = [...index.values()].filter(({ titles }) => titles.some((title) => title.includes(name)))
  const several = numbersOfSeveralTitles(index)
  const replaced = lawsReplaced(index, replacedLaws, today)
  return page(
    { title: '法律法规', section: 'lists' },
    html`${pageHead('法律法规', `各份清单引用的 ${index.size} 部法律、法规和文件，按事项多少排列。`)}
<form class="filter-form" action="/laws"><label>名称 <input type="search" name="q" value="${q}" maxlength="200" autocomplete="off"></label><button type="submit">查找</button></form>
${replaced.length === 0 || q !== '' ? '' : html`${replacedTable(replaced)}<h2>全部</h2>`}
${laws.length === 0 ? emptyState('没有清单引用这样的法律法规。', { href: '/laws', label: '看全部' }) : lawTable(laws)}
${several.length === 0 || q !== '' ? '' : severalTitles(several)}`,
  )
}

function lawTable(laws: readonly LawEntry[]): Html {
  return html`<table class="list"><thead><tr><th scope="col">法律法规</th><th scope="col" class="figure">事项</th><th scope="col">引用的版本</th></tr></thead>
<tbody>${laws.map(
    ({ name, titles, versions, items }) =>
      html`<tr><th scope="row"><a href="${lawAddress(name)}">${titles[0] ?? name}</a></th><td class="figure" data-label="事项">${items.length}</td><td data-label="引用的版本">${versions.length > 1 ? html`<strong>版本不一：</strong>` : ''}${versions.join('；')}</td></tr>`,
  )}</tbody></table>`
}

function replacedTable(replaced: ReturnType<typeof lawsReplaced>): Html {
  return html`<section><h2>已被取代的</h2><table class="list"><thead><tr><th scope="col">法律法规</th><th scope="col" class="figure">事项</th><th scope="col">由谁取代</th><th scope="col">自</th></tr></thead>
<tbody>${replaced.map(
    ({ law: { name, titles, items }, replacement: { from, basis } }) =>
      html`<tr><th scope="row"><a href="${lawAddress(name)}">${titles[0] ?? name}</a></th><td class="figure" data-label="事项">${items.length}</td><td data-label="由谁取代">${citeText(basis)}</td><td data-label="自">${from}</td></tr>`,
  )}</tbody></table></section>`
}

function severalTitles(several: ReturnType<typeof numbersOfSeveralTitles>): Html {
  return html`<section><h2>同一文号写了不同的名称</h2><ul>${several.map(
    ({ docNumber, titles }) =>
      html`<li>${docNumber}：${titles.map((title) => `《${title}》`).join('、')}</li>`,
  )}</ul></section>`
}

/** What rests on a law: which items want a look when it is changed, by article. */
export function lawPage(
  index: LegalIndex,
  law: LawEntry,
  article: string | undefined,
  lists: readonly PublishedList[],
  cited: CitedNotices,
  today: string,
): Html {
  const replacement = replacementOf(replacedLaws, law.name, today)
  const items = restingOn(index, law.name, article)
  const articles = [...new Set(law.items.flatMap((item) => item.articles.map((one) => one.article)))]
  const href = lawAddress(law.name)
  const title = law.titles[0] ?? law.name
  return page(
    { title: `《${title}》涉及的事项`, section: 'lists' },
    html`${pageHead(`《${title}》涉及的事项`, `各份清单中 ${law.items.length} 项以它为依据${article === undefined ? '' : `，其中引用${article}的 ${items.length} 项`}。它修改或者废止时，应当逐项核对。`)}
${replacement === undefined ? '' : html`<p><strong>已被取代：</strong>${replacementText(replacement)}</p>`}
${law.versions.length > 1 ? html`<p>引用的版本不一：${law.versions.join('；')}。</p>` : ''}
${articles.length === 0 ? '' : html`<p>按条款：${articles.map((one) => html`<a href="${withQuery(href, { article: one })}">${one}</a> `)}<a href="${href}">全部</a></p>`}
<table class="list"><thead><tr><th scope="col">事项</th><th scope="col">清单</th><th scope="col">县</th><th scope="col">实施机关</th><th scope="col">条款</th><th scope="col">出处</th></tr></thead>
<tbody>${items.map((resting) => restingRow(resting, lists, cited))}</tbody></table>`,
  )
}

function restingRow(
  { item, catalogue, county, programme, articles, lawVersion }: Resting,
  lists: readonly PublishedList[],
  cited: CitedNotices,
): Html {
  const list = lists.find((one) => one.programme.id === programme && one.catalogue.id === catalogue.id)
  const { name, holder } = catalogue.parts
  const places = articles.map((one) => `${one.article}${one.paragraph ?? ''}`).join('、')
  return html`<tr>
<th scope="row">${cellText(catalogue, item, name)}</th>
<td data-label="清单">${list === undefined ? catalogue.title : html`<a href="${publishedListAddress(list)}">${catalogue.title}</a>`}</td>
<td data-label="县">${countyName(county)}</td>
<td data-label="实施机关">${holder === undefined ? '' : cellText(catalogue, item, holder)}</td>
<td data-label="条款">${places}${lawVersion === null ? '' : `（${lawVersion}）`}</td>
<td data-label="出处">${basisLink(cited, item.basis)}</td>
</tr>`
}
