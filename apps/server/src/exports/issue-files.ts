import type { Issue } from '@luoshi/gazette'
import type { IssueHead } from '@luoshi/store'
import { paperFileOf } from './issue-paper-files.ts'
import type { TakenFile } from './table-files.ts'
import { issueWorkbook, workbookMediaType } from './workbook.ts'
import { exportFormats, exportIssue, writerOf } from './writers.ts'

const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

/** An issue as the file that its name's ending asks for; null for an ending that is not known. */
export async function issueFile(issue: Issue, head: IssueHead, file: string): Promise<TakenFile | null> {
  const made = head.publishedAt ?? head.importedAt
  if (file.endsWith('.xlsx')) return { body: await issueWorkbook(issue), mediaType: workbookMediaType }
  for (const format of ['pdf', 'docx'] as const) {
    if (!file.endsWith(`.${format}`)) continue
    const key = `${head.county}/${head.key}/${head.version}`
    return { body: await paperFileOf(key, { issue, made, format }), mediaType: paperTypes[format] }
  }
  const format = exportFormats.find((one) => file.endsWith(`.${writerOf(one).extension}`))
  if (format === undefined) return null
  return { body: await exportIssue(issue, format), mediaType: writerOf(format).mediaType }
}
