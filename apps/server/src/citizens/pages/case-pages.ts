import type { CaseView } from '@luoshi/client'
import { type ratingChannels, satisfactions } from '@luoshi/programmes/services'
import type { StoredCase } from '@luoshi/store'
import { html } from 'hono/html'
import { emptyState, type Html } from '../../web/layout.ts'
import { errorSummary } from '../fields-form.ts'
import { csrfField, type ServiceFrame, serviceAddress, servicePage } from './frame.ts'

/** One’s own applications. */
export function minePage(
  frame: ServiceFrame,
  cases: readonly StoredCase[],
  stateOf: (stored: StoredCase) => string,
): Html {
  return servicePage(
    frame,
    '我的办件',
    cases.length === 0
      ? emptyState('您还没有提交过申请。', { href: serviceAddress(frame.county), label: '看办事指南' })
      : html`<ul class="service-list">${cases.map(
          (stored) =>
            html`<li><a href="${serviceAddress(frame.county, 'cases', stored.case.id)}">${String(stored.case.data['itemName'])}（${String(stored.case.data['situation'])}）</a><span>${stateOf(stored)}，办件编号${stored.case.id}</span></li>`,
        )}</ul>`,
  )
}

/** Asking after an application with the receipt. */
export function queryPage(frame: ServiceFrame, problem?: string): Html {
  return servicePage(
    frame,
    '查办件',
    html`${errorSummary(problem === undefined ? [] : [{ message: problem, path: ['number'] }])}
<form class="service-form" method="post" action="${serviceAddress(frame.county, 'query')}">
<div class="field"><label for="number">办件编号</label><input id="number" name="number" inputmode="numeric" maxlength="40" required></div>
<div class="field"><label for="code">查询码</label><input id="code" name="code" autocapitalize="characters" autocomplete="off" maxlength="10" required></div>
<button type="submit">查询</button>
</form>`,
  )
}

/** All that was taken in under one receipt. */
export function receiptCasesPage(
  frame: ServiceFrame,
  { number, code }: { readonly number: string; readonly code: string },
  cases: readonly StoredCase[],
  stateOf: (stored: StoredCase) => string,
): Html {
  return servicePage(
    frame,
    `受理号${number}`,
    html`<ul class="service-list">${cases.map(
      (stored) =>
        html`<li><form method="post" action="${serviceAddress(frame.county, 'query')}">${hiddenFields({ number: stored.case.id, code })}<button type="submit" class="plain">${String(stored.case.data['itemName'])}（${String(stored.case.data['situation'])}）</button></form><span>${stateOf(stored)}，办件编号${stored.case.id}</span></li>`,
    )}</ul>`,
  )
}

/** What the page of an application shows. */
export interface CaseShown {
  readonly view: CaseView
  readonly history: readonly { readonly at: string; readonly title: string; readonly reason: string | null }[]
  readonly corrections: readonly string[]
  /** Materials that are still missing, by place in the form. */
  readonly missing: readonly { readonly name: string; readonly field: string }[]
  readonly isOwn: boolean
  readonly isRated: boolean
  /** Where a rating is sent, and what proves the right to give it. */
  readonly rateBy: { readonly action: string; readonly hidden: Readonly<Record<string, string>> }
  readonly problems: readonly string[]
  readonly done?: string
}

/** How an application goes: where it stands, what is due, what was done, what is to be done. */
export function casePage(frame: ServiceFrame, shown: CaseShown): Html {
  const { view, history, corrections, missing, isOwn, isRated, rateBy, problems, done } = shown
  const at = (...parts: string[]) => serviceAddress(frame.county, 'cases', view.id, ...parts)
  const can = (action: string) =>
    isOwn && view.actions.some(({ name, isAllowed }) => name === action && isAllowed)
  const isOver = view.closed !== null
  return servicePage(
    frame,
    view.title,
    html`${done === undefined ? '' : html`<p class="notice-state" role="status">${done}</p>`}
${errorSummary(problems.map((message) => ({ message, path: [] })))}
<p class="case-state"><strong>${view.stateTitle}</strong><span>办件编号${view.id}</span></p>
${
  can('supply')
    ? html`<section class="case-act"><h2>需要补正的全部内容</h2><ul class="corrections">${corrections.map((text) => html`<li>${text}</li>`)}</ul>
<form class="service-form" method="post" action="${at('supply')}" enctype="multipart/form-data">${csrfField(frame)}
${missing.map(({ name, field }) => html`<div class="field"><label for="${field}">${name}</label><input id="${field}" name="${field}" type="file" accept="image/*,application/pdf" multiple></div>`)}
<button type="submit">提交补正</button></form></section>`
    : ''
}
${
  can('askHearing')
    ? html`<section class="case-act"><h2>听证</h2><p>这件申请直接涉及您与他人之间的重大利益。您可以要求听证，不收费；期满没有要求的，视为放弃。</p>
<form method="post" action="${at('hearing')}">${csrfField(frame)}<button type="submit">要求听证</button></form></section>`
    : ''
}
${
  isOver && !isRated
    ? html`<section class="case-act"><h2>评价这次服务</h2><form class="service-form" method="post" action="${rateBy.action}">${hiddenFields(rateBy.hidden)}
<fieldset class="field"><legend>满意度</legend><div class="choices">${Object.entries(satisfactions).map(([code, label]) => html`<label><input type="radio" name="level" value="${code}" required>${label}</label>`)}</div></fieldset>
<div class="field"><label for="remark">想说的话<small>（选填）</small></label><textarea id="remark" name="remark" rows="3" maxlength="2000"></textarea></div>
<button type="submit">提交评价</button></form></section>`
    : ''
}
${isRated ? html`<p>您已经评价过这次服务，谢谢。</p>` : ''}
${limitsOf(view)}
${
  view.branches.length === 0
    ? ''
    : html`<h2>同时审查的部门</h2><ul>${view.branches.map(({ title, stateTitle }) => html`<li>${title}：${stateTitle}</li>`)}</ul>`
}
${historyOf(history)}
${isOwn ? papersOf(view, at('papers')) : ''}
${can('withdraw') ? html`<form method="post" action="${at('withdraw')}">${csrfField(frame)}<button type="submit" class="plain">撤回申请</button></form>` : ''}`,
  )
}

/** What is due, with how it was counted. */
export function limitsOf({ limits }: CaseView): Html {
  if (limits.length === 0) return html``
  return html`<h2>时限</h2><ul class="case-limits">${limits.map(
    ({ title, legal, target, remaining }) =>
      html`<li><strong>${title}</strong> ${remaining}${target === null ? '' : html`<small>承诺：${target.explanation}</small>`}<small>法定：${legal.explanation}</small></li>`,
  )}</ul>`
}

/** What was done, from the first. */
export function historyOf(history: CaseShown['history']): Html {
  return html`<h2>办理过程</h2><ol class="case-history">${history.map(
    ({ at, title, reason }) =>
      html`<li><time datetime="${at}">${at.slice(0, 16).replace('T', ' ')}</time> ${title}${reason === null ? '' : html`<small>${reason}</small>`}</li>`,
  )}</ol>`
}

/** Papers that were written, below the address of all of them. */
export function papersOf({ papers }: CaseView, address: string): Html {
  if (papers.length === 0) return html``
  return html`<h2>文书</h2><ul class="case-papers">${papers.map(
    ({ title, sequence, paper }) => html`<li><a href="${address}/${sequence}/${paper}.pdf">${title}</a></li>`,
  )}</ul>`
}

/** Through which of the standard’s channels a page is rated: a phone tells of itself. */
export function channelOf(agent: string): Extract<keyof typeof ratingChannels, 'pc' | 'mobile'> {
  return /Mobile|Android|iPhone/.test(agent) ? 'mobile' : 'pc'
}

function hiddenFields(fields: Readonly<Record<string, string>>): Html {
  return html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}
