import { type Basis, type Cite, citeOf, citeText, isGap } from '@luoshi/kernel'
import { html } from 'hono/html'
import { chineseLines } from '../../chinese-words.ts'
import type { Library } from '../../library.ts'
import { spanAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'

/** A cite as a link to its lines where a gazette that was read has them, else in words only. */
export function basisLink(library: Library, cite: Cite, label = shortText(cite)): Html {
  if (cite.kind === 'law') return html`<span class="basis">${label}</span>`
  const { county, docNumber, lines } = cite
  const notice = library
    .noticesByNumber(county, docNumber)
    .find(({ instrument }) => instrument.lines[0] <= lines[0] && lines[1] <= instrument.lines[1])
  if (notice === undefined) return html`<span class="basis" title="${citeText(cite)}">${label}</span>`
  return html`<a class="basis" href="${spanAddress(notice.from, lines)}" title="${citeText(cite)}">${label}</a>`
}

/** On what something rests; for a gap, what is open. */
export function basisCell(library: Library, basis: Basis): Html {
  const link = basisLink(library, citeOf(basis))
  return isGap(basis) ? html`<span class="undecided">未定：${basis.says}</span> ${link}` : link
}

/** A page of a programme names its notice once; its cites are then lines only. */
function shortText(cite: Cite): string {
  return cite.kind === 'law' ? citeText(cite) : chineseLines(cite.lines)
}
