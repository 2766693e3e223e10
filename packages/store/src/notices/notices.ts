import type { IsoInstant } from '@luoshi/kernel'
import { sql } from 'kysely'
import type { Database } from '../database/tables.ts'
import type { SharedCase } from '../lists/list-across.ts'
import { type Share, sharesJson } from '../lists/shares.ts'
import { type Timer, timerFired } from '../lists/timers.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { NoticeKind } from './tables.ts'

/** What an alarm has to tell. */
export interface Notice {
  readonly kind: NoticeKind
  /** Id of a role that is told besides those who can act. */
  readonly role: string | null
  readonly says: string | null
}

/** A notice that is open, with its case. */
export interface OpenNotice extends Notice {
  /** `limit/decide`, `disclosure/shown` */
  readonly name: string
  readonly at: IsoInstant
  readonly raised: IsoInstant
  readonly case: SharedCase
}

/**
 * Marks an alarm as gone off and keeps what it tells, both or neither. True for the one who does so first.
 *
 * @param notice null where it tells nothing
 */
export async function raiseNotice(
  db: Database,
  timer: Timer,
  notice: Notice | null,
  now: IsoInstant,
): Promise<boolean> {
  return db.transaction().execute(async (inside) => {
    if (!(await timerFired(inside, timer, now))) return false
    if (notice === null) return true
    const { county, case: subject, name, at, programme, procedure } = timer
    await inside
      .insertInto('notices')
      .columns([
        'county',
        'subject',
        'name',
        'at',
        'kind',
        'role',
        'says',
        'raised',
        'programme',
        'procedure',
        'unit',
      ])
      .expression((query) =>
        query
          .selectFrom('cases')
          .select((select) => [
            'county',
            'id',
            select.val(name).as('name'),
            sql<Date>`${at}::timestamptz`.as('at'),
            select.val(notice.kind).as('kind'),
            sql<string | null>`${notice.role}::text`.as('role'),
            sql<string | null>`${notice.says}::text`.as('says'),
            sql<Date>`${now}::timestamptz`.as('raised'),
            select.val(programme).as('programme'),
            select.val(procedure).as('procedure'),
            'unit',
          ])
          .where('county', '=', county)
          .where('id', '=', subject),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    return true
  })
}

/**
 * Open notices of cases that stand in these states, or, for a notice to a role, of all cases that may be read: the
 * latest first.
 *
 * @param roles ids of the roles that who asks holds, by programme
 */
export async function openNotices(
  db: Database,
  county: string,
  shares: readonly Share[],
  roles: Readonly<Record<string, readonly string[]>>,
  limit = 50,
): Promise<readonly OpenNotice[]> {
  const { rows } = await sql<NoticeRow>`
    select share.place, n.subject, n.name, n.at, n.kind, n.role, n.says, n.raised, c.body, c.version, c.head, c.programme
    from ${sharesJson(shares)}
    join notices as n on n.county = ${county} and n.programme = share.programme and n.procedure = share.procedure
    join timers as t on t.county = n.county and t.subject = n.subject and t.name = n.name and t.at = n.at
    join cases as c on c.county = n.county and c.id = n.subject
    where t.fired is not null
      and (share.units is null or c.unit = any(share.units) or c.owner = share.owner)
      and (share.states is null or c.state = any(share.states)
        or n.role in (select jsonb_array_elements_text(${JSON.stringify(roles)}::jsonb->share.programme)))
    order by n.raised desc, n.subject, n.name limit ${limit}`.execute(db)
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    const key = `${row.subject}/${row.name}`
    // Who can act and holds the role besides is told once.
    if (procedure === undefined || seen.has(key)) return []
    seen.add(key)
    const { name, kind, role, says } = row
    const [at, raised] = [row.at.toISOString(), row.raised.toISOString()]
    return [{ name, kind, role, says, at, raised, case: { ...storedCaseFrom(row), procedure } }]
  })
}

/** Everything that was ever told of a case, in order. */
export async function noticesOf(
  db: Database,
  county: string,
  id: string,
): Promise<readonly Omit<OpenNotice, 'case'>[]> {
  const rows = await db
    .selectFrom('notices')
    .select(['name', 'kind', 'role', 'says', 'at', 'raised'])
    .where('county', '=', county)
    .where('subject', '=', id)
    .orderBy('at')
    .orderBy('name')
    .execute()
  return rows.map(({ at, raised, ...row }) => ({
    ...row,
    at: new Date(at).toISOString(),
    raised: new Date(raised).toISOString(),
  }))
}

interface NoticeRow {
  readonly place: number
  readonly subject: string
  readonly name: string
  readonly at: Date
  readonly kind: NoticeKind
  readonly role: string | null
  readonly says: string | null
  readonly raised: Date
  readonly body: unknown
  readonly version: number
  readonly head: string
  readonly programme: string
}
