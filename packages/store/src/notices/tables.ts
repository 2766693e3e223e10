import type { ColumnType } from 'kysely'

type Moment = ColumnType<Date | string, string, string>

/**
 * What a notice is about: a limit soon to end, ended, ended and told to a role; publicity that is over; an automatic
 * action that was refused.
 */
export type NoticeKind = 'reminder' | 'late' | 'escalated' | 'publicity-over' | 'not-done'

interface NoticesTable {
  county: string
  subject: string
  /** Name of the alarm. */
  name: string
  /** When it was to go off. */
  at: Moment
  kind: NoticeKind
  /** Id of the role that is told besides those who can act; null for none. */
  role: string | null
  /** Why an automatic action was refused; null for all else. */
  says: string | null
  raised: Moment
  programme: string
  procedure: string
  unit: string
}

interface AlarmCalendarsTable {
  county: string
  digest: string
  calendar: unknown
  set_at: Moment
}

/** The tables of what alarms raise. */
export interface NoticeTables {
  notices: NoticesTable
  alarm_calendars: AlarmCalendarsTable
}
