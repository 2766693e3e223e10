import type { RecordOf } from '@luoshi/kernel'
import { firstDay, leadingUnits, type ProposedDuty } from './proposed-duty.ts'
import type { duties } from './registers.ts'
import { printedUnits } from './rereading.ts'

/**
 * A proposal as the duty register takes it, to be opened under the clerk's name. Units that the county's tree does not
 * know stay as printed, and the clerk fills in who leads.
 *
 * @param unitIdOf id of the unit that bears a name; null for none, or for several
 */
export function dutyRecord(
  proposed: ProposedDuty,
  unitIdOf: (name: string) => string | null,
): RecordOf<typeof duties.fields> {
  const { number, document, clause, lines, title, text, units, days, targets } = proposed
  const [leader] = leadingUnits(proposed)
  const lead = leader === undefined ? null : unitIdOf(leader)
  const support = units.flatMap(({ name }) => (name === leader ? [] : (unitIdOf(name) ?? [])))
  const day = firstDay(proposed)
  return {
    number,
    origin: 'gazette',
    document,
    clause,
    lines: lines.join('-'),
    title,
    content: text,
    ...(lead === null ? {} : { lead }),
    ...(support.length === 0 ? {} : { support }),
    ...(units.length === 0 ? {} : { printedUnits: [...printedUnits(proposed)] }),
    ...(day === null ? {} : { textDay: day }),
    ...(days.length === 0 ? {} : { textDays: days.map(({ text: printed }) => printed).join('；') }),
    ...(targets.length === 0 ? {} : { targets: [...targets] }),
  }
}

/** What to say where a text sets no day. */
export const NO_DAY = '原文没有期限，由承办机构定'

/** The day of a duty as a user reads it. */
export function dayText(day: string | null | undefined): string {
  return day ?? NO_DAY
}
