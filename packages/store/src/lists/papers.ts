import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'

/** A document that an action of a case produced. */
export interface StoredPaper {
  /** Number of the action. */
  readonly sequence: number
  /** Id of the paper in its programme. */
  readonly paper: string
  readonly at: IsoInstant
}

/** The documents of a case, in the order in which they were produced. */
export async function papersOf(db: Database, county: string, id: string): Promise<readonly StoredPaper[]> {
  const rows = await db
    .selectFrom('papers')
    .innerJoin('actions', (join) =>
      join
        .onRef('actions.county', '=', 'papers.county')
        .onRef('actions.subject', '=', 'papers.subject')
        .onRef('actions.sequence', '=', 'papers.sequence'),
    )
    .select(['papers.sequence', 'papers.paper', 'actions.at'])
    .where('papers.county', '=', county)
    .where('papers.subject', '=', id)
    .orderBy('papers.sequence')
    .orderBy('papers.paper')
    .execute()
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at).toISOString() }))
}
