import type { Case, Procedure, Programme } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { recordExists, recordKeyOf } from '../log/record-key.ts'
import type { StoreIssue } from '../log/store-issue.ts'

/**
 * Which of many records could not be entered, since the register has one of the same key that another request entered.
 *
 * @returns by place in the list; nothing for a procedure whose records have no key of their own
 */
export async function keysTaken(
  db: Database,
  programme: Programme,
  procedure: Procedure,
  county: string,
  records: readonly { readonly input: Readonly<Record<string, unknown>>; readonly requestKey: string }[],
): Promise<ReadonlyMap<number, StoreIssue>> {
  const asked = records.map(({ input }) => ({ county, data: input }) as unknown as Case)
  const keys = asked.map((record) => recordKeyOf(programme, procedure, record))
  const wanted = keys.filter((key) => key !== null)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ key: string; request: string | null }>`
    select cases.record_key as key, actions.request_key as request
    from cases join actions on actions.county = cases.county and actions.subject = cases.id and actions.sequence = 1
    where cases.county = ${county} and cases.programme = ${programme.id} and cases.procedure = ${procedure.id}
      and cases.record_key = any(${wanted}::text[]) and cases.closed is distinct from 'withdrawn'`.execute(db)
  const takenBy = new Map(rows.map(({ key, request }) => [key, request]))
  const taken = new Map<number, StoreIssue>()
  for (const [place, key] of keys.entries()) {
    const record = asked[place]
    // What the same request entered before is no other record.
    if (
      key === null ||
      record === undefined ||
      !takenBy.has(key) ||
      takenBy.get(key) === records[place]?.requestKey
    )
      continue
    taken.set(place, await recordExists(db, programme, procedure, record))
  }
  return taken
}
