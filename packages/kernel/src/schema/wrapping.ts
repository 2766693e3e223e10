import { z } from 'zod'

/** The field itself, where it may be left out or empty. */
export function withoutWrapping(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return withoutWrapping(schema.def.innerType)
  }
  return schema
}
