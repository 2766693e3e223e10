import { parentPort, workerData } from 'node:worker_threads'
import type { Issue } from '@luoshi/gazette'
import type { TextContent } from '@luoshi/kernel'
import { writeDocx } from '../papers/docx/write-docx.ts'
import { writePdf } from '../papers/pdf/write-pdf.ts'
import { issueDocx, issuePdf } from './issue-papers.ts'

/** What the thread is given: an issue, or a text that is ready to be written. */
export type PaperTask = ({ readonly issue: Issue } | { readonly content: TextContent }) & {
  readonly made: Date
  readonly format: 'pdf' | 'docx'
}

async function written(task: PaperTask): Promise<Uint8Array<ArrayBuffer>> {
  const { made, format } = task
  if ('issue' in task) return format === 'pdf' ? issuePdf(task.issue, made) : issueDocx(task.issue, made)
  return format === 'pdf' ? (await writePdf(task.content, made, null)).file : writeDocx(task.content, made)
}

parentPort?.postMessage(await written(workerData as PaperTask))
