import { html } from 'hono/html'
import { calendarAddress } from '../addresses.ts'
import { type Html, page, pageHead } from '../layout.ts'

/** What can be followed without coming back to look. */
export function subscribePage(): Html {
  return page(
    { title: '订阅', canonical: '/subscribe' },
    html`${pageHead('订阅', '用阅读器或日历订阅，有新的就会收到。不用登记，也不留下任何信息。')}
<ul class="relations">
<li><a href="/feeds/issues.atom">新一期公报</a>　Atom</li>
<li><a href="/feeds/notices.atom">新文件</a>　Atom</li>
<li><a href="${calendarAddress}">与公众有关的期限</a>　iCalendar</li>
<li><a href="/units">一个单位的新文件</a>　打开单位的页面，选“订阅新文件”</li>
<li><a href="/search">含某些词语的新文件</a>　查找以后，选“订阅含这些词语的新文件”</li>
</ul>`,
  )
}
