import { isReached } from '@luoshi/kernel'
import { countOpen, listAcross, listInBranches, type Share, type SharedCase } from '@luoshi/store'
import { type Day, groupsOf, keyOf, rowOf, type Section, sightFor } from '../day.ts'
import { branchShares, waitingShares } from '../shares.ts'
import { readPlace, writePlace } from './places.ts'

/** Cases of other units that wait in a branch, at most. */
const MOST_IN_BRANCHES = 1000

/** Cases that wait for the officer: that which has waited longest first. */
export const waiting: Section = {
  id: 'waiting',
  title: '待我办理',
  async read(day, { group, after, limit }) {
    const { context, sights, county } = day
    const { db } = context.services
    const all = [...sights.values()].flatMap((sight) =>
      waitingShares(sight).map((share) => ({ sight, share })),
    )
    const shares = all.map(({ share }) => share)
    const isChosen = (programme: string, procedure: string) =>
      group === null || keyOf(programme, procedure) === group
    const chosen = shares.filter(({ programme, procedure }) => isChosen(programme.id, procedure.id))
    const [latest, id] = readPlace(after, 2) ?? []
    const place = latest === undefined || id === undefined ? null : { latest, id }
    const [counts, found, inBranches] = await Promise.all([
      countOpen(db, county, shares),
      listAcross(db, county, chosen, limit + 1, place),
      waitingInBranches(day, shares),
    ])
    const own = found.slice(0, limit)
    const last = own.at(-1)?.case
    const others = inBranches.filter(({ programme, procedure }) => isChosen(programme, procedure.id))
    return {
      groups: groupsOf([
        ...all.map(({ sight }, index) => ({ sight, count: counts[index] ?? 0 })),
        ...inBranches.map((one) => ({ sight: sightFor(day, one), count: 1 })),
      ]),
      // They are few: the first page has them all, each where it belongs.
      rows: (place === null ? [...own, ...others].toSorted(byLatest) : own).map((one) => rowOf(day, one)),
      next: found.length > limit && last !== undefined ? writePlace([last.latest, last.id]) : null,
      isAtLeast: false,
    }
  },
}

/** What waits in branches of other units' cases and is in none of the officer's own shares. */
async function waitingInBranches(
  { context, sights, county }: Day,
  own: readonly Share[],
): Promise<readonly SharedCase[]> {
  const shares = [...sights.values()].flatMap(branchShares)
  const found = await listInBranches(context.services.db, county, shares, MOST_IN_BRANCHES)
  const isOwn = ({ programme, procedure, case: one }: SharedCase) =>
    own.some(
      (share) =>
        share.programme.id === programme &&
        share.procedure.id === procedure.id &&
        (share.states ?? []).includes(one.state) &&
        isReached(share.filter, one),
    )
  return found.filter((one) => !isOwn(one))
}

function byLatest(one: SharedCase, other: SharedCase): number {
  return one.case.latest < other.case.latest ? -1 : 1
}
