import { html } from 'hono/html'
import { clauseReference } from '../../chinese-words.ts'
import type { Library } from '../../library.ts'
import { type FoundNotice, type TextHit, wordsOf } from '../../text-index.ts'
import { clauseAddress, lineAddress, noticeAddress } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, sliceOf } from '../paging.ts'
import { day } from '../parts/inline.ts'

const noticesPerPage = 20
const around = 40
const longestSnippet = 160

/** What was searched for. */
export interface SearchQuery {
  readonly q: string
  readonly page: number
}

/** Notices that hold all words, with the places that hold them. */
export function searchPage(library: Library, { q, page: asked }: SearchQuery): Html {
  const found = library.texts.search(q)
  const slice = sliceOf(found, asked, noticesPerPage)
  const summary =
    wordsOf(q).length === 0
      ? '可以查词语，也可以查文号；几个词语之间用空格分开。'
      : `“${q}”：${found.length} 份文件。`
  return page(
    { title: q === '' ? '查找' : `查找 ${q}`, query: q },
    html`${pageHead('查找', summary)}
${found.length === 0 && wordsOf(q).length > 0 ? emptyState('没有找到。可以换一个说法，或只写其中两三个字。', { href: '/', label: '看全部公报' }) : ''}
${found.length === 0 ? '' : html`<ol class="results" start="${(slice.page - 1) * noticesPerPage + 1}">${slice.items.map(resultItem)}</ol>`}
${pager(slice, '/search', { q })}`,
  )
}

function resultItem({ notice, hits, moreHits }: FoundNotice): Html {
  const { instrument, from } = notice
  const head = hits.find(({ clause, text }) => clause === null && text !== '')
  const number = instrument.docNumber ?? '无文号'
  return html`<li>
<h2><a href="${noticeAddress(notice)}">${head === undefined ? instrument.title : titleWithMarks(instrument.title, head)}</a></h2>
<p class="summary">${number}　${instrument.issuedOn === null ? '' : html`${day(instrument.issuedOn)}　`}${from.title}</p>
${hits.filter(({ clause }) => clause !== null).map((hit) => snippet(notice, hit))}
${moreHits > 0 ? html`<p class="more">另有 ${moreHits} 处。</p>` : ''}
</li>`
}

/** The title with its marks; the document number stands before it in the text of the hit. */
function titleWithMarks(title: string, hit: TextHit): Html {
  const offset = hit.text.length - title.length
  const marks = hit.marks
    .map(([start, end]) => [Math.max(0, start - offset), end - offset] as const)
    .filter(([, end]) => end > 0)
  return markedText(title, marks)
}

function snippet(notice: FoundNotice['notice'], { clause, text, marks }: TextHit): Html {
  if (clause === null) return html``
  const first = marks[0]?.[0] ?? 0
  const label = clause.label ?? ''
  // The label stands before the snippet already.
  const head = text.startsWith(label) && first >= label.length ? label.length : 0
  const start = Math.max(head, first - around)
  const end = Math.min(text.length, start + longestSnippet)
  const shown = marks
    .filter(([from]) => from < end)
    .map(([from, to]) => [from - start, Math.min(to, end) - start] as const)
  return html`<p class="snippet"><a href="${clauseAddress(notice, clause.id)}">${clauseReference(notice.clauses, clause.id)}</a>　${start > head ? '…' : ''}${markedText(text.slice(start, end), shown)}${end < text.length ? '…' : ''} <a class="lines" href="${lineAddress(notice.from, clause.lines[0])}">第${clause.lines[0]}行</a></p>`
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
