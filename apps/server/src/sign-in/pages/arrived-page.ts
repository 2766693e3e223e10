import { html } from 'hono/html'
import { type Html, page } from '../../web/layout.ts'

/** What is seen for a moment on the way to another page, or for longer where a browser does not go on by itself. */
export function arrivedPage(next: string): Html {
  return page(
    { title: '已登录' },
    html`<div class="message"><h1>已登录</h1><p><a href="${next}">进入办公平台</a></p></div>`,
  )
}
