import { type Catalogue, type CatalogueVersion, type Item, keyOf, textOf } from './catalogue.ts'

/** A field that reads otherwise than before. */
export interface ChangedField {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** What became of entries from one version to the next. Each later entry stands in one change or, where nothing differs, in none. */
export type CatalogueChange =
  | { readonly kind: 'added'; readonly after: Item }
  | { readonly kind: 'removed'; readonly before: Item }
  /** Another name, and perhaps another key; `fields` has what else differs. */
  | {
      readonly kind: 'renamed'
      readonly before: Item
      readonly after: Item
      readonly fields: readonly ChangedField[]
    }
  | { readonly kind: 'merged'; readonly before: readonly Item[]; readonly after: Item }
  | { readonly kind: 'split'; readonly before: Item; readonly after: readonly Item[] }
  /** The same entry by the same name, on another law. */
  | {
      readonly kind: 'basis-changed'
      readonly before: Item
      readonly after: Item
      readonly fields: readonly ChangedField[]
    }
  /** Something else of it differs. */
  | {
      readonly kind: 'changed'
      readonly before: Item
      readonly after: Item
      readonly fields: readonly ChangedField[]
    }

/** How the kinds read. */
export const catalogueChangeLabels: Readonly<Record<CatalogueChange['kind'], string>> = {
  added: '新增',
  removed: '取消',
  renamed: '更名',
  merged: '合并',
  split: '拆分',
  'basis-changed': '依据调整',
  changed: '调整',
}

/**
 * What changed from one version of a list to a later one. Entries are the same by their key, or where the later one says
 * which it replaces; its running number plays no part. Changes stand in the order of the later list, then what was
 * removed in the order of the earlier.
 */
export function catalogueDiff(
  catalogue: Catalogue,
  before: CatalogueVersion,
  after: CatalogueVersion,
): readonly CatalogueChange[] {
  const old = new Map(before.items.map((item) => [keyOf(catalogue, item), item]))
  const heirs = heirsOf(catalogue, old, after)
  const told = new Set<Item>()
  const changes = after.items.flatMap((item): CatalogueChange[] => {
    const from = forebearsOf(catalogue, old, item)
    const [only] = from
    if (only === undefined) return [{ kind: 'added', after: item }]
    if (from.length > 1) return [{ kind: 'merged', before: from, after: item }]
    const all = (heirs.get(only) ?? []).filter((heir) => forebearsOf(catalogue, old, heir).length === 1)
    if (all.length === 1) return comparedWith(catalogue, only, item)
    if (told.has(only)) return []
    told.add(only)
    return [{ kind: 'split', before: only, after: all }]
  })
  const removed = before.items.filter((item) => (heirs.get(item) ?? []).length === 0)
  return [...changes, ...removed.map((item) => ({ kind: 'removed', before: item }) as const)]
}

/** The earlier entries in whose place one stands. */
function forebearsOf(catalogue: Catalogue, old: ReadonlyMap<string, Item>, item: Item): Item[] {
  const keys = item.replaces ?? [keyOf(catalogue, item)]
  return [...new Set(keys)].flatMap((key) => old.get(key) ?? [])
}

/** By earlier entry: the later ones in its place. */
function heirsOf(catalogue: Catalogue, old: ReadonlyMap<string, Item>, after: CatalogueVersion) {
  const heirs = new Map<Item, Item[]>()
  for (const item of after.items) {
    for (const earlier of forebearsOf(catalogue, old, item)) {
      heirs.set(earlier, [...(heirs.get(earlier) ?? []), item])
    }
  }
  return heirs
}

function comparedWith(catalogue: Catalogue, before: Item, after: Item): CatalogueChange[] {
  const { parts, fields } = catalogue
  const changed = Object.keys(fields.def.shape)
    .filter((field) => field !== parts.number && field !== parts.key)
    .filter((field) => textOf(before.entry, field) !== textOf(after.entry, field))
    .map((field) => ({ field, before: before.entry[field], after: after.entry[field] }))
  const isRenamed =
    keyOf(catalogue, before) !== keyOf(catalogue, after) || changed.some(({ field }) => field === parts.name)
  if (isRenamed) return [{ kind: 'renamed', before, after, fields: changed }]
  if (changed.length === 0) return []
  const isOfBasis = changed.some(({ field }) => field === parts.source)
  return [{ kind: isOfBasis ? 'basis-changed' : 'changed', before, after, fields: changed }]
}
