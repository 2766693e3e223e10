import { type Case, type Procedure, type Programme, proceduresOf } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import { recordKeyOf } from '../log/record-key.ts'
import { caseKeyOf, clearValue, needsKey, sealedData } from '../vault/case-key.ts'
import { type Vault, type WrappedKey, wrappedKeyOf } from '../vault/vault.ts'
import { listingOf } from './listing.ts'
import { keptStanding, projectionOf } from './projection.ts'

/** Cases that are listed anew in one transaction. */
const BATCH = 500

/**
 * Lists cases anew whose definition says otherwise than before how they are found: which fields are searched, sorted or
 * personal, or what a record's key is. A field that has become personal is sealed where it lies, but for the log.
 *
 * @returns how many cases were listed anew
 */
export async function listAnew(
  db: Database,
  vault: Vault,
  programmes: readonly Programme[],
): Promise<number> {
  const marks = await db.selectFrom('listings').selectAll().execute()
  const known = new Map(marks.map(({ programme, procedure, mark }) => [`${programme}/${procedure}`, mark]))
  const kinds = programmes.flatMap((programme) =>
    proceduresOf(programme).map((procedure) => ({
      programme,
      procedure,
      ...listingOf(programme, procedure),
    })),
  )
  const changed = kinds.filter(
    ({ programme, procedure, mark }) => known.get(`${programme.id}/${procedure.id}`) !== mark,
  )
  let listed = 0
  for (const { programme, procedure } of changed) {
    for (const county of await countiesWith(db, programme.id, procedure.id)) {
      listed += await listProcedure(db, vault, county, programme, procedure)
    }
  }
  if (changed.length > 0) await keepMarks(db, changed)
  return listed
}

async function countiesWith(db: Database, programme: string, procedure: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('tally_sums')
    .select('county')
    .distinct()
    .where('programme', '=', programme)
    .where('procedure', '=', procedure)
    .execute()
  return rows.map(({ county }) => county)
}

async function keepMarks(
  db: Database,
  kinds: readonly { programme: Programme; procedure: Procedure; mark: string }[],
): Promise<void> {
  const rows = kinds.map(({ programme, procedure, mark }) => ({
    programme: programme.id,
    procedure: procedure.id,
    mark,
  }))
  await db
    .insertInto('listings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['programme', 'procedure']).doUpdateSet(({ ref }) => ({ mark: ref('excluded.mark') })),
    )
    .execute()
}

async function listProcedure(
  db: Database,
  vault: Vault,
  county: string,
  programme: Programme,
  procedure: Procedure,
): Promise<number> {
  let listed = 0
  for (let last = ''; ; ) {
    const ids = await db.transaction().execute(async (inside) => {
      const rows = await inside
        .selectFrom('cases')
        .leftJoin('case_keys', (join) =>
          join.onRef('case_keys.county', '=', 'cases.county').onRef('case_keys.subject', '=', 'cases.id'),
        )
        .select(['id', 'body', 'master', 'wrapped'])
        .where('cases.county', '=', county)
        .where('programme', '=', programme.id)
        .where('procedure', '=', procedure.id)
        .where('id', '>', last)
        .orderBy('id')
        .limit(BATCH)
        .forNoKeyUpdate('cases')
        .execute()
      const anew = rows.map(({ body, master, wrapped }) =>
        listedAnew(vault, programme, procedure, body as Case, wrappedKeyOf({ master, wrapped })),
      )
      await storeAnew(inside, county, programme.id, procedure.id, anew)
      return rows.map(({ id }) => id)
    })
    listed += ids.length
    const end = ids.at(-1)
    if (end === undefined) return listed
    last = end
  }
}

function listedAnew(
  vault: Vault,
  programme: Programme,
  procedure: Procedure,
  stored: Case,
  storedKey: WrappedKey | null,
) {
  const { county, id } = stored
  const key = storedKey !== null || needsKey(procedure) ? caseKeyOf(vault, county, id, storedKey) : null
  const clear = key === null ? stored : { ...stored, data: clearValue(key, stored.data) }
  const { search, order } = projectionOf(vault, programme, procedure, clear)
  return {
    id,
    unit: stored.unit,
    body: key === null ? stored : { ...stored, data: sealedData(procedure, key, stored.data) },
    record_key: recordKeyOf(programme, procedure, clear),
    master: key?.unstored?.master ?? null,
    wrapped: key?.unstored?.wrapped.toString('base64') ?? null,
    scope: search.scope,
    text: search.text,
    order,
    standing: keptStanding(procedure, clear),
  }
}

async function storeAnew(
  db: Database,
  county: string,
  programme: string,
  procedure: string,
  anew: readonly ReturnType<typeof listedAnew>[],
): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as anew (
    id text, unit text, body jsonb, record_key text, master text, wrapped text, scope text[], text text, "order" jsonb,
    standing jsonb
  )`
  await sql`
    update cases set body = anew.body, record_key = anew.record_key from ${rows}
    where cases.county = ${county} and cases.id = anew.id
      and (cases.body, cases.record_key) is distinct from (anew.body, anew.record_key)`.execute(db)
  await sql`
    insert into case_keys (county, subject, master, wrapped)
    select ${county}, id, master, decode(wrapped, 'base64') from ${rows} where master is not null`.execute(db)
  await sql`
    insert into case_search (county, id, scope, text) select ${county}, id, scope, text from ${rows}
    on conflict (county, id) do update set scope = excluded.scope, text = excluded.text`.execute(db)
  await sql`
    delete from case_order where county = ${county} and id in (select id from ${rows})`.execute(db)
  await sql`
    insert into case_order (county, id, programme, procedure, field, unit, key)
    select ${county}, id, ${programme}, ${procedure}, field, unit, key
    from ${rows} cross join lateral jsonb_each_text(anew.order) as keys (field, key)`.execute(db)
  await sql`
    select project_standing(${county}, id, ${programme}, ${procedure}, unit, standing) from ${rows}
    where standing is not null`.execute(db)
}
