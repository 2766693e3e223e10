import { HTTPException } from 'hono/http-exception'
import type { z } from 'zod'

/** What a visitor gave, or a refusal. */
export function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const result = schema.safeParse(value)
  if (!result.success) throw new HTTPException(400)
  return result.data
}

/** Headers of a file that is taken along under a name. */
export function attachment(file: string, mediaType: string): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file)}`,
  }
}
