import { z } from 'zod'

/** What a field tells of a person; each kind is masked in its own way. */
export type PersonalKind = 'name' | 'phone' | 'id-number' | 'address' | 'bank-account' | 'plate'

/** How a field is filled in and shown: forms and tables have one part for each. */
export type FieldControl =
  | 'text'
  | 'long-text'
  | 'phone'
  | 'count'
  | 'decimal'
  | 'money'
  | 'date'
  | 'date-time'
  | 'yes-no'
  | 'choice'
  | 'reference'
  | 'unit'
  | 'place'
  | 'files'
  | 'list'

/** What forms, tables, sheets and the API need to know of a field besides its type. */
export interface FieldMeta {
  readonly control: FieldControl
  /** As printed at the head of a column: 作业面积 */
  readonly label: string
  /** 亩, 厘米, 元; absent for a field without one. */
  readonly unit?: string
  /** One sentence beside the field. */
  readonly help?: string
  /** What would pass, to end the sentence “应填……”. */
  readonly wanted: string
  /** Bounds of a decimal, both included. */
  readonly least?: string
  readonly most?: string
  readonly personal?: PersonalKind
  /** Value → label, in the order in which they are offered. */
  readonly choices?: Readonly<Record<string, string>>
  /** Media types of files that are taken; any where it is absent. */
  readonly mediaTypes?: readonly string[]
  /** Whether it is a signature: drawn on the glass of a device, or a file where it was drawn on paper. */
  readonly isSignature?: boolean
  /** Whether nobody fills it in: a mobile device writes its own clock into it when the form is sent off. */
  readonly isDeviceTime?: boolean
  /** Id of the register whose records it names by key. */
  readonly refersTo?: string
  /** Whether records are found by words in it. A personal field never is: it is encrypted where it lies. */
  readonly isSearchable?: boolean
  /** Whether lists can be put in its order. */
  readonly isSortable?: boolean
}

/** The one registry of field metadata. JSON Schemas and forms read it. */
export const fieldRegistry = z.registry<FieldMeta>()

/** The metadata of a field, also of one that may be left out; undefined for a schema that is no field of ours. */
export function findFieldMeta(field: z.core.$ZodType): FieldMeta | undefined {
  const meta = fieldRegistry.get(field)
  if (meta !== undefined) return meta
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable) {
    return findFieldMeta(field.def.innerType)
  }
  return undefined
}

/** The label of a field as a user reads it, with its unit: 作业面积（亩）. */
export function labelOf(meta: FieldMeta): string {
  return meta.unit === undefined ? meta.label : `${meta.label}（${meta.unit}）`
}
