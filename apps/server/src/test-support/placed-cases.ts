import { type Case, type CaseEvent, type Procedure, type Programme, stateActionsIn } from '@luoshi/kernel'
import { sql } from 'kysely'
import { z } from 'zod'
import { perform } from '../../../../packages/store/src/log/perform.ts'
import type { Services } from '../services.ts'

/** A case that stands where a test wants it, and what can be done with it there. */
export interface PlacedCase {
  readonly case: Case
  readonly actions: Readonly<Record<string, { readonly by: Procedure['opening']['by'] }>>
}

/** Where a case can stand: a state, and one of its branches where it has some. */
interface Place {
  readonly name: string
  readonly state: string
  readonly branches?: Case['branches']
  readonly actions: PlacedCase['actions']
}

/** Every place of a procedure: each state, and each state of each branch. */
function placesOf(procedure: Procedure, at: string): readonly Place[] {
  return Object.entries(procedure.states).flatMap(([state, { branches = {} }]): Place[] => [
    { name: state, state, actions: stateActionsIn(procedure, state) },
    ...Object.entries(branches).flatMap(([branch, { states }]) =>
      Object.entries(states).map(
        ([inner, { on }]): Place => ({
          name: `${state}-${branch}-${inner}`,
          state,
          branches: { [state]: { [branch]: { state: inner, entered: at } } },
          actions: on,
        }),
      ),
    ),
  ])
}

/** A word that every text of a placed case holds. */
export const MARK = '标记之词'

/** Whose the cases are. */
export interface PlacedFor {
  readonly county: string
  readonly unit: string
  readonly owner: string | null
}

/**
 * Puts a case into every place of a procedure: opens it, and moves it there without the log, whatever would have led
 * there. Its texts are made up and need not be what the procedure would take.
 */
export async function placeCases(
  { db, vault, clock }: Services,
  programme: Programme,
  procedure: Procedure,
  whose: PlacedFor,
): Promise<readonly PlacedCase[]> {
  const at = clock()
  const placed: PlacedCase[] = []
  for (const { name, state, branches, actions } of placesOf(procedure, at)) {
    const id = [programme.id, procedure.id, name, whose.unit, whose.owner ?? 'nobody'].join('-')
    const input = textsOf(procedure, id)
    const event: CaseEvent = { action: 'opening', at, by: 'test', input, materials: [], reason: null }
    const times = { opened: at, latest: at, entered: at, events: 1 }
    const after: Case = {
      id,
      ...whose,
      ...times,
      procedure: procedure.id,
      version: procedure.version,
      state,
      ...(branches === undefined ? {} : { branches }),
      cameFrom: {},
      data: input,
      clocks: {},
      doneBy: {},
    }
    const { unit, owner, county } = whose
    const opened = {
      unit,
      owner,
      programme: programme.id,
      procedure: procedure.id,
      version: procedure.version,
    }
    const payload = { event, effects: [], verdicts: [], opened }
    const request = { county, case: id, expectedVersion: null, requestKey: null }
    const done = await perform({ db, vault, programme, now: event.at }, request, {}, () => ({
      procedure,
      lookups: {},
      subject: after,
      decide: () => ({ kind: 'opening', cite: null, payload, after }),
    }))
    if (done.kind !== 'done') throw new Error(`${id}: ${JSON.stringify(done)}`)
    const position = JSON.stringify({ state, ...(branches === undefined ? {} : { branches }) })
    await db
      .updateTable('cases')
      .set({
        state,
        closed: procedure.states[state]?.final ?? null,
        body: sql`body || ${position}::jsonb`,
      })
      .where('county', '=', county)
      .where('id', '=', id)
      .execute()
    placed.push({ case: after, actions })
  }
  return placed
}

function textsOf({ subject }: Procedure, id: string): Readonly<Record<string, string>> {
  const fields = Object.entries(subject.def.shape).filter(([, field]) => isText(field))
  return Object.fromEntries(fields.map(([name]) => [name, `${MARK}${id}`]))
}

function isText(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable) return isText(field.def.innerType)
  return field instanceof z.ZodString
}
