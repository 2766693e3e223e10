import { type Decimal, differenceOf, sumOf } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { Facts, Parameters, Rule } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** A record to be judged again. */
export interface JudgedRecord {
  readonly id: string
  readonly facts: Facts
  /** Money that hangs on a yes. */
  readonly worth: Decimal
}

/** A record that is judged otherwise under the other values. */
export interface ChangedVerdict {
  readonly id: string
  readonly before: Verdict
  readonly after: Verdict
}

/** How many records get a yes under some values, and for how much money. */
export interface Tally {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  readonly money: Decimal
}

/** What other values of parameters would change: in cases and in money. */
export interface WhatIf {
  readonly before: Tally
  readonly after: Tally
  /** Money after less money before. */
  readonly difference: Decimal
  readonly changed: readonly ChangedVerdict[]
}

/**
 * Judges every record under the values in force and under others, and shows the difference. Nothing is changed by it.
 *
 * @param others parameters by id, as the county would set them
 */
export function whatIf(
  rule: Rule,
  records: readonly JudgedRecord[],
  on: IsoDate,
  inForce: Parameters,
  others: Parameters,
): WhatIf {
  const judged = records.map(({ id, facts, worth }) => ({
    id,
    worth,
    before: rule.judge(facts, on, inForce),
    after: rule.judge(facts, on, { ...inForce, ...others }),
  }))
  const before = tally(judged.map((one) => ({ outcome: one.before.outcome, worth: one.worth })))
  const after = tally(judged.map((one) => ({ outcome: one.after.outcome, worth: one.worth })))
  const changed = judged.filter((one) => one.before.outcome !== one.after.outcome)
  return {
    before,
    after,
    difference: differenceOf(after.money, before.money),
    changed: changed.map(({ id, before: was, after: is }) => ({ id, before: was, after: is })),
  }
}

function tally(answers: readonly { readonly outcome: Verdict['outcome']; readonly worth: Decimal }[]): Tally {
  const withOutcome = (wanted: Verdict['outcome']) => answers.filter(({ outcome }) => outcome === wanted)
  return {
    yes: withOutcome('yes').length,
    no: withOutcome('no').length,
    unknown: withOutcome('unknown').length,
    money: sumOf(withOutcome('yes').map(({ worth }) => worth)),
  }
}
