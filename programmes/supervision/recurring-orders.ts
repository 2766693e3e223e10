import {
  type Calendar,
  type DayOfMonth,
  defineReport,
  fields,
  gap,
  type InstrumentCite,
  type IsoDate,
  instrument,
  longText,
  type OwedReport,
  type Report,
  reportsDue,
  type Turn,
} from '@luoshi/kernel'
import type { OrderedDay, ProposedDuty } from './proposed-duty.ts'

/** Something that a notice orders again and again, as a report that its units owe. */
export interface RecurringOrder {
  readonly duty: ProposedDuty
  readonly day: OrderedDay
  readonly report: Report
}

/** What a unit owes of it. */
export interface OwedOrder extends OwedReport {
  readonly duty: ProposedDuty
  /** Units that owe it, in the order of the text; empty where the text names none. */
  readonly units: readonly string[]
}

/**
 * The recurring orders among proposals, from the day of their notice on. A recurrence that no turn says (only some months
 * of a year, say) is left out; the duty itself stays.
 */
export function recurringOrders(
  county: string,
  proposed: readonly ProposedDuty[],
  issuedOn: (document: string) => IsoDate | null,
): readonly RecurringOrder[] {
  return proposed.flatMap((duty) =>
    duty.days.flatMap((day, index) => {
      const turn = day.recurrence === null ? null : turnOf(day.recurrence)
      if (turn === null) return []
      const cite = instrument(county, duty.document).lines(...duty.lines)
      const report = reportOf(duty, day, turn, index, cite, issuedOn(duty.document))
      return [{ duty, day, report }]
    }),
  )
}

/** All that falls due between two days, both included, in the order of its days. */
export function ordersDue(
  orders: readonly RecurringOrder[],
  from: IsoDate,
  until: IsoDate,
  calendar: Calendar,
): readonly OwedOrder[] {
  return orders
    .flatMap(({ duty, report }) =>
      reportsDue(report, from, until, calendar).map((owed) => ({
        ...owed,
        duty,
        units: duty.units.map(({ name }) => name),
      })),
    )
    .toSorted((one, other) => (one.turn < other.turn ? -1 : one.turn > other.turn ? 1 : 0))
}

/** When a recurrence (RFC 5545, as the reading gives it) comes round; null where no turn says that. */
export function turnOf(recurrence: string): Turn | null {
  const parts = new Map(recurrence.split(';').map((part) => part.split('=', 2) as [string, string]))
  const days = daysOf(parts.get('BYMONTHDAY'))
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? []
  const interval = Number(parts.get('INTERVAL') ?? '1')
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return interval === 1 ? { kind: 'daily' } : null
    case 'WEEKLY':
      return interval === 1 ? { kind: 'weekly', weekday: 7 } : null
    case 'MONTHLY':
      return monthly(interval, days)
    case 'YEARLY': {
      const [month = 12, other] = months
      return other !== undefined || interval !== 1 ? null : { kind: 'yearly', month, day: days[0] ?? 'last' }
    }
    default:
      return null
  }
}

function monthly(interval: number, days: readonly DayOfMonth[]): Turn | null {
  if (interval === 3) return { kind: 'quarterly', month: 3, day: days[0] ?? 'last' }
  if (interval === 6) return { kind: 'half-yearly', month: 6, day: days[0] ?? 'last' }
  if (interval !== 1) return null
  if (days.join() === '10,20,last') return { kind: 'ten-days' }
  return { kind: 'monthly', days: days.length === 0 ? ['last'] : days }
}

function daysOf(listed: string | undefined): readonly DayOfMonth[] {
  return listed?.split(',').map((day) => (day === '-1' ? 'last' : Number(day))) ?? []
}

function reportOf(
  { number, title }: ProposedDuty,
  { text, recurrence }: OrderedDay,
  turn: Turn,
  index: number,
  cite: InstrumentCite,
  from: IsoDate | null,
): Report {
  const isDayPrinted = recurrence?.includes('BYMONTHDAY') === true || turn.kind === 'daily'
  const open = isDayPrinted ? '没有写明是否含当日，按含当日' : '没有写明哪一天，按期末'
  return defineReport({
    id: `${number}/${index + 1}`,
    title: `${title}（${text}）`,
    basis: cite,
    owedBy: 'handler',
    owedTo: 'supervision-clerk',
    fields: fields({ progress: longText('进展情况'), problems: longText('存在问题').optional() }),
    due: {
      turn,
      covers: 'this',
      isDayIncluded: true,
      movesToWorkday: false,
      basis: gap(`“${text}”${open}`, cite),
    },
    from: from ?? '1900-01-01',
    until: null,
  })
}
