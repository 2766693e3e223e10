import type { Actor } from '../access/access.ts'
import type { Issue } from '../issue/issue.ts'
import type { Programme } from '../programme/programme.ts'
import type { Facts, Parameters } from '../rule/rule.ts'
import type { Verdict } from '../rule/verdict.ts'
import type { Calendar } from '../time/calendar.ts'
import type { IsoInstant } from '../time/instant.ts'
import type { UnitTree } from '../unit/unit-tree.ts'
import { type Case, type CaseEvent, caseAfter, caseOpenedBy, type NewCase } from './case.ts'
import { checkAction, checkOpening } from './check-action.ts'
import { type Effect, effectsOf } from './effects.ts'
import { actionsIn, OPENING, type Procedure } from './procedure.ts'

/** What someone wants to do. */
export interface Action {
  readonly name: string
  readonly by: Actor
  readonly input?: Readonly<Record<string, unknown>>
  /** Ids of the materials handed in. */
  readonly materials?: readonly string[]
  readonly reason?: string
}

/** All that an action depends on besides the case: the clock and the looked-up facts among it. */
export interface Context {
  readonly now: IsoInstant
  readonly calendar: Calendar
  readonly units: UnitTree
  readonly programme: Programme
  /** The county's own values, by parameter id, in the declared ones' place. */
  readonly parameters: Parameters
  /** What the procedure's lookups gave. */
  readonly facts: Facts
}

/** Done, with what is to follow; or refused with every reason, and nothing changed. */
export type Outcome =
  | {
      readonly kind: 'done'
      readonly case: Case
      readonly event: CaseEvent
      readonly effects: readonly Effect[]
      readonly verdicts: readonly Verdict[]
    }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[]; readonly verdicts: readonly Verdict[] }

/** Opens a case with its subject filled in. */
export function openCase(
  procedure: Procedure,
  opened: NewCase,
  action: Omit<Action, 'name' | 'materials' | 'reason'>,
  context: Context,
): Outcome {
  const checked = checkOpening(procedure, opened, action, context)
  if (checked.issues.length > 0) return { kind: 'refused', ...checked }
  const event = eventOf({ ...action, name: OPENING, input: checked.input }, context)
  const after = caseOpenedBy(procedure, opened, event)
  const effects = effectsOf(procedure, null, after, null, context.calendar)
  return { kind: 'done', case: after, event, effects, verdicts: checked.verdicts }
}

/** Does an action on a case, or refuses it. Pure: the same case, action and context give the same outcome. */
export function transition(procedure: Procedure, before: Case, action: Action, context: Context): Outcome {
  const checked = checkAction(procedure, before, action, context)
  if (checked.issues.length > 0)
    return { kind: 'refused', issues: checked.issues, verdicts: checked.verdicts }
  const event = eventOf({ ...action, input: checked.input }, context)
  const after = caseAfter(procedure, before, event)
  const definition = actionsIn(procedure, before.state)[action.name] ?? null
  const effects = effectsOf(procedure, before, after, definition, context.calendar)
  return { kind: 'done', case: after, event, effects, verdicts: checked.verdicts }
}

function eventOf(action: Action, { now }: Context): CaseEvent {
  const { name, by, input = {}, materials = [], reason } = action
  return { action: name, at: now, by: by.id, input, materials, reason: reason?.trim() || null }
}
