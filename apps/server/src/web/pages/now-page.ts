import { html } from 'hono/html'
import { groupsShown, type ShownDisclosure, type ShownGroup } from '../../gazettes/shown-now.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { day } from '../parts/inline.ts'

/** What is on display now, with personal data masked. */
export function nowPage(shown: readonly ShownDisclosure[]): Html {
  return page(
    { title: '正在公示', section: 'notices', canonical: '/now' },
    html`${pageHead('正在公示', `${shown.length} 项。公示期内有异议的，可向承办单位提出；个人信息已遮盖。`)}
<p class="more"><a href="/enforcement">行政执法公示</a></p>
${shown.length === 0 ? emptyState('现在没有公示。公示的事项会列在这里。', { href: '/issues', label: '看公报' }) : html`${groupsShown(shown).map(groupShown)}`}`,
  )
}

function groupShown({ title, place, programme, items }: ShownGroup, index: number): Html {
  return html`<section aria-labelledby="shown-${index}"><h2 id="shown-${index}">${title}</h2>
<p class="summary">${place}　${programme}　${items.length} 项</p><ul class="shown">${items.map(shownItem)}</ul></section>`
}

function shownItem({ from, until, fields }: ShownDisclosure): Html {
  return html`<li><p class="summary">${day(from)} 起，${until}</p>
<dl>${fields.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl></li>`
}
