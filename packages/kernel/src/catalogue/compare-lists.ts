import type { Cite } from '../cite.ts'
import { type Catalogue, type CatalogueVersion, type Item, textOf } from './catalogue.ts'
import { lawNameOf } from './legal-basis.ts'
import { nameLikeness, pairsOf } from './near-names.ts'

/** Another list that this one is held to: the superior's, or a special list that must be kept the same. */
export interface ListComparison {
  /** ASCII, unique in its catalogue: `superior` */
  readonly id: string
  /** As its clause names it: 市场准入负面清单 */
  readonly title: string
  readonly basis: Cite
  /** Register of the same programme that has its entries. */
  readonly register: string
  /** Only its records with these values. */
  readonly where: Readonly<Record<string, string>>
  /** Field of the register that names the edition; the last of them is compared. */
  readonly edition: string
  /** Field of the register → field of the list that must say the same. */
  readonly equals: Readonly<Record<string, string>>
}

/** A record of the other list. */
export type OtherEntry = Readonly<Record<string, unknown>>

/** One difference between the lists. */
export type ListDifference =
  /** Only the other list has it. */
  | { readonly kind: 'missing'; readonly other: OtherEntry }
  /** Only ours has it. */
  | { readonly kind: 'extra'; readonly item: Item }
  /** The same by another name. */
  | { readonly kind: 'renamed'; readonly item: Item; readonly other: OtherEntry }
  /** A field that must be the same is not. */
  | {
      readonly kind: 'differs'
      readonly item: Item
      readonly other: OtherEntry
      /** Of the list. */
      readonly field: string
      readonly ours: string
      readonly theirs: string
    }

/** How the kinds read. */
export const listDifferenceLabels: Readonly<Record<ListDifference['kind'], string>> = {
  missing: '本清单缺少',
  extra: '本清单多出',
  renamed: '名称不一致',
  differs: '要素不一致',
}

/** From this likeness on, a name that only one list has and one that only the other has are taken for the same entry. */
const SAME_FROM = 0.6

/**
 * Everything in which a list differs from another, in the order of ours, then what only the other has. Names are compared
 * without spaces and with brackets of one width; lists of values without regard to their order.
 */
export function compareLists(
  catalogue: Catalogue,
  { items }: Pick<CatalogueVersion, 'items'>,
  others: readonly OtherEntry[],
  { equals }: Pick<ListComparison, 'equals'>,
): readonly ListDifference[] {
  const nameField = Object.entries(equals).find(([, ours]) => ours === catalogue.parts.name)?.[0] ?? ''
  const nameOf = (other: OtherEntry) => plain(textOf(other, nameField))
  const byName = new Map(others.map((other) => [nameOf(other), other]))
  const ownName = ({ entry }: Item) => plain(textOf(entry, catalogue.parts.name))
  const own = new Set(items.map(ownName))
  const lone = items.filter((item) => !byName.has(ownName(item)))
  const strange = others.filter((other) => !own.has(nameOf(other)))
  const pairs = pairedByName(lone, strange, ownName, nameOf)
  const paired = new Set(pairs.values())
  const ours = items.flatMap((item): ListDifference[] => {
    const same = byName.get(ownName(item))
    if (same !== undefined) return fieldsApart(catalogue, item, same, equals)
    const renamed = pairs.get(item)
    if (renamed !== undefined) {
      return [{ kind: 'renamed', item, other: renamed }, ...fieldsApart(catalogue, item, renamed, equals)]
    }
    return [{ kind: 'extra', item }]
  })
  const theirs = strange.filter((other) => !paired.has(other))
  return [...ours, ...theirs.map((other) => ({ kind: 'missing', other }) as const)]
}

/** Entries that only an earlier and only a later version have, and whose names are so like that they may be the same: later → earlier. */
export function likelyRenamed(
  { parts }: Pick<Catalogue, 'parts'>,
  removed: readonly Item[],
  added: readonly Item[],
): ReadonlyMap<Item, Item> {
  const nameOf = (entry: OtherEntry) => plain(textOf(entry, parts.name))
  const entries = removed.map(({ entry }) => entry)
  const pairs = pairedByName(added, entries, ({ entry }) => nameOf(entry), nameOf)
  return new Map(
    [...pairs].flatMap(([later, earlier]) => {
      const item = removed.find(({ entry }) => entry === earlier)
      return item === undefined ? [] : [[later, item] as const]
    }),
  )
}

/** Each entry of ours with the one of theirs whose name is most like it; none is taken twice. */
function pairedByName(
  lone: readonly Item[],
  strange: readonly OtherEntry[],
  ownName: (item: Item) => string,
  nameOf: (other: OtherEntry) => string,
): ReadonlyMap<Item, OtherEntry> {
  const byPair = new Map<string, OtherEntry[]>()
  for (const other of strange) {
    for (const pair of pairsOf(nameOf(other))) byPair.set(pair, [...(byPair.get(pair) ?? []), other])
  }
  const likely = lone.flatMap((item) => {
    const near = new Set([...pairsOf(ownName(item))].flatMap((pair) => byPair.get(pair) ?? []))
    return [...near]
      .map((other) => ({ item, other, likeness: nameLikeness(ownName(item), nameOf(other)) }))
      .filter(({ likeness }) => likeness >= SAME_FROM)
  })
  const pairs = new Map<Item, OtherEntry>()
  const taken = new Set<OtherEntry>()
  for (const { item, other } of likely.sort((a, b) => b.likeness - a.likeness)) {
    if (pairs.has(item) || taken.has(other)) continue
    pairs.set(item, other)
    taken.add(other)
  }
  return pairs
}

function fieldsApart(
  catalogue: Catalogue,
  item: Item,
  other: OtherEntry,
  equals: ListComparison['equals'],
): ListDifference[] {
  return Object.entries(equals).flatMap(([theirField, field]): ListDifference[] => {
    if (field === catalogue.parts.name) return []
    const [ours, theirs] = [textOf(item.entry, field), textOf(other, theirField)]
    if (valuesOf(item.entry[field]) === valuesOf(other[theirField])) return []
    return [{ kind: 'differs', item, other, field, ours, theirs }]
  })
}

/** Values in an order that does not depend on how they were written. */
function valuesOf(value: unknown): string {
  const all = Array.isArray(value) ? value.map(String) : String(value ?? '').split('、')
  return all
    .map(plain)
    .filter((one) => one !== '')
    .sort()
    .join('、')
}

function plain(text: string): string {
  return lawNameOf(text.replace(/[《》]/g, ''))
}

/** The records of the edition that is compared: the last by name. */
export function latestEdition(
  others: readonly OtherEntry[],
  { edition }: Pick<ListComparison, 'edition'>,
): { readonly name: string; readonly entries: readonly OtherEntry[] } {
  const name = [...new Set(others.map((other) => textOf(other, edition)))].sort().at(-1) ?? ''
  return { name, entries: others.filter((other) => textOf(other, edition) === name) }
}
