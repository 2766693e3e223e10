import {
  type AccessFilter,
  accessFilter,
  filterOfBoth,
  type Grant,
  type Procedure,
  rolesOf,
} from '@luoshi/kernel'
import type { BranchShare, Share } from '@luoshi/store'
import type { Sight } from '../views/sight.ts'

/** What of a procedure waits for an officer: the states in which one of their roles is to do something. */
export function waitingShares(sight: Sight): readonly Share[] {
  const { procedure } = sight
  return sharesIn(sight, (state) => procedure.states[state]?.rests !== true)
}

/** The states in which one of an officer's roles may do something, as far as they are wanted. */
function sharesIn(sight: Sight, isWanted: (state: string) => boolean): readonly Share[] {
  const { programme, procedure } = sight
  const wanted = statesToAct(procedure).filter(({ state }) => isWanted(state))
  const groups = Map.groupBy(wanted, ({ grants }) => JSON.stringify(grants))
  return [...groups.values()].flatMap((states) => {
    const filter = filterOf(sight, states[0]?.grants ?? [])
    if (filter === null) return []
    return [{ programme, procedure, states: states.map(({ state }) => state), filter }]
  })
}

/** What waits for an officer in branches of other units' cases, as far as all of those may be read. */
export function branchShares({ programme, procedure, actor, state, now }: Sight): readonly BranchShare[] {
  const reached = (grants: readonly Grant[]) => accessFilter(actor, grants, state.units, now.slice(0, 10))
  return Object.entries(procedure.states).flatMap(([id, { branches = {} }]) =>
    Object.entries(branches).flatMap(([branch, { unit: field, states }]) => {
      const acting = Object.entries(states).filter(([, { on }]) => Object.keys(on).length > 0)
      const units =
        reached(acting.flatMap(([, { on }]) => Object.values(on).flatMap(({ by }) => by)))?.units ?? []
      const mayRead = reached(procedure.access.read)?.isWholeCounty === true
      if (field === undefined || units.length === 0 || !mayRead) return []
      return [
        { programme, procedure, state: id, branch, places: acting.map(([place]) => place), field, units },
      ]
    }),
  )
}

/** What of a procedure is an officer's business: they may act on it somewhere, not only read it. */
export function ownShare(sight: Sight): Share | null {
  const { programme, procedure } = sight
  const grants = statesToAct(procedure).flatMap((state) => state.grants)
  const filter = filterOf(sight, grants)
  return filter === null ? null : { programme, procedure, filter }
}

/**
 * Of which notices an officer is told: those of cases on which they can act where these stand, and those to a role of
 * theirs, as far as they may read the case.
 */
export function noticeShares(sight: Sight): readonly Share[] {
  const { programme, procedure } = sight
  if (Object.keys(procedure.limits).length === 0 && !hasDisclosure(procedure)) return []
  const own = sharesIn(sight, () => true)
  const told = Object.values(procedure.limits).flatMap(({ missed }) =>
    missed.kind === 'escalate' ? [missed.role] : [],
  )
  const held = rolesOf(sight.actor, sight.now.slice(0, 10))
  if (!told.some((role) => held.includes(role))) return own
  // No state of its own: only what is told to the role is found.
  return [...own, { programme, procedure, states: [], filter: filterOf(sight, procedure.access.read) }]
}

function hasDisclosure({ states }: Procedure): boolean {
  return Object.values(states).some(({ disclosure }) => disclosure !== undefined)
}

/** What these rights reach of what may be read. */
function filterOf({ procedure, actor, state, now }: Sight, grants: readonly Grant[]): AccessFilter | null {
  const reached = (by: readonly Grant[]) => accessFilter(actor, by, state.units, now.slice(0, 10))
  return filterOfBoth(reached(grants), reached(procedure.access.read))
}

/** Who may do what moves a case on; what can be done anywhere, withdrawal say, is waited for by nobody. */
function statesToAct(
  procedure: Procedure,
): readonly { readonly state: string; readonly grants: readonly Grant[] }[] {
  return Object.entries(procedure.states)
    .filter(([, { final }]) => final === undefined)
    .map(([state, { on, branches = {} }]) => {
      const inBranches = Object.values(branches).flatMap(({ states }) =>
        Object.values(states).flatMap((inner) => Object.values(inner.on)),
      )
      const moving = [...Object.values(on).filter(({ to }) => to !== state), ...inBranches]
      return { state, grants: moving.flatMap(({ by }) => by) }
    })
    .filter(({ grants }) => grants.length > 0)
}
