import type { FileReference, Issue } from '@luoshi/kernel'
import { materialsAsked, mergedForm } from '@luoshi/programmes/services'
import { html } from 'hono/html'
import type { Html } from '../../web/layout.ts'
import { AUTHORISATION, askerForm } from '../asker-form.ts'
import { errorSummary, type Filled, fieldsForm } from '../fields-form.ts'
import { formFor, KEPT, keptText, materialName, SHEET, sheetOf } from '../form-reading.ts'
import type { Receipt, Wanted } from '../service-desk.ts'
import { csrfField, type ServiceFrame, serviceAddress, servicePage } from './frame.ts'

/** What the form holds when it is shown. */
export interface ApplyForm {
  readonly filled: Filled
  /** Files that came before, of the materials. */
  readonly documents: FileReference[]
  /** Letters of authorisation that came before. */
  readonly letters: FileReference[]
  readonly issues: readonly Pick<Issue, 'message' | 'path'>[]
  /** 草稿已保存。 */
  readonly done?: string
}

/** The form of anything that can be asked for, as a citizen fills it in. */
export function applyPage(frame: ServiceFrame, wanted: Wanted, form: ApplyForm): Html {
  return servicePage(
    frame,
    `申请${wanted.title}`,
    html`${form.done === undefined ? '' : html`<p class="notice-state" role="status">${form.done}</p>`}${errorSummary(form.issues)}
<form class="service-form" method="post" action="${serviceAddress(frame.county, 'apply', wanted.number)}" enctype="multipart/form-data" novalidate>
${csrfField(frame)}
${applyFields(wanted, form, false)}
<p class="form-actions"><button type="submit" name="do" value="submit">提交申请</button> <button type="submit" name="do" value="keep" class="plain">保存，以后再填</button></p>
<p class="help">申请人对材料的真实性负责。用虚假材料取得的结果会被撤销，并记入信用档案。</p>
</form>`,
  )
}

/** The fields of the form, for the citizen’s page and the counter’s alike. */
export function applyFields(
  wanted: Wanted,
  { filled, documents, letters, issues }: ApplyForm,
  isCounter: boolean,
): Html {
  const { materials } = mergedForm(wanted.guides)
  const { waived } = materialsAsked({ materials })
  const named = issues.filter((issue): issue is Issue => issue.path.length > 0)
  // A citizen's documents wait in the draft; a window keeps none of who stands before it, so the sheet itself names them.
  const kept = keptText({ documents: isCounter ? documents : [], letters })
  return html`<input type="hidden" name="${KEPT}" value="${kept}"><input type="hidden" name="${SHEET}" value="${sheetOf(filled) ?? crypto.randomUUID()}">
<section><h2>申请人</h2>${fieldsForm(askerForm, filled, named)}
<div class="field"><label for="${AUTHORISATION}">授权委托书<small>（代办时提供）</small></label>${letters.length === 0 ? '' : html`<p class="help">已上传：${letters.map(({ name }) => name).join('、')}</p>`}<input id="${AUTHORISATION}" name="${AUTHORISATION}" type="file" accept="image/*,application/pdf" multiple></div></section>
<section><h2>申请表</h2>${fieldsForm(formFor(wanted), filled, named)}</section>
<section><h2>材料</h2>
${materials.map((material, place) => {
  if (material.source !== 'applicant') return html``
  const name = materialName(place)
  const kept = documents.filter((file) => file.name.startsWith(`${material.name}：`))
  const canPromise = material.canBePromised && wanted.guides.every((guide) => guide.canPromise)
  return html`<div class="field"><label for="${name}">${material.name}</label>${material.note === undefined ? '' : html`<p class="help" id="${name}-help">${material.note}</p>`}
${kept.length === 0 ? '' : html`<p class="help">已上传：${kept.map((file) => file.name.slice(material.name.length + 1)).join('、')}</p>`}
<input id="${name}" name="${name}" type="file" accept="image/*,application/pdf" multiple>
<div class="choices">${isCounter ? html`<label><input type="radio" name="${name}" value="original"${filled[name] === 'original' ? html` checked` : ''}>已收纸质件</label>` : ''}${canPromise ? html`<label><input type="radio" name="${name}" value="promise"${filled[name] === 'promise' ? html` checked` : ''}>用承诺代替，事后核查</label>` : ''}</div></div>`
})}
${waived.length === 0 ? '' : html`<div class="waived"><h3>不用交的材料</h3><ul>${waived.map(({ because }) => html`<li>${because}</li>`)}</ul></div>`}
</section>`
}

/** What is given to who asked: number, query code, what was not asked and why, when it will be done. */
export function receiptPage(frame: ServiceFrame, wanted: Wanted, receipt: Receipt): Html {
  return servicePage(frame, '收件回执', receiptContent(frame.county, wanted, receipt))
}

/** The receipt itself, also as the counter prints it. */
export function receiptContent(
  county: string,
  wanted: Wanted,
  { number, queryCode, applications }: Receipt,
): Html {
  const { waived } = materialsAsked({ materials: mergedForm(wanted.guides).materials })
  return html`<div class="receipt">
<dl class="facts">
<div><dt>办件编号</dt><dd class="receipt-number">${number}</dd></div>
<div><dt>查询码</dt><dd class="receipt-code">${queryCode}</dd></div>
<div><dt>申请事项</dt><dd>${wanted.title}</dd></div>
</dl>
${applications.length < 2 ? '' : html`<ul>${applications.map((one) => html`<li>${one.title}：${one.number}</li>`)}</ul>`}
<p>五个工作日内告知是否受理，材料不全的一次告知。受理后${Math.max(...wanted.guides.map(({ promisedDays }) => promisedDays))}个工作日内办结。</p>
${waived.length === 0 ? '' : html`<ul class="waived">${waived.map(({ because }) => html`<li>${because}</li>`)}</ul>`}
<p>凭办件编号和查询码可以随时<a href="${serviceAddress(county, 'query')}">查办理进度</a>。请妥善保管查询码。</p>
</div>`
}
