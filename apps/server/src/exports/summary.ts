import type { Finding, Instrument, Issue } from '@luoshi/gazette'
import {
  chineseDate,
  chineseLines,
  chineseSpans,
  instrumentCounts,
  issueTitle,
  severityWords,
} from '../chinese-words.ts'

/** An issue in short, for the terminal: each instrument with its counts, then the findings. */
export function summaryText(issue: Issue): string {
  const head = [issueTitle(issue), issue.publisher, `${issue.instruments.length} 份文件`, issue.file]
  const lines = [head.filter(Boolean).join('  '), '']
  issue.instruments.forEach((instrument, index) => {
    lines.push(...instrumentLines(instrument, index + 1))
  })
  lines.push(...findingLines(issue.findings))
  return `${lines.join('\n')}\n`
}

function instrumentLines(instrument: Instrument, number: number): string[] {
  const facts = [
    instrument.docNumber ?? '无文号',
    instrument.issuedOn === null ? '无成文日期' : chineseDate(instrument.issuedOn),
    instrument.issuer,
    chineseLines(instrument.lines),
  ]
  const counts = instrumentCounts(instrument).filter(({ count }) => count > 0)
  return [
    `${String(number).padStart(3)}. ${instrument.title}`,
    `     ${facts.filter(Boolean).join('  ')}`,
    ...(counts.length > 0
      ? [`     ${counts.map(({ label, count }) => `${label} ${count}`).join('  ')}`]
      : []),
  ]
}

/** Findings, one a line, in the order of the issue. */
export function findingLines(findings: readonly Finding[]): string[] {
  if (findings.length === 0) return ['', '校核意见：没有。']
  return ['', `校核意见 ${findings.length} 条：`, ...findings.map(findingLine)]
}

function findingLine(finding: Finding): string {
  const { word, shape } = severityWords[finding.severity]
  const where = [finding.docNumber, chineseSpans(finding.lines)].filter(Boolean).join(' ')
  return `  ${shape} ${word}  ${where}${where === '' ? '' : '：'}${finding.message}`
}
