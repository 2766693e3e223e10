import { createHash } from 'node:crypto'
import type { EnterProposalsView } from '@luoshi/client'
import { dateOf, unitsNamed } from '@luoshi/kernel'
import { dutyRecord, type ProposedDuty } from '@luoshi/programmes/supervision'
import { type Acted, act, open } from '@luoshi/store'
import type { ApiContext } from '../api-context.ts'
import { openingUnits } from '../case-list-routes.ts'
import { surroundings } from '../case-routes.ts'
import type { Sight } from '../views/sight.ts'

/**
 * Enters proposals as duties, each under its number, once; confirmed at once where the clerk says so, else they wait for
 * it. One that waits already is confirmed.
 */
export async function enterProposals(
  context: ApiContext,
  sight: Sight,
  proposals: readonly ProposedDuty[],
  isConfirmed: boolean,
): Promise<EnterProposalsView> {
  const { state, actor, programme } = sight
  const { db } = context.services
  const unit = openingUnits(sight)[0] ?? ''
  const nameOf = unitIdsOf(sight)
  let [entered, confirmed] = [0, 0]
  const refused: string[] = []
  for (const one of proposals) {
    const request = { county: state.county, case: dutyId(one.number), requestKey: null }
    const action = { by: actor, input: { ...dutyRecord(one, nameOf) } }
    const opening = { procedure: 'duty', unit, owner: null, action }
    const opened = await open(db, programme, request, opening, surroundings(context, sight))
    const isKnown = opened.kind === 'not-stored' && opened.issue.code === 'case-exists'
    if (opened.kind === 'done') entered++
    else if (!isKnown || !isConfirmed) {
      refused.push(sentence(one, opened))
      continue
    }
    if (!isConfirmed) continue
    const confirming = { name: 'confirm', by: actor }
    const anyVersion = { ...request, expectedVersion: null }
    const acted = await act(db, programme, anyVersion, confirming, surroundings(context, sight))
    if (acted.kind === 'done') confirmed++
    else refused.push(sentence(one, acted))
  }
  return { entered, confirmed, refused }
}

/** The id of the case of a proposal: the same at every reading. */
export function dutyId(number: string): string {
  return `duty-${createHash('sha256').update(number).digest('hex').slice(0, 16)}`
}

/** The id of the one unit that bears a name; null for none, or for several. */
export function unitIdsOf({ state, now }: Sight): (name: string) => string | null {
  return (name) => {
    const [only, ...others] = unitsNamed(state.units, name, dateOf(now))
    return only === undefined || others.length > 0 ? null : only.id
  }
}

function sentence({ title }: ProposedDuty, acted: Exclude<Acted, { kind: 'done' }>): string {
  const [issue] = acted.kind === 'refused' ? acted.issues : [acted.issue]
  return `${title}：${issue?.message ?? ''}`
}
