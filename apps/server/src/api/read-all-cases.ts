import { accessFilter, type Case, dateOf } from '@luoshi/kernel'
import { type CaseSelection, type Database, listCases } from '@luoshi/store'
import { apiIssue } from './api-issues.ts'
import type { AnyIssue } from './refusal.ts'
import type { Sight } from './views/sight.ts'

/** Cases that are looked at one by one at most: more take longer than anyone waits. */
const MOST_CASES = 20_000

/** Cases that are read at a time. */
const PAGE = 500

/** All cases that one may read, personal data in them masked; or why not: there are too many, or the question is none. */
export async function readAllCases(
  db: Database,
  { programme, procedure, actor, state, now }: Sight,
  asked: Pick<CaseSelection, 'states' | 'where' | 'closed'>,
): Promise<readonly Case[] | AnyIssue> {
  const filter = accessFilter(actor, procedure.access.read, state.units, dateOf(now))
  const selection = { county: state.county, programme, procedure, filter, ...asked }
  const found: Case[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const listed = await listCases(db, { ...selection, limit: PAGE, ...(after && { after }) })
    if (listed.kind === 'refused') return listed.issue
    for (const { case: one } of listed.rows) found.push(one)
    if (found.length > MOST_CASES) return apiIssue('too-many-cases', { most: MOST_CASES })
    after = listed.next
  }
  return found
}
