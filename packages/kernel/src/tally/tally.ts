import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'
import type { Decimal } from '../schema/decimal.ts'
import type { PeriodKind } from '../time/period.ts'

/** By what records are put together. */
export type TallyGroup =
  /** The unit whose record it is; a unit above has its own and all of those below it. */
  | { readonly kind: 'unit' }
  | { readonly kind: 'field'; readonly field: string }
  /** The period in which the day of a field lies. */
  | { readonly kind: 'period'; readonly field: string; readonly every: PeriodKind }

/** One figure of a tally: how many records, or the sum of a field of them. */
export interface TallyColumn {
  /** ASCII, unique in its tally: `struck` */
  readonly id: string
  /** 已销号 */
  readonly title: string
  /** The field that is added up; records are counted where there is none. */
  readonly sums?: string
  /** Only records in one of these states. */
  readonly states?: readonly string[]
  /** Only records whose fields have one of these values. */
  readonly where?: Readonly<Record<string, readonly string[]>>
}

/** Records of a register counted and added up, by unit, by field and by period: 统计表. */
export interface Tally {
  readonly kind: 'tally'
  /** ASCII, unique in its programme: `problems-by-township` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Id of the register whose records are counted. */
  readonly register: string
  /** From the outside inwards. */
  readonly by: readonly TallyGroup[]
  readonly columns: readonly TallyColumn[]
  /** What every group must reach: 每月至少检查1次. */
  readonly least?: { readonly column: string; readonly figure: Decimal; readonly basis: Cite }
  readonly open?: readonly OpenQuestion[]
}

const TALLY_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  register: null,
  by: { '*': { kind: null, field: null, every: null } },
  columns: { '*': { id: null, title: null, sums: null, states: null, where: null } },
  least: { column: null, figure: null, basis: null },
  open: null,
}

/** A tally. The compiler holds what every group must reach to a column that is there. */
export function defineTally<const Column extends string>(
  definition: Omit<Tally, 'kind' | 'columns' | 'least'> & {
    readonly columns: readonly (TallyColumn & { readonly id: Column })[]
    readonly least?: { readonly column: NoInfer<Column>; readonly figure: Decimal; readonly basis: Cite }
  },
): Tally {
  return definitionOf(`统计表${definition.id}`, { kind: 'tally', ...definition }, TALLY_KEYS)
}
