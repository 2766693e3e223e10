import type { Clause, Duty, Instrument } from '@luoshi/gazette'
import { html } from 'hono/html'
import { clauseReference, deadlineWords, groupedYuan, repairLabel, targetWords } from '../../chinese-words.ts'
import { clauseAnchor, lineAddress, noticeAddress, unitAddress } from '../addresses.ts'
import type { Html } from '../layout.ts'
import type { NoticeView } from '../notice-view.ts'
import { dutyStateSection } from './duty-states.ts'
import { findingNote, linesLink } from './inline.ts'
import { countRepairs } from './repaired-lines.ts'

/** What was found in a notice, kind by kind, after its text. */
export function extractSections(notice: NoticeView): Html {
  const { clauses } = notice
  return html`<div class="extracts">
${dutyStateSection(notice)}
${dutySection(notice, clauses)}
${deadlineSection(notice.instrument, clauses)}
${targetSection(notice.instrument, clauses)}
${amountSection(notice.instrument, clauses)}
${citationSection(notice, clauses)}
${bodySection(notice.instrument)}
${annexSection(notice)}
${findingSection(notice)}
${repairSection(notice)}
</div>`
}

type Clauses = ReadonlyMap<string, Clause>

function section(id: string, title: string, count: number, content: Html): Html | '' {
  if (count === 0) return ''
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title} <span class="count">${count}</span></h2>${content}</section>`
}

/** A table of extracts; on a phone a compact row becomes one line, a labelled one names its columns. */
function list(
  columns: readonly string[],
  rows: readonly Html[],
  form: 'compact' | 'labelled' = 'compact',
): Html {
  return html`<table class="list ${form}"><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead><tbody>${rows.slice(0, mostRows)}</tbody></table>${rows.length > mostRows ? html`<p class="empty">这里列出前 ${mostRows} 条，全部见下载的文件。</p>` : ''}`
}

/** Beyond this many rows a page would be too heavy for a phone. */
const mostRows = 2000

function clauseLink(clauses: Clauses, id: string): Html {
  return html`<a href="#${clauseAnchor(id)}">${clauseReference(clauses, id)}</a>`
}

/** Links that one cell holds; the unit's own page has them all. */
const mostLinks = 100

/** One row a unit: what it leads and what it supports, by clause. */
function dutySection({ instrument, from }: NoticeView, clauses: Clauses): Html | '' {
  const byUnit = new Map<string, { leads: Duty[]; supports: Duty[] }>()
  for (const duty of instrument.duties) {
    for (const { name, as } of duty.units) {
      const parts = byUnit.get(name) ?? { leads: [], supports: [] }
      byUnit.set(name, parts)
      if (as === '配合' || as === '参与') parts.supports.push(duty)
      else parts.leads.push(duty)
    }
  }
  const links = (duties: readonly Duty[]) => {
    const shown = duties
      .slice(0, mostLinks)
      .map(
        ({ clause, deadline }, index) =>
          html`${index > 0 ? '　' : ''}<span class="ref">${clauseLink(clauses, clause)}${deadline === null ? '' : html` <small>${deadline}</small>`}</span>`,
      )
    return duties.length > mostLinks ? html`${shown} 等 ${duties.length} 项` : shown
  }
  const rows = [...byUnit].map(
    ([name, { leads, supports }]) =>
      html`<tr><th scope="row"><a href="${unitAddress({ county: from.county, name })}">${name}</a></th><td data-label="主办">${links(leads)}</td><td data-label="协办">${links(supports)}</td></tr>`,
  )
  return section('duties', '任务', instrument.duties.length, list(['单位', '主办', '协办'], rows, 'labelled'))
}

function deadlineSection(instrument: Instrument, clauses: Clauses): Html | '' {
  const sorted = [...instrument.deadlines].sort((a, b) => {
    const [first, second] = [a.date ?? '9999', b.date ?? '9999']
    return first < second ? -1 : first > second ? 1 : 0
  })
  const rows = sorted.map(
    (deadline) =>
      html`<tr><td class="day">${deadline.date === null ? deadlineWords(deadline) : html`<time datetime="${deadline.date}">${deadline.date}</time>`}</td><td>${deadline.text}</td><td>${clauseLink(clauses, deadline.clause)}</td></tr>`,
  )
  return section('deadlines', '期限', sorted.length, list(['到期', '原文', '条款'], rows))
}

function targetSection(instrument: Instrument, clauses: Clauses): Html | '' {
  const rows = instrument.targets.map(
    (target) =>
      html`<tr><td>${target.indicator}</td><td>${targetWords(target)}</td><td>${target.year ?? ''}</td><td>${clauseLink(clauses, target.clause)}</td></tr>`,
  )
  return section('targets', '指标', rows.length, list(['指标', '目标', '年份', '条款'], rows))
}

function amountSection(instrument: Instrument, clauses: Clauses): Html | '' {
  const rows = instrument.amounts.map(
    (amount) =>
      html`<tr><td>${amount.text}</td><td class="figure">${groupedYuan(amount.yuan)} 元</td><td>${clauseLink(clauses, amount.clause)}</td></tr>`,
  )
  return section('amounts', '金额', rows.length, list(['原文', '合', '条款'], rows))
}

/** What the notice cites; those that are here are links. */
function citationSection(notice: NoticeView, clauses: Clauses): Html | '' {
  const rows = notice.instrument.citations.map(({ title, docNumber, clause, lines }) => {
    const cited = docNumber === null ? [] : notice.cited.noticesByNumber(notice.head.county, docNumber)
    const [first] = cited
    const named = first === undefined ? title : html`<a href="${noticeAddress(first)}">${title}</a>`
    return html`<tr><td>${named}</td><td class="number">${docNumber ?? ''}</td><td>${clauseLink(clauses, clause)}</td><td>${linesLink(notice.from, lines)}</td></tr>`
  })
  return section('citations', '引用', rows.length, list(['文件', '文号', '条款', '原文'], rows))
}

function bodySection({ bodies }: Instrument): Html | '' {
  const shown = bodies.map(
    ({ name, office, members, clause }) => html`<div class="body">
<h3><a href="#${clauseAnchor(clause)}">${name}</a></h3>
${office === null ? '' : html`<p class="summary">办公室设在${office}</p>`}
${
  members.length === 0
    ? ''
    : list(
        ['职责', '姓名', '职务'],
        members.map(
          ({ role, person, post }) =>
            html`<tr><td>${role}</td><td class="person">${person ?? ''}</td><td>${post ?? ''}</td></tr>`,
        ),
      )
}</div>`,
  )
  return section('bodies', '组织', bodies.length, html`${shown}`)
}

function annexSection({ instrument, from }: NoticeView): Html | '' {
  const rows = instrument.annexes.map(
    ({ title, lines }, index) =>
      html`<li>${title ?? `附件 ${index + 1}`} ${lines === null ? html`<span class="none">未刊印</span>` : linesLink(from, lines)}</li>`,
  )
  return section('annexes', '附件', rows.length, html`<ol class="annexes">${rows}</ol>`)
}

function findingSection({ findings, from }: NoticeView): Html | '' {
  return section(
    'findings',
    '校核意见',
    findings.length,
    html`<div class="finding-list">${findings.map((finding) => findingNote(from, finding))}</div>`,
  )
}

/** What reading changed in the notice's lines, each kind with a way to its first line in the file. */
function repairSection({ instrument, from, repairs }: NoticeView): Html | '' {
  const counts = countRepairs(repairs, instrument.lines)
  const rows = counts.map(
    ({ kind, count, line }) =>
      html`<tr><td>${repairLabel(kind)}</td><td class="figure">${count} 处</td><td><a class="lines" href="${lineAddress(from, line)}">自第${line}行起</a></td></tr>`,
  )
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  return section('repairs', '修复', total, list(['读入时改动的内容', '处数', '原文'], rows))
}
