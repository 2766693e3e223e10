import type { IssueView, ProblemView } from '@luoshi/client'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

/** What is said where something was not done. */
export interface Problem {
  readonly status: ContentfulStatusCode
  /** For programs: `not-signed-in` */
  readonly code: string
  /** A few words: 没有登录 */
  readonly title: string
  /** A whole sentence: what was found and what would pass. */
  readonly detail: string
  readonly issues?: readonly IssueView[]
}

/** Answers with a problem by RFC 9457. */
export function answerProblem(c: Context, { status, code, title, detail, issues }: Problem): Response {
  const view: ProblemView = {
    type: `/docs/errors#${code}`,
    title,
    status,
    detail,
    instance: c.get('requestId') ?? '',
    issues: issues ?? [{ code, message: detail, path: [], clause: null }],
  }
  return c.body(JSON.stringify(view), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}
