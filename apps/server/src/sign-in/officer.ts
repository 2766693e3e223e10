import type { Actor, Post } from '@luoshi/kernel'
import type { TokenScope } from '@luoshi/store'

/** A post with the programme in which its role is, and who delegated it. */
export interface HeldPost extends Post {
  readonly programme: string
  readonly unitName: string
  /** Id of the officer who delegated it; null for one held in one's own right. */
  readonly delegatedBy: string | null
  readonly delegatorName: string | null
}

/** Who asks, as sign-in found out. */
export interface Officer {
  /** Region slug: no other county may be asked for. */
  readonly county: string
  /** Id by which the log knows the person. */
  readonly id: string
  readonly name: string
  readonly username: string
  readonly posts: readonly HeldPost[]
  /** What another system may do in the officer's name; null for the officer in person. */
  readonly scopes: readonly TokenScope[] | null
}

/** The officer as one programme's actor: roles are per programme. */
export function actorFor({ id, county, posts }: Officer, programme: string): Actor {
  return {
    id,
    county,
    posts: posts
      .filter((post) => post.programme === programme)
      .map(({ role, unit, from, until }) => ({ role, unit, from, until })),
  }
}
