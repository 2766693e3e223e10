import type { FieldControl, FieldMeta } from '@luoshi/kernel'

/** A JSON Schema as the API gives it: with labels, units and choices among its keywords. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A field as forms, lists and details show it. */
export interface FieldView extends FieldMeta {
  readonly name: string
  readonly isRequired: boolean
  /** Of what a list is made; null for no list. */
  readonly item: FieldView | null
  /** The fields of a row, where the field is a group or the rows of a list are. */
  readonly inner: readonly FieldView[]
}

/** The fields of a record or form, in their order. */
export function fieldsOf(schema: JsonSchema | null): readonly FieldView[] {
  const properties = (schema?.['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>
  const required = new Set((schema?.['required'] ?? []) as readonly string[])
  return Object.entries(properties).map(([name, property]) => fieldView(name, property, required.has(name)))
}

function fieldView(name: string, property: JsonSchema, isRequired: boolean): FieldView {
  const items = property['items'] as JsonSchema | undefined
  const meta = property as unknown as Partial<FieldMeta>
  return {
    ...meta,
    name,
    isRequired,
    label: meta.label ?? '',
    wanted: meta.wanted ?? '',
    control: meta.control ?? controlFor(property),
    item: items === undefined ? null : fieldView(name, items, true),
    inner: fieldsOf(property),
  }
}

/** For a schema without a word on how it is filled in, as the rows of a list are. */
function controlFor(property: JsonSchema): FieldControl {
  if (property['type'] === 'boolean') return 'yes-no'
  if (property['type'] === 'integer') return 'count'
  return property['type'] === 'array' ? 'list' : 'text'
}
