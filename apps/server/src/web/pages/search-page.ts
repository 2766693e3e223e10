import type { FoundNotice, FoundNotices, FoundPlace } from '@luoshi/store'
import { html } from 'hono/html'
import { countyName } from '../../gazettes/prepare-issue.ts'
import {
  clauseAddress,
  lineAddress,
  noticeAddress,
  tableAddress,
  versionOf,
  withQuery,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pageOf, pager } from '../paging.ts'
import { day } from '../parts/inline.ts'

/** Notices on one page of results. */
export const noticesPerPage = 10
const around = 40
const longestSnippet = 160

/** What was searched for. */
export interface SearchChoice {
  readonly q: string
  readonly county?: string | undefined
  readonly issuer?: string | undefined
  readonly year?: string | undefined
  readonly kind?: string | undefined
  readonly unit?: string | undefined
  readonly on?: string | undefined
}

/** What a search may be narrowed to. */
export interface SearchFilters {
  readonly counties: readonly string[]
  readonly issuers: readonly string[]
  readonly years: readonly string[]
  readonly kinds: readonly string[]
}

/** A page of results. */
export interface SearchView {
  readonly choice: SearchChoice
  readonly page: number
  readonly isAsked: boolean
  readonly found: FoundNotices
  readonly filters: SearchFilters
}

/** Notices that hold all words, with the places that hold them. */
export function searchPage({ choice, page: asked, isAsked, found, filters }: SearchView): Html {
  const { q } = choice
  const at = pageOf(found.count, asked, noticesPerPage)
  const summary = isAsked
    ? `“${q}”：${found.count} 份文件${found.count === 0 ? '' : `，${found.placeCount} 处`}。`
    : '可以查词语，也可以查文号；几个词语之间用空格分开，引号里的照原样查。'
  const feed = withQuery('/feeds/search.atom', { ...choice })
  return page(
    {
      title: q === '' ? '查找' : `查找 ${q}`,
      query: q,
      feeds: isAsked ? [{ href: feed, title: `含“${q}”的新文件` }] : [],
    },
    html`${pageHead('查找', summary)}
${filterForm(choice, filters)}
${isAsked && found.count === 0 ? emptyState('没有找到。可以换一个说法，只写其中两三个字，或放宽筛选条件。', { href: '/issues', label: '看全部公报' }) : ''}
${found.notices.length === 0 ? '' : html`<ol class="results" start="${at.offset + 1}">${found.notices.map(resultItem)}</ol>`}
${pager(at, '/search', { ...choice })}
${isAsked && found.count > 0 ? html`<p class="more"><a href="${feed}">订阅含这些词语的新文件（Atom）</a></p>` : ''}`,
  )
}

function filterForm(choice: SearchChoice, { counties, issuers, years, kinds }: SearchFilters): Html {
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') ? html` selected` : ''}>${label}</option>`
  const choose = (name: string, label: string, values: readonly string[], chosen: string | undefined) =>
    html`<label>${label} <select name="${name}">${option('', '不限', chosen)}${values.map((value) => option(value, name === 'county' ? countyName(value) : value, chosen))}</select></label>`
  const { q, ...narrowed } = choice
  const isNarrowed = Object.values(narrowed).some((value) => value !== undefined)
  return html`<details class="filters"${isNarrowed ? html` open` : ''}><summary>筛选</summary><form class="filter-form search-form" action="/search">
<label class="wide">词语 <input type="search" name="q" value="${q}" maxlength="200" autocomplete="off"></label>
${choose('county', '县', counties, choice.county)}
${choose('issuer', '发文机关', issuers, choice.issuer)}
${choose('year', '年份', years, choice.year)}
${choose('kind', '文种', kinds, choice.kind)}
<label>涉及单位 <input name="unit" value="${choice.unit ?? ''}" maxlength="60" autocomplete="off"></label>
<label>在这天有效 <input type="date" name="on" value="${choice.on ?? ''}"></label>
<button type="submit">筛选</button>
</form></details>`
}

/** One notice that was found, with its places. */
export function resultItem({ head, places, placeCount }: FoundNotice): Html {
  const title = places.find(({ kind }) => kind === 'title')
  const shown = places.filter(({ kind }) => kind !== 'title')
  return html`<li>
<h2><a href="${noticeAddress(head)}">${title === undefined ? head.title : titleWithMarks(head.title, title)}</a></h2>
<p class="summary">${head.docNumber ?? '无文号'}　${head.issuedOn === null ? '' : html`${day(head.issuedOn)}　`}${countyName(head.county)}　${placeCount}\u00a0处</p>
${shown.map((place) => snippet(head, place))}
${placeCount > places.length ? html`<p class="more">另有 ${placeCount - places.length} 处。</p>` : ''}
</li>`
}

/** The title with its marks; the document number stands before it in the text of the place. */
function titleWithMarks(title: string, place: FoundPlace): Html {
  const offset = place.text.length - title.length
  const marks = place.marks
    .map(([start, end]) => [Math.max(0, start - offset), end - offset] as const)
    .filter(([, end]) => end > 0)
  return markedText(title, marks)
}

/** The words around what was found, with a link to its clause or table and to its line. */
export function snippet(notice: FoundNotice['head'], place: FoundPlace): Html {
  const { clause, text, marks, line, reference, table } = place
  const first = marks[0]?.[0] ?? 0
  const label = table === null ? repeatedLabel(reference, text) : 0
  const head = first < label ? 0 : label
  const start = first <= around + 8 ? head : first - around
  const end = Math.min(text.length, start + longestSnippet)
  const shown = marks
    .filter(([from]) => from < end)
    .map(([from, to]) => [from - start, Math.min(to, end) - start] as const)
  const at =
    table !== null
      ? html`<a href="${tableAddress(notice, table)}">${reference} 表 ${table}</a>`
      : html`<a href="${clause === null ? noticeAddress(notice) : clauseAddress(notice, clause)}">${reference === '' ? '正文' : reference}</a>`
  return html`<p class="snippet">${at}　${start > label ? '…' : ''}${markedText(text.slice(start, end), shown)}${end < text.length ? '…' : ''} <a class="lines" href="${lineAddress(versionOf(notice), line)}">第${line}行</a></p>`
}

/** How much of a text's beginning its reference has said already: 第四条（三） before （三）食品留样… */
function repeatedLabel(reference: string, text: string): number {
  const label =
    /^(?:第[^\s章节条]{1,6}[章节条]|（[^）]{1,4}）|[^\s、.．（）]{1,4}[、.．])/.exec(text)?.[0] ?? ''
  return label !== '' && reference.endsWith(label.replace(/[、.．]$/, '')) ? label.length : 0
}

function markedText(text: string, marks: readonly (readonly [number, number])[]): Html {
  const parts: Html[] = []
  let at = 0
  for (const [start, end] of marks) {
    parts.push(html`${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`)
    at = end
  }
  return html`${parts}${text.slice(at)}`
}
