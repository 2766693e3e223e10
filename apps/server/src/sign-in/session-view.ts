import type { SessionView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import type { Programme } from '@luoshi/kernel'
import type { HeldPost, Officer } from './officer.ts'
import { csrfTokenOf, type LiveSession } from './session-keeper.ts'

/** Slug of the made-up county, in which anyone may look around. */
export const DEMO_COUNTY = 'qingyuan'

/** What the desk is told of who is signed in. */
export function sessionView(
  { id, name, username, county, posts }: Officer,
  session: LiveSession,
  programmes: readonly Programme[],
): SessionView {
  return {
    officer: { id, name, username },
    county: { slug: county, name: countyName(county), isDemo: county === DEMO_COUNTY },
    posts: posts.map((post) => postView(post, programmes)),
    csrfToken: csrfTokenOf(session),
    mustChangePassword: session.mustChange,
  }
}

/** The county as people call it: 清源县. */
export function countyName(slug: string): string {
  return countyBySlug.get(slug)?.name ?? slug
}

function postView(post: HeldPost, programmes: readonly Programme[]): SessionView['posts'][number] {
  const programme = programmes.find(({ id }) => id === post.programme)
  return {
    programme: post.programme,
    programmeTitle: programme?.title ?? post.programme,
    role: post.role,
    roleTitle: programme?.roles[post.role]?.title ?? post.role,
    unit: post.unit,
    unitName: post.unitName,
    from: post.from,
    until: post.until,
    delegatedBy: post.delegatorName,
  }
}
