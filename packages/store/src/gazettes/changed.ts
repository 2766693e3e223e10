import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** Channel on which every process hears what changed. */
const CHANNEL = 'luoshi_changes'

/**
 * Tells all processes, once the transaction is stored, that documents of these numbers, and every list of the county,
 * are no longer what they were.
 */
export async function tellChanged(
  transaction: Database,
  county: string,
  numbers: readonly string[],
): Promise<void> {
  const keys = ['', ...new Set(numbers)]
  await sql`
    select pg_notify(${CHANNEL}, json_build_object('kind', 'gazette', 'county', ${county}::text, 'key', key)::text)
    from unnest(${keys}::text[]) key`.execute(transaction)
}
