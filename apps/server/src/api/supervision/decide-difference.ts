import { instrument } from '@luoshi/kernel'
import { dutyRecord, readDuty } from '@luoshi/programmes/supervision'
import { type Acted, act, correct, findCase, open } from '@luoshi/store'
import type { ApiContext } from '../api-context.ts'
import { openingUnits } from '../case-list-routes.ts'
import { surroundings } from '../case-routes.ts'
import type { Sight } from '../views/sight.ts'
import { dutyId, unitIdsOf } from './enter-proposals.ts'
import type { FoundDifference } from './rereading-routes.ts'

interface Decision {
  readonly decision: 'taken' | 'refused'
  readonly reason: string
}

/**
 * Decides on one difference: what is taken over is done to the duty, as a correction, an entry or its end; either way the
 * decision is kept with its reason, all or nothing.
 *
 * @param duties how the officer sees the duties
 * @param decisions how the officer sees the decisions that are kept
 */
export async function decideDifference(
  context: ApiContext,
  duties: Sight,
  decisions: Sight,
  found: FoundDifference,
  { decision, reason }: Decision,
): Promise<Acted> {
  const { db } = context.services
  const { number, kind, document, title, differences } = found.view
  let answer: Acted | null = null
  try {
    return await db.transaction().execute(async (inside) => {
      const within = { ...context, services: { ...context.services, db: inside } }
      if (decision === 'taken') {
        const taken = await takeOver(within, duties, found, reason)
        if (taken.kind !== 'done') {
          answer = taken
          throw new Undone()
        }
      }
      const duty = found.proposed?.number ?? (await numberOf(within, duties, found.case)) ?? ''
      const input = {
        ...{ number, document, duty, title, kind, decision, reason },
        ...(differences.length === 0 ? {} : { differences: differences.map(sides) }),
      }
      const request = { county: decisions.state.county, case: `reading-${number}`, requestKey: null }
      const action = { by: decisions.actor, input }
      const unit = openingUnits(decisions)[0] ?? ''
      const opening = { procedure: decisions.procedure.id, unit, owner: null, action }
      const kept = await open(inside, decisions.programme, request, opening, surroundings(within, decisions))
      if (kept.kind !== 'done') {
        answer = kept
        throw new Undone()
      }
      return kept
    })
  } catch (error) {
    if (error instanceof Undone && answer !== null) return answer
    throw error
  }
}

/** Thrown so that nothing of a decision stays that could not be carried out. */
class Undone extends Error {
  override readonly name = 'Undone'
}

async function takeOver(
  context: ApiContext,
  sight: Sight,
  { view, proposed, case: id }: FoundDifference,
  reason: string,
): Promise<Acted> {
  const { db } = context.services
  const { programme, actor, state } = sight
  const around = surroundings(context, sight)
  const request = { county: state.county, case: id ?? '', requestKey: null, expectedVersion: null }
  if (proposed === null) {
    const isProposed = (await findCase(db, state.county, request.case))?.case.state === 'proposed'
    const name = isProposed ? 'dismiss' : 'revoke'
    return act(db, programme, request, { name, by: actor, reason }, around)
  }
  if (id === null) {
    const opened = { ...request, case: dutyId(proposed.number) }
    const action = { by: actor, input: { ...dutyRecord(proposed, unitIdsOf(sight)) } }
    const unit = openingUnits(sight)[0] ?? ''
    const done = await open(db, programme, opened, { procedure: 'duty', unit, owner: null, action }, around)
    if (done.kind !== 'done') return done
    return act(db, programme, opened, { name: 'confirm', by: actor }, around)
  }
  const now = readDuty(proposed)
  const labels = new Set(view.differences.map(({ label }) => label))
  const changes = {
    ...(labels.has('任务名称') ? { title: now.title } : {}),
    ...(labels.has('任务内容') ? { content: now.content } : {}),
    ...(labels.has('原文责任单位') ? { printedUnits: now.printedUnits } : {}),
    ...(labels.has('原文期限') ? { textDay: now.textDay ?? undefined } : {}),
    ...(labels.has('公报行') ? { lines: now.lines } : {}),
  }
  const cite = instrument(state.county, proposed.document).lines(...proposed.lines)
  return correct(db, programme, request, { by: actor, changes, reason, cite }, around)
}

async function numberOf(
  { services }: ApiContext,
  { state }: Sight,
  id: string | null,
): Promise<string | null> {
  const found = id === null ? null : await findCase(services.db, state.county, id)
  return found === null ? null : String(found.case.data['number'])
}

function sides({ label, before, after }: FoundDifference['view']['differences'][number]) {
  return { label, ...(before === '' ? {} : { before }), ...(after === '' ? {} : { after }) }
}
