import { html } from 'hono/html'
import type { Problem } from '../../problem.ts'
import { type Html, page } from '../../web/layout.ts'
import type { SignInSettings } from '../settings.ts'
import { fieldRow, problemSummary } from './form-parts.ts'

/** What the page shows. */
export interface PasswordPage {
  readonly csrfToken: string
  readonly username: string
  readonly next: string
  /** Whether nothing else can be done before. */
  readonly isForced: boolean
  readonly settings: SignInSettings
  readonly problem?: Problem
}

/** The page on which officers change their password. It works without scripts. */
export function passwordPage({ csrfToken, username, next, isForced, settings, problem }: PasswordPage): Html {
  const { leastLength, leastClasses, notAgain, mostAge } = settings
  const wanted = `不少于${leastLength}个字符，小写字母、大写字母、数字、符号中不少于${leastClasses}种，不含账号和姓名，与最近${notAgain}次用过的不同；${mostAge}天更换一次。`
  return page(
    { title: problem === undefined ? '更换口令' : '口令没有更换' },
    html`<div class="sign-in">
<section aria-labelledby="password-title">
<h1 id="password-title">更换口令</h1>
${isForced ? html`<p>初次登录，或者口令已经到期，更换口令以后才能办理。</p>` : ''}
${problemSummary(problem, 'current')}
<form method="post" action="/sign-in/password" novalidate>
<input type="hidden" name="csrf" value="${csrfToken}">
<input type="hidden" name="to" value="${next}">
<input type="hidden" name="username" value="${username}" autocomplete="username">
${fieldRow({ name: 'current', label: '现在的口令', type: 'password', autocomplete: 'current-password' }, problem)}
${fieldRow({ name: 'next', label: '新口令', type: 'password', autocomplete: 'new-password', help: wanted }, problem)}
${fieldRow({ name: 'again', label: '再写一次新口令', type: 'password', autocomplete: 'new-password' }, problem)}
<button type="submit">更换</button>
</form>
</section>
</div>`,
  )
}
