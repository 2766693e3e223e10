import type { Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { Entry } from '../log/entry.ts'
import { entryFrom } from '../log/read.ts'
import { type Followed, follow, type LoggedEntry } from './chain.ts'
import { findDifference, type Means } from './projected.ts'
import { findCountyDifference } from './whole-county.ts'

/** All that is kept of a county recomputed: nothing is amiss, or the first thing that is. */
export type Verified =
  | { readonly kind: 'verified'; readonly cases: number; readonly actions: number; readonly county: string }
  /** `case` is null for what belongs to no single case. */
  | { readonly kind: 'differs'; readonly case: string | null; readonly message: string }

/** Entries that are read at a time; the next are under way while these are hashed. */
const PAGE = 2000

/** Cases whose projections are read at a time. */
const BATCH = 400

/**
 * Recomputes every chain of a county, and from the log everything that lists, counts, alarms and the public side are
 * told; then the daily roots. Names the first difference. All of it as it was at one moment, whatever is done meanwhile.
 */
export async function verify(
  db: Database,
  programmes: readonly Programme[],
  county: string,
  means: Means,
): Promise<Verified> {
  const look = async (inside: Database): Promise<Verified> => {
    const followed = await followAll(inside, programmes, county, means)
    if (followed.kind === 'differs') return followed
    const message = await findCountyDifference(inside, county)
    return message === null ? followed : { kind: 'differs', case: null, message }
  }
  if (db.isTransaction) return look(db)
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look)
}

async function followAll(
  db: Database,
  programmes: readonly Programme[],
  county: string,
  means: Means,
): Promise<Verified> {
  let [cases, actions] = [0, 0]
  let current: Followed | null = null
  let finished: Followed[] = []
  for await (const page of pagesOf(db, county)) {
    for (const entry of page) {
      if (current !== null && current.subject !== entry.subject) {
        finished.push(current)
        current = null
      }
      const next: Followed | string = follow(programmes, current, entry)
      if (typeof next === 'string') return { kind: 'differs', case: entry.subject, message: next }
      current = next
      actions++
    }
    if (finished.length >= BATCH) {
      const difference = await findDifference(db, county, finished, means)
      if (difference !== null) return { kind: 'differs', ...difference }
      cases += finished.length
      finished = []
    }
  }
  if (current !== null) finished.push(current)
  const difference = finished.length === 0 ? null : await findDifference(db, county, finished, means)
  if (difference !== null) return { kind: 'differs', ...difference }
  return { kind: 'verified', county, cases: cases + finished.length, actions }
}

/** The log of a county, case after case. */
async function* pagesOf(db: Database, county: string): AsyncGenerator<readonly LoggedEntry[]> {
  let coming = pageAfter(db, county, null)
  for (;;) {
    const page = await coming
    const last = page.at(-1)
    if (last === undefined) return
    coming = pageAfter(db, county, last)
    // Whoever stops here leaves it unread.
    coming.catch(() => undefined)
    yield page
  }
}

async function pageAfter(
  db: Database,
  county: string,
  last: Pick<Entry, 'subject' | 'sequence'> | null,
): Promise<readonly LoggedEntry[]> {
  let query = db
    .selectFrom('actions')
    .selectAll()
    .where('county', '=', county)
    .orderBy('subject')
    .orderBy('sequence')
    .limit(PAGE)
  if (last !== null) {
    query = query.where(sql<boolean>`(subject, sequence) > (${last.subject}, ${last.sequence}::integer)`)
  }
  return (await query.execute()).map((row) => ({ ...entryFrom(row), at: row.at }))
}
