import type { Cite } from '../cite.ts'
import { definitionOf, type KeyTree } from '../definition/define.ts'
import type { OpenQuestion } from '../definition/gap.ts'
import type { Fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { Recurrence } from './recurrence.ts'

/** What units owe to another, again and again or once: a form, by a day. */
export interface Report<Schema extends Fields = Fields> {
  readonly kind: 'report'
  /** ASCII, unique in its programme: `progress` */
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** Id of the role whose units owe it: each unit in which someone holds it. */
  readonly owedBy: string
  /** Id of the role that receives it, sums it up and sees who is missing. */
  readonly owedTo: string
  /** What is reported. */
  readonly fields: Schema
  readonly due: Recurrence
  /** First and last day on which it can fall due; null for no end. */
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly open?: readonly OpenQuestion[]
}

const REPORT_KEYS: KeyTree = {
  kind: null,
  id: null,
  title: null,
  basis: null,
  owedBy: null,
  owedTo: null,
  fields: null,
  due: {
    turn: { kind: null, date: null, weekday: null, days: null, month: null, day: null },
    covers: null,
    isDayIncluded: null,
    movesToWorkday: null,
    basis: null,
  },
  from: null,
  until: null,
  open: null,
}

/** A report. */
export function defineReport<Schema extends Fields>(
  definition: Omit<Report<Schema>, 'kind'>,
): Report<Schema> {
  return definitionOf(`报送${definition.id}`, { kind: 'report', ...definition }, REPORT_KEYS)
}
