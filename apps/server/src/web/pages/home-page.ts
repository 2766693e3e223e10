import type { GazetteTotals, IssueHead, NoticeHead, PlacedDeadline } from '@luoshi/store'
import { html } from 'hono/html'
import { shortened } from '../../chinese-words.ts'
import { audiences } from '../../gazettes/audiences.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { groupsShown, type ShownDisclosure, type ShownGroup } from '../../gazettes/shown-now.ts'
import { calendarAddress, clauseAddress, issueAddress, noticeAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** What the front page shows. */
export interface HomeView {
  readonly totals: GazetteTotals
  readonly latest: readonly NoticeHead[]
  readonly issues: readonly IssueHead[]
  readonly shown: readonly ShownDisclosure[]
  readonly asked: readonly PlacedDeadline[]
  readonly today: string
}

/** Kinds of publicity on the front page; the page of publicity has all. */
const MOST_GROUPS = 5

/** The front page: find, the latest, for whom, what is on display, what is asked of me. */
export function homePage(view: HomeView): Html {
  const { totals, latest, issues, shown, asked, today } = view
  return page(
    {
      title: '掌上公报',
      description: '政府公报：查文件，找政策，看公示和期限。',
      canonical: '/',
      data: { '@type': 'WebSite', name: '落实', inLanguage: 'zh-CN' },
      feeds: [{ href: '/feeds/issues.atom', title: '新一期公报' }],
    },
    html`<div class="home-head"><h1>掌上公报</h1>
<form class="home-find" action="/search"><label class="visually-hidden" for="home-find">词语、文号或单位</label><input id="home-find" type="search" name="q" maxlength="200" autocomplete="off" placeholder="词语、文号或单位"><button type="submit">查</button></form>
<p class="summary">${totals.issues} 期公报，${totals.notices} 份文件，全文可查。</p></div>
<nav class="for-whom" aria-labelledby="for-whom"><h2 id="for-whom">为谁找政策</h2><ul>${audiences.map(({ id, title }) => html`<li><a href="${withQuery('/finder', { who: id })}">${title}</a></li>`)}</ul></nav>
<div class="home-columns">
<section aria-labelledby="latest"><h2 id="latest">最新文件</h2>
${latest.length === 0 ? emptyState('还没有公开的公报。请在启动时给出公报文件：npm start -- 公报.docx。') : html`<ol class="latest">${latest.map(latestItem)}</ol>`}
<p class="more"><a href="/issues">全部公报</a></p></section>
<div>
<section aria-labelledby="shown"><h2 id="shown">正在公示</h2>
${shown.length === 0 ? html`<p class="none">现在没有公示。</p>` : html`<ul class="latest">${groupsShown(shown).slice(0, MOST_GROUPS).map(shownItem)}</ul><p class="more"><a href="/now">全部公示</a></p>`}</section>
<section aria-labelledby="asked"><h2 id="asked">要我做的</h2>
${asked.length === 0 ? html`<p class="none">${day(today)} 以后没有与公众有关的期限。</p>` : html`<ul class="latest">${asked.map(askedItem)}</ul>`}
<p class="more"><a href="/deadlines">全部期限</a>　<a href="${calendarAddress}">加到日历</a></p></section>
<section aria-labelledby="issues"><h2 id="issues">公报</h2><ul class="latest">${issues.map((issue) => html`<li><a href="${issueAddress(issue)}">${issue.title}</a></li>`)}</ul></section>
</div>
</div>`,
  )
}

function shownItem({ title, place, programme, items }: ShownGroup): Html {
  const [latest] = items
  return html`<li><a href="/now">${title}</a>（${items.length} 项）<p class="summary">${place}　${programme}${latest === undefined ? '' : html`　最近 ${day(latest.from)} 起`}</p></li>`
}

function latestItem(head: NoticeHead): Html {
  return html`<li><a href="${noticeAddress(head)}">${head.title}</a><p class="summary">${head.docNumber ?? '无文号'}　${head.issuedOn === null ? '' : day(head.issuedOn)}　${countyName(head.county)}</p></li>`
}

function askedItem({ by, clause, clauseText, day: due, text }: PlacedDeadline): Html {
  return html`<li><a href="${clauseAddress(by, clause)}">${due === null ? text : html`${day(due)}`}　${shortened(clauseText, 40)}</a></li>`
}
