import { type Issue, issueOf } from '../issue/issue.ts'
import { stateActionsIn } from '../procedure/actions.ts'
import type { Branch } from '../procedure/branch.ts'
import type { Procedure, StateDefinition } from '../procedure/procedure.ts'
import { branchSteps, reachableFrom, reversed } from './graph.ts'

/** Whether branches begin, end and join, whatever they end with, and no action's name stands for two in one state. */
export function checkBranches(procedure: Procedure): Issue[] {
  return Object.entries(procedure.states).flatMap(([name, state]) => {
    const branches = Object.entries(state.branches ?? {})
    const path = ['states', name]
    if ((branches.length === 0) !== (state.join === undefined)) {
      return [issueOf('branches-without-join', [...path, 'join'], { state: state.title })]
    }
    if (branches.length === 0) return []
    return [
      ...(state.final === undefined
        ? []
        : [issueOf('final-with-branches', [...path, 'branches'], { state: state.title })]),
      ...branches.flatMap(([id, branch]) => checkBranch([...path, 'branches', id], state, branch)),
      ...namesTwice(procedure, name, state),
    ]
  })
}

function checkBranch(path: readonly string[], { title, join }: StateDefinition, branch: Branch): Issue[] {
  const inner = Object.entries(branch.states)
  const steps = branchSteps(branch.states)
  const reached = reachableFrom([branch.initial], steps)
  const ends = inner.filter(([, { ends: end }]) => end !== undefined).map(([state]) => state)
  const ending = reachableFrom(ends, reversed(steps))
  const canRefuse = inner.some(([, { ends: end }]) => end === 'refused')
  const unheard = canRefuse && join !== undefined && join.otherwise === undefined
  return [
    ...(unheard
      ? [issueOf('branch-refusal-unheard', [...path, 'states'], { branch: branch.title, state: title })]
      : []),
    ...inner.flatMap(([state, { title: inTitle, ends: end, on }]) => {
      const data = { branch: branch.title, state: inTitle }
      const place = [...path, 'states', state]
      return [
        ...(reached.has(state) && ending.has(state) ? [] : [issueOf('branch-stuck', place, data)]),
        ...(end === undefined || Object.keys(on).length === 0
          ? []
          : [issueOf('branch-ends-with-actions', place, data)]),
      ]
    }),
  ]
}

/** An action is asked for by its name: in one state, with all its branches, a name is one branch's or the state's own. */
function namesTwice(procedure: Procedure, name: string, { title, branches = {} }: StateDefinition): Issue[] {
  const owners = [
    Object.keys(stateActionsIn(procedure, name)),
    ...Object.values(branches).map(({ states }) => [
      ...new Set(Object.values(states).flatMap(({ on }) => Object.keys(on))),
    ]),
  ].flat()
  const twice = new Set(owners.filter((action, index) => owners.indexOf(action) !== index))
  return [...twice].map((action) =>
    issueOf('action-name-twice', ['states', name, 'branches'], { state: title, action }),
  )
}
