import { z } from 'zod'

/** An empty field of a form says nothing. */
const optionalText = z
  .string()
  .max(200)
  .transform((text) => (text === '' ? undefined : text))
  .optional()

const pageNumber = z.coerce.number().int().min(1).max(1_000_000).default(1)

const optionalYear = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
)

const optionalDay = z.preprocess((value) => value || undefined, z.iso.date().optional())

/** What each page takes after its question mark; what it does not know it leaves aside. */
export const queries = {
  issues: z.object({ page: pageNumber }),
  editedIssue: z.object({ done: optionalText }),
  enforcement: z.object({ q: optionalText }),
  notice: z.object({ on: optionalDay }),
  units: z.object({ name: optionalText }),
  unit: z.object({ role: z.enum(['责任', '牵头', '配合', '负责', '参与']).optional(), page: pageNumber }),
  findings: z.object({
    kind: optionalText,
    severity: z.preprocess((value) => value || undefined, z.enum(['error', 'warning', 'note']).optional()),
    county: optionalText,
    issue: optionalText,
    page: pageNumber,
  }),
  deadlines: z.object({
    form: z.enum(['dated', 'recurring', 'counted']).default('dated'),
    year: optionalYear,
    page: pageNumber,
  }),
  search: z.object({
    q: z.string().max(200).default(''),
    county: optionalText,
    issuer: optionalText,
    year: optionalYear,
    kind: optionalText,
    unit: optionalText,
    on: optionalDay,
    page: pageNumber,
  }),
  finder: z.object({
    who: optionalText,
    want: optionalText,
    q: optionalText,
    county: optionalText,
    page: pageNumber,
  }),
  list: z.object({ q: z.string().max(200).default(''), on: optionalDay }).catchall(z.string().max(200)),
  listFile: z.object({ on: optionalDay }),
  listChanges: z.object({ from: z.iso.date(), to: z.iso.date() }),
  laws: z.object({ q: z.string().max(200).default('') }),
  law: z.object({ article: optionalText }),
  table: z.object({
    sort: z.coerce.number().int().min(1).max(1000).optional(),
    order: z.enum(['asc', 'desc']).default('asc'),
  }),
  view: z.object({
    size: z.enum(['large']).optional(),
    contrast: z.enum(['high']).optional(),
  }),
  line: z.coerce.number().int().min(1).max(100_000_000),
  number: z.coerce.number().int().min(1).max(1_000_000),
} as const
