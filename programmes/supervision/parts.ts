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

/** A whole from its parts; null where it has none. The order of the parts plays no part. */
export function wholeOf(parts: readonly FollowedDuty[]): Whole | null {
  const counted = parts.filter(({ isDropped }) => !isDropped)
  if (counted.length === 0) return null
  const lights = new Set(counted.map(({ light }) => light))
  const done = counted.filter(({ isDone }) => isDone).length
  const mean = quotientOf(sumOf(counted.map(({ progress }) => progress)), String(counted.length), 1)
  return {
    parts: counted.length,
    done,
    late: counted.filter(({ isLate }) => isLate).length,
    progress: done < counted.length && Number(mean) >= 100 ? '99.9' : mean,
    light: WORST_FIRST.find((light) => lights.has(light)) ?? null,
  }
}

/** Duties with their parts' whole, by number; one that was never divided has none. */
export function wholes(duties: readonly FollowedDuty[]): ReadonlyMap<string, Whole> {
  const byParent = Map.groupBy(duties, ({ parent }) => parent)
  const pairs = [...byParent].flatMap(([parent, parts]) => {
    const whole = parent === null ? null : wholeOf(parts)
    return parent === null || whole === null ? [] : [[parent, whole] as const]
  })
  return new Map(pairs)
}

/** One row of the matrix of towns and duties. */
export interface MatrixRow {
  readonly unit: string
  /** In the order of the columns: the unit's part of that duty; null where it has none. */
  readonly cells: readonly (FollowedDuty | null)[]
  readonly late: number
}

/** Units against duties: each cell is what that unit has of that duty. */
export function unitMatrix(
  duties: readonly FollowedDuty[],
  columns: readonly string[],
  units: readonly string[],
): readonly MatrixRow[] {
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
