import { sweepFiles } from '@luoshi/store'
import type { Services } from '../services.ts'

/** How long a file is kept that no case names: a form may lie open for a day. */
const KEPT_FOR = 24 * 3_600_000

/** Removes files of a county that nobody named in a day, sheets that were imported among them. */
export async function sweepFilesOf({ db, files, clock }: Services, county: string): Promise<void> {
  const before = new Date(Date.parse(clock()) - KEPT_FOR).toISOString()
  await sweepFiles(db, files, county, before)
}
