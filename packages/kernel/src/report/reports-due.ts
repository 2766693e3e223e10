import { citeText } from '../cite.ts'
import { citeOf } from '../definition/gap.ts'
import { addDays, type Calendar, dayKindLabels, findDay, type IsoDate, isWorkedOn } from '../time/calendar.ts'
import type { CountedDay, DueDate, NoDueDate } from '../time/due-date.ts'
import { type Period, periodAfter, periodBefore, periodsBetween } from '../time/period.ts'
import { daysOfTurn, periodOfTurn, recurrenceText } from './recurrence.ts'
import type { Report } from './report.ts'

/** One turn of a report: what it is about and when it is due, with the days that led there. */
export interface OwedReport {
  readonly report: string
  /** Tells this turn from all others of the report: the day on which it falls by the text. */
  readonly turn: IsoDate
  /** What it is about. */
  readonly period: Period
  readonly due: DueDate | NoDueDate
}

/** Days by which a due date can be away from the day that the text names: the longest run of days off, and one before. */
const FARTHEST_MOVE = 31

/**
 * What is owed with a due date between two days, both included, in its order. A turn whose due date cannot be told,
 * since its year's calendar is not known, stands where the text has it.
 */
export function reportsDue(
  report: Report,
  from: IsoDate,
  until: IsoDate,
  calendar: Calendar,
): readonly OwedReport[] {
  const { turn } = report.due
  const kind = periodOfTurn[turn.kind]
  return periodsBetween(kind, addDays(from, -FARTHEST_MOVE), addDays(until, 1))
    .flatMap((period) => daysOfTurn(turn, period).map((day) => ({ period, day })))
    .filter(({ day }) => report.from <= day && (report.until === null || day <= report.until))
    .map(({ period, day }) => owedOn(report, period, day, calendar))
    .filter(({ due, turn: day }) => {
      const falls = due.kind === 'due' ? due.due : day
      return from <= falls && falls <= until
    })
}

function owedOn(report: Report, period: Period, day: IsoDate, calendar: Calendar): OwedReport {
  return { report: report.id, turn: day, period: covered(report, period), due: dueOn(report, day, calendar) }
}

function covered({ due }: Report, period: Period): Period {
  // What is owed once is about all the time until then.
  if (due.turn.kind === 'once' || due.covers === 'this') return period
  return due.covers === 'previous' ? periodBefore(period) : periodAfter(period)
}

function dueOn({ title, due }: Report, day: IsoDate, calendar: Calendar): DueDate | NoDueDate {
  const { isDayIncluded, movesToWorkday, basis } = due
  const last = isDayIncluded ? day : addDays(day, -1)
  const days: CountedDay[] = [
    { date: day, number: null, reason: isDayIncluded ? '当日计入' : '当日不计入，前一日为限' },
  ]
  let date = last
  if (movesToWorkday) {
    for (let found = findDay(calendar, date); ; found = findDay(calendar, date)) {
      if (found === null) {
        const year = date.slice(0, 4)
        const explanation = `${year}年的节假日安排尚未录入，算不出“${title}”的报送日；录入该年日历后再算。`
        return { kind: 'unknown-year', explanation }
      }
      if (isWorkedOn(found.kind)) break
      date = addDays(date, 1)
      const name = found.holiday === null ? '' : `（${found.holiday}）`
      days.push({ date, number: null, reason: `前一日是${dayKindLabels[found.kind]}${name}，顺延` })
    }
  }
  const explanation = `${title}：${recurrenceText(due)}（${citeText(citeOf(basis))}）；到期：${date}。`
  return { kind: 'due', due: date, days, explanation }
}
