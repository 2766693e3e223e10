import type { IsoInstant } from '@luoshi/kernel'
import type { Database } from '../database/tables.ts'
import type { FileStorage } from './file-storage.ts'

/**
 * Removes files that were handed in before a moment and that no case names: forms that were never sent. The bytes go
 * before the row is let go: who hands the same file in again meanwhile waits, and keeps it anew.
 *
 * @returns digests of what was removed
 */
export async function sweepFiles(
  db: Database,
  storage: FileStorage,
  county: string,
  before: IsoInstant,
): Promise<readonly string[]> {
  const removed: string[] = []
  for (;;) {
    const digest = await db.transaction().execute(async (inside) => {
      const row = await inside
        .selectFrom('files')
        .select('digest')
        .where('county', '=', county)
        .where('uploaded', '<', before)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('case_files')
                .select('digest')
                .whereRef('case_files.county', '=', 'files.county')
                .whereRef('case_files.digest', '=', 'files.digest'),
            ),
          ),
        )
        .limit(1)
        .forUpdate()
        .skipLocked()
        .executeTakeFirst()
      if (row === undefined) return null
      await inside.deleteFrom('files').where('county', '=', county).where('digest', '=', row.digest).execute()
      await storage.remove(county, row.digest)
      return row.digest
    })
    if (digest === null) return removed
    removed.push(digest)
  }
}
