import type { IsoDate } from '../time/calendar.ts'
import { isWithin, type UnitTree, unitsWithin } from '../unit/unit-tree.ts'

/** How far a role's right reaches: one's own cases, those of one's unit, of units below it too, or the whole county. */
export type Reach = 'own' | 'unit' | 'below' | 'county'

/** How the reaches read. */
export const reachLabels: Readonly<Record<Reach, string>> = {
  own: '本人的',
  unit: '本机构的',
  below: '本机构及下级的',
  county: '全县的',
}

/** A right of a role. There is none that is not written. */
export interface Grant {
  /** Id of a role that the programme declares. */
  readonly role: string
  readonly reach: Reach
}

/** A role held in a unit, from a day on and, for a delegation, until a day. */
export interface Post {
  readonly role: string
  readonly unit: string
  readonly from: IsoDate | null
  /** First day on which it is held no more; null while it is. */
  readonly until: IsoDate | null
}

/** Who acts. */
export interface Actor {
  readonly id: string
  readonly county: string
  readonly posts: readonly Post[]
}

/** The role in which what was set for a time runs by itself. */
export const TIMER_ROLE = 'timer'

/** What acts by itself in a county when the time for it has come. */
export function timerActor(county: string): Actor {
  return {
    id: TIMER_ROLE,
    county,
    posts: [{ role: TIMER_ROLE, unit: TIMER_ROLE, from: null, until: null }],
  }
}

/** Whose something is. */
export interface Belonging {
  readonly county: string
  readonly unit: string
  /** Id of the person whose case it is; null for a unit's own. */
  readonly owner: string | null
}

/** Everything that a right reaches, for a query. A single record is judged by the same filter. */
export interface AccessFilter {
  readonly county: string
  readonly isWholeCounty: boolean
  readonly units: readonly string[]
  readonly owner: string | null
}

/** A right of that role: `may('acceptance-group', 'county')`. */
export function may(role: string, reach: Reach): Grant {
  return { role, reach }
}

/** What these rights let an actor reach on a date; null where nothing. */
export function accessFilter(
  actor: Actor,
  grants: readonly Grant[],
  units: UnitTree,
  on: IsoDate,
): AccessFilter | null {
  const held = heldBy(actor, grants, on)
  if (held.length === 0) return null
  return {
    county: actor.county,
    isWholeCounty: held.some(({ grant }) => grant.reach === 'county'),
    units: [...new Set(held.flatMap(({ grant, post }) => unitsReached(grant, post, units, on)))].sort(),
    owner: held.some(({ grant }) => grant.reach === 'own') ? actor.id : null,
  }
}

/**
 * What is within two filters of one actor, as what may be acted on is listed only as far as it may be read. Where only one
 * of them reaches what is the actor's own and the other units, own things in those units are left out: too few, never too
 * many.
 */
export function filterOfBoth(one: AccessFilter | null, other: AccessFilter | null): AccessFilter | null {
  if (one === null || other === null || one.county !== other.county) return null
  if (one.isWholeCounty) return other
  if (other.isWholeCounty) return one
  const units = one.units.filter((unit) => other.units.includes(unit))
  const owner = one.owner === other.owner ? one.owner : null
  return units.length === 0 && owner === null ? null : { ...one, units, owner }
}

/** Whether something is within a filter. */
export function isReached(filter: AccessFilter | null, belonging: Belonging): boolean {
  if (filter === null || filter.county !== belonging.county) return false
  if (filter.isWholeCounty || filter.units.includes(belonging.unit)) return true
  return filter.owner !== null && filter.owner === belonging.owner
}

/** Whether one of these rights lets an actor at something on a date. Without a right: no. */
export function allowed(
  actor: Actor,
  grants: readonly Grant[],
  belonging: Belonging,
  units: UnitTree,
  on: IsoDate,
): boolean {
  if (actor.county !== belonging.county) return false
  return heldBy(actor, grants, on).some(({ grant, post }) =>
    reaches[grant.reach]({ actor, post, belonging, units, on }),
  )
}

/** Ids of the roles that an actor holds on a date. */
export function rolesOf(actor: Actor, on: IsoDate): readonly string[] {
  return [...new Set(actor.posts.filter((post) => isHeld(post, on)).map(({ role }) => role))]
}

interface Question {
  readonly actor: Actor
  readonly post: Post
  readonly belonging: Belonging
  readonly units: UnitTree
  readonly on: IsoDate
}

const reaches = {
  own: ({ actor, belonging }) => belonging.owner === actor.id,
  unit: ({ post, belonging }) => belonging.unit === post.unit,
  below: ({ post, belonging, units, on }) => isWithin(units, belonging.unit, post.unit, on),
  county: () => true,
} satisfies Record<Reach, (question: Question) => boolean>

const unitsReachedBy = {
  own: () => [],
  unit: (post) => [post.unit],
  below: (post, units, on) => [post.unit, ...unitsWithin(units, post.unit, on)],
  county: () => [],
} satisfies Record<Reach, (post: Post, units: UnitTree, on: IsoDate) => string[]>

function unitsReached(grant: Grant, post: Post, units: UnitTree, on: IsoDate): string[] {
  return unitsReachedBy[grant.reach](post, units, on)
}

function heldBy(actor: Actor, grants: readonly Grant[], on: IsoDate) {
  return grants.flatMap((grant) =>
    actor.posts
      .filter((post) => post.role === grant.role && isHeld(post, on))
      .map((post) => ({ grant, post })),
  )
}

function isHeld(post: Post, on: IsoDate): boolean {
  return (post.from === null || post.from <= on) && (post.until === null || on < post.until)
}
