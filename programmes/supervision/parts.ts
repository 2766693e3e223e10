import { type Decimal, quotientOf, sumOf } from '@luoshi/kernel'
import type { FollowedDuty, Light } from './followed-duty.ts'

/** How a duty that was divided stands, from its parts alone. */
export interface Whole {
  readonly parts: number
  readonly done: number
  readonly late: number
  /** Mean of the parts' progress, to one place; 100 only when all are done. */
  readonly progress: Decimal
  /** The worst of the parts'; null where all are done. */
  readonly light: Light | null
}

const WORST_FIRST: readonly Light[] = ['red', 'yellow', 'green']

/** What the parts of a duty come to, however they were counted. */
export interface PartsFigures {
  readonly parts: number
  readonly done: number
  readonly late: number
  /** Sum of their progress, per cent. */
  readonly progress: Decimal
  readonly lights: ReadonlySet<Light>
}

/** A whole from what its parts come to; null where it has none. */
export function wholeFrom({ parts, done, late, progress, lights }: PartsFigures): Whole | null {
  if (parts === 0) return null
  const mean = quotientOf(progress, String(parts), 1)
  return {
    parts,
    done,
    late,
    progress: done < parts && Number(mean) >= 100 ? '99.9' : mean,
    light: WORST_FIRST.find((light) => lights.has(light)) ?? null,
  }
}

/** A whole from its parts; null where it has none. The order of the parts plays no part. */
export function wholeOf(parts: readonly FollowedDuty[]): Whole | null {
  const counted = parts.filter(({ isDropped }) => !isDropped)
  return wholeFrom({
    parts: counted.length,
    done: counted.filter(({ isDone }) => isDone).length,
    late: counted.filter(({ isLate }) => isLate).length,
    progress: sumOf(counted.map(({ progress }) => progress)),
    lights: new Set(counted.flatMap(({ light }) => light ?? [])),
  })
}

/** A part in a cell of the matrix. */
export type MatrixCell = Pick<FollowedDuty, 'number' | 'unit' | 'parent' | 'isDropped' | 'isLate'>

/** One row of the matrix of towns and duties. */
export interface MatrixRow<Cell> {
  readonly unit: string
  /** In the order of the columns: the unit's part of that duty; null where it has none. */
  readonly cells: readonly (Cell | null)[]
  readonly late: number
}

/** Units against duties: each cell is what that unit has of that duty. */
export function unitMatrix<Cell extends MatrixCell>(
  duties: readonly Cell[],
  columns: readonly string[],
  units: readonly string[],
): readonly MatrixRow<Cell>[] {
  const parts = new Map(
    duties.flatMap((duty) =>
      duty.isDropped ? [] : [[`${duty.unit} ${duty.parent ?? duty.number}`, duty] as const],
    ),
  )
  return units.map((unit) => {
    const cells = columns.map((column) => parts.get(`${unit} ${column}`) ?? null)
    return { unit, cells, late: cells.filter((cell) => cell?.isLate === true).length }
  })
}
