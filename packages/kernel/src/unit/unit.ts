import type { Cite } from '../cite.ts'
import type { IsoDate } from '../time/calendar.ts'

/** A name or a place in the tree from a date on, until the next one's date. */
export interface Since<Value> {
  /** Null for what holds since before anyone wrote it down. */
  readonly from: IsoDate | null
  readonly value: Value
  /** The instrument that ordered the change; null for what was found so. */
  readonly basis: Cite | null
}

/** A department, township, public institution, mass organisation or firm that acts. */
export interface Unit {
  /** ASCII, never used again: `agricultural-machinery-centre` */
  readonly id: string
  /** Official names by date, earliest first. */
  readonly names: readonly Since<string>[]
  /** Ids of the unit above, by date; null at the top. */
  readonly parents: readonly Since<string | null>[]
  /** Other ways in which its name is written. */
  readonly aliases: readonly string[]
  /** First day, null where it is not known. */
  readonly from: IsoDate | null
  /** First day on which it is no more; null while it stands. */
  readonly until: IsoDate | null
  /** Ids of the units that carry on its work after it. */
  readonly successors: readonly string[]
}

/** A unit that stands, by the name that it bears. */
export function unitNamed(
  id: string,
  name: string,
  above: string | null,
  aliases: readonly string[] = [],
): Unit {
  return {
    id,
    names: [{ from: null, value: name, basis: null }],
    parents: [{ from: null, value: above, basis: null }],
    aliases,
    from: null,
    until: null,
    successors: [],
  }
}

/** The unit's official name on a date: a duty of 2021 names the unit of 2021. */
export function nameOn(unit: Unit, date: IsoDate): string {
  const named = valueOn(unit.names, date) ?? unit.names[0]?.value
  return named ?? unit.id
}

/** The name as the unit signs what leaves the county: 县公安局 of 五台县 is 五台县公安局, a township's has the county before it. */
export function nameOutside(name: string, county: string): string {
  if (name.includes(county)) return name
  return `${county}${name.replace(/^县/, '')}`
}

/** The id of the unit above on a date; null at the top. */
export function parentOn(unit: Unit, date: IsoDate): string | null {
  return valueOn(unit.parents, date) ?? null
}

/** Whether the unit stands on a date. */
export function isStanding(unit: Unit, date: IsoDate): boolean {
  return (unit.from === null || unit.from <= date) && (unit.until === null || date < unit.until)
}

function valueOn<Value>(dated: readonly Since<Value>[], date: IsoDate): Value | undefined {
  return dated.findLast(({ from }) => from === null || from <= date)?.value
}
