/**
 * What the API says and hears, as types: the server answers by them, the desk and other programs read by them. Its
 * OpenAPI document has them as JSON Schemas: `npx vitest run tools/src/contract-schemas -u` makes those anew.
 */

/** A clause as it is shown beside what rests on it. */
export interface CiteView {
  /** 五政办发〔2022〕29号第1857行 */
  readonly text: string
  /** Page that shows the lines; null where that gazette is not loaded, or for an article of a law. */
  readonly href: string | null
}

/** One thing that stands against what was asked. */
export interface IssueView {
  readonly code: string
  /** A whole sentence in Chinese: what was found and what would pass. */
  readonly message: string
  /** The field that it is about, from the outside inwards; empty for none. */
  readonly path: readonly (string | number)[]
  readonly clause: CiteView | null
}

/** A refusal or failure, by RFC 9457 (`application/problem+json`). */
export interface ProblemView {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Id of the request, to be told to an administrator. */
  readonly instance: string
  readonly issues: readonly IssueView[]
}

/** A role that the signed-in person holds in a unit. */
export interface PostView {
  readonly programme: string
  readonly programmeTitle: string
  readonly role: string
  readonly roleTitle: string
  readonly unit: string
  readonly unitName: string
  readonly from: string | null
  readonly until: string | null
  /** Name of who delegated it; null for one held in one's own right. */
  readonly delegatedBy: string | null
}

/** `GET /api/v1/session`: who is signed in. */
export interface SessionView {
  readonly officer: { readonly id: string; readonly name: string; readonly username: string }
  readonly county: { readonly slug: string; readonly name: string; readonly isDemo: boolean }
  readonly posts: readonly PostView[]
  /** Sent back as `X-CSRF-Token` with everything that changes something. */
  readonly csrfToken: string
  readonly mustChangePassword: boolean
}

/** `POST /api/v1/session`: signs in; answers a `SessionView`. */
export interface SignInRequest {
  /** Slug; the first county that the server serves where it is left out. */
  readonly county?: string
  readonly username: string
  readonly password: string
}

/** `POST /api/v1/session/password`: another password; ends all other sessions and answers a `SessionView`. */
export interface PasswordChangeRequest {
  readonly current: string
  readonly next: string
}

/** `GET /api/v1/sessions`: where one is signed in. `DELETE …/{id}` ends one, `DELETE /api/v1/sessions` all of them. */
export interface OwnSession {
  readonly id: string
  readonly isThis: boolean
  readonly opened: string
  readonly latest: string
  readonly ends: string
  /** The browser, as it calls itself. */
  readonly agent: string
  readonly address: string
}

/** What another system may do with a token. */
export interface TokenScope {
  readonly programme: string
  /** Null for every procedure of the programme. */
  readonly procedure: string | null
  readonly may: 'read' | 'act'
}

/** `POST /api/v1/tokens`: a token for another system, which acts in one's name within its scopes. */
export interface NewTokenRequest {
  /** What it is for: 省监测平台接口 */
  readonly label: string
  readonly scopes: readonly TokenScope[]
  /** After how many days it ends. */
  readonly days: number
}

/** `GET /api/v1/tokens`: one's own tokens. `DELETE …/{id}` ends one. */
export interface OwnToken {
  readonly id: string
  readonly label: string
  readonly scopes: readonly TokenScope[]
  readonly created: string
  readonly ends: string
}

/** The answer to `POST /api/v1/tokens`: the only time that the token is shown. */
export interface NewToken extends OwnToken {
  /** Given as `Authorization: Bearer …`. */
  readonly token: string
}

/** How a limit stands; word, shape and colour follow from it. */
export type LimitStanding = 'running' | 'soon' | 'late' | 'stopped' | 'ended' | 'endedLate' | 'unknown'

/** When something is due, and how that was counted. */
export interface DueView {
  /** A day, or a moment for a limit in hours; null where it cannot be told. */
  readonly due: string | null
  readonly explanation: string
  /** Every day between start and end, whether it counts and why not; only with one record, not in lists. */
  readonly days?: readonly { readonly date: string; readonly isCounted: boolean; readonly reason: string }[]
}

/** A limit of a case. */
export interface LimitView {
  readonly limit: string
  readonly title: string
  readonly legal: DueView
  readonly target: DueView | null
  readonly standing: LimitStanding
  /** 剩3个工作日 */
  readonly remaining: string
  readonly clause: CiteView | null
}

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
  readonly materials: readonly { readonly id: string; readonly title: string; readonly clause: CiteView }[]
  /** Kinds of links to other cases that it may record. */
  readonly links: readonly { readonly kind: string; readonly title: string; readonly isRequired: boolean }[]
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
  readonly canCorrect: boolean
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

/** `GET /api/v1/{county}/programmes`. */
export interface ProgrammeSummary {
  readonly id: string
  readonly title: string
  readonly clause: CiteView
  /** Whether it measures something: then it has a screen of indicators. */
  readonly hasIndicators: boolean
  readonly procedures: readonly {
    readonly id: string
    readonly title: string
    readonly register: string
    /** `register` for records that no procedure carries. */
    readonly kind: 'procedure' | 'register'
    readonly canOpen: boolean
    readonly openingTitle: string
    /** Units of one's own posts for which one may open it; where there are several, `OpenRequest.unit` says which. */
    readonly openingUnits: readonly { readonly id: string; readonly name: string }[]
    /** Whether one may read any of them. */
    readonly canRead: boolean
    readonly states: readonly { readonly id: string; readonly title: string; readonly isFinal: boolean }[]
    /** Fields by which people call its records: what stands in their title. */
    readonly calledBy: readonly string[]
    /** JSON Schema of its record, with labels, units and choices among the keywords. */
    readonly subject: Readonly<Record<string, unknown>>
    /** JSON Schema of all that a case can hold: its record's fields, then what its actions fill in. */
    readonly fields: Readonly<Record<string, unknown>>
    readonly open: number
  }[]
  readonly roles: readonly { readonly id: string; readonly title: string }[]
}

/** One line of a section of the day. */
export interface MyDayRow {
  readonly title: string
  /** What kind it is and where it stands: 深松作业补助申领 · 待验收 */
  readonly detail: string
  /** Screen of the desk that shows it, from `/desk/` on. */
  readonly href: string
  /** The limit to watch; null where none runs. */
  readonly limit: LimitView | null
  /** When it is due or ends, for what has no limit of its own; null for neither. */
  readonly due: DueView | null
}

/** What of the day; each is shown as a card with its list one click away. */
export type MyDaySectionId =
  | 'waiting'
  | 'notices'
  | 'limits'
  | 'publicity'
  | 'duties'
  | 'reports'
  | 'findings'

/** A section of the day: the first few rows, the most urgent first, and how many there are. */
export interface MyDaySection {
  readonly id: MyDaySectionId
  readonly title: string
  readonly count: { readonly value: number; readonly isAtLeast: boolean }
  readonly rows: readonly MyDayRow[]
  /** Screen that lists all of them; null where no single list does. */
  readonly href: string | null
}

/** `GET /api/v1/{county}/my-day`: what waits for the signed-in officer. A section that has nothing is there too. */
export interface MyDayView {
  /** Today in Shanghai. */
  readonly date: string
  /** 工作日, or why it is none: 国庆节假期 */
  readonly dayKind: string
  readonly sections: readonly MyDaySection[]
}

/** Something that was found: `GET /api/v1/{county}/find?q=`, best first, at most eight of a group. */
export interface FoundView {
  /** 办件, 机构, 公报文件 */
  readonly group: string
  readonly title: string
  readonly detail: string
  /** A screen of the desk (`/desk/…`) or a page of the portal. */
  readonly href: string
}

/** `POST …/cases`, with an `Idempotency-Key`: how a case is opened. */
export interface OpenBody {
  readonly input: Readonly<Record<string, unknown>>
  /** Id of the person whose case it is; one's own, or the unit's, where nothing is said. */
  readonly owner?: string | null
  /** Unit to which it belongs; left out where the signed-in officer's posts leave only one. */
  readonly unit?: string
}

/** `POST …/cases/{id}/actions/{action}`, with `If-Match` and an `Idempotency-Key`. What is not asked for may be left out. */
export interface ActBody {
  readonly input?: Readonly<Record<string, unknown>>
  /** Ids of the materials that were handed in. */
  readonly materials?: readonly string[]
  /** Cases that it has to do with from now on, each by its id. */
  readonly links?: readonly { readonly kind: string; readonly case: string }[]
  readonly reason?: string | null
}

/** `POST …/cases/{id}/corrections`, with `If-Match` and an `Idempotency-Key` */
export interface CorrectBody {
  /** The fields as they should have been. */
  readonly changes: Readonly<Record<string, unknown>>
  readonly reason: string
}

/** `POST …/cases/{id}/reveal`, and what it answers. */
export interface RevealBody {
  /** Paths, as `maskedFields` has them; all where there are none. */
  readonly fields?: readonly string[]
  readonly reason: string
}

export interface RevealView {
  /** The fields that were asked for, as they are. */
  readonly data: Readonly<Record<string, unknown>>
}

/** A unit of the county: `GET /api/v1/{county}/units` gives all that are there today, in their order. */
export interface UnitView {
  readonly id: string
  readonly name: string
  /** Id of the unit above it; null for one at the top. */
  readonly parent: string | null
}

/**
 * `POST …/procedures/{procedure}/files` (form data, field `file`): a file that is to be handed in, kept under its
 * digest. It belongs to a case once a field of files names it; `GET …/cases/{id}/files/{digest}` gives it back.
 */
export interface FileView {
  /** SM3 of its bytes, 64 hexadecimal digits. */
  readonly digest: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
}

/** `POST …/procedures/{procedure}/imports` (form data: `mode`, `unit`, then `file`): a sheet to be imported, row by row. */
export type ImportModeName = 'all-or-nothing' | 'good-rows'

/** What stands against a row of a sheet. */
export interface ImportProblemView {
  /** As the spreadsheet numbers it; 0 for the sheet as a whole. */
  readonly line: number
  /** 作业面积（D列）; empty for the row as a whole. */
  readonly column: string
  readonly message: string
}

/** `GET …/procedures/{procedure}/imports/{id}`: how far an import has come, and what became of it. */
export interface ImportView {
  readonly id: string
  readonly name: string
  readonly mode: ImportModeName
  readonly asked: string
  readonly state: 'waiting' | 'checking' | 'storing' | 'stored' | 'nothing-stored' | 'cancelled' | 'failed'
  /** 正在核对、已导入 */
  readonly stateTitle: string
  /** Rows in all, once they are counted. */
  readonly total: number | null
  /** Rows that the present phase has done. */
  readonly done: number
  /** Null until it has ended. */
  readonly report: {
    readonly rows: number
    readonly stored: number
    /** Rows that an earlier import of the same file had stored. */
    readonly repeated: number
    readonly refused: number
    readonly problems: readonly ImportProblemView[]
    /** How many problems there are; `problems` has the first thousand. */
    readonly problemCount: number
    /** Headings of columns that no field takes. */
    readonly unused: readonly string[]
  } | null
}

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
  readonly duties: readonly DutyLineView[]
}

/** `GET /api/v1/{county}/supervision/matrix`: townships against the duties that were divided among them. */
export interface DutyMatrixView {
  readonly columns: readonly { readonly number: string; readonly title: string; readonly href: string }[]
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
  readonly duties: readonly DutyLineView[]
}

/** `POST /api/v1/{county}/supervision/proposals`: enters proposals as duties to be confirmed. */
export interface EnterProposalsBody {
  readonly numbers: readonly string[]
}

export interface EnterProposalsView {
  readonly entered: number
  /** A sentence for each that was not. */
  readonly refused: readonly string[]
}

/** `POST /api/v1/{county}/supervision/circulars`: drafts a circular from the data of a stretch of time. */
export interface DraftCircularBody {
  readonly number: string
  readonly subject: string
  readonly from: string
  readonly until: string
}

/** One turn of a report, as whoever owes or receives it sees it. */
export interface ReportTurnView {
  readonly programme: string
  readonly report: string
  readonly title: string
  /** Day on which it falls by the text: what its answers name. */
  readonly turn: string
  /** What it is about: 2026年11月 */
  readonly period: string
  readonly due: DueView
  readonly isPast: boolean
  readonly clause: CiteView
  /** Units of one's own that owe it and have not answered, by name; empty where nothing is owed. */
  readonly owedByMe: readonly string[]
  /** For who receives it: how many owe it, how many answered, who is missing; null for others. */
  readonly received: {
    readonly owing: number
    readonly answered: number
    readonly late: number
    readonly missing: readonly string[]
    readonly sums: readonly { readonly label: string; readonly sum: string }[]
  } | null
  /** Screen that lists the answers to this turn. */
  readonly href: string
}

/** `GET /api/v1/{county}/reports`: reports owed and received, from two months back to one ahead. */
export interface ReportsView {
  readonly date: string
  readonly turns: readonly ReportTurnView[]
}

/** A figure of an indicator for a period. */
export interface FigureView {
  readonly period: string
  readonly periodTitle: string
  /** Null where none was reported. */
  readonly value: string | null
  /** 达到, 未达到, 不能判定; with what was wanted and found. */
  readonly outcome: 'yes' | 'no' | 'unknown'
  readonly outcomeTitle: string
  readonly reasons: readonly string[]
}

/** An indicator over a year. */
export interface IndicatorView {
  readonly id: string
  readonly title: string
  readonly category: string
  readonly unit: string
  readonly units: readonly string[]
  readonly clause: CiteView
  /** 不低于8.4%; what is open where none is set. */
  readonly target: string
  readonly weight: string | null
  readonly figures: readonly FigureView[]
  /** The latest figure that was reported; null where there is none. */
  readonly latest: FigureView | null
  /** Per cent of the target that the latest figure comes to; null where no share tells that. */
  readonly progress: string | null
}

/** `GET …/programmes/{programme}/indicators?year=`: its indicators with their figures of a year. */
export interface IndicatorsView {
  readonly title: string
  readonly year: string
  /** Years for which something is set. */
  readonly years: readonly string[]
  readonly date: string
  readonly indicators: readonly IndicatorView[]
  /** Screen that lists the figures. */
  readonly href: string | null
}

/**
 * `POST …/procedures/{procedure}/what-if`: a rule over the cases that one may read, with other values of parameters. It
 * changes nothing.
 */
export interface WhatIfBody {
  /** Id of a rule whose inputs are all fields of the cases. */
  readonly rule: string
  readonly values: readonly {
    readonly parameter: string
    /** From which day on. */
    readonly from: string
    /** As a county sets it: 26, or several parted by 、 */
    readonly value: string
  }[]
  /** The money that hangs on a yes: a field that holds it, or a quantity at a rate that is a parameter. */
  readonly worth:
    | { readonly amount: string }
    | { readonly quantity: string; readonly rate: string; readonly datedBy?: string }
  /** Only cases in these states. */
  readonly states?: readonly string[]
  /** Day on which it is judged; today where nothing is said. */
  readonly on?: string
}

/** How many get a yes, and for how much money, in 元. */
export interface CountedVerdictsView {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly money: string
  readonly withoutMoney: number
}

/** A case as it is judged. */
export interface JudgedView {
  /** 符合、不符合、不能判定 */
  readonly outcome: string
  /** Null where it cannot be told. */
  readonly money: string | null
  readonly reasons: readonly string[]
}

/** What other values would change, in cases and in money. */
export interface WhatIfView {
  readonly ruleTitle: string
  readonly on: string
  readonly cases: number
  readonly before: CountedVerdictsView
  readonly after: CountedVerdictsView
  readonly difference: string
  /** How many are judged otherwise or get other money; `changed` has the first two hundred. */
  readonly changedCount: number
  readonly changed: readonly {
    readonly id: string
    readonly title: string
    readonly before: JudgedView
    readonly after: JudgedView
  }[]
}
