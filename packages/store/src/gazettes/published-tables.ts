import type { Table } from '@luoshi/gazette'
import type { Database } from '../database/tables.ts'
import { yes } from './notice-heads.ts'

/** The tables of a published document, in their order; null where no document of that number is published. */
export async function publishedTables(
  db: Database,
  county: string,
  docNumber: string,
): Promise<readonly Table[] | null> {
  const row = await db
    .selectFrom('gazette_instruments')
    .select('body')
    .where('county', '=', county)
    .where('address', '=', docNumber)
    .where('is_current', '=', yes)
    .executeTakeFirst()
  return row?.body.tables ?? null
}
