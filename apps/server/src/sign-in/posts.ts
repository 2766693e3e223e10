import type { IsoDate } from '@luoshi/kernel'
import type { Changes, Database } from '@luoshi/store'
import { sql } from 'kysely'
import { ExactCache } from '../exact-cache.ts'
import type { HeldPost } from './officer.ts'

/** Where it stands who holds which post: registers of the county's own administration. */
const ADMINISTRATION = 'administration'

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

/** The posts of a county's officers, by their ids; whether one is held on a day its dates say. */
export type CountyPosts = ReadonlyMap<string, readonly HeldPost[]>

/**
 * The posts that the officers of a county were given and that were not withdrawn. Who has left has none. A delegated
 * post reaches no further than the delegator's own post of the same role in the same unit does, whatever became of that
 * one since.
 */
export async function postsOfCounty(db: Database, county: string): Promise<CountyPosts> {
  const rows = await db
    .selectFrom('cases')
    .select(['register', sql<PostRecord & { number: string }>`body->'data'`.as('data')])
    .where('county', '=', county)
    .where('programme', '=', ADMINISTRATION)
    .where('register', 'in', ['posts', 'officers'])
    .where('closed', 'is', null)
    .orderBy('id')
    .execute()
  const serving = new Set(
    rows.filter(({ register }) => register === 'officers').map(({ data }) => data.number),
  )
  const given = rows
    .filter(({ register, data }) => register === 'posts' && serving.has(data.officer))
    .map(({ data }) => data)
  const own = Map.groupBy(
    given.filter(({ delegatedBy }) => !delegatedBy),
    (post) => seatOf(post.officer, post),
  )
  const posts = Map.groupBy(
    given.flatMap((post) => {
      if (!post.delegatedBy) return [post]
      return (own.get(seatOf(post.delegatedBy, post)) ?? []).map((source) => narrowed(post, source))
    }),
    ({ officer }) => officer,
  )
  return new Map([...posts].map(([officer, held]) => [officer, held.map(heldPost)]))
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
    kind === 'record' && (key === 'posts' || key === 'officers') ? { key: county } : 'nothing',
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

function heldPost({ role, unit, from, until, delegatedBy }: PostRecord): HeldPost {
  const [programme = '', name = ''] = role.split('/')
  return {
    programme,
    role: name,
    unit,
    from: from ?? null,
    until: until ?? null,
    delegatedBy: delegatedBy ?? null,
  }
}
