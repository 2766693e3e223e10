import { html } from 'hono/html'
import type { Html } from '../../web/layout.ts'
import { errorSummary } from '../fields-form.ts'
import { type ServiceFrame, serviceAddress, servicePage } from './frame.ts'

/** What was wrong; nothing at first. */
interface Shown {
  readonly next: string
  readonly problem?: string
}

const problems = (problem: string | undefined, field: string) =>
  errorSummary(problem === undefined ? [] : [{ message: problem, path: [field] }])

/** Where a telephone is given. */
export function phonePage(frame: ServiceFrame, { next, problem }: Shown): Html {
  return servicePage(
    frame,
    '登录',
    html`${problems(problem, 'phone')}
<form class="service-form" method="post" action="${serviceAddress(frame.county, 'sign-in')}">
<input type="hidden" name="next" value="${next}">
<div class="field"><label for="phone">手机号</label><input id="phone" name="phone" type="tel" inputmode="tel" autocomplete="tel" maxlength="20" required></div>
<button type="submit">获取验证码</button>
<p class="help">不用注册。手机号只用来登录和联系您，加密保存。</p>
</form>`,
  )
}

/** Where the code is given. */
export function codePage(
  frame: ServiceFrame,
  { next, problem, phone, isShown }: Shown & { readonly phone: string; readonly isShown: boolean },
): Html {
  return servicePage(
    frame,
    '填写验证码',
    html`${problems(problem, 'code')}
<form class="service-form" method="post" action="${serviceAddress(frame.county, 'sign-in', 'code')}">
<input type="hidden" name="next" value="${next}"><input type="hidden" name="phone" value="${phone}">
<div class="field"><label for="code">6位验证码</label><p class="help" id="code-help">${isShown ? '演示县不发短信：验证码在窗口工作台的“验证码”里。' : `已发到${phone}，五分钟内有效。`}</p><input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required aria-describedby="code-help"></div>
<button type="submit">登录</button>
</form>
<p><a href="${serviceAddress(frame.county, 'sign-in')}">换一个手机号，或者再要一次验证码</a></p>`,
  )
}
