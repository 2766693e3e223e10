import { type FieldMeta, findFieldMeta, labelOf, openingFieldsOf, type Procedure } from '@luoshi/kernel'
import { z } from 'zod'

/** A field of a record as a column of a sheet. */
export interface TransferField {
  readonly name: string
  readonly meta: FieldMeta
  readonly isOptional: boolean
  /** As it heads its column: 作业面积（亩） */
  readonly heading: string
  /** What each item of a list is; null for a field that is no list. */
  readonly item: FieldMeta | null
}

/** Heading of the column that says to which unit a record belongs. */
export const UNIT_HEADING = '所属机构'

/** What is filled in of a procedure's record and a sheet can hold, in its order. Files are handed in one by one. */
export function transferFieldsOf(procedure: Procedure): readonly TransferField[] {
  return Object.entries(openingFieldsOf(procedure).def.shape).flatMap(([name, schema]) => {
    const meta = findFieldMeta(schema)
    if (meta === undefined || meta.control === 'files') return []
    const isOptional = schema instanceof z.ZodOptional
    return [{ name, meta, isOptional, heading: labelOf(meta), item: itemOf(schema) }]
  })
}

function itemOf(schema: z.core.$ZodType): FieldMeta | null {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return itemOf(schema.def.innerType)
  return schema instanceof z.ZodArray ? (findFieldMeta(schema.def.element) ?? null) : null
}
