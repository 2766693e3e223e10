import type { DueDate, IsoDate, IsoInstant, NoDueDate } from '@luoshi/kernel'
import { type Selectable, sql } from 'kysely'
import type { Database, Tables } from '../database/tables.ts'
import { storedCaseFrom } from '../log/read.ts'
import type { SharedCase } from './list-across.ts'
import { type Share, sharesJson } from './shares.ts'

/** Something that is or was shown in public for a case. */
export interface Disclosed {
  readonly case: string
  readonly programme: string
  readonly procedure: string
  /** Number of the action that began it. */
  readonly sequence: number
  readonly title: string
  readonly places: readonly string[]
  /** Masked. */
  readonly record: Readonly<Record<string, unknown>>
  readonly from: IsoInstant
  readonly until: DueDate | NoDueDate
  /** Number of the action that ended it; null while it lasts. */
  readonly endedBy: number | null
}

/** Which of a county's disclosures are asked for: all where nothing is said. */
export interface DisclosureQuery {
  readonly programme?: string
  readonly procedure?: string
  readonly case?: string
  /** Only those that are shown now. */
  readonly isShown?: boolean
  /** The last of the page before. */
  readonly after?: Pick<Disclosed, 'from' | 'case' | 'sequence' | 'title'>
  readonly limit?: number
}

/** What a county discloses, the latest first. */
export async function disclosuresOf(
  db: Database,
  county: string,
  { programme, procedure, case: id, isShown, after, limit = 50 }: DisclosureQuery = {},
): Promise<readonly Disclosed[]> {
  let query = db
    .selectFrom('disclosures')
    .selectAll()
    .where('county', '=', county)
    .orderBy('begun', 'desc')
    .orderBy('subject', 'desc')
    .orderBy('sequence', 'desc')
    .orderBy('title', 'desc')
    .limit(limit)
  if (programme !== undefined) query = query.where('programme', '=', programme)
  if (procedure !== undefined) query = query.where('procedure', '=', procedure)
  if (id !== undefined) query = query.where('subject', '=', id)
  if (isShown !== undefined) query = query.where('ended_by', isShown ? 'is' : 'is not', null)
  if (after !== undefined) {
    const { from, case: subject, sequence, title } = after
    query = query.where(
      sql<boolean>`(begun, subject, sequence, title) < (${from}, ${subject}, ${sequence}, ${title})`,
    )
  }
  return (await query.execute()).map(disclosedFrom)
}

/** What is shown in public and ends by a day, the first to end first, as far as someone may read the cases. */
export async function disclosuresEnding(
  db: Database,
  county: string,
  until: IsoDate,
  shares: readonly Omit<Share, 'states'>[],
): Promise<readonly { readonly disclosed: Disclosed; readonly case: SharedCase }[]> {
  const { rows } = await sql<DisclosureRow & CaseColumns>`
    select share.place, d.*, c.body, c.version, c.head
    from ${sharesJson(shares)}
    join disclosures as d
      on d.county = ${county} and d.programme = share.programme and d.procedure = share.procedure and d.ended_by is null
    join cases as c on c.county = d.county and c.id = d.subject
    where d.until->>'kind' = 'due' and left(d.until->>'due', 10) <= ${until}
      and (share.units is null or c.unit = any(share.units) or c.owner = share.owner)
    order by d.until->>'due', d.subject, d.sequence limit ${ENDING_AT_MOST}`.execute(db)
  return rows.flatMap((row) => {
    const procedure = shares[row.place]?.procedure
    if (procedure === undefined) return []
    return [{ disclosed: disclosedFrom(row), case: { ...storedCaseFrom(row), procedure } }]
  })
}

/** Disclosures that end and are listed at once. */
const ENDING_AT_MOST = 1000

type DisclosureRow = Selectable<Tables['disclosures']>

interface CaseColumns {
  readonly place: number
  readonly body: unknown
  readonly version: number
  readonly head: string
}

function disclosedFrom(row: DisclosureRow): Disclosed {
  return {
    case: row.subject,
    programme: row.programme,
    procedure: row.procedure,
    sequence: row.sequence,
    title: row.title,
    places: row.places,
    record: row.record,
    from: new Date(row.begun).toISOString(),
    until: row.until as DueDate | NoDueDate,
    endedBy: row.ended_by,
  }
}
