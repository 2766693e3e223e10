import type { CaseView } from '@luoshi/client'
import type { Fields, Issue } from '@luoshi/kernel'
import type { StoredCase } from '@luoshi/store'
import { html } from 'hono/html'
import type { Html } from '../../web/layout.ts'
import { errorSummary, type Filled, fieldsForm } from '../fields-form.ts'
import { SHEET, sheetOf } from '../form-reading.ts'
import { type CaseShown, historyOf, limitsOf, papersOf } from './case-pages.ts'
import { csrfField, type ServiceFrame, serviceAddress, servicePage } from './frame.ts'

/** The form of a request and what was filled in. */
export interface AskingForm {
  readonly schema: Fields
  readonly filled: Filled
  readonly issues: readonly Pick<Issue, 'message' | 'path'>[]
}

const HOW = html`<p>可以向县政府、各部门和乡镇申请公开没有主动公开的政府信息。先<a href="/search">查找</a>是不是已经公开。不收费；收到申请后二十个工作日内书面答复，需要补正的七个工作日内一次告知，需要延长的会书面告知。</p>`

/** Asking for information, with one's own requests; the form only for who is signed in. */
export function informationPage(
  frame: ServiceFrame,
  own: readonly StoredCase[],
  stateOf: (stored: StoredCase) => string,
  form: AskingForm | null,
): Html {
  const address = serviceAddress(frame.county, 'information')
  return servicePage(
    frame,
    '申请公开政府信息',
    html`${HOW}
${own.length === 0 ? '' : html`<h2>我的申请</h2><ul class="service-list">${own.map((stored) => html`<li><a href="${address}/${stored.case.id}">${String(stored.case.data['content'])}</a><span>${stateOf(stored)}，登记编号${stored.case.id}</span></li>`)}</ul>`}
<h2>提出申请</h2>
${form === null ? html`<p class="service-act"><a class="button" href="${serviceAddress(frame.county, 'sign-in')}?next=${encodeURIComponent(address)}">用手机号登录后申请</a></p>` : askingForm(frame, address, form)}`,
  )
}

function askingForm(frame: ServiceFrame, address: string, { schema, filled, issues }: AskingForm): Html {
  const named = issues.filter((issue): issue is Issue => issue.path.length > 0)
  return html`${errorSummary(issues)}
<form class="service-form" method="post" action="${address}" novalidate>${csrfField(frame)}
<input type="hidden" name="${SHEET}" value="${sheetOf(filled) ?? crypto.randomUUID()}">
${fieldsForm(schema, filled, named)}
<p class="form-actions"><button type="submit">提交申请</button></p></form>`
}

/** What one's own request shows. */
export interface RequestShown {
  readonly view: CaseView
  readonly history: CaseShown['history']
  /** What was asked to be put right; null where nothing is. */
  readonly corrections: string | null
  readonly problems: readonly string[]
  readonly done?: string
}

/** How a request goes: where it stands, what is due, what is to be done, the written reply. */
export function requestPage(frame: ServiceFrame, shown: RequestShown): Html {
  const { view, history, corrections, problems, done } = shown
  const at = (...parts: string[]) => serviceAddress(frame.county, 'information', view.id, ...parts)
  const can = (action: string) => view.actions.some(({ name, isAllowed }) => name === action && isAllowed)
  return servicePage(
    frame,
    '公开政府信息的申请',
    html`${done === undefined ? '' : html`<p class="notice-state" role="status">${done}</p>`}
${errorSummary(problems.map((message) => ({ message, path: [] })))}
<p class="case-state"><strong>${view.stateTitle}</strong><span>登记编号${view.id}</span></p>
<dl class="facts"><div><dt>所需政府信息</dt><dd>${String(view.data['content'] ?? '')}</dd></div></dl>
${
  can('correct') && corrections !== null
    ? html`<section class="case-act"><h2>需要补正</h2><p>${corrections}</p>
<form class="service-form" method="post" action="${at('correct')}">${csrfField(frame)}
<div class="field"><label for="corrected">补正后的申请内容</label><textarea id="corrected" name="corrected" rows="3" maxlength="2000" required></textarea></div>
<button type="submit">提交补正</button></form></section>`
    : ''
}
${limitsOf(view)}
${historyOf(history)}
${papersOf(view, at('papers'))}
${
  can('withdraw')
    ? html`<form class="service-form" method="post" action="${at('withdraw')}">${csrfField(frame)}
<div class="field"><label for="reason">撤回的理由</label><input id="reason" name="reason" maxlength="200" required></div>
<button type="submit" class="plain">撤回申请</button></form>`
    : ''
}`,
  )
}
