import { z } from 'zod'

/** An empty field of a form says nothing. */
const optionalText = z
  .string()
  .max(200)
  .transform((text) => (text === '' ? undefined : text))
  .optional()

const pageNumber = z.coerce.number().int().min(1).max(1_000_000).default(1)

/** What each page takes after its question mark; what it does not know it leaves aside. */
export const queries = {
  issues: z.object({ page: pageNumber }),
  units: z.object({ name: optionalText }),
  unit: z.object({ role: z.enum(['责任', '牵头', '配合', '负责', '参与']).optional(), page: pageNumber }),
  findings: z.object({
    kind: optionalText,
    severity: z.preprocess((value) => value || undefined, z.enum(['error', 'warning', 'note']).optional()),
    issue: optionalText,
    page: pageNumber,
  }),
  deadlines: z.object({
    form: z.enum(['dated', 'recurring', 'counted']).default('dated'),
    year: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    page: pageNumber,
  }),
  search: z.object({ q: z.string().max(200).default(''), page: pageNumber }),
  line: z.coerce.number().int().min(1),
} as const
