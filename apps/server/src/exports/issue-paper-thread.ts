import { parentPort, workerData } from 'node:worker_threads'
import type { Issue } from '@luoshi/gazette'
import { issueDocx, issuePdf } from './issue-papers.ts'

/** What the thread is given. */
export interface PaperTask {
  readonly issue: Issue
  readonly made: Date
  readonly format: 'pdf' | 'docx'
}

const { issue, made, format } = workerData as PaperTask
const bytes = await (format === 'pdf' ? issuePdf(issue, made) : issueDocx(issue, made))
parentPort?.postMessage(bytes)
