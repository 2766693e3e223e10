import { html } from 'hono/html'
import { clauseReference } from '../../chinese-words.ts'
import {
  type PublicDutyState,
  type PublicStanding,
  publicStandingLabels,
} from '../../duties/public-duty-states.ts'
import { clauseAnchor, unitAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'
import type { NoticeView } from '../notice-view.ts'
import { day, linesLink } from './inline.ts'

/** A standing's shape, which tells it without colour. */
const shapes: Readonly<Record<PublicStanding, string>> = {
  listed: '○',
  given: '◔',
  underway: '●',
  done: '◕',
  struck: '✓',
}

/** How far each duty that a clerk has confirmed has come: clause, who leads, until when, where it stands. */
export function dutyStateSection({ dutyStates, clauses, from }: NoticeView): Html | '' {
  if (dutyStates.length === 0) return ''
  const clauseOf = ({ clause, lines }: PublicDutyState) => {
    if (clause !== null && clauses.has(clause)) {
      return html`<a href="#${clauseAnchor(clause)}">${clauseReference(clauses, clause)}</a>`
    }
    return lines === null ? '' : linesLink(from, lines)
  }
  const rows = dutyStates.map(
    (duty) =>
      html`<tr><th scope="row">${clauseOf(duty)}</th><td data-label="牵头">${duty.unit === null ? '待定' : html`<a href="${unitAddress({ county: from.county, name: duty.unit })}">${duty.unit}</a>`}</td><td data-label="期限">${duty.due === null ? '没有写明' : day(duty.due)}</td><td data-label="进展">${standing(duty)}</td></tr>`,
  )
  return html`<section id="progress" aria-labelledby="progress-title"><h2 id="progress-title">办理进展 <span class="count">${dutyStates.length}</span></h2><table class="list labelled"><thead><tr>${['条款', '牵头', '期限', '进展'].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows}</tbody></table></section>`
}

function standing({ standing, isLate }: PublicDutyState): Html {
  const late = isLate ? html` <span class="mark error"><span aria-hidden="true">■</span> 已超期</span>` : ''
  return html`<span aria-hidden="true">${shapes[standing]}</span> ${publicStandingLabels[standing]}${late}`
}
