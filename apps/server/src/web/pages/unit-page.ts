import type { Duty, DutyRole } from '@luoshi/gazette'
import { html } from 'hono/html'
import { clauseGist, clauseReference } from '../../chinese-words.ts'
import type { LibraryUnit, UnitDuty } from '../../library.ts'
import { clauseAddress, dutiesWorkbookAddress, noticeAddress, unitAddress, withQuery } from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { pager, sliceOf } from '../paging.ts'
import { day, linesLink } from '../parts/inline.ts'

const dutiesPerPage = 100

/** What a visitor may ask of a unit's duties. */
export interface UnitQuery {
  readonly role?: DutyRole | undefined
  readonly page: number
}

/** All duties of one unit over all gazettes, by deadline. */
export function unitPage(unit: LibraryUnit, query: UnitQuery): Html {
  const chosen = unit.duties.filter(({ role }) => query.role === undefined || role === query.role)
  const slice = sliceOf(chosen, query.page, dutiesPerPage)
  const notices = new Set(unit.duties.map(({ notice }) => notice)).size
  const dated = unit.duties.filter(({ dates }) => dates.length > 0).length
  return page(
    { title: unit.name, section: 'units' },
    html`${pageHead(unit.name, `${unit.countyName}　${unit.duties.length} 项任务，${dated} 项有日期，出自 ${notices} 份文件。`)}
<ul class="actions"><li><a href="${dutiesWorkbookAddress(unit)}">下载 Excel 表</a></li></ul>
${roleFilter(unit, query.role)}
${chosen.length === 0 ? emptyState('没有这一类任务。', { href: unitAddress(unit), label: '看全部任务' }) : dutyTable(unit, slice.items)}
${pager(slice, unitAddress(unit), { role: query.role })}`,
  )
}

function roleFilter(unit: LibraryUnit, chosen: DutyRole | undefined): Html {
  const counts = new Map<DutyRole, number>()
  for (const { role } of unit.duties) counts.set(role, (counts.get(role) ?? 0) + 1)
  const link = (role: DutyRole | undefined, label: string, count: number) =>
    html`<li><a href="${withQuery(unitAddress(unit), { role })}"${role === chosen ? html` aria-current="true"` : ''}>${label} <b>${count}</b></a></li>`
  return html`<nav class="filter" aria-label="按角色筛选"><ul>${link(undefined, '全部', unit.duties.length)}${[...counts].map(([role, count]) => link(role, role, count))}</ul></nav>`
}

function dutyTable({ name }: LibraryUnit, duties: readonly UnitDuty[]): Html {
  return html`<table class="list duties">
<thead><tr><th scope="col">期限</th><th scope="col">角色</th><th scope="col">任务</th><th scope="col">同办单位</th><th scope="col">文件</th></tr></thead>
<tbody>${duties.map((duty) => dutyRow(name, duty))}</tbody>
</table>`
}

function dutyRow(name: string, { notice, duty, role, dates }: UnitDuty): Html {
  const { instrument, from, clauses } = notice
  return html`<tr>
<td class="day" data-label="期限">${dates.length === 0 ? html`<span class="none">未定日期</span>` : dates.map((date) => html`${day(date)} `)}</td>
<td class="kind" data-label="角色">${role}</td>
<td data-label="任务"><a href="${clauseAddress(notice, duty.clause)}">${clauseReference(clauses, duty.clause)}</a>　${clauseGist(clauses.get(duty.clause))}</td>
<td data-label="同办单位">${partners(duty, name)}</td>
<td class="document" data-label="文件"><a href="${noticeAddress(notice)}">${instrument.docNumber ?? instrument.title}</a> ${linesLink(from, duty.lines)}</td>
</tr>`
}

const mostPartners = 3

/** Who else is bound by the duty, role by role, the first few by name. */
function partners(duty: Duty, name: string): string {
  const others = duty.units.filter((unit) => unit.name !== name)
  const named = Map.groupBy(others.slice(0, mostPartners), ({ as }) => as)
  const groups = [...named].map(([role, units]) => `${role} ${units.map((unit) => unit.name).join('、')}`)
  return `${groups.join('；')}${others.length > mostPartners ? ` 等 ${others.length} 个单位` : ''}`
}
