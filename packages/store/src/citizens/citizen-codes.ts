import type { IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'

/** A code for one telephone, by its digest. */
export interface NewCode {
  readonly county: string
  /** Blind index of the number. */
  readonly phone: string
  readonly digest: string
  readonly now: IsoInstant
  readonly ends: IsoInstant
  /** A code sent after this moment bars another: one has to wait. */
  readonly notSince: IsoInstant
  /** Codes since this moment are counted, and no more than so many are sent. */
  readonly countedSince: IsoInstant
  readonly most: number
}

/** Keeps a code in the place of the one before; false where the telephone was sent one too lately, or too many. */
export async function keepCode(db: Database, code: NewCode): Promise<boolean> {
  const { county, phone, digest, now, ends, notSince, countedSince, most } = code
  const { rows } = await sql`
    insert into citizen_codes as c (county, phone, digest, sent, ends, tries, sends, since)
    values (${county}, ${phone}, ${digest}, ${now}, ${ends}, 0, 1, ${now})
    on conflict (county, phone) do update set
      digest = excluded.digest, sent = excluded.sent, ends = excluded.ends, tries = 0,
      sends = case when c.since < ${countedSince} then 1 else c.sends + 1 end,
      since = case when c.since < ${countedSince} then excluded.since else c.since end
    where c.sent <= ${notSince} and (c.since < ${countedSince} or c.sends < ${most})
    returning 1`.execute(db)
  return rows.length > 0
}

/** Whether a code is the right one: each is asked a few times, and serves once. */
export async function takeCode(
  db: Database,
  tried: {
    readonly county: string
    readonly phone: string
    readonly digest: string
    readonly now: IsoInstant
    readonly mostTries: number
  },
): Promise<boolean> {
  const { county, phone, digest, now, mostTries } = tried
  const { rows } = await sql<{ digest: string }>`
    update citizen_codes set tries = tries + 1
    where county = ${county} and phone = ${phone} and ends > ${now} and tries < ${mostTries}
    returning digest`.execute(db)
  if (rows[0]?.digest !== digest) return false
  const [used] = await db
    .updateTable('citizen_codes')
    .set({ ends: now })
    .where('county', '=', county)
    .where('phone', '=', phone)
    .where('digest', '=', digest)
    .where('ends', '>', new Date(now))
    .execute()
  return Number(used?.numUpdatedRows ?? 0) > 0
}
