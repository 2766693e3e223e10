import type { DutyRole } from '@luoshi/gazette'
import type { PlacedDuty, unitTotals } from '@luoshi/store'
import { html } from 'hono/html'
import { shortened } from '../../chinese-words.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import {
  clauseAddress,
  dutiesWorkbookAddress,
  noticeAddress,
  type UnitRef,
  unitAddress,
  versionOf,
  withQuery,
} from '../addresses.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'
import { type PageOf, pager } from '../paging.ts'
import { day, linesLink } from '../parts/inline.ts'

/** A page of a unit's duties. */
export interface UnitView extends UnitRef {
  readonly totals: Awaited<ReturnType<typeof unitTotals>>
  readonly role: DutyRole | undefined
  readonly duties: readonly PlacedDuty[]
  readonly at: PageOf
}

/** All duties of one unit over all gazettes, by deadline. */
export function unitPage(unit: UnitView): Html {
  const { county, name, totals, role, duties, at } = unit
  const feed = `${unitAddress(unit)}/notices.atom`
  return page(
    { title: name, section: 'units', feeds: [{ href: feed, title: `${name}的新文件` }] },
    html`${pageHead(name, `${countyName(county)}　${totals.total} 项任务，${totals.dated} 项有日期，出自 ${totals.notices} 份文件。`)}
<ul class="actions"><li><a href="${dutiesWorkbookAddress(unit)}">下载 Excel 表</a></li><li><a href="${feed}">订阅新文件（Atom）</a></li></ul>
${roleFilter(unit)}
${duties.length === 0 ? emptyState('没有这一类任务。', { href: unitAddress(unit), label: '看全部任务' }) : dutyTable(duties)}
${pager(at, unitAddress(unit), { role })}`,
  )
}

function roleFilter({ county, name, totals, role: chosen }: UnitView): Html {
  const link = (role: DutyRole | undefined, label: string, count: number) =>
    html`<li><a href="${withQuery(unitAddress({ county, name }), { role })}"${role === chosen ? html` aria-current="true"` : ''}>${label} <b>${count}</b></a></li>`
  return html`<nav class="filter" aria-label="按角色筛选"><ul>${link(undefined, '全部', totals.total)}${[...totals.roles].map(([role, count]) => link(role, role, count))}</ul></nav>`
}

function dutyTable(duties: readonly PlacedDuty[]): Html {
  return html`<table class="list duties">
<thead><tr><th scope="col">期限</th><th scope="col">角色</th><th scope="col">任务</th><th scope="col">同办单位</th><th scope="col">文件</th></tr></thead>
<tbody>${duties.map(dutyRow)}</tbody>
</table>`
}

function dutyRow({ by, role, days, clause, reference, text, others, lines }: PlacedDuty): Html {
  return html`<tr>
<td class="day" data-label="期限">${days.length === 0 ? html`<span class="none">未定日期</span>` : days.map((date) => html`${day(date)} `)}</td>
<td class="kind" data-label="角色">${role}</td>
<td data-label="任务"><a href="${clauseAddress(by, clause)}">${reference}</a>　${shortened(text)}</td>
<td data-label="同办单位">${others}</td>
<td class="document" data-label="文件"><a href="${noticeAddress(by)}">${by.docNumber ?? by.title}</a> ${linesLink(versionOf(by), [...lines])}</td>
</tr>`
}
