import type { Clause, Span } from '@luoshi/gazette'
import type { Procedure, Programme } from '@luoshi/kernel'
import type { ExportFormat } from '../exports/writers.ts'
import { writerOf } from '../exports/writers.ts'
import type { LibraryIssue, LibraryUnit, Notice } from '../library.ts'

/** Lines of a file that one page of the source view shows. */
export const linesPerPage = 500

function segment(text: string): string {
  return encodeURIComponent(text)
}

/** Address of a notice's page: /notices/qingyuan/清政办发〔2026〕8号. */
export function noticeAddress({ from, key }: Notice): string {
  return `/notices/${segment(from.county)}/${segment(key)}`
}

/** Address of a clause on its notice's page. */
export function clauseAddress(notice: Notice, clauseId: string): string {
  return `${noticeAddress(notice)}#${clauseAnchor(clauseId)}`
}

/** Id of a clause in its page. */
export function clauseAnchor(clauseId: Clause['id']): string {
  return `c-${clauseId}`
}

/** Address of a line in the source view of its issue. */
export function lineAddress(issue: LibraryIssue, line: number): string {
  const first = Math.floor((line - 1) / linesPerPage) * linesPerPage + 1
  return `${linesPageAddress(issue, first)}#L${line}`
}

/** Address of the page of the source view that begins with a line. */
export function linesPageAddress(issue: LibraryIssue, first: number): string {
  return `/issues/${segment(issue.key)}/lines/${first}`
}

/** Address of the first of some lines. */
export function spanAddress(issue: LibraryIssue, [first]: Readonly<Span>): string {
  return lineAddress(issue, first)
}

/** Address of an issue's page. */
export function issueAddress(issue: LibraryIssue): string {
  return `/issues/${segment(issue.key)}`
}

/** Id of an issue's title on the front page. */
export function issueAnchor(issue: LibraryIssue): string {
  return `issue-${issue.key}`
}

/** Address from which an issue is taken along. */
export function downloadAddress(issue: LibraryIssue, format: ExportFormat): string {
  return `/issues/${segment(issue.key)}/download/${segment(issue.key)}.${writerOf(format).extension}`
}

/** Address from which an issue is taken along as a workbook. */
export function workbookAddress(issue: LibraryIssue): string {
  return `/issues/${segment(issue.key)}/download/${segment(issue.key)}.xlsx`
}

/** Address from which a unit's duties are taken along as a workbook. */
export function dutiesWorkbookAddress(unit: Pick<LibraryUnit, 'county' | 'name'>): string {
  return `${unitAddress(unit)}/duties.xlsx`
}

/** Address of all duties of all units as a workbook. */
export const allDutiesWorkbookAddress = '/units/duties.xlsx'

/** Address of all deadlines as a workbook. */
export const deadlinesWorkbookAddress = '/deadlines.xlsx'

/** Address of the findings as a workbook; it takes the choices of their page. */
export const findingsWorkbookAddress = '/findings.xlsx'

/** Address of a unit's page. */
export function unitAddress({ county, name }: Pick<LibraryUnit, 'county' | 'name'>): string {
  return `/units/${segment(county)}/${segment(name)}`
}

/** Address of a programme's page. */
export function programmeAddress({ id }: Programme): string {
  return `/programmes/${segment(id)}`
}

/** Address from which a procedure is taken along as a diagram. */
export function diagramAddress(programme: Programme, { id }: Procedure): string {
  return `${programmeAddress(programme)}/procedures/${segment(id)}.bpmn`
}

/** Address with a query of what is given, without what is empty. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') given.set(name, String(value))
  }
  return given.size === 0 ? path : `${path}?${given}`
}
