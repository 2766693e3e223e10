import { z } from 'zod'
import { type Issue, issueOf } from '../issue/issue.ts'
import { fieldRegistry, findFieldMeta, labelOf } from './field-meta.ts'
import { withoutWrapping } from './wrapping.ts'

/** A record that fits its schema, or everything that does not. */
export type Validated<Value> =
  | { readonly kind: 'valid'; readonly value: Value }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }

/** Checks data against a schema. Each issue says in Chinese which field, what was found and what would pass. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
): Validated<z.output<Schema>> {
  const parsed = schema.safeParse(data)
  if (parsed.success) return { kind: 'valid', value: parsed.data }
  const issues = parsed.error.issues.flatMap((issue) => issuesFrom(schema, issue, data))
  // Of a field that is wrong in several of its parts it is said once.
  const bySentence = new Map(issues.map((issue) => [`${issue.path.join('.')} ${issue.message}`, issue]))
  return { kind: 'invalid', issues: [...bySentence.values()] }
}

/** The schema for other programs: JSON Schema with labels, units and choices among its keywords. */
export function jsonSchemaOf(schema: z.core.$ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(schema, { metadata: fieldRegistry })
}

function issuesFrom(schema: z.core.$ZodType, issue: z.core.$ZodIssue, data: unknown): Issue[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  const field = findField(schema, path)
  if (issue.code === 'unrecognized_keys') {
    const known = labelsOf(field)
    return issue.keys.map((key) => issueOf('field-unknown', [...path, key], { field: key, known }))
  }
  const place = fieldAround(schema, path)
  if (place === undefined) return [issueOf('not-a-record', path, { found: foundText(valueAt(data, path)) })]
  const found = valueAt(data, place.path)
  const { wanted } = place.meta
  const label = labelOf(place.meta)
  if (found === undefined || found === null || found === '') {
    return [issueOf('field-missing', place.path, { label, wanted })]
  }
  return [issueOf('field-refused', place.path, { label, wanted, found: foundText(found) })]
}

/** The innermost field of ours on the way to a value: a place is one field, its longitude is none. */
function fieldAround(schema: z.core.$ZodType, path: readonly (string | number)[]) {
  for (let length = path.length; length > 0; length--) {
    const around = path.slice(0, length)
    const field = findField(schema, around)
    const meta = field === undefined ? undefined : findFieldMeta(field)
    if (meta !== undefined) return { path: around, meta }
  }
  return undefined
}

function findField(schema: z.core.$ZodType, path: readonly (string | number)[]): z.core.$ZodType | undefined {
  let field: z.core.$ZodType | undefined = schema
  for (const key of path) {
    if (field === undefined) return undefined
    const inner = withoutWrapping(field)
    if (inner instanceof z.ZodObject) {
      const shape: Readonly<Record<string, z.core.$ZodType>> = inner.def.shape
      field = shape[String(key)]
    } else if (inner instanceof z.ZodArray) field = inner.def.element
    else return undefined
  }
  return field
}

function labelsOf(schema: z.core.$ZodType | undefined): string {
  if (!(schema instanceof z.ZodObject)) return '无'
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.def.shape
  const labels = Object.entries(shape).map(([key, field]) => findFieldMeta(field)?.label ?? key)
  return labels.length === 0 ? '无' : labels.join('、')
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    data,
  )
}

function foundText(found: unknown): string {
  if (typeof found === 'string') return found.length > 40 ? `${found.slice(0, 40)}……` : found
  if (Array.isArray(found)) return `${found.length}项的列表`
  if (typeof found === 'object' && found !== null) return '一组内容'
  if (typeof found === 'boolean') return found ? '是' : '否'
  return found === undefined || found === null ? '空' : String(found)
}
