import type { IsoDate } from '@luoshi/kernel'
import type { Changes, Database } from '@luoshi/store'
import { sql } from 'kysely'
import { ExactCache } from '../exact-cache.ts'
import type { HeldPost } from './officer.ts'

/** Where it stands who holds which post: registers of the county's own administration. */
export const ADMINISTRATION = 'administration'
const registers = ['posts', 'officers', 'units']

/** What a record of the register of posts says. */
interface PostRecord {
  readonly officer: string
  /** `programme/role` */
  readonly role: string
  readonly unit: string
  readonly from?: IsoDate | null
  readonly until?: IsoDate | null
  readonly delegatedBy?: string | null
}

/** What the records of the three registers say that is needed here. */
type AdministrationRecord =
  | { readonly register: 'posts'; readonly closed: string | null; readonly data: PostRecord }
  | { readonly register: 'officers'; readonly closed: string | null; readonly data: NumberedName }
  | { readonly register: 'units'; readonly closed: string | null; readonly data: CodedName }

interface NumberedName {
  readonly number: string
  readonly name: string
}

interface CodedName {
  readonly code: string
  readonly name: string
}

/** The posts of a county's officers, by their ids; whether one is held on a day its dates say. */
export type CountyPosts = ReadonlyMap<string, readonly HeldPost[]>

/**
 * The posts that the officers of a county were given and that were not withdrawn. Who has left has none. A delegated
 * post reaches no further than the delegator's own post of the same role in the same unit does, whatever became of that
 * one since.
 */
export async function postsOfCounty(db: Database, county: string): Promise<CountyPosts> {
  const records = await recordsOf(db, county)
  const officers = ofRegister(records, 'officers')
  const names = {
    officers: new Map(officers.map(({ data }) => [data.number, data.name])),
    units: new Map(ofRegister(records, 'units').map(({ data }) => [data.code, data.name])),
  }
  const serving = new Set(officers.filter(({ closed }) => closed === null).map(({ data }) => data.number))
  const given = ofRegister(records, 'posts')
    .filter(({ closed, data }) => closed === null && serving.has(data.officer))
    .map(({ data }) => data)
  const own = Map.groupBy(
    given.filter(({ delegatedBy }) => !delegatedBy),
    (post) => seatOf(post.officer, post),
  )
  const posts = given.flatMap((post) => {
    if (!post.delegatedBy) return [post]
    return (own.get(seatOf(post.delegatedBy, post)) ?? []).map((source) => narrowed(post, source))
  })
  const byOfficer = Map.groupBy(posts, ({ officer }) => officer)
  return new Map(
    [...byOfficer].map(([officer, held]) => [officer, held.map((post) => heldPost(post, names))]),
  )
}

/** The posts of one officer, as the database has them now. */
export async function postsOf(db: Database, county: string, officer: string): Promise<readonly HeldPost[]> {
  return (await postsOfCounty(db, county)).get(officer) ?? []
}

/** The same, kept until an officer or a post of the administration changes in any process. */
export function cachedPosts(
  db: Database,
  changes: Changes,
): (county: string, officer: string) => Promise<readonly HeldPost[]> {
  const cache = new ExactCache<CountyPosts>(changes, ({ kind, county, key }) =>
    kind === 'record' && registers.includes(key) ? { key: county } : 'nothing',
  )
  return async (county, officer) =>
    (await cache.get(county, () => postsOfCounty(db, county))).get(officer) ?? []
}

function seatOf(officer: string, { role, unit }: PostRecord): string {
  return [officer, role, unit].join(' ')
}

/** The post within the dates of the one from which it was delegated. */
function narrowed(post: PostRecord, source: PostRecord): PostRecord {
  const from = [post.from, source.from]
    .filter((day) => typeof day === 'string')
    .sort()
    .at(-1)
  const until = [post.until, source.until]
    .filter((day) => typeof day === 'string')
    .sort()
    .at(0)
  return { ...post, from: from ?? null, until: until ?? null }
}

function heldPost(
  { role, unit, from, until, delegatedBy }: PostRecord,
  names: Readonly<Record<'officers' | 'units', ReadonlyMap<string, string>>>,
): HeldPost {
  const [programme = '', name = ''] = role.split('/')
  return {
    programme,
    role: name,
    unit,
    unitName: names.units.get(unit) ?? unit,
    from: from ?? null,
    until: until ?? null,
    delegatedBy: delegatedBy ?? null,
    delegatorName: delegatedBy ? (names.officers.get(delegatedBy) ?? null) : null,
  }
}

async function recordsOf(db: Database, county: string): Promise<readonly AdministrationRecord[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['register', 'closed', sql`body->'data'`.as('data')])
    .where('county', '=', county)
    .where('programme', '=', ADMINISTRATION)
    .where('register', 'in', registers)
    .orderBy('id')
    .execute()
  return rows as readonly AdministrationRecord[]
}

function ofRegister<Name extends AdministrationRecord['register']>(
  records: readonly AdministrationRecord[],
  name: Name,
) {
  return records.filter(
    (record): record is Extract<AdministrationRecord, { register: Name }> => record.register === name,
  )
}
