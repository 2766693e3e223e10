import type { DueView, LimitView } from './limits.ts'

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

/** How much of a section is of one procedure, or of one issue of the gazette. */
export interface MyDayGroup {
  /** To be given as `group` to list only these. */
  readonly id: string
  readonly title: string
  /** 深松作业补助: the programme of the procedure; empty where the title says it. */
  readonly detail: string
  readonly count: number
}

/** `GET /api/v1/{county}/my-day/{section}?group=&after=&limit=`: all that a section of the day has, page by page. */
export interface MyDayListView {
  readonly id: MyDaySectionId
  readonly title: string
  readonly date: string
  readonly count: { readonly value: number; readonly isAtLeast: boolean }
  /** By how much there is of each, most first. */
  readonly groups: readonly MyDayGroup[]
  readonly rows: readonly MyDayRow[]
  /** To be given as `after` for the next page; null on the last. */
  readonly next: string | null
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
