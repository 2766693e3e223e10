import { html } from 'hono/html'
import { type DebtRecord, debtFields } from '../../gazettes/debt.ts'
import { countyName } from '../../gazettes/prepare-issue.ts'
import { emptyState, type Html, page, pageHead } from '../layout.ts'

/** The government's debt, period by period, with its eight fields. */
export function debtPage(county: string, debts: readonly DebtRecord[]): Html {
  const title = `${countyName(county)}政府债务`
  return page(
    { title, section: 'data' },
    html`${pageHead(title, '定期公开限额、余额、发行、品种、期限、利率、偿还计划和偿债资金来源。')}
${debts.length === 0 ? emptyState('还没有公开。') : html`${debtTable(debts)}<ul class="actions"><li><a href="/${county}/debt.csv">CSV</a></li><li><a href="/${county}/debt.json">JSON</a></li></ul>`}`,
  )
}

/** The debts as a table. */
export function debtTable(debts: readonly DebtRecord[]): Html {
  const fields = Object.entries(debtFields) as [keyof typeof debtFields, string][]
  return html`<div class="scroll" role="region" aria-label="政府债务" tabindex="0"><table class="printed"><thead><tr><th scope="col">时期</th><th scope="col">名称</th>${fields.map(([, label]) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${debts.map((debt) => html`<tr><td>${debt.period}</td><td>${debt.name}</td>${fields.map(([field]) => html`<td>${debt[field]}</td>`)}</tr>`)}</tbody></table></div>`
}
