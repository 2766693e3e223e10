import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { ApiEnv } from '../api/api-context.ts'
import { attachment } from './attachment.ts'
import { type OutSheet, workbookStream } from './workbook-stream.ts'

/** Media type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Answers with a workbook, written as its rows come. */
export function answerSheet(c: Context<ApiEnv>, sheets: readonly OutSheet[], name: string): Response {
  return answerStream(c, workbookStream(sheets), XLSX, name)
}

/** Answers with a file to be saved, piece by piece. */
export function answerStream(
  c: Context<ApiEnv>,
  body: AsyncIterable<Uint8Array>,
  mediaType: string,
  name: string,
): Response {
  c.header('content-type', mediaType)
  c.header('content-disposition', attachment(name))
  return stream(c, async (out) => {
    for await (const chunk of body) {
      if (out.aborted) return
      await out.write(chunk)
    }
  })
}
