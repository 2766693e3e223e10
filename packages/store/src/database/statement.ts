import { CompiledQuery } from 'kysely'
import type { Database } from './tables.ts'

/** Runs a statement that is written once: what is done for every action is not put together anew each time. */
export async function run<Row>(
  db: Database,
  text: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [...values]))
  return rows
}
