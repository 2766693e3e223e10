import { type Basis, type Cite, citeOf, citeText, isGap } from '@luoshi/kernel'
import { html } from 'hono/html'
import { chineseLines } from '../../chinese-words.ts'
import { spanAddress, versionOf } from '../addresses.ts'
import type { CitedNotices } from '../cited.ts'
import type { Html } from '../layout.ts'

/** A cite as a link to its lines where a gazette that is published has them, else in words only. */
export function basisLink(cited: CitedNotices, cite: Cite, label = shortText(cite)): Html {
  if (cite.kind === 'law') return html`<span class="basis">${label}</span>`
  const { county, docNumber, lines } = cite
  const notice = cited
    .noticesByNumber(county, docNumber)
    .find((head) => head.lines[0] <= lines[0] && lines[1] <= head.lines[1])
  if (notice === undefined) return html`<span class="basis" title="${citeText(cite)}">${label}</span>`
  return html`<a class="basis" href="${spanAddress(versionOf(notice), lines)}" title="${citeText(cite)}">${label}</a>`
}

/** On what something rests; for a gap, what is open. */
export function basisCell(cited: CitedNotices, basis: Basis): Html {
  const link = basisLink(cited, citeOf(basis))
  return isGap(basis) ? html`<span class="undecided">未定：${basis.says}</span> ${link}` : link
}

/** A page of a programme names its notice once; its cites are then lines only. */
function shortText(cite: Cite): string {
  return cite.kind === 'law' ? citeText(cite) : chineseLines(cite.lines)
}
