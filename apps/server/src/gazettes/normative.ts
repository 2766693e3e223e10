import { type Database, latestEntries } from '@luoshi/store'
import { z } from 'zod'
import type { EnteredTerm } from './validity.ts'

const optionalDay = z.preprocess(
  (value) => (value === '' ? null : value),
  z.iso.date().nullable().default(null),
)

/** A normative document in the register: who answers for it, when it was registered, numbered, printed, its term. */
export const normativeSchema = z.object({
  docNumber: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  issuer: z.string().trim().min(1).max(60),
  from: z.iso.date(),
  until: optionalDay,
  repealedOn: optionalDay,
  /** Unit that interprets it (解读主体). */
  interpreter: z.string().trim().max(60).default(''),
  /** Day and number of the review of legality; a document without it gets no number. */
  reviewedOn: optionalDay,
  registeredOn: optionalDay,
  numberedOn: optionalDay,
  printedOn: optionalDay,
  note: z.string().trim().max(500).default(''),
})

/** An entry of the register. */
export type NormativeDocument = z.infer<typeof normativeSchema>

/** The register of a county, as last entered. */
export async function normativeDocuments(db: Database, county: string): Promise<NormativeDocument[]> {
  const entries = await latestEntries(db, { county, kind: 'normative' })
  return entries.map(({ payload }) => normativeSchema.parse(payload))
}

/** What the register says of a document's term; null where it is not there. */
export function enteredTerm([entered]: readonly unknown[]): EnteredTerm | null {
  return entered === undefined ? null : normativeSchema.parse(entered)
}
