import { z } from 'zod'
import { findFieldMeta } from './field-meta.ts'
import { withoutWrapping } from './wrapping.ts'

/** A field in whose order lists can be put. */
export interface SortableField {
  readonly name: string
  /** Figures are compared as numbers, whatever the zeros before and behind; all else, dates among it, as text. */
  readonly compares: 'number' | 'text'
}

/**
 * Names of the fields by whose words records are found: texts, unless they say otherwise, and the fields of the key.
 *
 * @param key the register's key
 */
export function searchableFieldsOf(schema: z.core.$ZodType, key: readonly string[] = []): readonly string[] {
  return namesWhere(schema, (name, isMarked) => isMarked('isSearchable') || key.includes(name))
}

/** The fields in whose order lists can be put: figures and dates, unless they say otherwise. */
export function sortableFieldsOf(schema: z.core.$ZodType): readonly SortableField[] {
  return namesWhere(schema, (_name, isMarked) => isMarked('isSortable')).map((name) => ({
    name,
    compares: isFigure(shapeOf(schema)[name]) ? 'number' : 'text',
  }))
}

function namesWhere(
  schema: z.core.$ZodType,
  isWanted: (name: string, isMarked: (mark: 'isSearchable' | 'isSortable') => boolean) => boolean,
): string[] {
  return Object.entries(shapeOf(schema)).flatMap(([name, field]) => {
    const meta = findFieldMeta(field)
    // A personal field is encrypted where it lies: nothing is found by it or sorted by it.
    if (meta === undefined || meta.personal !== undefined) return []
    return isWanted(name, (mark) => meta[mark] === true) ? [name] : []
  })
}

function shapeOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const inner = withoutWrapping(schema)
  return inner instanceof z.ZodObject ? inner.def.shape : {}
}

/** Whether a field holds a figure: a count, which is a number, or a measure or money, which is a decimal in a text. */
export function isFigure(field: z.core.$ZodType | undefined): boolean {
  const control = field === undefined ? undefined : findFieldMeta(field)?.control
  return control === 'count' || control === 'decimal' || control === 'money'
}
