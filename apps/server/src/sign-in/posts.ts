import type { Changes, Database } from '@luoshi/store'
import { sql } from 'kysely'
import { ExactCache } from '../exact-cache.ts'
import type { HeldPost } from './officer.ts'

/** Where posts are kept: a register of the county's own administration. */
export const POSTS = { programme: 'administration', register: 'posts' } as const

/** What a record of the register says; other fields are for people. */
interface PostRecord {
  readonly officer: string
  readonly programme: string
  readonly role: string
  readonly unit: string
  readonly from?: string
  readonly until?: string
  readonly delegatedBy?: string
}

/** The posts that an officer was given and that were not struck off; whether a post is held today its dates say. */
export async function postsOf(db: Database, county: string, officer: string): Promise<readonly HeldPost[]> {
  const rows = await db
    .selectFrom('cases')
    .select(sql<PostRecord>`body->'data'`.as('data'))
    .where('county', '=', county)
    .where('programme', '=', POSTS.programme)
    .where('register', '=', POSTS.register)
    .where('closed', 'is', null)
    .where(sql<boolean>`body->'data'->>'officer' = ${officer}`)
    .orderBy('id')
    .execute()
  return rows.map(({ data }) => ({
    programme: data.programme,
    role: data.role,
    unit: data.unit,
    from: data.from ?? null,
    until: data.until ?? null,
    delegatedBy: data.delegatedBy ?? null,
  }))
}

/** The same, kept until a post of the county changes in any process. */
export function cachedPosts(
  db: Database,
  changes: Changes,
): (county: string, officer: string) => Promise<readonly HeldPost[]> {
  const cache = new ExactCache<readonly HeldPost[]>(changes, ({ kind, key }) =>
    kind === 'record' && key === POSTS.register ? 'all' : 'nothing',
  )
  return (county, officer) => cache.get(`${county}/${officer}`, () => postsOf(db, county, officer))
}
