import { html, raw } from 'hono/html'

/** A piece of a page: every value in it is escaped unless it is itself such a piece. */
export type Html = ReturnType<typeof html>

/** A feed that belongs to a page. */
export interface Feed {
  readonly href: string
  readonly title: string
}

/** What stands around a page's content. */
export interface PageFrame {
  readonly title: string
  /** Which part of the site it belongs to. */
  readonly section?: SectionId | undefined
  /** What stands in the search box. */
  readonly query?: string | undefined
  /** What the page holds, in a sentence, for those who list it elsewhere. */
  readonly description?: string | undefined
  /** The one address of the page, where it can be reached under several. */
  readonly canonical?: string | undefined
  /** What the page is about, as schema.org says it. */
  readonly data?: Readonly<Record<string, unknown>> | undefined
  readonly feeds?: readonly Feed[] | undefined
}

const sections = [
  { id: 'issues', href: '/issues', label: '公报' },
  { id: 'services', href: '/services', label: '办事' },
  { id: 'finder', href: '/finder', label: '找政策' },
  { id: 'notices', href: '/now', label: '公示' },
  { id: 'deadlines', href: '/deadlines', label: '期限' },
  { id: 'units', href: '/units', label: '责任单位' },
  { id: 'lists', href: '/lists', label: '清单' },
  { id: 'programmes', href: '/programmes', label: '制度' },
  { id: 'data', href: '/catalogue', label: '数据' },
] as const

/** A part of the site. */
export type SectionId = (typeof sections)[number]['id'] | 'findings' | 'editor'

/** A whole page. */
export function page(frame: PageFrame, content: Html): Html {
  const { title, section, query, description, canonical, data, feeds = [] } = frame
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} - 落实</title>
${description === undefined ? '' : html`<meta name="description" content="${description}">\n`}${canonical === undefined ? '' : html`<link rel="canonical" href="${canonical}">\n`}${feeds.map(({ href, title }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${href}">\n`)}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="manifest" href="/manifest.webmanifest">
<link rel="stylesheet" href="/assets/luoshi.css">
<script src="/assets/portal.js" defer></script>
${data === undefined ? '' : dataBlock(data)}</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<header class="site">
<div class="site-inner">
<a class="brand" href="/">落实</a>
<nav aria-label="栏目">
<ul>${sections.map(
    ({ id, href, label }) =>
      html`<li><a href="${href}"${id === section ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul>
</nav>
<form class="find" action="/search" role="search">
<label class="visually-hidden" for="find">查找词语或文号</label>
<input id="find" type="search" name="q" value="${query ?? ''}" maxlength="200" placeholder="词语或文号" autocomplete="off">
<button type="submit">查找</button>
</form>
</div>
</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer class="site-foot"><div><p>行号指所读文件的行。以公报原文为准。</p><ul><li><a href="/view?size=large">大字</a></li><li><a href="/view?contrast=high">高对比</a></li><li><a href="/view">标准显示</a></li><li><a href="/findings">校核意见</a></li><li><a href="/subscribe">订阅</a></li></ul></div></footer>
</body>
</html>`
}

/** Structured data that no browser runs: nothing in it can end the element. */
function dataBlock(data: Readonly<Record<string, unknown>>): Html {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return html`<script type="application/ld+json">${raw(json)}</script>\n`
}

/** The head of a working page: its title and what it holds in one line. */
export function pageHead(title: string, summary: Html | string): Html {
  return html`<div class="page-head"><h1>${title}</h1><p class="summary">${summary}</p></div>`
}

/** What a page says when there is nothing to show. */
export function emptyState(text: string, link?: { href: string; label: string }): Html {
  return html`<p class="empty">${text}${link ? html` <a href="${link.href}">${link.label}</a>` : ''}</p>`
}
