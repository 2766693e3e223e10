import type { Cite } from '../cite.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import type { Fields } from '../schema/fields.ts'
import { type Catalogue, type CatalogueVersion, type Item, textOf } from './catalogue.ts'

/** What must be filled in for every entry of a list, and in which register. */
export interface Completeness {
  /** ASCII, unique in its catalogue: `specification` */
  readonly id: string
  /** As its clause names it: 行政许可实施规范 */
  readonly title: string
  readonly basis: Cite
  /** Register of the same programme in which an entry is filled in, once or for each of its situations. */
  readonly register: string
  /** Field of the register that names the entry. */
  readonly item: string
  /** Fields of the register that must not be blank. */
  readonly fields: readonly string[]
}

/** An entry for which something is not filled in. */
export interface Incomplete {
  readonly item: Item
  /** The record with blanks; null where the entry has none at all. */
  readonly record: Readonly<Record<string, unknown>> | null
  /** Labels of the blank fields. */
  readonly blank: readonly string[]
}

/** The entries for which the register has nothing or leaves something blank, in the order of the list. */
export function incompleteEntries(
  catalogue: Catalogue,
  { items }: Pick<CatalogueVersion, 'items'>,
  records: readonly Readonly<Record<string, unknown>>[],
  { item: named, fields: wanted }: Pick<Completeness, 'item' | 'fields'>,
  schema: Fields,
): readonly Incomplete[] {
  const byItem = Map.groupBy(records, (record) => textOf(record, named))
  const labels = wanted.map((field) => [field, labelIn(schema, field)] as const)
  return items.flatMap((item): Incomplete[] => {
    const own = byItem.get(textOf(item.entry, catalogue.parts.name)) ?? []
    if (own.length === 0) return [{ item, record: null, blank: labels.map(([, label]) => label) }]
    return own.flatMap((record) => {
      const blank = labels.flatMap(([field, label]) => (textOf(record, field).trim() === '' ? [label] : []))
      return blank.length === 0 ? [] : [{ item, record, blank }]
    })
  })
}

function labelIn(schema: Fields, field: string): string {
  const known = schema.def.shape[field]
  const meta = known === undefined ? undefined : findFieldMeta(known)
  return meta === undefined ? field : labelOf(meta)
}
