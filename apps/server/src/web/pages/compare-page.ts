import type { NoticeHead } from '@luoshi/store'
import { html } from 'hono/html'
import { type ComparedPair, type ComparedPart, MOST_COMPARED } from '../../gazettes/compare-notices.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { clauseAddress, noticeAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'

const shapes = {
  same: '●',
  changed: '▲',
  'left-only': '◀',
  'right-only': '▶',
} as const satisfies Record<ComparedPair['kind'], string>

const kinds = ['same', 'changed', 'left-only', 'right-only'] as const

/** What is told of a pair: in which of the two notices it stands, by county where they are of two. */
function kindWords(left: NoticeHead, right: NoticeHead): Readonly<Record<ComparedPair['kind'], string>> {
  const isOneCounty = left.county === right.county
  return {
    same: '相同',
    changed: '有改动',
    'left-only': `仅${isOneCounty ? '左' : countyName(left.county)}`,
    'right-only': `仅${isOneCounty ? '右' : countyName(right.county)}`,
  }
}

/** Two notices side by side, clause by clause, with what each has alone. */
export function comparePage(left: NoticeHead, right: NoticeHead, pairs: readonly ComparedPair[]): Html {
  const counts = Map.groupBy(pairs, ({ kind }) => kind)
  const words = kindWords(left, right)
  const counted = kinds.map((kind) => `${words[kind]} ${counts.get(kind)?.length ?? 0} 条`).join('，')
  const isCut = Math.max(left.counts.clauses, right.counts.clauses) > MOST_COMPARED
  return page(
    { title: `${left.docNumber ?? left.title} 与 ${right.docNumber ?? right.title}`, section: 'issues' },
    html`${pageHead('逐条比较', `${counted}。县名视为相同。${isCut ? `各比较前 ${MOST_COMPARED} 条。` : ''}`)}
<table class="compare">
<thead><tr><th scope="col"><span class="visually-hidden">比较</span></th>${[left, right].map((head) => html`<th scope="col"><a href="${noticeAddress(head)}">${countyName(head.county)} ${head.docNumber ?? ''}</a><p>${head.title}</p></th>`)}</tr></thead>
<tbody>${pairs.map((pair) => pairRow(left, right, pair, words[pair.kind]))}</tbody>
</table>`,
  )
}

function pairRow(left: NoticeHead, right: NoticeHead, pair: ComparedPair, word: string): Html {
  return html`<tr class="${pair.kind}">
<td class="kind"><span aria-hidden="true">${shapes[pair.kind]}</span> ${word}</td>
${cell(left, pair.left?.id, pair.leftParts, 'del')}
${cell(right, pair.right?.id, pair.rightParts, 'ins')}
</tr>`
}

function cell(
  head: NoticeHead,
  clause: string | undefined,
  parts: readonly ComparedPart[],
  mark: 'del' | 'ins',
): Html {
  const county = countyName(head.county)
  if (clause === undefined)
    return html`<td class="absent" data-label="${county}"><span class="visually-hidden">没有这一条</span></td>`
  const shown = parts.map(({ text, isOwn }) => {
    if (!isOwn) return html`${text}`
    return mark === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  })
  return html`<td data-label="${county}">${shown} <a class="lines" href="${clauseAddress(head, clause)}">原条</a></td>`
}
