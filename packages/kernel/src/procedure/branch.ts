import type { Basis } from '../definition/gap.ts'
import type { ActionDefinition } from './procedure.ts'

/** One of several things that go on side by side while a case is in one state: each department gives its opinion. */
export interface Branch<State extends string = string> {
  readonly title: string
  readonly basis: Basis
  /**
   * Field of the case with the unit whose branch it is: rights in it are measured by that unit, and it is there only where
   * the field is filled in. Without it the branch is always there and belongs to the case's own unit.
   */
  readonly unit?: string
  readonly initial: State
  readonly states: Readonly<Record<State, BranchState<State>>>
}

/** How a branch has ended. */
export type BranchEnd = 'agreed' | 'refused'

/** Where a branch can be. */
export interface BranchState<State extends string = string> {
  readonly title: string
  /** How it ended, for a state in which a branch rests. Others have none. */
  readonly ends?: BranchEnd
  readonly on: Readonly<Record<string, BranchAction<State>>>
}

/** What can be done in a branch. It leads on within the branch; its name is its own in all the state. */
export type BranchAction<State extends string = string> = Omit<ActionDefinition, 'to'> & {
  readonly to: State
}

/**
 * Where a case goes on when its branches have ended: as soon as `all` have, or `any` one has agreed. `otherwise` where
 * one of all refused, or every one did.
 */
export interface Join<State extends string = string> {
  readonly waitsFor: 'all' | 'any'
  readonly to: State
  readonly otherwise?: State
  readonly basis: Basis
}

/** A branch. The compiler holds every `to` to the states that are there. */
export function branch<const State extends string>(
  definition: Omit<Branch<State>, 'initial' | 'states'> & {
    readonly initial: NoInfer<State>
    readonly states: Readonly<Record<State, BranchState<NoInfer<State>>>>
  },
): Branch {
  return definition
}

/** Where the join leads when branches have ended like this, null for one that has not; null while it still waits. */
export function joined<State extends string>(
  join: Join<State>,
  ends: readonly (BranchEnd | null)[],
): State | null {
  const { waitsFor, to, otherwise = to } = join
  const haveAllEnded = ends.every((end) => end !== null)
  if (waitsFor === 'any' && ends.includes('agreed')) return to
  if (!haveAllEnded) return null
  return waitsFor === 'any' || ends.includes('refused') ? otherwise : to
}
