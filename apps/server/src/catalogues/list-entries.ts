import { type Catalogue, findFieldMeta, type Item } from '@luoshi/kernel'
import { z } from 'zod'

/** A column of a list: a field of its entries. */
export interface ListColumn {
  readonly field: string
  /** As a user reads it. */
  readonly label: string
  /** What each value is called, where it is one of a few. */
  readonly choices?: Readonly<Record<string, string>>
}

/** The columns of a list, in the order of its fields. */
export function listColumns({ fields }: Catalogue): readonly ListColumn[] {
  return Object.entries(fields.def.shape).map(([field, schema]) => {
    const choices = choicesOf(schema)
    const label = findFieldMeta(schema)?.label ?? field
    return { field, label, ...(choices === undefined ? {} : { choices }) }
  })
}

type Schema = Parameters<typeof findFieldMeta>[0]

/** What the values of a field are called, or of each of several in it. */
function choicesOf(schema: Schema): Readonly<Record<string, string>> | undefined {
  const field = schema instanceof z.ZodOptional ? schema.def.innerType : schema
  return findFieldMeta(field instanceof z.ZodArray ? field.def.element : field)?.choices
}

/** A cell as a user reads it: choices by their labels, several values with 、 between. */
export function cellText(catalogue: Catalogue, item: Item, field: string): string {
  return partsOf(catalogue, item, field).join('、')
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
export function partsOf({ fields }: Catalogue, { entry }: Item, field: string): readonly string[] {
  const shape: Readonly<Record<string, Schema>> = fields.def.shape
  const schema = shape[field]
  const choices = schema === undefined ? undefined : choicesOf(schema)
  const value = entry[field] ?? ''
  return (Array.isArray(value) ? value : [value]).map((one) => choices?.[String(one)] ?? String(one))
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
