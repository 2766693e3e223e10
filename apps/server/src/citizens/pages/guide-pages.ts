import {
  type Guide,
  itemTypes,
  materialsAsked,
  type Package,
  serviceObjects,
  specialKinds,
} from '@luoshi/programmes/services'
import { html } from 'hono/html'
import { emptyState, type Html } from '../../web/layout.ts'
import { titleOf, type Wanted } from '../service-desk.ts'
import { type ServiceFrame, serviceAddress, servicePage } from './frame.ts'

/** All that can be asked for. */
export function guidesPage(
  frame: ServiceFrame,
  guides: readonly Guide[],
  packages: readonly Package[],
  q: string,
): Html {
  const at = (...parts: string[]) => serviceAddress(frame.county, ...parts)
  return servicePage(
    frame,
    '办事指南',
    html`<form class="service-find" action="${at()}" role="search"><label for="q">找事项</label><input id="q" name="q" value="${q}" maxlength="100"><button type="submit">查找</button></form>
${
  packages.length === 0 || q !== ''
    ? ''
    : html`<h2>“一件事”一次办</h2><ul class="service-list">${packages.map(
        ({ number, name, guides: parts }) =>
          html`<li><a href="${at('guides', number)}">${name}</a><span>${parts.length}个事项，一张表，一套材料</span></li>`,
      )}</ul>`
}
<h2>事项</h2>
${
  guides.length === 0
    ? emptyState(q === '' ? '还没有公布办事指南。' : `没有与“${q}”有关的事项。`)
    : html`<ul class="service-list">${guides.map(
        (guide) =>
          html`<li><a href="${at('guides', guide.number)}">${titleOf(guide)}</a><span>承诺${guide.promisedDays}个工作日办结，${guide.fee}</span></li>`,
      )}</ul>`
}`,
  )
}

/** One guide, or all of a package: for the screen, the counter and, printed, as the one-time notice. */
export function guidePage(frame: ServiceFrame, wanted: Wanted, unitName: (id: string) => string): Html {
  const { title, number, guides, isPackage } = wanted
  const canApply = guides.every(({ isOnline }) => isOnline)
  return servicePage(
    frame,
    title,
    html`${
      canApply
        ? html`<p class="service-act"><a class="button" href="${serviceAddress(frame.county, 'apply', number)}">在线申请</a></p>`
        : html`<p>本事项到窗口办理。</p>`
    }
${guides.map((guide) => guideSections(guide, unitName, isPackage))}`,
  )
}

/** What a guide says, section by section: the one source of page, counter and paper. */
export function guideSections(guide: Guide, unitName: (id: string) => string, isPart = false): Html {
  const { asked, waived } = materialsAsked(guide)
  const joint = [guide.jointFirst, guide.jointSecond, guide.jointThird].filter((unit) => unit !== undefined)
  const level = (text: string) => (isPart ? html`<h3>${text}</h3>` : html`<h2>${text}</h2>`)
  return html`<article class="guide">${isPart ? html`<h2>${titleOf(guide)}</h2>` : ''}
<dl class="facts">
<div><dt>事项类型</dt><dd>${itemTypes[guide.kind]}${guide.listed === undefined ? '' : `，${guide.listed}`}</dd></div>
<div><dt>服务对象</dt><dd>${guide.objects.map((object) => serviceObjects[object]).join('、')}</dd></div>
<div><dt>审批部门</dt><dd>${unitName(guide.decidedBy)}${joint.length === 0 ? '' : `，会同${joint.map(unitName).join('、')}`}</dd></div>
<div><dt>法定时限</dt><dd>${guide.legalDays}个工作日</dd></div>
<div><dt>承诺时限</dt><dd>${guide.promisedDays}个工作日</dd></div>
<div><dt>收费</dt><dd>${guide.fee}</dd></div>
<div><dt>结果</dt><dd>${guide.result}${guide.validity === undefined ? '' : `，有效期${guide.validity}`}</dd></div>
</dl>
${level('办理条件')}<ol class="numbered">${guide.conditions.map((condition) => html`<li>${condition}</li>`)}</ol>
${level('一次性告知：要交的材料')}
${
  asked.length === 0
    ? html`<p>不用交材料。</p>`
    : html`<ol class="numbered">${asked.map(
        ({ name, note, canBePromised, isRequired }) =>
          html`<li>${name}${isRequired ? '' : '（有的提供）'}${note === undefined ? '' : html`<small>${note}</small>`}${canBePromised ? html`<small>可以用承诺代替</small>` : ''}</li>`,
      )}</ol>`
}
${waived.length === 0 ? '' : html`${level('不用交的材料')}<ul class="waived">${waived.map(({ because }) => html`<li>${because}</li>`)}</ul>`}
${level('怎样办')}<ol class="numbered">${guide.steps.map((step) => html`<li>${step}</li>`)}</ol>
${guide.special.length === 0 ? '' : html`<p>${guide.special.map((kind) => specialKinds[kind]).join('、')}的时间不计入办理期限，另行书面告知。</p>`}
<dl class="facts">
<div><dt>办理地点</dt><dd>${guide.place}，以及任何一个乡镇便民服务窗口</dd></div>
<div><dt>办理时间</dt><dd>${guide.hours}</dd></div>
<div><dt>咨询</dt><dd>${guide.enquiries}</dd></div>
<div><dt>监督投诉</dt><dd>${guide.complaints}</dd></div>
<div><dt>依据</dt><dd>${guide.source.join('、')}</dd></div>
</dl>
${guide.answers === undefined ? '' : html`${level('常见问题')}<ul>${guide.answers.map((answer) => html`<li>${answer}</li>`)}</ul>`}
</article>`
}
