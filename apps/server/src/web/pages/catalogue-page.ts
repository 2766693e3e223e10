import { html } from 'hono/html'
import { countyName } from '../../gazettes/prepare-issue.ts'
import type { Dataset } from '../catalogue.ts'
import { type Html, page, pageHead } from '../layout.ts'

/** All data that anyone may take along. */
export function cataloguePage(datasets: readonly Dataset[], counties: readonly string[]): Html {
  return page(
    { title: '数据', section: 'data', canonical: '/catalogue' },
    html`${pageHead('数据', html`${datasets.length} 个数据集，可自由取用。机器可读的目录：<a href="/catalogue.jsonld">DCAT 3</a>。`)}
<p class="more">应当公开的清单：${counties.map((county) => html`<a href="/${county}/lists">${countyName(county)}</a>（<a href="/${county}/debt">政府债务</a>） `)}</p>
<table class="list labelled">
<thead><tr><th scope="col">数据集</th><th scope="col">发布机关</th><th scope="col">文件</th></tr></thead>
<tbody>${datasets.map(datasetRow)}</tbody>
</table>`,
  )
}

function datasetRow({ title, description, publisher, page: href, files }: Dataset): Html {
  return html`<tr><th scope="row"><a href="${href}">${title}</a><p class="summary">${description}</p></th><td data-label="发布机关">${publisher}</td><td data-label="文件">${files.map(({ href: file, format }) => html`<a href="${file}">${format}</a> `)}</td></tr>`
}
