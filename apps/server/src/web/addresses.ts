import type { Clause, Span } from '@luoshi/gazette'
import { lawNameOf, type Procedure, type Programme } from '@luoshi/kernel'
import type { ExportFormat } from '../exports/writers.ts'
import { writerOf } from '../exports/writers.ts'

/** Lines of a file that one page of the source view shows. */
export const linesPerPage = 500

function segment(text: string): string {
  return encodeURIComponent(text)
}

/** A notice as far as its address needs it. */
export interface NoticeRef {
  readonly county: string
  readonly address: string
  readonly issue: string
  readonly version: number
  readonly isCurrent: boolean
  readonly id: string
}

/** An issue as far as its address needs it. */
export interface IssueRef {
  readonly county: string
  readonly key: string
}

/** A version of an issue, whose lines never change. */
export interface VersionRef extends IssueRef {
  readonly version: number
}

/** The version in which a notice is printed. */
export function versionOf({ county, issue, version }: NoticeRef): VersionRef {
  return { county, key: issue, version }
}

/** Address of a notice's page, to be cited: /qingyuan/清政办发〔2026〕8号. One that was replaced has its version in it. */
export function noticeAddress(notice: NoticeRef): string {
  if (notice.isCurrent) return `/${segment(notice.county)}/${segment(notice.address)}`
  return `${versionAddress(versionOf(notice))}/notices/${notice.id.split('/').at(-1)}`
}

/** Address of a clause on its notice's page: /qingyuan/清政办发〔2026〕8号#4.2. */
export function clauseAddress(notice: NoticeRef, clauseId: string): string {
  return `${noticeAddress(notice)}#${clauseAnchor(clauseId)}`
}

/** Id of a clause in its page. */
export function clauseAnchor(clauseId: Clause['id']): string {
  return clauseId
}

/** Address of a table of a notice, by its place from 1. */
export function tableAddress(notice: NoticeRef, table: number): string {
  return `${noticeAddress(notice)}/tables/${table}`
}

/** Address of a document by its number, whether or not it is here. */
export function numberAddress(county: string, docNumber: string): string {
  return `/${segment(county)}/${segment(docNumber)}`
}

/** Address of lines of a document by its number: leads to them where the document is published. */
export function citedLinesAddress(county: string, docNumber: string, [first]: Readonly<Span>): string {
  return `${numberAddress(county, docNumber)}/lines/${first}`
}

/** Address of a published list: /lists/wuzhai-licences/licences */
export function publishedListAddress(list: {
  readonly programme: Pick<Programme, 'id'>
  readonly catalogue: { readonly id: string }
}): string {
  return `/lists/${segment(list.programme.id)}/${segment(list.catalogue.id)}`
}

/** Address of what changed of a list from the version of one day to that of another. */
export function listChangesAddress(
  list: Parameters<typeof publishedListAddress>[0],
  from: string,
  to: string,
): string {
  return withQuery(`${publishedListAddress(list)}/changes`, { from, to })
}

/** Address of what rests on a law: /laws/水法 */
export function lawAddress(title: string): string {
  return `/laws/${segment(lawNameOf(title))}`
}

/** Address at which two notices stand side by side. */
export function compareAddress(left: NoticeRef, right: NoticeRef): string {
  const parts = [left.county, left.address, right.county, right.address].map(segment)
  return `/compare/${parts.join('/')}`
}

/** Address of a line in the source view of its issue. */
export function lineAddress(issue: VersionRef, line: number): string {
  const first = Math.floor((line - 1) / linesPerPage) * linesPerPage + 1
  return `${linesPageAddress(issue, first)}#L${line}`
}

/** Address of the page of the source view that begins with a line. */
export function linesPageAddress(issue: VersionRef, first: number): string {
  return `${versionAddress(issue)}/lines/${first}`
}

/** Address of the first of some lines. */
export function spanAddress(issue: VersionRef, [first]: Readonly<Span>): string {
  return lineAddress(issue, first)
}

/** Address of an issue's page. */
export function issueAddress({ county, key }: IssueRef): string {
  return `/${segment(county)}/issues/${segment(key)}`
}

/** Address of one version of an issue. */
export function versionAddress({ county, key, version }: VersionRef): string {
  return `${issueAddress({ county, key })}/versions/${version}`
}

/** Id of an issue's title on the page of all issues. */
export function issueAnchor({ county, key }: IssueRef): string {
  return `issue-${county}-${key}`
}

/** Name of an issue's files: wutai-2021-3-下. */
export function issueFileName({ county, key }: IssueRef): string {
  return `${county}-${key}`
}

/** Address from which an issue is taken along. */
export function downloadAddress(issue: IssueRef, format: ExportFormat): string {
  return fileAddress(issue, writerOf(format).extension)
}

/** Address from which an issue is taken along, by the ending of the file. */
export function fileAddress(issue: IssueRef, extension: string): string {
  return `${issueAddress(issue)}/download/${segment(issueFileName(issue))}.${extension}`
}

/** Address from which a unit's duties are taken along as a workbook. */
export function dutiesWorkbookAddress(unit: UnitRef): string {
  return `${unitAddress(unit)}/duties.xlsx`
}

/** A unit of a county. */
export interface UnitRef {
  readonly county: string
  readonly name: string
}

/** Address of all duties of all units as a workbook. */
export const allDutiesWorkbookAddress = '/units/duties.xlsx'

/** Address of all deadlines as a workbook. */
export const deadlinesWorkbookAddress = '/deadlines.xlsx'

/** Address of the findings as a workbook; it takes the choices of their page. */
export const findingsWorkbookAddress = '/findings.xlsx'

/** Address of the calendar of what is asked of the public. */
export const calendarAddress = '/deadlines.ics'

/** Address of a unit's page. */
export function unitAddress({ county, name }: UnitRef): string {
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
