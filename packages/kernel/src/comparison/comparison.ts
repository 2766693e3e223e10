import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'

/** What holding two registers against each other can come to, for the records of one key. */
export type Match =
  /** One on each side, and they agree. */
  | 'agrees'
  /** One on each side, and some field differs. */
  | 'differs'
  | 'left-only'
  | 'right-only'
  /** More than one on that side. */
  | 'left-twice'
  | 'right-twice'

/** One side of a comparison. */
export interface Side {
  /** Id of a register of the programme. */
  readonly register: string
  /** Only records in one of these states; all that were not struck off where there are none. */
  readonly states?: readonly string[]
}

/** Two registers held against each other, record by record: 信息比对. */
export interface Comparison {
  readonly kind: 'comparison'
  /** ASCII, unique in its programme: `receipts-against-roster` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly left: Side
  readonly right: Side
  /** Fields that both registers have: records belong together where all of these are the same. */
  readonly by: readonly string[]
  /** Fields that both have and that must agree. */
  readonly agree: readonly string[]
  /** What each result is called: 已缴费未参保 */
  readonly labels: Readonly<Record<Match, string>>
  readonly open?: readonly OpenQuestion[]
}

const SIDE_KEYS: KeyTree = { register: null, states: null }

const COMPARISON_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  left: SIDE_KEYS,
  right: SIDE_KEYS,
  by: null,
  agree: null,
  labels: {
    agrees: null,
    differs: null,
    'left-only': null,
    'right-only': null,
    'left-twice': null,
    'right-twice': null,
  },
  open: null,
}

/** A comparison. */
export function defineComparison(definition: Omit<Comparison, 'kind'>): Comparison {
  return definitionOf(`比对${definition.id}`, { kind: 'comparison', ...definition }, COMPARISON_KEYS)
}
