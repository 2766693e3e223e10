import { html } from 'hono/html'
import { type Html, page } from '../../web/layout.ts'

/** What stands around the pages of services. */
export interface ServiceFrame {
  /** Region slug. */
  readonly county: string
  readonly countyName: string
  /** Of who is signed in; null for nobody. */
  readonly csrfToken: string | null
}

/** Address of a page of services: /services/qingyuan/mine */
export function serviceAddress(county: string, ...parts: readonly string[]): string {
  return ['', 'services', county, ...parts].map(encodeURIComponent).join('/')
}

/** A page of services. */
export function servicePage(frame: ServiceFrame, title: string, content: Html): Html {
  const { county, countyName, csrfToken } = frame
  const at = (...parts: string[]) => serviceAddress(county, ...parts)
  return page(
    { title, section: 'services' },
    html`<nav class="filter service-parts" aria-label="政务服务"><ul>
<li><a href="${at()}">办事指南</a></li><li><a href="${at('query')}">查办件</a></li><li><a href="${at('mine')}">我的办件</a></li><li><a href="${at('information')}">申请公开信息</a></li>
${csrfToken === null ? html`<li><a href="${at('sign-in')}">登录</a></li>` : html`<li><form method="post" action="${at('sign-out')}"><input type="hidden" name="csrf" value="${csrfToken}"><button type="submit" class="plain">退出</button></form></li>`}
</ul></nav>
<div class="page-head"><h1>${title}</h1><p class="summary">${countyName}政务服务</p></div>
<div class="service">${content}</div>`,
  )
}

/** The token of the session in a form that changes something. */
export function csrfField({ csrfToken }: ServiceFrame): Html {
  return html`<input type="hidden" name="csrf" value="${csrfToken ?? ''}">`
}
