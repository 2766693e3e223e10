import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { type StoredCase, storedCaseFrom } from '../log/read.ts'
import { withMasked } from '../vault/personal-texts.ts'
import { type StandingScope, within } from './scope.ts'

/** A case as it stands, and what it was opened with. */
export interface AsOpened {
  readonly stored: StoredCase
  /** Whether it was dropped. */
  readonly isDropped: boolean
  readonly openedWith: Readonly<Record<string, unknown>>
}

/** The cases that come from these documents, dropped ones too, each with what it was opened with. */
export async function listAsOpened(
  db: Database,
  scope: StandingScope,
  sources: readonly string[],
): Promise<readonly AsOpened[]> {
  const { rows } = await sql<{
    stage: string
    opened: Record<string, unknown>
    body: unknown
    version: number
    head: string
    programme: string
  }>`
    select s.stage, a.payload->'event'->'input' as opened, c.body, c.version, c.head, c.programme
    from standings as s
    join cases as c on c.county = s.county and c.id = s.id
    join actions as a on a.county = s.county and a.subject = s.id and a.sequence = 1
    where ${within(scope)} and s.source = any(${[...sources]}::text[]) and s.parent is null
    order by s.id`.execute(db)
  return rows.map((row) => ({
    stored: storedCaseFrom(row),
    isDropped: row.stage === 'dropped',
    openedWith: withMasked(row.opened),
  }))
}
