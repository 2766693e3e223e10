import { citeOf } from '../definition/gap.ts'
import { type Issue, issueOf } from '../issue/issue.ts'
import { dateOf } from '../time/instant.ts'
import { allActions, isRequest } from './actions.ts'
import type { Case } from './case.ts'
import type { ActionDefinition, Procedure } from './procedure.ts'
import type { Action } from './transition.ts'

/** Whether what is decided was asked for, and what is asked for does not wait already. */
export function checkRequest(
  procedure: Procedure,
  { requests = {} }: Case,
  { answers, title, basis }: ActionDefinition,
  { name }: Pick<Action, 'name'>,
): Issue[] {
  if (answers !== undefined && requests[answers] === undefined) {
    const request = allActions(procedure).find((one) => one.name === answers)?.action.title ?? answers
    return [issueOf('request-missing', ['action'], { action: title, request }, citeOf(basis))]
  }
  const since = requests[name]
  if (since === undefined || !isRequest(procedure, name)) return []
  return [issueOf('request-waiting', ['action'], { action: title, since: dateOf(since) }, citeOf(basis))]
}
