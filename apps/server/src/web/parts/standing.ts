import type { StoredEffect } from '@luoshi/store'
import { html } from 'hono/html'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { standingWords, type Validity } from '../../gazettes/validity.ts'
import { clauseAddress, compareAddress, noticeAddress, numberAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'
import type { NoticeView } from '../notice-view.ts'
import { day } from './inline.ts'

/** Whether the notice is in force on a day, with what says so; another day can be asked. */
export function standingBox(notice: NoticeView, { on, standing, reason, effect }: Validity): Html {
  const { word, shape } = standingWords[standing]
  if (!notice.head.isCurrent) return replacedBox(notice)
  return html`<div class="standing ${standing}">
<p><span class="mark"><span aria-hidden="true">${shape}</span> ${word}</span>　${day(on)}：${reason}${effect === null ? '' : html` <a href="${clauseAddress(effect.by, effect.clause)}">依据</a>`}</p>
<form action="${noticeAddress(notice.head)}"><label>在哪一天 <input type="date" name="on" value="${on}" required></label><button type="submit" class="plain">查是否有效</button></form>
</div>`
}

/** Whether a version that was put right is in force is asked of the one that took its place. */
function replacedBox({ head }: NoticeView): Html {
  return html`<div class="standing replaced"><p><span class="mark"><span aria-hidden="true">■</span> 已更正</span>　这是已更正的版本，以现行版本为准。<a href="${numberAddress(head.county, head.docNumber ?? head.address)}">看现行版本</a></p></div>`
}

/** What the notice does to others, what others do to it, who cites it, who else carries out the same order. */
export function relationSections(notice: NoticeView): Html {
  const { does, suffers, citing, counterparts, head } = notice
  const others = suffers.filter(({ by }) => by.id !== head.id)
  const doings = does.filter(({ kind }) => kind === 'repeals' || kind === 'amends')
  return html`${listOf('relations', '废止和修改', [...doings.map((effect) => doing(head.county, effect)), ...others.map(suffering)])}
${listOf(
  'citing',
  '被引用',
  citing.map(
    ({ by, clause, reference }) =>
      html`<li><a href="${clauseAddress(by, clause)}">${by.docNumber ?? by.title} ${reference}</a>　${by.title}</li>`,
  ),
)}
${listOf(
  'counterparts',
  '落实同一部署的其他县文件',
  counterparts.map(
    (other) =>
      html`<li><a href="${noticeAddress(other.head)}">${countyName(other.head.county)} ${other.head.docNumber ?? ''}</a>　${other.head.title}　<a href="${compareAddress(head, other.head)}">逐条比较</a>${other.superior === null ? '' : html`　<small>同依 ${other.superior}</small>`}</li>`,
  ),
)}`
}

function listOf(id: string, title: string, items: readonly Html[]): Html | '' {
  if (items.length === 0) return ''
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <span class="count">${items.length}</span></h2><ul class="relations">${items}</ul></section>`
}

const doingWords = { repeals: '废止', amends: '修改' } as const

function doing(county: string, { kind, title, docNumber, onDay, by, clause }: StoredEffect): Html {
  const word = kind === 'amends' ? doingWords.amends : doingWords.repeals
  const named =
    docNumber === null
      ? title
      : html`<a href="${numberAddress(county, docNumber)}">${docNumber}</a>　${title}`
  return html`<li>${onDay === null ? '' : html`${day(onDay)} `}<b>${word}</b> ${named}　<a href="${clauseAddress(by, clause)}">依据</a></li>`
}

function suffering({ kind, onDay, by, clause }: StoredEffect): Html {
  const word = kind === 'amends' ? doingWords.amends : doingWords.repeals
  return html`<li>${onDay === null ? '' : html`${day(onDay)} `}由 <a href="${clauseAddress(by, clause)}">${by.docNumber ?? by.title}</a> <b>${word}</b></li>`
}

/** What the county wrote to explain the notice. */
export function interpretationSection({ interpretations }: NoticeView): Html | '' {
  if (interpretations.length === 0) return ''
  return html`<section id="interpretations" aria-labelledby="interpretations-title"><h2 id="interpretations-title">解读 <span class="count">${interpretations.length}</span></h2>${interpretations.map(
    ({ title, unit, form, text, publishedOn }) =>
      html`<details><summary>${title}　<small>${unit}　${form}　${day(publishedOn)}</small></summary>${text.split(/\n+/).map((paragraph) => html`<p>${paragraph}</p>`)}</details>`,
  )}</section>`
}
