import type { NoticeHead } from '@luoshi/store'
import { html } from 'hono/html'
import { type ComparedPair, type ComparedPart, MOST_COMPARED } from '../../gazettes/compare-notices.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { clauseAddress, noticeAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'

const kindWords = {
  same: { word: '相同', shape: '●' },
  changed: { word: '有改动', shape: '▲' },
  'left-only': { word: '仅左', shape: '◀' },
  'right-only': { word: '仅右', shape: '▶' },
} as const satisfies Record<ComparedPair['kind'], { word: string; shape: string }>

/** Two notices side by side, clause by clause, with what each has alone. */
export function comparePage(left: NoticeHead, right: NoticeHead, pairs: readonly ComparedPair[]): Html {
  const counts = Map.groupBy(pairs, ({ kind }) => kind)
  const count = (kind: ComparedPair['kind']) => counts.get(kind)?.length ?? 0
  const isCut = Math.max(left.counts.clauses, right.counts.clauses) > MOST_COMPARED
  return page(
    { title: `${left.docNumber ?? left.title} 与 ${right.docNumber ?? right.title}`, section: 'issues' },
    html`${pageHead('逐条比较', `相同 ${count('same')} 条，有改动 ${count('changed')} 条，仅左 ${count('left-only')} 条，仅右 ${count('right-only')} 条。县名视为相同。${isCut ? `各比较前 ${MOST_COMPARED} 条。` : ''}`)}
<table class="compare">
<thead><tr><th scope="col"><span class="visually-hidden">比较</span></th>${[left, right].map((head) => html`<th scope="col"><a href="${noticeAddress(head)}">${countyName(head.county)} ${head.docNumber ?? ''}</a><p>${head.title}</p></th>`)}</tr></thead>
<tbody>${pairs.map((pair) => pairRow(left, right, pair))}</tbody>
</table>`,
  )
}

function pairRow(left: NoticeHead, right: NoticeHead, pair: ComparedPair): Html {
  const { word, shape } = kindWords[pair.kind]
  return html`<tr class="${pair.kind}">
<td class="kind"><span aria-hidden="true">${shape}</span> ${word}</td>
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
