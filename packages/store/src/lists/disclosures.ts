import type { DueDate, IsoInstant, NoDueDate } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** Something that is or was shown in public for a case. */
export interface Disclosed {
  readonly case: string
  readonly programme: string
  readonly procedure: string
  /** Number of the action that began it. */
  readonly sequence: number
  readonly title: string
  readonly places: readonly string[]
  /** Masked. */
  readonly record: Readonly<Record<string, unknown>>
  readonly from: IsoInstant
  readonly until: DueDate | NoDueDate
  /** Number of the action that ended it; null while it lasts. */
  readonly endedBy: number | null
}

/** Which of a county's disclosures are asked for: all where nothing is said. */
export interface DisclosureQuery {
  readonly programme?: string
  readonly procedure?: string
  readonly case?: string
  /** Only those that are shown now. */
  readonly isShown?: boolean
  /** The last of the page before. */
  readonly after?: Pick<Disclosed, 'from' | 'case' | 'sequence' | 'title'>
  readonly limit?: number
}

/** What a county discloses, the latest first. */
export async function disclosuresOf(
  db: Database,
  county: string,
  { programme, procedure, case: id, isShown, after, limit = 50 }: DisclosureQuery = {},
): Promise<readonly Disclosed[]> {
  let query = db
    .selectFrom('disclosures')
    .selectAll()
    .where('county', '=', county)
    .orderBy('begun', 'desc')
    .orderBy('subject', 'desc')
    .orderBy('sequence', 'desc')
    .orderBy('title', 'desc')
    .limit(limit)
  if (programme !== undefined) query = query.where('programme', '=', programme)
  if (procedure !== undefined) query = query.where('procedure', '=', procedure)
  if (id !== undefined) query = query.where('subject', '=', id)
  if (isShown !== undefined) query = query.where('ended_by', isShown ? 'is' : 'is not', null)
  if (after !== undefined) {
    const { from, case: subject, sequence, title } = after
    query = query.where(
      sql<boolean>`(begun, subject, sequence, title) < (${from}, ${subject}, ${sequence}, ${title})`,
    )
  }
  return (await query.execute()).map((row) => ({
    case: row.subject,
    programme: row.programme,
    procedure: row.procedure,
    sequence: row.sequence,
    title: row.title,
    places: row.places,
    record: row.record,
    from: new Date(row.begun).toISOString(),
    until: row.until as DueDate | NoDueDate,
    endedBy: row.ended_by,
  }))
}
