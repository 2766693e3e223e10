import { html } from 'hono/html'
import type { PublishedFamilyList } from '../../gazettes/list-family.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { noticeAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** The lists that a county has to keep public, each with its versions and when it was last updated. */
export function familyPage(county: string, lists: readonly PublishedFamilyList[]): Html {
  const published = lists.filter(({ versions }) => versions.length > 0).length
  return page(
    { title: `${countyName(county)}应当公开的清单`, section: 'data' },
    html`${pageHead(`${countyName(county)}应当公开的清单`, `${lists.length} 份，已公开 ${published} 份。按公报登载的日期。`)}
<table class="list labelled"><thead><tr><th scope="col">清单</th><th scope="col">最近更新</th><th scope="col">各版</th></tr></thead>
<tbody>${lists.map(
      ({ title, versions, lastUpdated }) =>
        html`<tr><th scope="row">${title}</th><td class="day" data-label="最近更新">${lastUpdated === null ? html`<span class="none">没有公开过</span>` : day(lastUpdated)}</td><td data-label="各版">${versions.map((version, index) => html`<p><a href="${noticeAddress(version)}">${version.docNumber ?? version.title}</a>　${version.issuedOn === null ? '' : day(version.issuedOn)}　${index === 0 ? '现行' : '旧版'}</p>`)}</td></tr>`,
    )}</tbody></table>`,
  )
}
