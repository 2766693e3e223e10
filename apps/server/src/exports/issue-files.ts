import type { Issue } from '@luoshi/gazette'
import type { IssueHead } from '@luoshi/store'
import { issueDocx, issuePdf } from './issue-papers.ts'
import type { TakenFile } from './table-files.ts'
import { issueWorkbook, workbookMediaType } from './workbook.ts'
import { exportFormats, exportIssue, writerOf } from './writers.ts'

/** An issue as the file that its name's ending asks for; null for an ending that is not known. */
export async function issueFile(issue: Issue, head: IssueHead, file: string): Promise<TakenFile | null> {
  const made = head.publishedAt ?? head.importedAt
  if (file.endsWith('.xlsx')) return { body: await issueWorkbook(issue), mediaType: workbookMediaType }
  if (file.endsWith('.pdf')) return { body: await issuePdf(issue, made), mediaType: 'application/pdf' }
  if (file.endsWith('.docx')) {
    return {
      body: await issueDocx(issue, made),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    }
  }
  const format = exportFormats.find((one) => file.endsWith(`.${writerOf(one).extension}`))
  if (format === undefined) return null
  return { body: exportIssue(issue, format), mediaType: writerOf(format).mediaType }
}
