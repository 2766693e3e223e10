import { createHash } from 'node:crypto'
import type { Database } from '../database/tables.ts'
import type { FileStorage } from '../files/file-storage.ts'

/** Files whose names are read at a time. */
const PAGE = 1000

/**
 * Reads every file that a case of a county names and compares its bytes with the digest by which the log names it.
 *
 * @returns the first that is gone or was changed, for the user; null where all are as they were handed in
 */
export async function findChangedFile(
  db: Database,
  storage: FileStorage,
  county: string,
): Promise<string | null> {
  let after = ''
  for (;;) {
    const page = await db
      .selectFrom('case_files')
      .select(['digest', ({ fn }) => fn.min('subject').as('subject')])
      .where('county', '=', county)
      .where('digest', '>', after)
      .groupBy('digest')
      .orderBy('digest')
      .limit(PAGE)
      .execute()
    for (const { digest, subject } of page) {
      const source = await storage.open(county, digest)
      if (source === null) return `办件“${subject}”的文件不在了：国密SM3摘要为${digest}。`
      if ((await digestOfFile(source)) !== digest) {
        return `办件“${subject}”的文件被改动过：内容与记录的国密SM3摘要${digest}不符。`
      }
    }
    const last = page.at(-1)
    if (last === undefined) return null
    after = last.digest
  }
}

async function digestOfFile(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sm3')
  for await (const part of source) hash.update(part)
  return hash.digest('hex')
}
