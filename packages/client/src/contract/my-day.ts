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
