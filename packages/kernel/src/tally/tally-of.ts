import type { Case } from '../procedure/case.ts'
import { type Decimal, isAtLeast, isDecimal, sumOf } from '../schema/decimal.ts'
import { findFieldMeta } from '../schema/field-meta.ts'
import type { Fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isDay } from '../time/instant.ts'
import { findPeriod, periodOf } from '../time/period.ts'
import { nameOn } from '../unit/unit.ts'
import { chainAbove, type UnitTree } from '../unit/unit-tree.ts'
import type { Tally, TallyColumn, TallyGroup } from './tally.ts'

/** A record to be counted. */
export type TalliedRecord = Pick<Case, 'unit' | 'state' | 'data'>

/** One line of a tally. */
export interface TallyRow {
  /** One for each group: a unit's id, a field's value, a period's id; empty for a record that has none. */
  readonly key: readonly string[]
  /** The same as a user reads it: 龙泉镇, 跑冒滴漏, 2026年8月 */
  readonly titles: readonly string[]
  /** How far below the top the row's unit stands, for setting it in; 0 where units are no group. */
  readonly depth: number
  /** By column. */
  readonly values: Readonly<Record<string, Decimal>>
  /** Whether it falls short of what every group must reach; null where nothing is asked. */
  readonly isShort: boolean | null
}

/** A tally as it stands: its rows, and the figures of all records together, each once. */
export interface TallyTable {
  readonly rows: readonly TallyRow[]
  readonly total: Readonly<Record<string, Decimal>>
}

/** What a tally is made with. */
export interface TallyFacts {
  /** The fields of its register. */
  readonly fields: Fields
  readonly units: UnitTree
  /** The day whose names and tree of units hold. */
  readonly on: IsoDate
  /** Keys of rows that must be there, with nothing in them if need be: those who did nothing are not forgotten. */
  readonly expected?: readonly (readonly string[])[]
}

/** Counts and adds up records: a unit above has its own and all of those below, so that a county is the sum of its parts. */
export function tallyOf(tally: Tally, records: readonly TalliedRecord[], facts: TallyFacts): TallyTable {
  const byKey = new Map<string, { key: readonly string[]; records: TalliedRecord[] }>()
  for (const key of facts.expected ?? []) byKey.set(JSON.stringify(key), { key, records: [] })
  for (const record of records) {
    for (const key of keysOf(tally, record, facts)) {
      const name = JSON.stringify(key)
      const row = byKey.get(name) ?? { key, records: [] }
      row.records.push(record)
      byKey.set(name, row)
    }
  }
  const rows = [...byKey.values()].map(({ key, records: own }): TallyRow & { order: string } => {
    const values = valuesOf(tally, own)
    return {
      key,
      titles: key.map((part, index) => titleOf(tally.by[index], part, facts)),
      depth: depthOf(tally, key, facts),
      values,
      isShort: isShort(tally, values),
      order: key.map((part, index) => orderOf(tally.by[index], part, facts)).join('\u0000'),
    }
  })
  rows.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  return {
    rows: rows.map(({ order: _order, ...row }) => row),
    total: valuesOf(tally, records),
  }
}

/** Every row to which a record belongs: under its unit and each unit above it. */
function keysOf(tally: Tally, record: TalliedRecord, facts: TallyFacts): string[][] {
  return tally.by.reduce<string[][]>(
    (keys, group) => {
      const parts = partsOf(group, record, facts)
      return keys.flatMap((key) => parts.map((part) => [...key, part]))
    },
    [[]],
  )
}

function partsOf(group: TallyGroup, { unit, data }: TalliedRecord, { units, on }: TallyFacts): string[] {
  if (group.kind === 'unit') return [...chainAbove(units, unit, on)]
  const value = data[group.field]
  const text = value === undefined || value === null ? '' : String(value)
  if (group.kind === 'field') return [text]
  return [isDay(text.slice(0, 10)) ? periodOf(group.every, text.slice(0, 10)).id : '']
}

function valuesOf({ columns }: Tally, records: readonly TalliedRecord[]): Record<string, Decimal> {
  return Object.fromEntries(
    columns.map((column) => {
      const counted = records.filter((record) => isCounted(column, record))
      return [column.id, column.sums === undefined ? String(counted.length) : sumIn(column.sums, counted)]
    }),
  )
}

function isCounted({ states, where = {} }: TallyColumn, { state, data }: TalliedRecord): boolean {
  if (states !== undefined && !states.includes(state)) return false
  return Object.entries(where).every(([field, values]) => values.includes(String(data[field])))
}

function sumIn(field: string, records: readonly TalliedRecord[]): Decimal {
  return sumOf(records.map(({ data }) => String(data[field] ?? '0')).filter(isDecimal))
}

function isShort({ least }: Tally, values: Readonly<Record<string, Decimal>>): boolean | null {
  if (least === undefined) return null
  return !isAtLeast(values[least.column] ?? '0', least.figure)
}

function titleOf(group: TallyGroup | undefined, part: string, { fields, units, on }: TallyFacts): string {
  if (part === '') return '未填写'
  if (group?.kind === 'unit') {
    const unit = units.units[part]
    return unit === undefined ? part : nameOn(unit, on)
  }
  if (group?.kind === 'period') return findPeriod(part)?.title ?? part
  const schema = group === undefined ? undefined : fields.def.shape[group.field]
  const { control, choices } = (schema === undefined ? undefined : findFieldMeta(schema)) ?? {}
  if (control === 'unit') return titleOf({ kind: 'unit' }, part, { fields, units, on })
  if (control === 'yes-no') return part === 'true' ? '是' : '否'
  return choices?.[part] ?? part
}

function depthOf({ by }: Tally, key: readonly string[], { units, on }: TallyFacts): number {
  const place = by.findIndex(({ kind }) => kind === 'unit')
  const unit = key[place]
  return unit === undefined ? 0 : chainAbove(units, unit, on).length - 1
}

/** Units stand under those above them, choices in the order in which they are offered, all else in that of the text. */
function orderOf(group: TallyGroup | undefined, part: string, { fields, units, on }: TallyFacts): string {
  if (group?.kind === 'unit') return chainAbove(units, part, on).toReversed().join('\u0001')
  const schema = group?.kind === 'field' ? fields.def.shape[group.field] : undefined
  const choices = schema === undefined ? undefined : findFieldMeta(schema)?.choices
  const place = choices === undefined ? -1 : Object.keys(choices).indexOf(part)
  return place === -1 ? part : String(place).padStart(4, '0')
}
