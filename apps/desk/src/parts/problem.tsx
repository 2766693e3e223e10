import type { IssueView } from '@luoshi/client'
import { useEffect, useRef } from 'react'
import { Refusal } from '../api/call.ts'
import { Clause } from './clause.tsx'

/** What went wrong and what to do, on top of what it is about; it takes the focus when it appears. */
export function ProblemBox({ error, title, fieldIdOf }: ProblemProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) box.current?.focus()
  }, [error])
  if (!error) return null
  const { head, issues: all } = contentOf(error)
  // What the head says already is not said twice.
  const same =
    title === undefined && all.length === 1 ? all.find(({ message }) => message === head) : undefined
  const issues = same === undefined ? all : []
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <p className="problem-title">
        {title ?? head} {same !== undefined && <Clause clause={same.clause} />}
      </p>
      {title !== undefined && issues.length === 0 && <p>{head}</p>}
      {issues.length > 0 && (
        <ul>
          {issues.map((issue) => (
            <li key={`${issue.code}${issue.path.join('.')}${issue.message}`}>
              <IssueLine issue={issue} fieldId={fieldIdOf?.(issue)} />
            </li>
          ))}
        </ul>
      )}
      {error instanceof Refusal && error.problem.instance !== '' && error.status >= 500 && (
        <p className="small secondary">请求编号 {error.problem.instance}</p>
      )}
    </div>
  )
}

interface ProblemProps {
  readonly error: Error | null | undefined
  readonly title?: string
  /** Id of the field that an issue is about: then its line is a link to it. */
  readonly fieldIdOf?: (issue: IssueView) => string | undefined
}

function IssueLine({ issue, fieldId }: { readonly issue: IssueView; readonly fieldId: string | undefined }) {
  const focus = () => document.getElementById(fieldId ?? '')?.focus()
  return (
    <>
      {fieldId === undefined ? (
        issue.message
      ) : (
        <a
          href={`#${fieldId}`}
          onClick={(event) => {
            event.preventDefault()
            focus()
          }}
        >
          {issue.message}
        </a>
      )}{' '}
      <Clause clause={issue.clause} />
    </>
  )
}

function contentOf(error: Error): { head: string; issues: readonly IssueView[] } {
  if (error instanceof Refusal)
    return { head: error.problem.detail || error.problem.title, issues: error.issues }
  return { head: '这一处没有显示出来。请刷新页面；一再出现时，请告诉管理员。', issues: [] }
}
