import type { Actor } from '../access/access.ts'
import type { Issue } from '../issue/issue.ts'
import type { Programme } from '../programme/programme.ts'
import type { Facts, Parameters } from '../rule/rule.ts'
import type { Verdict } from '../rule/verdict.ts'
import type { Calendar } from '../time/calendar.ts'
import type { IsoInstant } from '../time/instant.ts'
import type { UnitTree } from '../unit/unit-tree.ts'
import { actionsOf } from './actions.ts'
import { type Attachments, type Case, type CaseEvent, caseAfter, caseOpenedBy, type NewCase } from './case.ts'
import { checkAction, checkOpening, materialsGiven } from './check-action.ts'
import { type Effect, effectsOf } from './effects.ts'
import { OPENING, type Procedure } from './procedure.ts'

/** What someone wants to do. */
export interface Action {
  readonly name: string
  readonly by: Actor
  readonly input?: Readonly<Record<string, unknown>>
  /** Ids of the materials handed in. */
  readonly materials?: readonly string[]
  /** Files of the materials handed in, by the id of each; one that has files needs no word in `materials`. */
  readonly attachments?: Attachments
  readonly reason?: string
  /** Other cases that it has to do with: ids, each under a kind of link that the action names. */
  readonly links?: readonly { readonly kind: string; readonly case: string }[]
}

/** What opens a case. */
export type OpeningAction = Pick<Action, 'by' | 'input'>

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
  action: OpeningAction,
  context: Context,
): Outcome {
  const checked = checkOpening(procedure, opened, action, context)
  if (checked.issues.length > 0) return { kind: 'refused', ...checked }
  const event = eventOf({ ...action, name: OPENING, input: checked.input }, context)
  const after = caseOpenedBy(procedure, opened, event)
  const effects = effectsOf(procedure, null, after, null, context.calendar, context.parameters)
  return { kind: 'done', case: after, event, effects, verdicts: checked.verdicts }
}

/** Does an action on a case, or refuses it. Pure: the same case, action and context give the same outcome. */
export function transition(procedure: Procedure, before: Case, action: Action, context: Context): Outcome {
  const checked = checkAction(procedure, before, action, context)
  if (checked.issues.length > 0)
    return { kind: 'refused', issues: checked.issues, verdicts: checked.verdicts }
  const { input, unit } = checked
  const event: CaseEvent = {
    ...eventOf({ ...action, input }, context),
    ...(unit === undefined ? {} : { unit }),
    ...linksOf(action),
    ...attachmentsOf(action),
  }
  const after = caseAfter(procedure, before, event)
  const definition = actionsOf(procedure, before)[action.name] ?? null
  const effects = effectsOf(procedure, before, after, definition, context.calendar, context.parameters)
  return { kind: 'done', case: after, event, effects, verdicts: checked.verdicts }
}

function eventOf(action: Action, { now }: Context): CaseEvent {
  const { name, by, input = {}, reason } = action
  return {
    action: name,
    at: now,
    by: by.id,
    input,
    materials: materialsGiven(action),
    reason: reason?.trim() || null,
  }
}

/** The files of an event; no key where there are none. */
function attachmentsOf({ attachments = {} }: Action): Pick<CaseEvent, 'attachments'> {
  const given = Object.entries(attachments).filter(([, files]) => files.length > 0)
  return given.length === 0 ? {} : { attachments: Object.fromEntries(given) }
}

/** The links of an event, by kind; no key where there are none. */
function linksOf({ links = [] }: Action): Pick<CaseEvent, 'links'> {
  if (links.length === 0) return {}
  const byKind = Object.entries(Object.groupBy(links, ({ kind }) => kind))
  return {
    links: Object.fromEntries(byKind.map(([kind, ofKind = []]) => [kind, ofKind.map((link) => link.case)])),
  }
}
