import type { StocktakeRecord } from '../stocktake/stocktake.ts'
import { daysBetween, type IsoDate } from '../time/calendar.ts'
import type { Timetable, TimetableEntry } from './timetable.ts'

/** `soon` lies within the days before the end that the county has set; `late` is not done though its day is past. */
export type EntryStanding = 'done' | 'done-late' | 'late' | 'soon' | 'ahead'

/** How one entry stands. */
export interface EntryStands {
  readonly entry: TimetableEntry
  readonly standing: EntryStanding
  /** Days from today to its last day; negative when that is past. */
  readonly daysLeft: number
  /** When it was done, as reported; null while it is not. */
  readonly doneOn: IsoDate | null
  /** Whether it was reported as done and waits for being confirmed. */
  readonly isReported: boolean
  /** Whether anybody has taken it up at all. */
  readonly isTakenUp: boolean
}

/**
 * How every entry of a timetable stands, those that nobody has taken up too.
 *
 * @param soonDays how many days before its end an entry is called soon; undefined where the county has not said
 */
export function timetableStanding(
  { entries }: Pick<Timetable, 'entries'>,
  records: readonly Pick<StocktakeRecord, 'state' | 'data'>[],
  today: IsoDate,
  soonDays: number | undefined,
): readonly EntryStands[] {
  const byEntry = new Map(records.map((record) => [String(record.data['entry']), record]))
  return entries.map((entry) => {
    const record = byEntry.get(entry.id)
    const given = record?.data['doneOn']
    // What is reported and not confirmed was done on that day if it is confirmed; until then it counts as it stands.
    const doneOn = record?.state === 'done' && typeof given === 'string' ? given : null
    const daysLeft = daysBetween(today, entry.until)
    return {
      entry,
      standing: standingOf(entry, doneOn, daysLeft, soonDays),
      daysLeft,
      doneOn,
      isReported: record?.state === 'reported',
      isTakenUp: record !== undefined,
    }
  })
}

function standingOf(
  { until }: TimetableEntry,
  doneOn: IsoDate | null,
  daysLeft: number,
  soonDays: number | undefined,
): EntryStanding {
  if (doneOn !== null) return doneOn <= until ? 'done' : 'done-late'
  if (daysLeft < 0) return 'late'
  return soonDays !== undefined && daysLeft <= soonDays ? 'soon' : 'ahead'
}

/** How an entry stands as an official reads it. */
export function entryStandingText({ entry, standing, daysLeft, doneOn, ...stands }: EntryStands): string {
  const wait = stands.isReported ? '，已报告完成，待确认' : ''
  const missing = stands.isTakenUp ? wait : '，还没有列入台账'
  switch (standing) {
    case 'done':
      return `应于${entry.until}前完成，已于${doneOn}按期完成。`
    case 'done-late':
      return `应于${entry.until}前完成，${doneOn}才完成，逾期${daysBetween(entry.until, doneOn ?? '')}天。`
    case 'late':
      return `应于${entry.until}前完成，已逾期${-daysLeft}天${missing}。`
    case 'soon':
      return `应于${entry.until}前完成，临近期限，还有${daysLeft}天${missing}。`
    case 'ahead':
      return `应于${entry.until}前完成，还有${daysLeft}天${missing}。`
  }
}
