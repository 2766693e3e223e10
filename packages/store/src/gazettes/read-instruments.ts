import type { Instrument } from '@luoshi/gazette'
import type { Database } from '../database/tables.ts'
import { headColumns, headFrom, type NoticeHead, yes } from './notice-heads.ts'

/** A published instrument as it was read, with what the lists say of it. */
export interface ReadInstrument {
  readonly head: NoticeHead
  readonly instrument: Instrument
}

/** Everything that a county has published, in the order of its issues. */
export async function publishedInstruments(db: Database, county: string): Promise<readonly ReadInstrument[]> {
  const rows = await db
    .selectFrom('gazette_instruments')
    .select([...headColumns, 'body'])
    .where('county', '=', county)
    .where('is_current', '=', yes)
    .orderBy('issue')
    .orderBy('ordinal')
    .execute()
  return rows.map(({ body, ...row }) => ({ head: headFrom(row), instrument: body }))
}

/** What tells whether something else is published now: the versions of a county's issues in one text. */
export async function publishedVersions(db: Database, county: string): Promise<string> {
  const rows = await db
    .selectFrom('gazette_issues')
    .select(['key', 'version'])
    .where('county', '=', county)
    .where('state', '=', 'published')
    .orderBy('key')
    .execute()
  return rows.map(({ key, version }) => `${key}/${version}`).join(' ')
}
