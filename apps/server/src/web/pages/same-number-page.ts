import type { NoticeHead } from '@luoshi/store'
import { html } from 'hono/html'
import { noticeAddress, versionOf } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { day, linesLink } from '../parts/inline.ts'

/**
 * A document number that stands over more than one instrument: the visitor chooses.
 *
 * @param isSameText whether they say the same; two versions of one document have to be told apart
 */
export function sameNumberPage(docNumber: string, notices: readonly NoticeHead[], isSameText: boolean): Html {
  const flag = html`<p class="notice-state changed"><span aria-hidden="true">▲</span> 这几处文字不一致：同一文件应当同源发布，请编辑核对。</p>`
  return page(
    { title: docNumber, section: 'issues' },
    html`${pageHead(docNumber, `有 ${notices.length} 份文件用了这个文号。`)}
${isSameText ? '' : flag}
<table class="list">
<thead><tr><th scope="col">文件</th><th scope="col">成文日期</th><th scope="col">原文</th></tr></thead>
<tbody>${notices.map(
      (notice) => html`<tr>
<th scope="row" class="title"><a href="${noticeAddress(notice)}">${notice.title}</a></th>
<td class="day" data-label="成文日期">${notice.issuedOn === null ? '' : day(notice.issuedOn)}</td>
<td data-label="原文">${linesLink(versionOf(notice), [...notice.lines])}</td>
</tr>`,
    )}</tbody>
</table>`,
  )
}
