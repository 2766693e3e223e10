import { html } from 'hono/html'

/** A piece of a page: every value in it is escaped unless it is itself such a piece. */
export type Html = ReturnType<typeof html>

/** What stands around a page's content. */
export interface PageFrame {
  readonly title: string
  /** Which part of the site it belongs to. */
  readonly section?: 'issues' | 'units' | 'deadlines' | 'findings' | 'programmes' | undefined
  /** What stands in the search box. */
  readonly query?: string | undefined
}

const sections = [
  { id: 'issues', href: '/', label: '公报' },
  { id: 'units', href: '/units', label: '责任单位' },
  { id: 'deadlines', href: '/deadlines', label: '期限' },
  { id: 'findings', href: '/findings', label: '校核意见' },
  { id: 'programmes', href: '/programmes', label: '制度' },
] as const

/** A whole page. */
export function page(frame: PageFrame, content: Html): Html {
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${frame.title} - 落实</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/luoshi.css">
</head>
<body>
<a class="skip" href="#content">跳到正文</a>
<header class="site">
<div class="site-inner">
<a class="brand" href="/">落实</a>
<nav aria-label="栏目">
<ul>${sections.map(
    ({ id, href, label }) =>
      html`<li><a href="${href}"${id === frame.section ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul>
</nav>
<form class="find" action="/search" role="search">
<label class="visually-hidden" for="find">查找词语或文号</label>
<input id="find" type="search" name="q" value="${frame.query ?? ''}" maxlength="200" placeholder="词语或文号" autocomplete="off">
<button type="submit">查找</button>
</form>
</div>
</header>
<main id="content" tabindex="-1">
${content}
</main>
<footer class="site-foot"><p>行号指所读文件的行。以公报原文为准。</p></footer>
</body>
</html>`
}

/** The head of a working page: its title and what it holds in one line. */
export function pageHead(title: string, summary: Html | string): Html {
  return html`<div class="page-head"><h1>${title}</h1><p class="summary">${summary}</p></div>`
}

/** What a page says when there is nothing to show. */
export function emptyState(text: string, link?: { href: string; label: string }): Html {
  return html`<p class="empty">${text}${link ? html` <a href="${link.href}">${link.label}</a>` : ''}</p>`
}
