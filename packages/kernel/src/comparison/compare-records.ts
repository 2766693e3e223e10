import { isDecimal, isSameAmount } from '../schema/decimal.ts'
import type { Comparison, Match } from './comparison.ts'

/** A record to be held against others. */
export interface ComparedRecord {
  /** Id of its case. */
  readonly id: string
  readonly data: Readonly<Record<string, unknown>>
}

/** The records of one key, and what they come to. */
export interface ComparedRow<Compared extends ComparedRecord = ComparedRecord> {
  /** Every way in which they do not fit: a person may be twice on both sides. One of `agrees` alone where all fits. */
  readonly matches: readonly Match[]
  readonly left: readonly Compared[]
  readonly right: readonly Compared[]
  /** Fields that differ between the sides. */
  readonly differing: readonly string[]
}

/** How many keys came to each result; a key may count under several. */
export type MatchCounts = Readonly<Record<Match, number>>

/** Two registers held against each other: a row for each key, in the order in which keys first stand on the left, then on the right. */
export function compareRecords<Compared extends ComparedRecord>(
  comparison: Pick<Comparison, 'by' | 'agree'>,
  left: readonly Compared[],
  right: readonly Compared[],
): readonly ComparedRow<Compared>[] {
  const rows = new Map<string, { left: Compared[]; right: Compared[] }>()
  const put = (side: 'left' | 'right', records: readonly Compared[]) => {
    for (const record of records) {
      const key = JSON.stringify(comparison.by.map((field) => textOf(record.data[field]).toUpperCase()))
      const row = rows.get(key) ?? { left: [], right: [] }
      row[side].push(record)
      rows.set(key, row)
    }
  }
  put('left', left)
  put('right', right)
  return [...rows.values()].map((row) => {
    const differing = comparison.agree.filter((field) => differs(field, row.left, row.right))
    return { ...row, differing, matches: matchesOf(row.left.length, row.right.length, differing.length > 0) }
  })
}

/** How many rows came to each result. */
export function matchCounts(rows: readonly ComparedRow[]): MatchCounts {
  const counts: Record<Match, number> = {
    agrees: 0,
    differs: 0,
    'left-only': 0,
    'right-only': 0,
    'left-twice': 0,
    'right-twice': 0,
  }
  for (const { matches } of rows) for (const match of matches) counts[match] += 1
  return counts
}

function matchesOf(left: number, right: number, isDifferent: boolean): Match[] {
  const found: Match[] = []
  if (left > 1) found.push('left-twice')
  if (right > 1) found.push('right-twice')
  if (right === 0) found.push('left-only')
  if (left === 0) found.push('right-only')
  if (isDifferent) found.push('differs')
  return found.length === 0 ? ['agrees'] : found
}

/** Whether any record of one side differs from any of the other there. */
function differs(field: string, left: readonly ComparedRecord[], right: readonly ComparedRecord[]): boolean {
  return left.some((one) => right.some((other) => !isSame(one.data[field], other.data[field])))
}

function isSame(value: unknown, other: unknown): boolean {
  const [one, two] = [textOf(value), textOf(other)]
  if (one === two) return true
  return isDecimal(one) && isDecimal(two) && isSameAmount(one, two)
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value).trim()
}
