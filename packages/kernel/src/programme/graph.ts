import { stateActionsIn } from '../procedure/actions.ts'
import type { Branch } from '../procedure/branch.ts'
import { type ActionDefinition, PREVIOUS, type Procedure } from '../procedure/procedure.ts'

/** Which states a case can go on to from each, in one step. A return leads to no state that it had not reached. */
export function stepsOf(procedure: Procedure): ReadonlyMap<string, ReadonlySet<string>> {
  return stepsBy(procedure, (state) => Object.values(stateActionsIn(procedure, state)))
}

/**
 * Which states each leads to by its own actions: withdrawal and suspension, which can be done anywhere, are no way on.
 * A return leads to every state from which it can be entered.
 */
export function ownStepsOf(procedure: Procedure): ReadonlyMap<string, ReadonlySet<string>> {
  const steps = stepsBy(procedure, (state) => Object.values(procedure.states[state]?.on ?? {}))
  const entries = [...stepsOf(procedure)]
  for (const [state, targets] of steps) {
    const actions = Object.values(procedure.states[state]?.on ?? {})
    if (!actions.some(({ to }) => to === PREVIOUS)) continue
    for (const [from, entered] of entries) if (entered.has(state)) targets.add(from)
  }
  return steps
}

function stepsBy(
  procedure: Procedure,
  actionsOf: (state: string) => readonly ActionDefinition[],
): Map<string, Set<string>> {
  const states = Object.keys(procedure.states)
  return new Map(
    states.map((state) => {
      const targets = [...actionsOf(state).map(({ to }) => to), ...joinsOf(procedure, state)]
      return [state, new Set(targets.filter((to) => to !== PREVIOUS && to !== state))]
    }),
  )
}

/** Where the branches of a state lead when they have ended: nowhere while one that is waited for cannot end. */
function joinsOf(procedure: Procedure, state: string): string[] {
  const { branches = {}, join } = procedure.states[state] ?? {}
  if (join === undefined) return []
  const canEnd = Object.values(branches).map(({ initial, states }) => {
    const reached = reachableFrom([initial], branchSteps(states))
    return [...reached].some((inner) => states[inner]?.ends !== undefined)
  })
  const isJoined = join.waitsFor === 'all' ? canEnd.every((can) => can) : canEnd.some((can) => can)
  return isJoined ? [join.to, ...(join.otherwise === undefined ? [] : [join.otherwise])] : []
}

/** Which states of a branch each leads to. */
export function branchSteps(states: Branch['states']): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(states).map(([state, { on }]) => [
      state,
      new Set(Object.values(on).flatMap(({ to }) => (to === state ? [] : [to]))),
    ]),
  )
}

/** Every state that can be reached from these, themselves included. */
export function reachableFrom(
  starts: readonly string[],
  steps: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [...starts]
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue
    reached.add(state)
    waiting.push(...(steps.get(state) ?? []))
  }
  return reached
}

/** The steps the other way round. */
export function reversed(
  steps: ReadonlyMap<string, ReadonlySet<string>>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const back = new Map<string, Set<string>>()
  for (const [from, targets] of steps) {
    for (const to of targets) back.set(to, (back.get(to) ?? new Set()).add(from))
  }
  return back
}
