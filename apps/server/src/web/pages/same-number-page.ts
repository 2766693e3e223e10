import { html } from 'hono/html'
import type { Notice } from '../../library.ts'
import { noticeAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { day, linesLink } from '../parts/inline.ts'

/** A document number that stands over more than one instrument: the visitor chooses. */
export function sameNumberPage(docNumber: string, notices: readonly Notice[]): Html {
  return page(
    { title: docNumber, section: 'issues' },
    html`${pageHead(docNumber, `有 ${notices.length} 份文件用了这个文号。`)}
<table class="list">
<thead><tr><th scope="col">文件</th><th scope="col">成文日期</th><th scope="col">公报</th></tr></thead>
<tbody>${notices.map(
      (notice) => html`<tr>
<th scope="row" class="title"><a href="${noticeAddress(notice)}">${notice.instrument.title}</a></th>
<td class="day" data-label="成文日期">${notice.instrument.issuedOn === null ? '' : day(notice.instrument.issuedOn)}</td>
<td data-label="公报">${notice.from.title} ${linesLink(notice.from, notice.instrument.lines)}</td>
</tr>`,
    )}</tbody>
</table>`,
  )
}
