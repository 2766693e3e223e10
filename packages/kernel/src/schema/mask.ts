import { z } from 'zod'
import { findFieldMeta, type PersonalKind } from './field-meta.ts'
import { withoutWrapping } from './wrapping.ts'

/** Where a personal field stands in a schema, and what it tells of a person. */
export interface PersonalField {
  /** Keys from the record inwards; `*` stands for each item of a list. */
  readonly path: readonly string[]
  readonly kind: PersonalKind
}

const masks = {
  name: (name) => keepEnds(name, 1, 0),
  phone: (number) => keepEnds(number, 3, 4),
  'id-number': (number) => keepEnds(number, 4, 2),
  address: (address) => keepEnds(address, Math.min(6, Math.floor([...address].length / 2)), 0),
  'bank-account': (account) => keepEnds(account, 0, 4),
  plate: (plate) => keepEnds(plate, 2, 1),
} satisfies Record<PersonalKind, (text: string) => string>

/** A personal text so that nobody is told from it: 138****5678. What is too short to keep an end of is all stars. */
export function maskText(kind: PersonalKind, text: string): string {
  return masks[kind](text)
}

/** The personal fields of a schema, from its metadata. */
export function personalFieldsOf(schema: z.core.$ZodType): readonly PersonalField[] {
  const inner = withoutWrapping(schema)
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.def.shape).flatMap(([key, field]) => prefixed(key, personalFieldsOf(field)))
  }
  if (inner instanceof z.ZodArray) return prefixed('*', personalFieldsOf(inner.def.element))
  const kind = findFieldMeta(schema)?.personal
  return kind === undefined ? [] : [{ path: [], kind }]
}

/** A copy of a value with every personal text in it changed, as by encrypting it; all else as it is. */
export function withPersonal(
  schema: z.core.$ZodType,
  value: unknown,
  change: (text: string, kind: PersonalKind) => unknown,
): unknown {
  const inner = withoutWrapping(schema)
  if (inner instanceof z.ZodObject && isPlainObject(value)) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.def.shape
    const pairs = Object.entries(value).map(([key, item]) => {
      const field = shape[key]
      return [key, field === undefined ? item : withPersonal(field, item, change)]
    })
    return Object.fromEntries(pairs)
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => withPersonal(inner.def.element, item, change))
  }
  const kind = findFieldMeta(schema)?.personal
  return kind === undefined || typeof value !== 'string' ? value : change(value, kind)
}

/** A copy of a value with every personal field masked, but those whose top key is in `clear`. */
export function masked<Value>(schema: z.core.$ZodType, value: Value, clear: readonly string[] = []): Value {
  return maskedBy(schema, value, new Set(clear)) as Value
}

function maskedBy(schema: z.core.$ZodType, value: unknown, clear: ReadonlySet<string>): unknown {
  const inner = withoutWrapping(schema)
  if (inner instanceof z.ZodObject && isPlainObject(value)) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = inner.def.shape
    const pairs = Object.entries(value).flatMap(([key, field]) => {
      if (clear.has(key)) return [[key, field]]
      const fieldSchema = shape[key]
      // A key that the schema does not know may hold anything about anyone: it is not shown.
      return fieldSchema === undefined ? [] : [[key, maskedBy(fieldSchema, field, NONE)]]
    })
    return Object.fromEntries(pairs)
  }
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => maskedBy(inner.def.element, item, NONE))
  }
  const kind = findFieldMeta(schema)?.personal
  if (kind === undefined || value === null || value === undefined) return value
  return typeof value === 'string' ? maskText(kind, value) : null
}

const NONE: ReadonlySet<string> = new Set()

function keepEnds(text: string, first: number, last: number): string {
  const characters = [...text]
  const hidden = characters.length - first - last
  if (hidden < Math.max(1, first, last - 1)) return '*'.repeat(characters.length)
  const end = last === 0 ? '' : characters.slice(-last).join('')
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + end
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function prefixed(key: string, found: readonly PersonalField[]): PersonalField[] {
  return found.map(({ path, kind }) => ({ path: [key, ...path], kind }))
}
