import type { IssueView } from '@luoshi/client'
import type { Issue } from '@luoshi/kernel'
import type { Acted, StoreIssue } from '@luoshi/store'
import type { Context } from 'hono'
import type { Library } from '../library.ts'
import { answerProblem } from '../problem.ts'
import type { ApiIssue } from './api-issues.ts'
import { statusOfAll, titleOf } from './statuses.ts'
import { citeView } from './views/cite-view.ts'

/** Anything that can stand against a request. */
export type AnyIssue = Issue | StoreIssue | ApiIssue

/** Answers with everything that stands against a request, by RFC 9457. */
export function refuse(c: Context, library: Library, ...issues: readonly AnyIssue[]): Response {
  const status = statusOfAll(issues.map(({ code }) => code))
  const views = issues.map((issue) => issueView(library, issue))
  return answerProblem(c, {
    status,
    code: issues[0]?.code ?? 'went-wrong',
    title: titleOf(status),
    detail: views.map(({ message }) => message).join(''),
    issues: views,
  })
}

/** Answers that the store did not do what was asked. */
export function refuseActed(c: Context, library: Library, acted: Exclude<Acted, { kind: 'done' }>): Response {
  return refuse(c, library, ...(acted.kind === 'refused' ? acted.issues : [acted.issue]))
}

/** An issue as clients read it. */
export function issueView(library: Library, issue: AnyIssue): IssueView {
  const { code, message } = issue
  const [path, basis] = 'path' in issue ? [issue.path, issue.basis] : [[], null]
  return { code, message, path, clause: basis === null ? null : citeView(library, basis) }
}
