import type { Effect } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { type StoreIssue, storeIssue } from '../log/store-issue.ts'

/** A case that has to do with another. */
export interface CaseLink {
  readonly case: string
  /** Kind of the link, in the procedure of the case that names it. */
  readonly link: string
  readonly other: string
  readonly otherProgramme: string
  readonly otherProcedure: string
  /** Number of the action that recorded it. */
  readonly sequence: number
}

/** Links of a case to others, and of others to it. */
export async function linksOf(db: Database, county: string, id: string): Promise<readonly CaseLink[]> {
  const rows = await db
    .selectFrom('case_links')
    .selectAll()
    .where('county', '=', county)
    .where((where) => where.or([where('subject', '=', id), where('other', '=', id)]))
    .orderBy('subject')
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    case: row.subject,
    link: row.link,
    other: row.other,
    otherProgramme: row.other_programme,
    otherProcedure: row.other_procedure,
    sequence: row.sequence,
  }))
}

/** The first of the linked cases that is not there; null where all are. */
export async function findLinkToNothing(
  db: Database,
  county: string,
  programme: string,
  effects: readonly Effect[],
): Promise<StoreIssue | null> {
  const links = effects.filter((effect) => effect.kind === 'link')
  if (links.length === 0) return null
  const found = await db
    .selectFrom('cases')
    .select(['id', 'programme', 'procedure'])
    .where('county', '=', county)
    .where('id', 'in', [...new Set(links.map((link) => link.case))])
    .execute()
  const missing = links.find(
    (link) =>
      !found.some(
        (row) =>
          row.id === link.case &&
          row.programme === (link.programme ?? programme) &&
          row.procedure === link.procedure,
      ),
  )
  return missing === undefined
    ? null
    : storeIssue('linked-case-unknown', { case: missing.case, procedure: missing.procedure })
}
