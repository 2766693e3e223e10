import type { Clause, Instrument, Issue, Table } from '@luoshi/gazette'
import { chineseDate, chineseSpans, issueTitle, severityWords } from '../chinese-words.ts'

/** An issue as Markdown that reads well on its own and in any viewer. */
export function markdownText(issue: Issue): string {
  const parts = [`# ${escapeMarkdown(issueTitle(issue))}`]
  if (issue.publisher !== null) parts.push(escapeMarkdown(issue.publisher))
  for (const instrument of issue.instruments) parts.push(...instrumentParts(instrument))
  if (issue.findings.length > 0) parts.push('## 校核意见', findingList(issue))
  return `${parts.join('\n\n')}\n`
}

function instrumentParts(instrument: Instrument): string[] {
  const facts = [
    instrument.docNumber,
    instrument.issuer,
    instrument.issuedOn === null ? null : chineseDate(instrument.issuedOn),
  ]
  const parts = [`## ${escapeMarkdown(instrument.title)}`, facts.filter(Boolean).map(String).join(' · ')]
  if (instrument.addressees !== null) parts.push(`${escapeMarkdown(instrument.addressees)}：`)
  const tables = tablesByClause(instrument)
  for (const table of tables.get(null) ?? []) parts.push(tableText(table))
  for (const clause of instrument.clauses) {
    parts.push(clauseText(clause))
    for (const table of tables.get(clause.id) ?? []) parts.push(tableText(table))
  }
  return parts.filter((part) => part !== '')
}

function tablesByClause(instrument: Instrument): Map<string | null, Table[]> {
  return Map.groupBy(instrument.tables, (table) => table.clause)
}

function clauseText(clause: Clause): string {
  const label = clause.label ?? ''
  const heading = clause.heading === null ? '' : `**${escapeMarkdown(clause.heading)}** `
  return `${escapeMarkdown(label)}${heading}${escapeMarkdown(clause.text)}`.trim()
}

function tableText(table: Table): string {
  const title = table.title === null ? [] : [`**${escapeMarkdown(table.title)}**`, '']
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.cells.length))
  const row = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, column) => cellText(cells[column] ?? '')).join(' | ')} |`
  const rule = `|${' --- |'.repeat(width)}`
  return [...title, row(table.columns), rule, ...table.rows.map(({ cells }) => row(cells))].join('\n')
}

function cellText(cell: string): string {
  return escapeMarkdown(cell).replace(/\s*\n\s*/g, ' ')
}

function findingList(issue: Issue): string {
  return issue.findings
    .map((finding) => {
      const { word } = severityWords[finding.severity]
      const where = [finding.docNumber, chineseSpans(finding.lines)].filter(Boolean).join(' ')
      return `- ${word}：${escapeMarkdown(finding.message)}（${escapeMarkdown(where)}）`
    })
    .join('\n')
}

/** Text that Markdown shows as it stands; a number at the head of a line is no list. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]/g, '\\$&')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
}
