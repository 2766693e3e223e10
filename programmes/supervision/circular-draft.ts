import { type Decimal, type IsoDate, quotientOf, type Ranked, ranked } from '@luoshi/kernel'

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

/** What a unit did of what was due. */
export type UnitDue = Pick<UnitResult, 'unit' | 'due' | 'inTime'>

/** A duty that was not done in time. */
export interface LateDuty {
  readonly title: string
  readonly unit: string
  readonly due: IsoDate | null
}

/** What a circular over a stretch of time says. */
export interface CircularFigures {
  readonly due: number
  readonly inTime: number
  readonly ranking: readonly Ranked<UnitResult>[]
  /** Not done by the end of that time, or done late, the longest overdue first; at most so many as were asked for. */
  readonly late: readonly LateDuty[]
  /** Units that did all in time; the text does not say what is praised: this is ours. */
  readonly praised: readonly UnitResult[]
}

/** The figures of a circular from what each unit did of what was due. */
export function circularFigures(counted: readonly UnitDue[], late: readonly LateDuty[]): CircularFigures {
  const results = counted.map((own) => ({
    ...own,
    late: own.due - own.inTime,
    percent: own.due === 0 ? null : quotientOf(String(own.inTime * 100), String(own.due), 1),
  }))
  const sum = (figure: 'due' | 'inTime') => results.reduce((all, result) => all + result[figure], 0)
  return {
    due: sum('due'),
    inTime: sum('inTime'),
    ranking: ranked(results, ({ percent }) => percent).ranked,
    late,
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
  const overdueCount = due - inTime
  const share = due === 0 ? '' : `，按期办结率${quotientOf(String(inTime * 100), String(due), 1)}%`
  const rows = ranking.map(
    ({ place, item }) =>
      `第${place}名：${nameOf(item.unit)}，应办${item.due}项，按期办结${item.inTime}项，${item.percent}%`,
  )
  const others = overdueCount > late.length ? `；另有${overdueCount - late.length}项` : ''
  const overdue = late.map(
    ({ title, unit, due: day }, index) => `${index + 1}.${title}（${nameOf(unit)}，应于${day}办结）`,
  )
  return {
    overview: `应办结${due}项，按期办结${inTime}项，超期${overdueCount}项${share}。`,
    ranking: rows.length === 0 ? '这一时段没有应办结的任务。' : `${rows.join('；\n')}。`,
    ...(praised.length === 0
      ? {}
      : { praised: `${praised.map(({ unit }) => nameOf(unit)).join('、')}全部按期办结，予以表扬。` }),
    ...(overdue.length === 0 ? {} : { late: `${overdue.join('；\n')}${others}。` }),
  }
}
