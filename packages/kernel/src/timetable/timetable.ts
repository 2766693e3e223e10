import type { Grant } from '../access/access.ts'
import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { IsoDate } from '../time/calendar.ts'

/** What a plan wants done by a day. */
export interface TimetableEntry {
  /** ASCII, unique in its timetable: `platforms` */
  readonly id: string
  /** 建成燃气管网监测管理平台 */
  readonly title: string
  /** Last day on which it is in time. */
  readonly until: IsoDate
  readonly basis: Cite
}

/** The dated aims of a plan, each given to a unit, reported by it as done and confirmed by another. */
export interface Timetable {
  readonly kind: 'timetable'
  /** ASCII, unique in its programme, and no register's or procedure's: `aims` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly entries: readonly TimetableEntry[]
  /** Who says how far an entry is that was given to their unit, and that it is done. */
  readonly reports: readonly Grant[]
  /** Who takes an entry up, gives it to a unit, and confirms it: another person than the one who reported. */
  readonly confirms: readonly Grant[]
  /** Who sees all, beside those who act. */
  readonly reads: readonly Grant[]
}

const GRANT_KEYS: KeyTree = { '*': { role: null, reach: null } }

const TIMETABLE_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  entries: { '*': { id: null, title: null, until: null, basis: null } },
  reports: GRANT_KEYS,
  confirms: GRANT_KEYS,
  reads: GRANT_KEYS,
}

/** A timetable. */
export function defineTimetable(definition: Omit<Timetable, 'kind'>): Timetable {
  return definitionOf(`时间表${definition.id}`, { kind: 'timetable', ...definition }, TIMETABLE_KEYS)
}
