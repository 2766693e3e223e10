import type { Procedure } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import { type Decided, type NotStored, notStored } from '../log/perform.ts'
import { storeIssue } from '../log/store-issue.ts'
import { together } from '../log/together.ts'
import { bindFiles, filesOf } from './case-files.ts'

/**
 * Stores what was decided together with the files that its data and materials name: each must have been handed in.
 *
 * @param store gives null where another action came first
 */
export async function withFiles<Stored>(
  db: Database,
  procedure: Procedure,
  { payload, after }: Decided,
  store: (inside: Database) => Promise<Stored | null>,
): Promise<Stored | NotStored | null> {
  const references = filesOf(procedure, payload.event)
  if (references.length === 0) return store(db)
  return together<Stored | NotStored>(db, async (inside) => {
    const [unknown] = await bindFiles(inside, after.county, after.id, references)
    if (unknown !== undefined) return notStored(storeIssue('file-unknown', { name: unknown.name }))
    return store(inside)
  })
}
