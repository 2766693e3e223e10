import type { CiteView } from './refusals.ts'

/** How a duty stands: in time, nearly due, late. */
export type DutyLight = 'green' | 'yellow' | 'red'

/** A duty in the lists of supervision. */
export interface DutyLineView {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly unit: string
  readonly unitName: string
  readonly stateTitle: string
  /** Null for what is not followed: unconfirmed, done or dropped. */
  readonly light: DutyLight | null
  readonly isDone: boolean
  readonly isLate: boolean
  /** First day on which something of it is due. */
  readonly due: string | null
  /** Per cent; of a duty that was divided, from its parts. */
  readonly progress: string
  readonly parts: number
  readonly clause: CiteView | null
  /** Screen of the desk. */
  readonly href: string
}

/** Duties of a unit, counted. */
export interface DutyCountView {
  readonly unit: string
  readonly unitName: string
  readonly green: number
  readonly yellow: number
  readonly red: number
  readonly done: number
  /** Of the done ones: in time. */
  readonly doneInTime: number
}

/** `GET /api/v1/{county}/supervision/board`: what is followed, by unit; the worst first. */
export interface DutyBoardView {
  readonly date: string
  readonly unconfirmed: number
  readonly total: Omit<DutyCountView, 'unit' | 'unitName'>
  readonly units: readonly DutyCountView[]
  /** Late ones, the longest overdue first; at most 50. */
  readonly late: readonly DutyLineView[]
}

/** `GET /api/v1/{county}/supervision/units/{unit}`: all that a unit owes, from every notice. */
export interface UnitDutiesView {
  readonly unitName: string
  readonly count: DutyCountView
  /** Its first page; `GET /api/v1/{county}/supervision/duties` has the next ones. */
  readonly duties: DutyPageView
}

/**
 * `GET /api/v1/{county}/supervision/duties?unit&document&light&stage&after`: duties page by page, the first to end first,
 * those that are done after those that go on.
 */
export interface DutyPageView {
  readonly rows: readonly DutyLineView[]
  /** What `after` is for the next page; null on the last. */
  readonly next: string | null
}

/**
 * `GET /api/v1/{county}/supervision/matrix?offset`: units against the duties that were divided among them, those with most
 * late parts first, twelve at a time.
 */
export interface DutyMatrixView {
  /** Duties that were divided, in all. */
  readonly all: number
  /** How many of them stand before the first column. */
  readonly offset: number
  readonly columns: readonly {
    readonly number: string
    readonly title: string
    readonly parts: number
    readonly late: number
    /** Null where it may not be read. */
    readonly href: string | null
  }[]
  readonly rows: readonly {
    readonly unit: string
    readonly unitName: string
    readonly late: number
    /** In the order of the columns; null where the unit has no part of that duty. */
    readonly cells: readonly (DutyLineView | null)[]
  }[]
}

/** `GET /api/v1/{county}/supervision/orders`: for each notice, how far what it orders has come. */
export interface OrdersView {
  readonly document: string
  readonly title: string
  /** Page of the portal that shows the notice. */
  readonly href: string
  readonly ordered: number
  readonly confirmed: number
  readonly underway: number
  readonly done: number
  readonly late: number
  readonly carried: number
  readonly nobody: number
}

/** Something that a notice orders and nobody carries yet. */
export interface ProposalView {
  readonly number: string
  readonly title: string
  readonly text: string
  readonly units: readonly string[]
  /** As printed; “原文没有期限，由承办机构定” where there is none. */
  readonly day: string
  readonly clause: CiteView | null
  /** Whether it has been entered and waits for a clerk's word. */
  readonly isEntered: boolean
}

/** `GET /api/v1/{county}/supervision/order?document=`: one notice, with the list of what nobody carries. */
export interface OrderDetailView extends OrdersView {
  readonly open: readonly ProposalView[]
  /** Its first page. */
  readonly duties: DutyPageView
}

/** `POST /api/v1/{county}/supervision/proposals`: enters proposals as duties to be confirmed. */
export interface EnterProposalsBody {
  readonly numbers: readonly string[]
  /** Whether the clerk confirms them with it. */
  readonly confirm?: boolean
}

export interface EnterProposalsView {
  readonly entered: number
  readonly confirmed: number
  /** A sentence for each that was not. */
  readonly refused: readonly string[]
}

/** `GET /api/v1/{county}/supervision/circular-draft?from&until&document&unit`: what a circular would say, unsaved. */
export interface CircularDraftView {
  readonly overview: string
  readonly ranking: string
  readonly praised?: string
  readonly late?: string
}

/** `POST /api/v1/{county}/supervision/circulars`: drafts a circular from the data of a stretch of time. */
export interface DraftCircularBody {
  readonly number: string
  readonly subject: string
  readonly from: string
  readonly until: string
  /** Document numbers of the notices whose duties it is about; all where none is named. */
  readonly documents?: readonly string[]
  /** Ids of the units that it is about; all where none is named. */
  readonly units?: readonly string[]
}

/** Something that a new reading of a gazette has otherwise than what was entered from it. */
export interface ReadingDifferenceView {
  /** The same as long as the same thing differs. */
  readonly number: string
  readonly kind: 'added' | 'changed' | 'gone'
  readonly document: string
  readonly noticeTitle: string
  readonly title: string
  /** Where the duty stands; null where it is new. */
  readonly stateTitle: string | null
  /** Screen of the duty; null where it is new. */
  readonly href: string | null
  /** By field: as it is kept, and as it was read again; empty for nothing. */
  readonly differences: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

/** `GET /api/v1/{county}/supervision/rereading`: differences on which nobody has decided yet; at most 200 of them. */
export interface RereadingView {
  readonly all: number
  readonly rows: readonly ReadingDifferenceView[]
}

/** `POST /api/v1/{county}/supervision/rereading`: takes a difference over, or not; either is kept with its reason. */
export interface DecideDifferenceBody {
  readonly number: string
  readonly decision: 'taken' | 'refused'
  readonly reason: string
}

export interface DifferenceDecidedView {
  readonly isDecided: true
}

/** `POST /api/v1/{county}/supervision/split`: one duty into several; each becomes a duty of its own. */
export interface SplitDutyBody {
  /** Id of the duty. */
  readonly duty: string
  readonly reason: string
  readonly pieces: readonly {
    readonly title: string
    readonly content: string
    /** Id of the unit that leads. */
    readonly lead?: string
    readonly textDay?: string
  }[]
}

/** `POST /api/v1/{county}/supervision/merge`: several duties into one that stays. */
export interface MergeDutiesBody {
  /** Id of the duty that stays. */
  readonly into: string
  /** Ids of those that end in it. */
  readonly duties: readonly string[]
  readonly reason: string
}

/** What came of splitting or merging. */
export interface RearrangedView {
  /** Screens of the duties that there are now. */
  readonly hrefs: readonly string[]
}

/** `GET /api/v1/{county}/supervision/arrangeable?document`: duties of a notice that can still be split and merged. */
export interface ArrangeableView {
  readonly rows: readonly (DutyLineView & { readonly content: string })[]
}
