import type { SessionView } from '@luoshi/client'
import { countyBySlug } from '@luoshi/counties'
import type { Programme } from '@luoshi/kernel'
import type { HeldPost, Officer } from './officer.ts'
import { csrfTokenOf, type LiveSession } from './session-keeper.ts'

/** Slug of the made-up county, in which anyone may look around. */
export const DEMO_COUNTY = 'qingyuan'

/** What the desk is told of who is signed in. */
export function sessionView(
  officer: Officer,
  session: LiveSession,
  programmes: readonly Programme[],
  mustChangePassword: boolean,
): SessionView {
  const { id, name, username, county } = officer
  return {
    officer: { id, name, username },
    county: { slug: county, name: countyBySlug.get(county)?.name ?? county, isDemo: county === DEMO_COUNTY },
    posts: officer.posts.map((post) => postView(post, programmes)),
    csrfToken: csrfTokenOf(session),
    mustChangePassword,
  }
}

function postView(post: HeldPost, programmes: readonly Programme[]): SessionView['posts'][number] {
  const programme = programmes.find(({ id }) => id === post.programme)
  return {
    programme: post.programme,
    programmeTitle: programme?.title ?? post.programme,
    role: post.role,
    roleTitle: programme?.roles[post.role]?.title ?? post.role,
    unit: post.unit,
    unitName: post.unit,
    from: post.from,
    until: post.until,
    delegatedBy: post.delegatedBy,
  }
}
