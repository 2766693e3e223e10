import { countyBySlug } from '@luoshi/counties'
import { services as programme } from '@luoshi/programmes/services'
import { html } from 'hono/html'
import type { Officer } from '../sign-in/index.ts'
import { type Html, page } from '../web/layout.ts'

/** A page of the window. */
export function counterPage(title: string, officer: Officer, content: Html): Html {
  const county = countyBySlug.get(officer.county)?.name ?? ''
  const unit = officer.posts.find(({ role, programme: of }) => of === programme.id && role === 'window')
  return page(
    { title, section: 'services' },
    html`<nav class="filter service-parts" aria-label="窗口"><ul><li><a href="/counter">窗口收件</a></li><li><a href="/desk/programmes/services/application">办件</a></li><li><a href="/counter/national">数据交换</a></li><li><a href="/counter/codes">验证码</a></li></ul></nav>
<div class="page-head"><h1>${title}</h1><p class="summary">${county}，${unit?.unitName ?? ''}，${officer.name}</p></div>
<div class="service">${content}</div>`,
  )
}
