import type { Cite } from '../cite.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isStanding, parentOn, type Unit } from './unit.ts'

/** All units of a county, those that are no more among them. */
export interface UnitTree {
  readonly units: Readonly<Record<string, Unit>>
}

/** A tree of these units. */
export function unitTree(units: readonly Unit[]): UnitTree {
  return { units: Object.fromEntries(units.map((unit) => [unit.id, unit])) }
}

/** The units that bear this name or alias and stand on that date: none, one, or several of the same name. */
export function unitsNamed(tree: UnitTree, name: string, date: IsoDate): readonly Unit[] {
  return Object.values(tree.units).filter(
    (unit) =>
      isStanding(unit, date) &&
      (unit.aliases.includes(name) || unit.names.some(({ value }) => value === name)),
  )
}

/** Whether a unit is another or stands below it on a date. */
export function isWithin(tree: UnitTree, unit: string, above: string, date: IsoDate): boolean {
  return chainAbove(tree, unit, date).includes(above)
}

/** Ids of a unit and all below it on a date. */
export function unitsWithin(tree: UnitTree, above: string, date: IsoDate): readonly string[] {
  return Object.keys(tree.units).filter((id) => isWithin(tree, id, above, date))
}

/** The units that answer on a date for what a unit did: itself while it stands, else those that carry its work on. */
export function answeringOn(tree: UnitTree, unit: string, date: IsoDate): readonly string[] {
  const answering = new Set<string>()
  const seen = new Set<string>()
  const waiting = [unit]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const found = tree.units[id]
    if (found === undefined) continue
    if (found.until === null || date < found.until) answering.add(id)
    else waiting.push(...found.successors)
  }
  return [...answering].sort()
}

/** The tree with a unit's name changed from a date on; the old name stays what it was before. */
export function withNewName(
  tree: UnitTree,
  id: string,
  name: string,
  from: IsoDate,
  basis: Cite | null,
): UnitTree {
  return changed(tree, id, (unit) => ({ ...unit, names: [...unit.names, { from, value: name, basis }] }))
}

/** The tree with a unit put below another from a date on. */
export function withNewParent(
  tree: UnitTree,
  id: string,
  above: string | null,
  from: IsoDate,
  basis: Cite | null,
): UnitTree {
  return changed(tree, id, (unit) => ({ ...unit, parents: [...unit.parents, { from, value: above, basis }] }))
}

/** The tree with units merged into one from a date on: they end, and it carries their work on. */
export function withMerger(tree: UnitTree, merged: readonly string[], into: Unit, from: IsoDate): UnitTree {
  const ended = merged
    .filter((id) => id !== into.id)
    .reduce(
      (before, id) => changed(before, id, (unit) => ({ ...unit, until: from, successors: [into.id] })),
      tree,
    )
  return { units: { ...ended.units, [into.id]: tree.units[into.id] ?? { ...into, from } } }
}

function changed(tree: UnitTree, id: string, change: (unit: Unit) => Unit): UnitTree {
  const unit = tree.units[id]
  return unit === undefined ? tree : { units: { ...tree.units, [id]: change(unit) } }
}

/** A unit and those above it on a date, from itself upwards. */
export function chainAbove(tree: UnitTree, id: string, date: IsoDate): readonly string[] {
  const chain: string[] = []
  let next: string | null = id
  while (next !== null && !chain.includes(next)) {
    chain.push(next)
    const unit: Unit | undefined = tree.units[next]
    next = unit === undefined ? null : parentOn(unit, date)
  }
  return chain
}
