import type { Clause, Deadline, Duty, DutyRole } from '@luoshi/gazette'
import type { StoredFinding } from '@luoshi/store'
import { html } from 'hono/html'
import { chineseDate, isAnnexMark, spaceAfter } from '../../chinese-words.ts'
import { clauseAnchor, lineAddress, unitAddress, type VersionRef } from '../addresses.ts'
import type { Html } from '../layout.ts'
import { findingNote } from './inline.ts'

/** What was found in a clause. */
export interface ClauseMentions {
  readonly duties: readonly Duty[]
  readonly deadlines: readonly Deadline[]
  readonly findings: readonly StoredFinding[]
}

/** A clause with the line it begins on before it and what was found in it beside it. */
export function clauseBlock(from: VersionRef, clause: Clause, mentions: ClauseMentions): Html {
  const line = clause.lines[0]
  const notes = clauseNotes(from, mentions)
  return html`<div class="passage level-${Math.min(clause.level, 4)}" id="${clauseAnchor(clause.id)}">
<div class="clause"><a class="line" href="${lineAddress(from, line)}" aria-label="原文第${line}行">${line}</a>${clauseWords(clause)}<a class="anchor" href="#${clauseAnchor(clause.id)}" aria-label="本条的链接">#</a></div>
${notes}</div>`
}

/** A heading of its own, or one that runs into its text as in print. */
function clauseWords(clause: Clause): Html {
  const { label, heading, text, level } = clause
  if (heading !== null && label === null) {
    // The mark of an annex stands at the left edge, the title of an attached text in the middle.
    const kind = isAnnexMark(heading) ? 'annex-mark' : 'attached-title'
    return html`<h2 class="${kind}">${heading}</h2>${text === '' ? '' : html`<p class="paragraph">${text}</p>`}`
  }
  if (heading !== null && text === '')
    return headingOf(level, html`<span class="label">${label}</span>${spaceAfter(label ?? '')}${heading}`)
  const lead =
    heading === null
      ? label === null
        ? ''
        : html`<span class="label">${label}</span>${spaceAfter(label)}`
      : html`<strong class="lead"><span class="label">${label}</span>${spaceAfter(label ?? '')}${heading}${/\p{P}$/u.test(heading) ? '' : '。'}</strong>`
  return html`<p class="${label === null && heading === null ? 'paragraph' : 'numbered'}">${lead}${text}</p>`
}

function headingOf(level: number, content: Html): Html {
  if (level <= 1) return html`<h2>${content}</h2>`
  return level === 2 ? html`<h3>${content}</h3>` : html`<h4>${content}</h4>`
}

function clauseNotes(from: VersionRef, { duties, deadlines, findings }: ClauseMentions): Html | '' {
  if (duties.length + deadlines.length + findings.length === 0) return ''
  return html`<div class="notes">
${findings.map((finding) => findingNote(from, finding))}
${duties.map((duty) => dutyNote(from, duty))}
${deadlines.length === 0 ? '' : html`<dl class="dues">${distinct(deadlines).map(deadlineNote)}</dl>`}
</div>`
}

function dutyNote({ county }: VersionRef, duty: Duty): Html {
  const byRole = Map.groupBy(duty.units, ({ as }) => as)
  return html`<dl class="duty">${[...byRole].map(
    ([role, units]: [DutyRole, Duty['units']]) =>
      html`<div><dt>${role}</dt><dd>${units.map(({ name }, index) => html`${index > 0 ? '、' : ''}<a class="unit" href="${unitAddress({ county, name })}">${name}</a>`)}</dd></div>`,
  )}</dl>`
}

function deadlineNote({ text, date }: Deadline): Html {
  return html`<div><dt>期限</dt><dd>${text}${date === null ? '' : html` <time class="resolved" datetime="${date}">${chineseDate(date)}</time>`}</dd></div>`
}

/** Deadlines that say the same stand once. */
function distinct(deadlines: readonly Deadline[]): Deadline[] {
  return [...new Map(deadlines.map((deadline) => [`${deadline.text} ${deadline.date}`, deadline])).values()]
}
