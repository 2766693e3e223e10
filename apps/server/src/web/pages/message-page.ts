import { html } from 'hono/html'
import { type Html, page } from '../layout.ts'

/** A page that says what went wrong and where to go on. */
export function messagePage(title: string, text: string): Html {
  return page(
    { title },
    html`<div class="message"><h1>${title}</h1><p>${text}</p><p><a href="/">回到公报</a></p></div>`,
  )
}
