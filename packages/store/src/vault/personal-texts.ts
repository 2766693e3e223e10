import { type Fields, maskText, personalFieldsOf, withPersonal } from '@luoshi/kernel'
import type { SealedText } from './vault.ts'

const personalBySchema = new WeakMap<Fields, boolean>()

/** Whether a schema has a personal field. */
export function hasPersonal(schema: Fields): boolean {
  const known = personalBySchema.get(schema)
  if (known !== undefined) return known
  const has = personalFieldsOf(schema).length > 0
  personalBySchema.set(schema, has)
  return has
}

/** A record with every personal text of its schema sealed. What is sealed already stays as it is. */
export function sealedRecord(
  schema: Fields,
  record: Readonly<Record<string, unknown>>,
  seal: (text: string, masked: string) => SealedText,
): Readonly<Record<string, unknown>> {
  if (!hasPersonal(schema)) return record
  const sealed = withPersonal(schema, record, (text, kind) => seal(text, maskText(kind, text)))
  return sealed as Readonly<Record<string, unknown>>
}

/** Whether a value is a personal text as it lies in the database. */
export function isSealed(value: unknown): value is SealedText {
  return isRecord(value) && typeof value['sealed'] === 'string' && typeof value['masked'] === 'string'
}

/** A value with every sealed text in it replaced, however deep it stands. The value itself where there is none. */
export function withSealed(value: unknown, replace: (sealed: SealedText) => string): unknown {
  if (isSealed(value)) return replace(value)
  if (Array.isArray(value)) {
    const items = value.map((item) => withSealed(item, replace))
    return items.every((item, index) => item === value[index]) ? value : items
  }
  if (!isRecord(value)) return value
  const pairs = Object.entries(value).map(([name, item]) => [name, withSealed(item, replace)] as const)
  return pairs.every(([name, item]) => item === value[name]) ? value : Object.fromEntries(pairs)
}

/** A value as anyone has it who may read it: sealed texts in their masked form. */
export function withMasked<Value>(value: Value): Value {
  return withSealed(value, ({ masked }) => masked) as Value
}

/** Whether something in a value is sealed. */
export function holdsSealed(value: unknown): boolean {
  return withMasked(value) !== value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
