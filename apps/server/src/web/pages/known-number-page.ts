import type { StoredCitation, StoredEffect } from '@luoshi/store'
import { html } from 'hono/html'
import { standingWords, type Validity } from '../../gazettes/validity.ts'
import { clauseAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** A document that is not here, but of which published notices speak: what they say of it. */
export function knownNumberPage(
  docNumber: string,
  effects: readonly StoredEffect[],
  citing: readonly StoredCitation[],
  { standing, reason }: Validity,
): Html {
  const title = effects[0]?.title ?? citing[0]?.title ?? docNumber
  const { word, shape } = standingWords[standing]
  const isOver = standing === 'repealed' || standing === 'ended'
  return page(
    { title: docNumber, section: 'issues' },
    html`${pageHead(docNumber, title)}
<p class="empty">这里没有它的原文，下面是公开的文件说到它的地方。</p>
${isOver ? html`<div class="standing ${standing}"><p><span class="mark"><span aria-hidden="true">${shape}</span> ${word}</span>　${reason}</p></div>` : ''}
<ul class="relations">
${effects.map(({ kind, onDay, by, clause, says }) => html`<li>${onDay === null ? '' : html`${day(onDay)} `}<b>${kind === 'repeals' ? '废止' : kind === 'amends' ? '修改' : '说明'}</b> <a href="${clauseAddress(by, clause)}">${by.docNumber ?? by.title}</a>　${says}</li>`)}
${citing.map(({ by, clause, reference }) => html`<li>引用 <a href="${clauseAddress(by, clause)}">${by.docNumber ?? by.title} ${reference}</a>　${by.title}</li>`)}
</ul>`,
  )
}
