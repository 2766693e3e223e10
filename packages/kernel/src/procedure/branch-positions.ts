import type { Belonging } from '../access/access.ts'
import type { IsoInstant } from '../time/instant.ts'
import { joined } from './branch.ts'
import type { Case } from './case.ts'
import type { Procedure } from './procedure.ts'

/** Where each branch of a state is, by branch, and since when. */
export type BranchPositions = Readonly<
  Record<string, { readonly state: string; readonly entered: IsoInstant }>
>

/** Places of branches by the state to which they belong. */
export type BranchesByState = Readonly<Record<string, BranchPositions>>

/** The branch of the present state in which an action can be done; undefined for an action of the state itself. */
export function findBranchWith(
  procedure: Procedure,
  { state, branches }: Pick<Case, 'state' | 'branches'>,
  action: string,
): string | undefined {
  const definition = procedure.states[state]
  const positions = Object.entries(branches?.[state] ?? {})
  return positions.find(
    ([name, position]) => definition?.branches?.[name]?.states[position.state]?.on[action] !== undefined,
  )?.[0]
}

/**
 * The places of branches when a state is entered: all at their beginning, or, on a return, as they were left. A state
 * without branches changes nothing.
 */
export function branchesEntered(
  procedure: Procedure,
  { branches = {}, data }: Pick<Case, 'branches' | 'data'>,
  state: string,
  at: IsoInstant,
  returns: boolean,
): BranchesByState {
  const own = procedure.states[state]?.branches
  if (own === undefined || (returns && branches[state] !== undefined)) return branches
  const begun = Object.entries(own)
    .filter(([, { unit }]) => unit === undefined || isFilledIn(data[unit]))
    .map(([name, { initial }]) => [name, { state: initial, entered: at }])
  return { ...branches, [state]: Object.fromEntries(begun) }
}

/** Whose an action on a case is: in a branch of another unit that unit's, else the case's own. */
export function belongingOf(procedure: Procedure, current: Case, action: string): Belonging {
  const branch = findBranchWith(procedure, current, action)
  const field = branch === undefined ? undefined : procedure.states[current.state]?.branches?.[branch]?.unit
  const unit = field === undefined ? undefined : current.data[field]
  return isFilledIn(unit) ? { ...current, unit } : current
}

function isFilledIn(unit: unknown): unit is string {
  return typeof unit === 'string' && unit !== ''
}

/** The places of branches after one of them moved, and the state to which they join; null while they have not. */
export function branchesAfter(
  procedure: Procedure,
  { state, branches = {} }: Pick<Case, 'state' | 'branches'>,
  branch: string,
  to: string,
  at: IsoInstant,
): { readonly branches: BranchesByState; readonly leadsTo: string | null } {
  const positions = branches[state] ?? {}
  const entered = positions[branch]?.state === to ? (positions[branch]?.entered ?? at) : at
  const moved: BranchPositions = { ...positions, [branch]: { state: to, entered } }
  const definition = procedure.states[state]
  const ends = Object.entries(moved).map(
    ([name, position]) => definition?.branches?.[name]?.states[position.state]?.ends ?? null,
  )
  const leadsTo = definition?.join === undefined ? null : joined(definition.join, ends)
  if (leadsTo === null) return { branches: { ...branches, [state]: moved }, leadsTo }
  const { [state]: _joined, ...others } = branches
  return { branches: others, leadsTo }
}

/** The case with its branches in these places; without the key where there are none. */
export function withBranches({ branches: _before, ...rest }: Case, branches: BranchesByState): Case {
  return Object.keys(branches).length === 0 ? rest : { ...rest, branches }
}
