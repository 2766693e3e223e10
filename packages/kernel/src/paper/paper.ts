import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'

/** A column of a printed form. */
export interface Column {
  /** As printed at its head, to the character: 作业面积(亩) */
  readonly heading: string
  /** The field that fills it; null for the running number of the row and for what is signed by hand. */
  readonly field: string | null
  readonly isNumber?: boolean
  /** Whether the last row gives the column's sum. */
  readonly isSummed?: boolean
}

/** A document that a procedure produces: here a form with one row a record. */
export interface Paper {
  readonly kind: 'paper'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Id of the register whose records are its rows. */
  readonly register: string
  /** Blanks above the table, in order: 省, 市, 县 */
  readonly head: readonly string[]
  readonly columns: readonly Column[]
  /** Whether the last row is 合计. */
  readonly hasTotal: boolean
  /** Who stamps, signs or fills in below the table, as printed. */
  readonly foot: readonly string[]
  /** Who keeps a copy. */
  readonly copies: readonly string[]
  readonly open?: readonly OpenQuestion[]
}

const PAPER_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  register: null,
  head: null,
  columns: { '*': { heading: null, field: null, isNumber: null, isSummed: null } },
  hasTotal: null,
  foot: null,
  copies: null,
  open: null,
}

/** A paper. */
export function definePaper(definition: Omit<Paper, 'kind'>): Paper {
  return definitionOf(`文书${definition.id}`, { kind: 'paper', ...definition }, PAPER_KEYS)
}
