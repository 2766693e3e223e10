import { planItems } from './plan-items.ts'

/** What a unit said of an item for a month. */
export interface DispatchEntry {
  readonly item: number
  /** Name of the unit. */
  readonly unit: string
  readonly progress: string
  readonly problem: string | null
  readonly next: string
}

/** A row of the month's form: an item with one of its units, and what that said, or nothing. */
export interface DispatchRow {
  readonly item: number
  readonly title: string
  readonly unit: string
  readonly entry: DispatchEntry | null
}

/** A month's form. */
export interface DispatchForm {
  readonly rows: readonly DispatchRow[]
  /** Units that owe something, with the items that they said nothing of. */
  readonly missing: ReadonlyMap<string, readonly number[]>
}

/** The form of a month: every item with every unit that answers for it, and who is missing. */
export function dispatchForm(entries: readonly DispatchEntry[]): DispatchForm {
  const given = new Map(entries.map((entry) => [`${entry.item} ${entry.unit}`, entry]))
  const rows = planItems.flatMap(({ number, title, units }) =>
    units.split('、').map((unit) => ({
      item: number,
      title,
      unit,
      entry: given.get(`${number} ${unit}`) ?? null,
    })),
  )
  const open = rows.filter(({ entry }) => entry === null)
  const missing = [...Map.groupBy(open, ({ unit }) => unit)].map(
    ([unit, own]) => [unit, own.map(({ item }) => item)] as const,
  )
  return { rows, missing: new Map(missing) }
}
