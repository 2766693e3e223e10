import type { Database } from '../database/tables.ts'

/** Thrown to undo what was prepared for an action that was not stored: another one came first. */
export class NotAppended extends Error {
  override readonly name = 'NotAppended'
}

/** Does everything in one transaction, the one that is open where there is one; null undoes it all. */
export async function together<Stored>(
  db: Database,
  run: (inside: Database) => Promise<Stored | null>,
): Promise<Stored> {
  const runOrUndo = async (inside: Database) => {
    const stored = await run(inside)
    if (stored === null) throw new NotAppended()
    return stored
  }
  return db.isTransaction ? runOrUndo(db) : db.transaction().execute(runOrUndo)
}
