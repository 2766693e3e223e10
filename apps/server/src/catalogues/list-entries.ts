import { type Catalogue, findFieldMeta, type Item, textOf } from '@luoshi/kernel'

/** A column of a list: a field of its entries. */
export interface ListColumn {
  readonly field: string
  /** As a user reads it. */
  readonly label: string
}

/** The columns of a list, in the order of its fields. */
export function listColumns({ fields }: Catalogue): readonly ListColumn[] {
  return Object.entries(fields.def.shape).map(([field, schema]) => ({
    field,
    label: findFieldMeta(schema)?.label ?? field,
  }))
}

/** A cell as a user reads it: choices by their labels, several values with 、 between. */
export function cellText({ fields }: Catalogue, { entry }: Item, field: string): string {
  const shape: Readonly<Record<string, Parameters<typeof findFieldMeta>[0]>> = fields.def.shape
  const schema = shape[field]
  const text = textOf(entry, field)
  return (schema === undefined ? undefined : findFieldMeta(schema)?.choices?.[text]) ?? text
}

/** The entries that hold all words somewhere, and that value in each of those fields. */
export function chosenEntries(
  catalogue: Catalogue,
  items: readonly Item[],
  words: string,
  fields: Readonly<Record<string, string>>,
): readonly Item[] {
  const wanted = words.split(/\s+/).filter((word) => word !== '')
  const columns = listColumns(catalogue)
  return items.filter((item) => {
    const texts = columns.map(({ field }) => cellText(catalogue, item, field))
    const isNamed = wanted.every((word) => texts.some((text) => text.includes(word)))
    return (
      isNamed &&
      Object.entries(fields).every(([field, value]) => partsOf(catalogue, item, field).includes(value))
    )
  })
}

/** The values of a cell apart: 县公安局 and 乡（镇）人民政府. */
export function partsOf(catalogue: Catalogue, item: Item, field: string): readonly string[] {
  const value = item.entry[field]
  return Array.isArray(value) ? value.map(String) : [cellText(catalogue, item, field)]
}

/** A value that entries share, and how many do. */
export interface SharedValue {
  readonly value: string
  readonly count: number
}

/** What a list can be narrowed to: fields in which few values are shared by many entries, most first. */
export function sharedValues(
  catalogue: Catalogue,
  items: readonly Item[],
): readonly { readonly column: ListColumn; readonly values: readonly SharedValue[] }[] {
  return listColumns(catalogue).flatMap((column) => {
    const counts = new Map<string, number>()
    for (const item of items) {
      for (const value of new Set(partsOf(catalogue, item, column.field))) {
        if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1)
      }
    }
    const values = [...counts].map(([value, count]) => ({ value, count }))
    const isShared = values.length > 1 && values.length * 3 <= items.length
    return isShared ? [{ column, values: values.sort((a, b) => b.count - a.count) }] : []
  })
}
