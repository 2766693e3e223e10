import { type Issue, issueOf } from '../issue/issue.ts'
import { allActions } from '../procedure/actions.ts'
import { PREVIOUS, type Procedure } from '../procedure/procedure.ts'
import { checkBranches } from './check-branches.ts'
import { ownStepsOf, reachableFrom, reversed, stepsOf } from './graph.ts'

/** Whether every state can be reached and left, ends somewhere, and says who acts. */
export function checkGraph(procedure: Procedure): Issue[] {
  const states = Object.entries(procedure.states)
  const steps = ownStepsOf(procedure)
  const reached = reachableFrom([procedure.initial], stepsOf(procedure))
  const finals = states.filter(([, { final }]) => final !== undefined).map(([state]) => state)
  const ending = reachableFrom(finals, reversed(steps))
  const ofStates = states.flatMap(([state, { title, final }]) => {
    const path = ['states', state]
    if (!reached.has(state)) return [issueOf('state-unreachable', path, { state: title })]
    if (final !== undefined) return []
    if (steps.get(state)?.size === 0) return [issueOf('state-without-exit', path, { state: title })]
    return ending.has(state) ? [] : [issueOf('state-never-ends', path, { state: title })]
  })
  return [...ofStates, ...checkBranches(procedure), ...checkActors(procedure), ...checkReopening(procedure)]
}

function checkActors(procedure: Procedure): Issue[] {
  const { opening } = procedure
  const ofOpening = opening.by.length > 0 ? [] : [withoutActor(['opening', 'by'], opening.title)]
  const ofActions = allActions(procedure).flatMap(({ state, action, path }) => {
    return [
      ...(action.by.length > 0 ? [] : [withoutActor([...path, 'by'], action.title)]),
      ...(state === null && action.to === PREVIOUS
        ? [issueOf('previous-unknown', [...path, 'to'], { action: action.title })]
        : []),
    ]
  })
  return [...ofOpening, ...ofActions]
}

/** What has come to rest is taken up again with a reason only. */
function checkReopening(procedure: Procedure): Issue[] {
  return allActions(procedure)
    .filter(({ state }) => state !== null && procedure.states[state]?.final !== undefined)
    .filter(({ action }) => procedure.states[action.to]?.final === undefined && action.needsReason !== true)
    .map(({ action, path }) => issueOf('reopening-without-reason', path, { action: action.title }))
}

function withoutActor(path: readonly string[], action: string): Issue {
  return issueOf('action-without-actor', path, { action })
}
