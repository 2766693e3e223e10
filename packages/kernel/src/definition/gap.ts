import type { Cite } from '../cite.ts'

/** What a text leaves open. It is shown as such; nothing fills it silently. */
export interface Gap {
  readonly kind: 'gap'
  /** What is not said, for the user: 抽查比例由领导小组决定，文中未定 */
  readonly says: string
  readonly basis: Cite
}

/** Two places of a text, or two texts, that do not agree. It is shown; nothing settles it silently. */
export interface Conflict {
  readonly kind: 'conflict'
  readonly says: string
  /** Every place that has its own answer. */
  readonly bases: readonly Cite[]
}

/** What a reader of the definition must know is not settled. */
export type OpenQuestion = Gap | Conflict

/** On what a step, a number or a date stands: the clause that sets it, or the declared gap that it fills. */
export type Basis = Cite | Gap

/** Declares what a text leaves open. */
export function gap(says: string, basis: Cite): Gap {
  return { kind: 'gap', says, basis }
}

/** Declares that places do not agree. */
export function conflict(says: string, ...bases: Cite[]): Conflict {
  return { kind: 'conflict', says, bases }
}

/** Whether nothing but a declared gap stands behind it, or in its place. */
export function isGap<Said extends object>(said: Said | Gap): said is Gap {
  return 'kind' in said && said.kind === 'gap'
}

/** The clause, also the one in which a gap is. */
export function citeOf(basis: Basis): Cite {
  return isGap(basis) ? basis.basis : basis
}
