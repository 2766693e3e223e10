import type { Instrument } from '@luoshi/gazette'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { headColumns, headFrom, yes } from './notice-heads.ts'
import type { Counterpart } from './notice-surroundings.ts'

const MOST_SAME = 20

/** Published notices of a county that carry out one of some orders, or are about a matter. */
export async function noticesCarryingOut(
  db: Database,
  county: string,
  superiors: readonly string[],
  matter: string,
): Promise<readonly Counterpart[]> {
  const rows = await db
    .selectFrom('gazette_instruments as i')
    .select(headColumns.map((column) => `i.${column}` as const))
    .select(
      sql<string | null>`(
        select min(coalesce(c.doc_number, c.title)) from gazette_citations c
        where c.county = i.county and c.instrument = i.id and c.is_superior
          and coalesce(c.doc_number, c.title) = any(${[...superiors]}::text[]))`.as('superior'),
    )
    .where('i.county', '=', county)
    .where('i.is_current', '=', yes)
    .where(
      sql<boolean>`(i.matter = ${matter} or exists (
        select from gazette_citations c
        where c.county = i.county and c.instrument = i.id and c.is_superior
          and coalesce(c.doc_number, c.title) = any(${[...superiors]}::text[])))`,
    )
    .orderBy('i.issued_on')
    .limit(MOST_SAME)
    .execute()
  return rows.map((row) => ({ head: headFrom(row), superior: row.superior }))
}

/** Numbers of a series in a year that published notices bear. */
export async function numbersOfSeries(
  db: Database,
  county: string,
  series: string,
  year: number,
): Promise<string[]> {
  const rows = await db
    .selectFrom('gazette_instruments')
    .select('doc_number')
    .where('county', '=', county)
    .where('is_current', '=', yes)
    .where('series', '=', series)
    .where('year', '=', year)
    .orderBy('serial')
    .execute()
  return rows.flatMap(({ doc_number }) => (doc_number === null ? [] : [doc_number]))
}

/** A published notice with its reading. */
export interface PublishedReading {
  readonly docNumber: string
  readonly instrument: Instrument
}

/** Readings of a county's published notices that bear a number and that nothing has repealed by a day. */
export async function readingsInForce(
  db: Database,
  county: string,
  day: string,
): Promise<readonly PublishedReading[]> {
  const { rows } = await sql<PublishedReading>`
    select i.doc_number as "docNumber", i.body as instrument
    from gazette_instruments i
    where i.county = ${county} and i.is_current and i.doc_number is not null and not exists (
      select from gazette_effects e join gazette_instruments b on b.county = e.county and b.id = e.instrument
      where e.county = i.county and e.doc_number = i.doc_number and b.is_current
        and ((e.kind = 'repeals' and e.on_day <= ${day}) or (e.kind = 'ends' and e.on_day < ${day})))
    order by i.issued_on desc nulls last, i.id`.execute(db)
  return rows
}
