import { type Decimal, dateOf, type IsoDate, quotientOf, type Ranked, ranked } from '@luoshi/kernel'
import type { FollowedDuty } from './followed-duty.ts'

/** How a unit did with what was due in a stretch of time. */
export interface UnitResult {
  readonly unit: string
  /** Duties that were due in that time, or late before it. */
  readonly due: number
  readonly inTime: number
  readonly late: number
  /** In time of those due, per cent to one place; null where nothing was due. */
  readonly percent: Decimal | null
}

/** What a circular over a stretch of time says. */
export interface CircularFigures {
  readonly from: IsoDate
  readonly until: IsoDate
  readonly due: number
  readonly inTime: number
  readonly ranking: readonly Ranked<UnitResult>[]
  /** Not done by the end of that time, or done late, the longest overdue first. */
  readonly late: readonly FollowedDuty[]
  /** Units that did all in time; the text does not say what is praised: this is ours. */
  readonly praised: readonly UnitResult[]
}

/** The figures of any set of duties for any stretch of time. */
export function circularFigures(
  duties: readonly FollowedDuty[],
  from: IsoDate,
  until: IsoDate,
): CircularFigures {
  const due = duties.filter((duty) => isDueWithin(duty, from, until))
  const results = [...Map.groupBy(due, ({ unit }) => unit)].map(([unit, own]) => unitResult(unit, own, until))
  return {
    from,
    until,
    due: due.length,
    inTime: results.reduce((sum, result) => sum + result.inTime, 0),
    ranking: ranked(results, ({ percent }) => percent).ranked,
    late: due.filter((duty) => !isInTime(duty, until)).toSorted(byDue),
    praised: results.filter((result) => result.inTime > 0 && result.inTime === result.due),
  }
}

/** The paragraphs that a circular is drafted with, for the clerk to edit. */
export function circularDraft(
  figures: CircularFigures,
  nameOf: (unit: string) => string,
): {
  readonly overview: string
  readonly ranking: string
  readonly praised?: string
  readonly late?: string
} {
  const { due, inTime, ranking, praised, late } = figures
  const share = due === 0 ? '' : `，按期办结率${quotientOf(String(inTime * 100), String(due), 1)}%`
  const rows = ranking.map(
    ({ place, item }) =>
      `第${place}名：${nameOf(item.unit)}，应办${item.due}项，按期办结${item.inTime}项，${item.percent}%`,
  )
  const overdue = late.map(
    ({ title, unit, settling }, index) => `${index + 1}.${title}（${nameOf(unit)}，应于${settling.due}办结）`,
  )
  return {
    overview: `应办结${due}项，按期办结${inTime}项，逾期${late.length}项${share}。`,
    ranking: rows.length === 0 ? '这一时段没有应办结的任务。' : `${rows.join('；')}。`,
    ...(praised.length === 0
      ? {}
      : { praised: `${praised.map(({ unit }) => nameOf(unit)).join('、')}全部按期办结，予以表扬。` }),
    ...(overdue.length === 0 ? {} : { late: `${overdue.join('；')}。` }),
  }
}

function unitResult(unit: string, duties: readonly FollowedDuty[], until: IsoDate): UnitResult {
  const inTime = duties.filter((duty) => isInTime(duty, until)).length
  return {
    unit,
    due: duties.length,
    inTime,
    late: duties.length - inTime,
    percent: duties.length === 0 ? null : quotientOf(String(inTime * 100), String(duties.length), 1),
  }
}

/** Due in that time, or late before it and not done when it began. */
function isDueWithin(
  { settling: { due, done }, isConfirmed }: FollowedDuty,
  from: IsoDate,
  until: IsoDate,
): boolean {
  if (!isConfirmed || due === null || due > until) return false
  return due >= from || done === null || dateOf(done) >= from
}

function isInTime({ settling: { due, done } }: FollowedDuty, until: IsoDate): boolean {
  if (due === null || done === null) return false
  return dateOf(done) <= due && dateOf(done) <= until
}

function byDue(one: FollowedDuty, other: FollowedDuty): number {
  return (one.settling.due ?? '') < (other.settling.due ?? '') ? -1 : 1
}
