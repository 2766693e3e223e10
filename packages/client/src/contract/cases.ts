import type { DueView, LimitView } from './limits.ts'
import type { CiteView, IssueView } from './refusals.ts'
import type { FileView } from './transfer.ts'

/** A record or case in a list. Personal data in it are masked. */
export interface CaseSummary {
  readonly id: string
  readonly programme: string
  readonly procedure: string
  readonly procedureTitle: string
  /** What tells it from others, for people: what its record is called by. */
  readonly title: string
  /** By what references name its record. */
  readonly key: string
  readonly state: string
  readonly stateTitle: string
  readonly closed: 'completed' | 'refused' | 'withdrawn' | null
  readonly unit: string
  readonly unitName: string
  readonly opened: string
  readonly latest: string
  readonly version: number
  readonly data: Readonly<Record<string, unknown>>
  readonly limits: readonly LimitView[]
}

/** A page of a list, and where the next begins. */
export interface CasePage {
  readonly rows: readonly CaseSummary[]
  /** To be given as `after` for the next page; null on the last. */
  readonly next: string | null
  /** How many there are in all; `isAtLeast` where counting stopped there. */
  readonly count: { readonly value: number; readonly isAtLeast: boolean }
}

/** Query of a list: `GET /api/v1/{county}/programmes/{programme}/procedures/{procedure}/cases`. */
export interface CaseQuery {
  /** Words that it contains. */
  readonly q?: string
  readonly state?: string
  readonly closed?: 'open' | 'closed' | 'all'
  readonly unit?: string
  /** A field's name or `latest`, `opened`; `-` before it for the other direction. */
  readonly sort?: string
  readonly after?: string
  readonly limit?: number
  /** `where.plot=三岔-17`: fields that must equal. */
  readonly [where: `where.${string}`]: string | undefined
}

/** A field that nobody fills in: a rule gives it when the action is done. */
export interface ComputedView {
  readonly field: string
  readonly label: string
  readonly ruleTitle: string
  readonly clause: CiteView
}

/** An action that a state offers. What may not be done is there too, with the reason. */
export interface ActionView {
  readonly name: string
  readonly title: string
  readonly isAllowed: boolean
  /** Why not, where it is not allowed. Gates are judged when it is done. */
  readonly reasons: readonly IssueView[]
  readonly clause: CiteView
  /** JSON Schema of what is filled in; null where nothing is. */
  readonly input: Readonly<Record<string, unknown>> | null
  readonly computed: readonly ComputedView[]
  readonly materials: readonly { readonly id: string; readonly title: string; readonly clause: CiteView }[]
  /** Kinds of links to other cases that it may record. */
  readonly links: readonly {
    readonly kind: string
    readonly title: string
    readonly isRequired: boolean
    /** Whose cases they are. */
    readonly programme: string
    readonly procedure: string
    /** What one that is opened from here takes over: its field → the field of this case. */
    readonly fills: Readonly<Record<string, string>>
  }[]
  readonly needsReason: boolean
  /** Where it leads. */
  readonly toTitle: string
}

/** A document that was produced for a case. */
export interface PaperView {
  readonly paper: string
  readonly title: string
  readonly sequence: number
  readonly at: string
  /** By format: docx, pdf, xlsx. */
  readonly downloads: Readonly<Record<string, string>>
}

/** Something shown in public for a case. */
export interface DisclosureView {
  readonly title: string
  readonly places: readonly string[]
  readonly record: Readonly<Record<string, unknown>>
  readonly from: string
  readonly until: DueView
  readonly isOver: boolean
}

/** A record or case with all that belongs to it. */
export interface CaseView extends CaseSummary {
  /** When its present state was entered, where it waits there for someone; null where it rests. */
  readonly waitsSince: string | null
  /** Paths of personal fields that are masked here; `POST …/reveal` with a reason gives them, and logs it. */
  readonly maskedFields: readonly string[]
  /** What goes on side by side in this state, and where each is. */
  readonly branches: readonly {
    readonly title: string
    readonly stateTitle: string
    readonly since: string
  }[]
  /** Other cases that it has to do with. */
  readonly links: readonly {
    readonly kind: string
    readonly title: string
    readonly id: string
    readonly programme: string
    readonly procedure: string
  }[]
  readonly actions: readonly ActionView[]
  readonly papers: readonly PaperView[]
  readonly disclosures: readonly DisclosureView[]
  /** What alarms of the case have told those who can act, the earliest first. */
  readonly notices: readonly NoticeView[]
  /** Ends of limits that a changed calendar moved, each in one sentence that names the days. */
  readonly moves: readonly { readonly limit: string; readonly at: string; readonly explanation: string }[]
  /** Names of the fields that whoever asks may put right; none for who may put nothing right. */
  readonly correctable: readonly string[]
}

/** What a case has to do with in the registers of its programme, as far as whoever asks may read it. */
export interface ReferencesView {
  readonly named: readonly NamedView[]
  readonly referring: readonly ReferringView[]
}

/** A record that a case names by its key in one of its fields: the officer of 主办执法人员. */
export interface NamedView {
  readonly field: string
  readonly procedure: string
  readonly id: string
  readonly title: string
}

/** Records of one procedure of the same programme that name a case in one of their fields: its evidence. */
export interface ReferringView {
  readonly procedure: string
  readonly title: string
  /** The field, how it is called, and what it says of this case. */
  readonly field: string
  readonly label: string
  readonly value: string
  /** The latest few. */
  readonly rows: readonly Pick<CaseSummary, 'id' | 'title' | 'stateTitle' | 'closed'>[]
  /** All of them. */
  readonly count: number
  /** How opening another is called; null where whoever asks may not, or where a record belongs to something else first. */
  readonly opening: string | null
}

/** Something of which those who can act were told when its time came. */
export interface NoticeView {
  readonly kind: 'reminder' | 'late' | 'escalated' | 'publicity-over' | 'not-done'
  /** 办理期限已超期，已报分管领导 */
  readonly says: string
  readonly raised: string
}

/** One line of a case's log. */
export interface HistoryEntry {
  readonly sequence: number
  readonly kind: 'opening' | 'action' | 'correction'
  readonly action: string
  readonly actionTitle: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly at: string
  readonly input: Readonly<Record<string, unknown>>
  /** What it changed, by field: before and after. */
  readonly changes: readonly {
    readonly field: string
    readonly label: string
    readonly before: unknown
    readonly after: unknown
  }[]
  readonly materials: readonly string[]
  /** Those of the materials that were handed in as files; the others were on paper. */
  readonly attachments: readonly { readonly title: string; readonly files: readonly FileView[] }[]
  readonly reason: string | null
  readonly clause: CiteView | null
  readonly verdicts: readonly {
    readonly title: string
    readonly outcome: string
    readonly reasons: readonly string[]
    readonly clause: CiteView
  }[]
  readonly digest: string
}

/** What was done: the case after it. */
export interface DoneView {
  readonly case: CaseView
  readonly isRepeated: boolean
}
