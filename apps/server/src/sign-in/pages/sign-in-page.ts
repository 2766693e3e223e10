import type { DemoOfficer } from '@luoshi/counties'
import { html } from 'hono/html'
import type { Problem } from '../../problem.ts'
import { type Html, page } from '../../web/layout.ts'
import { DESK } from '../next-page.ts'
import { fieldRow, problemSummary } from './form-parts.ts'

/** What the page shows. */
export interface SignInPage {
  /** Counties that can be signed in to, by slug. */
  readonly counties: readonly { readonly slug: string; readonly name: string }[]
  readonly county: string
  readonly username: string
  /** Where one goes afterwards. */
  readonly next: string
  /** Name of the county whose own identity provider can be used; null for none. */
  readonly provider: string | null
  /** In whose place one can look around; empty outside of the demo county. */
  readonly demo: readonly DemoOfficer[]
  readonly problem?: Problem
}

/** The page on which officers sign in. It works without scripts. */
export function signInPage(shown: SignInPage): Html {
  const { next, demo, problem } = shown
  return page(
    { title: problem === undefined ? '登录' : '登录不成功' },
    html`<div class="sign-in">
<section aria-labelledby="sign-in-title">
<h1 id="sign-in-title">工作人员登录</h1>
${problemSummary(problem, 'username')}
<form method="post" action="/sign-in" novalidate>
<input type="hidden" name="next" value="${next}">
${countyField(shown)}
${fieldRow({ name: 'username', label: '账号', type: 'text', autocomplete: 'username', value: shown.username })}
${fieldRow({ name: 'password', label: '口令', type: 'password', autocomplete: 'current-password' })}
<button type="submit">登录</button>
</form>
${providerLink(shown)}
<p class="help">忘记口令的，请本县的系统管理员重置。群众办事不用登录，请从<a href="/">首页</a>进入。</p>
</section>
${demo.length === 0 ? '' : demoSection(demo, next)}
</div>`,
  )
}

function countyField({ counties, county }: SignInPage): Html {
  const [only, ...others] = counties
  if (only !== undefined && others.length === 0) {
    return html`<input type="hidden" name="county" value="${only.slug}"><p class="sign-in-county">${only.name}</p>`
  }
  return html`<div class="field">
<label for="county">县</label>
<select id="county" name="county">${counties.map(
    ({ slug, name }) =>
      html`<option value="${slug}"${slug === county ? html` selected` : ''}>${name}</option>`,
  )}</select>
</div>`
}

function providerLink({ provider, next }: SignInPage): Html | '' {
  if (provider === null) return ''
  const query = next === DESK ? '' : `?next=${encodeURIComponent(next)}`
  return html`<p class="sign-in-provider"><a href="/sign-in/oidc${query}">用${provider}统一身份认证登录</a></p>`
}

function demoSection(demo: readonly DemoOfficer[], next: string): Html {
  return html`<section aria-labelledby="demo-title" class="demo">
<h2 id="demo-title">看一看演示县</h2>
<p class="help">清源县和这里的人都是虚构的。选一个身份进去，不用口令。</p>
<ul>${demo.map(
    ({ username, name, position, unit, says }) => html`<li>
<form method="post" action="/sign-in/demo">
<input type="hidden" name="next" value="${next}">
<button type="submit" name="username" value="${username}">${position}</button>
<p><span>${name}，${unit}。</span>${says}</p>
</form>
</li>`,
  )}</ul>
</section>`
}
