import type { Grant } from '../access/access.ts'
import type { Cite } from '../cite.ts'
import { definitionOf } from '../definition/define.ts'
import type { Basis, Gap, OpenQuestion } from '../definition/gap.ts'
import type { Fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { Duration, LimitLength } from '../time/time-limit.ts'
import type { Branch, Join } from './branch.ts'
import { PROCEDURE_KEYS } from './procedure-keys.ts'
import type { StandingDefinition } from './standing.ts'
import type { Transfer } from './transfer.ts'

/** In place of a state: the one from which this state was entered. 恢复办理 leads back to it. */
export const PREVIOUS = 'previous'

/** The event with which every case begins; limits may start from it. */
export const OPENING = 'opening'

/** A paper that must be handed in with an action. */
export interface Material {
  readonly id: string
  readonly title: string
  readonly basis: Basis
}

/** What can be done in a state. */
export interface ActionDefinition<State extends string = string> {
  readonly title: string
  readonly to: State | typeof PREVIOUS
  readonly by: readonly Grant[]
  readonly basis: Basis
  /** What is filled in; it becomes part of the case. */
  readonly input?: Fields
  /** Ids of the rules that must say yes. */
  readonly gates?: readonly string[]
  /** Fields of the case that it computes, each by the value rule of that id; who acts does not fill them in. */
  readonly computes?: Readonly<Record<string, string>>
  readonly materials?: readonly Material[]
  /** Ids of the papers that it produces. */
  readonly papers?: readonly string[]
  readonly needsReason?: boolean
  /** Actions whose latest actor may not do this one: who fills in does not audit. */
  readonly notByWhoDid?: readonly string[]
  /** Gives the case to another unit. */
  readonly transfer?: Transfer
  /** Kinds of links to other cases that it may record; one that is required must be there, now or from before. */
  readonly links?: readonly { readonly kind: string; readonly isRequired: boolean }[]
  /** The action that asks for what this one decides: it can be done only while that request waits, and settles it. */
  readonly answers?: string
  /** Lengthens a limit, at most so many times. */
  readonly extends?: {
    readonly limit: string
    /** In the limit's own unit. */
    readonly count: number
    readonly times: number
    readonly basis: Cite
  }
  /** The limit that must have run out before: 期满未申请的. */
  readonly afterLimit?: string
  /** The limit within which alone it can be done: 五日内提出. */
  readonly withinLimit?: string
}

/** What is shown in public while a case is in a state. */
export interface Disclosure {
  readonly title: string
  readonly basis: Cite
  /** A gap where the text does not say how long: then it is shown for as long as the case is in that state. */
  readonly duration: Duration | Gap
  /** Where it is shown: 村务公开栏 */
  readonly places: readonly string[]
  /** The fields that are shown; personal ones masked, but for those in `clear`. */
  readonly shows: readonly string[]
  /** Personal fields shown as they are, each with the clause that asks for it. */
  readonly clear: readonly { readonly field: string; readonly basis: Basis }[]
  /** The action by which anyone objects: only while it lasts. None where the text does not ask whether anyone does. */
  readonly objection?: string
  /** The actions that wait for its end; none can where its length is not said. */
  readonly after: readonly string[]
}

/** What everyone may know of a case while it is in a state, though nobody but its handlers reads it: a hearing to come. */
export interface Announcement {
  readonly title: string
  readonly basis: Cite
  /** The fields that are shown, none of them personal. A case that has not all of them is not announced yet. */
  readonly shows: readonly string[]
  /** The field with the last day on which it is announced. */
  readonly until: string
  /** The field that says whether it is not for everyone to know. */
  readonly unless?: string
}

/** What a rule needs to know beyond the case: of other records, or of a published list. */
export type Lookup = RecordLookup | ListLookup

/** Entries of a list of the same programme. */
export interface ListLookup {
  readonly title: string
  /** Id of the catalogue. */
  readonly catalogue: string
  /** In which version: the one under which the case was opened, which it keeps; `now` for a case that changes the list itself. */
  readonly version?: 'now'
  /**
   * Field of the entries → field of the case, whose value it must equal or be among; `after.name` looks into each row of
   * a list. Where there are several, all must hold.
   */
  readonly where: Readonly<Record<string, string>>
  /** These fields of each entry. */
  readonly gives: { readonly kind: 'records'; readonly fields: readonly string[] }
}

/** Data of other records that a rule needs. */
export interface RecordLookup {
  readonly title: string
  readonly register: string
  /** Field of that register → field of the case that it must equal. */
  readonly where: Readonly<Record<string, string>>
  /** Only records whose case is in one of these states; any where there are none. */
  readonly states?: readonly string[]
  /** These fields of each record, or the sum of one, `0` for none. The case's own record is never among them. */
  readonly gives:
    | { readonly kind: 'records'; readonly fields: readonly string[] }
    | { readonly kind: 'sum'; readonly field: string }
}

/** How a case begins. */
export interface Opening {
  readonly title: string
  readonly by: readonly Grant[]
  readonly basis: Basis
  readonly gates?: readonly string[]
  readonly computes?: Readonly<Record<string, string>>
}

/** Where a case can be. */
export interface StateDefinition<State extends string = string> {
  readonly title: string
  /** How it ended, for a state in which a case rests. Others have none. */
  readonly final?: 'completed' | 'refused' | 'withdrawn'
  /** What is here is in force and waits for nobody, though it may be changed or ended: a guide that is published. */
  readonly rests?: true
  /** While a case is here no limit runs: materials are being corrected, say. Those of what is done here meanwhile go on. */
  readonly stopsClock?: {
    readonly reason: string
    readonly basis: Basis
    /** Ids of the limits that run on: that of the hearing, while the decision waits for it. */
    readonly butNot?: readonly string[]
  }
  readonly disclosure?: Disclosure
  readonly announces?: Announcement
  /** What goes on side by side while a case is here, and where it goes on when that has ended. */
  readonly branches?: Readonly<Record<string, Branch>>
  readonly join?: Join<State>
  readonly on: Readonly<Record<string, ActionDefinition<State>>>
}

/** What a case has to do with another: 由案件移送产生, 合并办理. */
export interface LinkKind {
  readonly title: string
  /** Programme and procedure of the other case; its own programme where none is named. */
  readonly programme?: string
  readonly procedure: string
  readonly basis: Basis
  /** What the other case, opened from this one, takes over: its field → the field of this one, of the same kind, not personal. */
  readonly fills?: Readonly<Record<string, string>>
  /** States in which the other case can be linked: a publication that is on show. Any where none are named. */
  readonly states?: readonly string[]
  /** Field of the other case → field of this one that says the same: 案件 is this case's number. Neither is personal. */
  readonly agrees?: Readonly<Record<string, string>>
}

/** What happens when a limit is missed. */
export type Missed =
  | { readonly kind: 'flag' }
  | { readonly kind: 'escalate'; readonly role: string }
  | { readonly kind: 'act'; readonly action: string }

/** How long something may take, from one event to another. */
export interface LimitDefinition {
  readonly title: string
  /** The action from which it runs, or `opening`; a gap where the text does not say: then it has no due date. */
  readonly starts: string | Gap
  /** Another action that begins it, but as of the opening: what nobody answered in time counts as accepted on that day. */
  readonly orStarts?: { readonly by: string; readonly countsFrom: typeof OPENING }
  /** It begins only where that field of the case has one of these values then. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
  /** The actions that meet it. */
  readonly ends: readonly string[]
  readonly legal: LimitLength
  /** What the unit promises: in the same unit of time, and never longer. */
  readonly target?: LimitLength
  /** Calendar days before the due date on which those who can act are reminded. */
  readonly reminderDays?: number
  readonly missed: Missed
}

/** How a kind of case goes, as a statechart. */
export interface Procedure<State extends string = string> {
  readonly kind: 'procedure'
  /** ASCII, unique in its programme: `claim` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly version: number
  readonly validFrom: IsoDate
  readonly validTo: IsoDate | null
  /** Id of the register whose record the case carries. */
  readonly register: string
  /** That register's fields. */
  readonly subject: Fields
  readonly access: { readonly read: readonly Grant[] }
  /** What rules ask for beyond the case itself, by the name of their input; the store looks it up. */
  readonly lookups: Readonly<Record<string, Lookup>>
  /** How a case begins: with its subject filled in. */
  readonly opening: Opening
  readonly initial: State
  readonly states: Readonly<Record<State, StateDefinition<State>>>
  /** What can be done in every state that is not final: withdrawal, suspension. */
  readonly anywhere?: Readonly<
    Record<string, ActionDefinition<State> & { readonly except?: readonly State[] }>
  >
  readonly limits: Readonly<Record<string, LimitDefinition>>
  readonly links?: Readonly<Record<string, LinkKind>>
  /** What boards count its cases by, where there are some. */
  readonly standing?: StandingDefinition
  readonly open?: readonly OpenQuestion[]
}

/** A procedure. The compiler holds every `to` to the states that are there. */
export function defineProcedure<const State extends string>(
  definition: Omit<Procedure<State>, 'kind' | 'initial' | 'states' | 'anywhere'> & {
    readonly initial: NoInfer<State>
    readonly states: Readonly<Record<State, StateDefinition<NoInfer<State>>>>
    readonly anywhere?: Readonly<
      Record<string, ActionDefinition<NoInfer<State>> & { readonly except?: readonly NoInfer<State>[] }>
    >
  },
): Procedure<State> {
  return definitionOf(`流程${definition.id}`, { kind: 'procedure', ...definition }, PROCEDURE_KEYS)
}
