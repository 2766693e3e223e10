import type { Belonging } from '../access/access.ts'
import type { FileReference } from '../schema/form-fields.ts'
import type { Pause } from '../time/due-date.ts'
import type { IsoInstant } from '../time/instant.ts'
import { actionsOf, isRequest } from './actions.ts'
import {
  type BranchPositions,
  branchesAfter,
  branchesEntered,
  findBranchWith,
  withBranches,
} from './branch-positions.ts'
import {
  type ActionDefinition,
  type LimitDefinition,
  OPENING,
  PREVIOUS,
  type Procedure,
} from './procedure.ts'

/** Files by the id of the material that they are. */
export type Attachments = Readonly<Record<string, readonly FileReference[]>>

/** What was done, as the log keeps it: enough to rebuild the case. */
export interface CaseEvent {
  /** `opening`, or the action's name. */
  readonly action: string
  readonly at: IsoInstant
  /** Id of the actor. */
  readonly by: string
  readonly input: Readonly<Record<string, unknown>>
  /** Ids of the materials handed in. */
  readonly materials: readonly string[]
  /** Files of these, by the id of each; a material without any was handed in on paper. */
  readonly attachments?: Attachments
  readonly reason: string | null
  /** The unit to which the case was given. */
  readonly unit?: string
  /** Other cases that it has to do with from now on, by kind of link. */
  readonly links?: Readonly<Record<string, readonly string[]>>
}

/** A limit that has begun. */
export interface Clock {
  readonly started: IsoInstant
  /** When it was met, or the case came to rest; null while it runs. */
  readonly ended: IsoInstant | null
  /** From moment to moment. */
  readonly pauses: readonly Pause[]
  /** How much it was lengthened, in its own unit, each time. */
  readonly extensions: readonly number[]
}

/** One case. It is what its events make it. */
export interface Case extends Belonging {
  readonly id: string
  readonly procedure: string
  /** The version of the procedure under which it runs. */
  readonly version: number
  readonly state: string
  /** By state: the one from which it was last entered, for a return to that. */
  readonly cameFrom: Readonly<Record<string, string>>
  readonly data: Readonly<Record<string, unknown>>
  readonly opened: IsoInstant
  readonly latest: IsoInstant
  /** How many events it has had. */
  readonly events: number
  /** When its present state was entered. */
  readonly entered: IsoInstant
  /** By limit. */
  readonly clocks: Readonly<Record<string, Clock>>
  /** Who did each action last. */
  readonly doneBy: Readonly<Record<string, string>>
  /** By state: where its branches are, or were when it was left. */
  readonly branches?: Readonly<Record<string, BranchPositions>>
  /** The unit from which it was given to its present one. */
  readonly sender?: string
  /** Ids of other cases, by kind of link. */
  readonly links?: Readonly<Record<string, readonly string[]>>
  /** Requests that wait for a decision, by action, and since when. */
  readonly requests?: Readonly<Record<string, IsoInstant>>
}

/** Whose a new case is, and its id. */
export interface NewCase extends Belonging {
  readonly id: string
}

/** A case as its first event leaves it. */
export function caseOpenedBy(procedure: Procedure, opened: NewCase, event: CaseEvent): Case {
  const { id, county, unit, owner } = opened
  const begun: Case = {
    id,
    county,
    unit,
    owner,
    procedure: procedure.id,
    version: procedure.version,
    state: procedure.initial,
    cameFrom: {},
    data: event.input,
    opened: event.at,
    latest: event.at,
    events: 1,
    entered: event.at,
    clocks: {},
    doneBy: { [OPENING]: event.by },
  }
  const entered = withBranches(begun, branchesEntered(procedure, begun, procedure.initial, event.at, false))
  return withClocks(procedure, entered, event, null)
}

/** The case after one more event. It judges nothing: the event has happened. */
export function caseAfter(procedure: Procedure, before: Case, event: CaseEvent): Case {
  const action = actionsOf(procedure, before)[event.action]
  if (action === undefined) return before
  const done: Case = {
    ...before,
    data: { ...before.data, ...event.input },
    latest: event.at,
    events: before.events + 1,
    doneBy: { ...before.doneBy, [event.action]: event.by },
  }
  const moved = movedBy(procedure, before, done, action, event)
  const given = withRequests(procedure, withLinks(withUnit(moved, event), event), action, event)
  return withClocks(procedure, given, event, action)
}

/** Moves the case, or one of its branches and, where the branches join, the case. */
function movedBy(
  procedure: Procedure,
  before: Case,
  done: Case,
  action: ActionDefinition,
  event: CaseEvent,
): Case {
  const branch = findBranchWith(procedure, before, event.action)
  if (branch === undefined) {
    const returns = action.to === PREVIOUS
    const target = returns ? (before.cameFrom[before.state] ?? before.state) : action.to
    return target === before.state ? done : entering(procedure, done, target, event.at, returns)
  }
  const { branches, leadsTo } = branchesAfter(procedure, before, branch, action.to, event.at)
  const after = withBranches(done, branches)
  return leadsTo === null ? after : entering(procedure, after, leadsTo, event.at, false)
}

function entering(procedure: Procedure, from: Case, target: string, at: IsoInstant, returns: boolean): Case {
  const moved: Case = {
    ...from,
    state: target,
    cameFrom: returns ? from.cameFrom : { ...from.cameFrom, [target]: from.state },
    entered: at,
  }
  return withBranches(moved, branchesEntered(procedure, from, target, at, returns))
}

function withUnit(after: Case, { unit }: CaseEvent): Case {
  return unit === undefined ? after : { ...after, unit, sender: after.unit }
}

function withLinks(after: Case, { links }: CaseEvent): Case {
  if (links === undefined) return after
  const added = Object.entries(links).map(([kind, ids]) => [
    kind,
    [...new Set([...(after.links?.[kind] ?? []), ...ids])],
  ])
  return { ...after, links: { ...after.links, ...Object.fromEntries(added) } }
}

/** A request waits until it is answered, or until the case comes to rest. */
function withRequests(
  procedure: Procedure,
  after: Case,
  { answers }: ActionDefinition,
  { action, at }: CaseEvent,
): Case {
  const { requests: waiting = {}, ...rest } = after
  const open = Object.entries(isRequest(procedure, action) ? { ...waiting, [action]: at } : waiting).filter(
    ([request]) => request !== answers,
  )
  const isOver = procedure.states[after.state]?.final !== undefined
  return isOver || open.length === 0 ? rest : { ...rest, requests: Object.fromEntries(open) }
}

/** A case from its whole log. */
export function caseFrom(procedure: Procedure, opened: NewCase, events: readonly CaseEvent[]): Case | null {
  const [first, ...rest] = events
  if (first === undefined) return null
  return rest.reduce(
    (before, event) => caseAfter(procedure, before, event),
    caseOpenedBy(procedure, opened, first),
  )
}

/** Starts, meets, lengthens, stops and resumes the limits that an event touches. */
function withClocks(
  procedure: Procedure,
  after: Case,
  event: CaseEvent,
  action: ActionDefinition | null,
): Case {
  const stop = procedure.states[after.state]?.stopsClock
  const isOver = procedure.states[after.state]?.final !== undefined
  const clocks = Object.entries(procedure.limits).flatMap(([id, limit]) => {
    const began = begins(limit, event, after)
    const clock = began === null ? after.clocks[id] : startedAt(began)
    if (clock === undefined) return []
    if (clock.ended !== null) return [[id, clock] as const]
    if (isOver || limit.ends.includes(event.action)) {
      return [[id, { ...resumed(clock, event.at), ended: event.at }] as const]
    }
    const extended = action?.extends?.limit === id ? extendedBy(clock, action.extends.count) : clock
    const isStopped = stop !== undefined && !stop.butNot?.includes(id)
    const resting = resumed(extended, event.at, isStopped ? stop.reason : undefined)
    return [[id, isStopped ? stopped(resting, event.at, stop.reason) : resting] as const]
  })
  return { ...after, clocks: Object.fromEntries(clocks) }
}

/** The moment from which an event has a limit run; null where it does not. */
function begins(
  { starts, orStarts, when }: LimitDefinition,
  { action, at }: CaseEvent,
  { data, opened }: Case,
): IsoInstant | null {
  const from = starts === action ? at : orStarts?.by === action ? opened : null
  return when === undefined || when.is.includes(String(data[when.field])) ? from : null
}

function startedAt(at: IsoInstant): Clock {
  return { started: at, ended: null, pauses: [], extensions: [] }
}

function extendedBy(clock: Clock, count: number): Clock {
  return { ...clock, extensions: [...clock.extensions, count] }
}

function stopped(clock: Clock, at: IsoInstant, reason: string): Clock {
  if (clock.pauses.some(({ to }) => to === null)) return clock
  return { ...clock, pauses: [...clock.pauses, { from: at, to: null, reason }] }
}

/** Ends an open pause, unless it goes on for the same reason. */
function resumed(clock: Clock, at: IsoInstant, goesOnFor?: string): Clock {
  if (clock.pauses.every(({ to, reason }) => to !== null || reason === goesOnFor)) return clock
  return {
    ...clock,
    pauses: clock.pauses.map((pause) => (pause.to === null ? { ...pause, to: at } : pause)),
  }
}
