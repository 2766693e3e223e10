import { createHash } from 'node:crypto'
import type { Issue } from '@luoshi/gazette'
import type { IssueHead } from '@luoshi/store'
import { maskedIssue, type PersonalTables } from '../gazettes/personal-columns.ts'
import { paperFileOf } from './issue-paper-files.ts'
import type { TakenFile } from './table-files.ts'
import { issueWorkbook, workbookMediaType } from './workbook.ts'
import { exportFormats, exportIssue, writerOf } from './writers.ts'

const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** An issue, its tables masked, as the file that its name's ending asks for; null for an ending that is not known. */
export async function issueFile(
  reading: Issue,
  head: IssueHead,
  personal: PersonalTables,
  file: string,
): Promise<TakenFile | null> {
  const issue = maskedIssue(reading, personal)
  const made = head.publishedAt ?? head.importedAt
  if (file.endsWith('.xlsx')) return { body: await issueWorkbook(issue), mediaType: workbookMediaType }
  for (const format of ['pdf', 'docx'] as const) {
    if (!file.endsWith(`.${format}`)) continue
    const key = `${head.county}/${head.key}/${head.version}/${digestOf(personal)}`
    return { body: await paperFileOf(key, { issue, made, format }), mediaType: paperTypes[format] }
  }
  const format = exportFormats.find((one) => file.endsWith(`.${writerOf(one).extension}`))
  if (format === undefined) return null
  return { body: await exportIssue(issue, format), mediaType: writerOf(format).mediaType }
}

/** Tells what is masked from what was masked before: a paper that is kept is kept for one of them. */
function digestOf(personal: PersonalTables): string {
  const said = JSON.stringify([...personal].map(([instrument, tables]) => [instrument, [...tables]]))
  return createHash('sha256').update(said).digest('base64url')
}
