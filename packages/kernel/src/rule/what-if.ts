import { type Decimal, differenceOf, isDecimal, isSameAmount, productOf, sumOf } from '../schema/decimal.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isDay } from '../time/instant.ts'
import { findValueOn, type Parameter } from './parameter.ts'
import type { Facts, Parameters, Rule } from './rule.ts'
import type { ValueRule } from './value-rule.ts'
import type { Verdict } from './verdict.ts'

/** A record to be judged again: its fields, and what its rule looks up. */
export interface JudgedRecord {
  readonly id: string
  readonly facts: Facts
}

/** The money that hangs on a yes: a field that holds it, a rule that computes it, or a quantity at a rate that is a parameter. */
export type Worth =
  | { readonly amount: string }
  | { readonly rule: ValueRule }
  | {
      /** 作业面积 */
      readonly quantity: string
      /** 补助标准; the what-if may give it another value. */
      readonly rate: Parameter<Decimal>
      /** The field whose date says which rate holds; the day of judging where there is none. */
      readonly datedBy?: string
    }

/** How a record is judged, and the money that comes of it: `0` for all but a yes; null where it cannot be told. */
export interface Judged {
  readonly verdict: Verdict
  readonly money: Decimal | null
}

/** A record that is judged otherwise, or gets other money, under the other values. */
export interface ChangedRecord {
  readonly id: string
  readonly before: Judged
  readonly after: Judged
}

/** How many records get a yes under some values, and for how much money. */
export interface CountedVerdicts {
  readonly yes: number
  readonly no: number
  readonly unknown: number
  /** Of all whose money can be told. */
  readonly money: Decimal
  /** Records with a yes whose money cannot be told. */
  readonly withoutMoney: number
}

/** What other values of parameters would change: in cases and in money. */
export interface WhatIf {
  readonly before: CountedVerdicts
  readonly after: CountedVerdicts
  /** Money after less money before. */
  readonly difference: Decimal
  readonly changed: readonly ChangedRecord[]
}

/**
 * Judges every record of a register under the values in force and under others, and shows the difference. Nothing is
 * changed by it.
 *
 * @param others parameters by id, as the county would set them
 */
export function whatIf(
  rule: Rule,
  records: readonly JudgedRecord[],
  worth: Worth,
  on: IsoDate,
  inForce: Parameters,
  others: Parameters,
): WhatIf {
  const judged = records.map((record) => ({
    id: record.id,
    before: judge(rule, record, worth, on, inForce),
    after: judge(rule, record, worth, on, { ...inForce, ...others }),
  }))
  const before = countVerdicts(judged.map((one) => one.before))
  const after = countVerdicts(judged.map((one) => one.after))
  return {
    before,
    after,
    difference: differenceOf(after.money, before.money),
    changed: judged.filter((one) => differs(one.before, one.after)),
  }
}

function judge(
  rule: Rule,
  { facts }: JudgedRecord,
  worth: Worth,
  on: IsoDate,
  parameters: Parameters,
): Judged {
  const verdict = rule.judge(facts, on, parameters)
  return { verdict, money: verdict.outcome === 'yes' ? moneyOf(facts, worth, on, parameters) : '0' }
}

function moneyOf(facts: Facts, worth: Worth, on: IsoDate, parameters: Parameters): Decimal | null {
  if ('rule' in worth) {
    const { value } = worth.rule.compute(facts, on, parameters)
    return typeof value === 'string' && isDecimal(value) ? value : null
  }
  const quantity = facts['amount' in worth ? worth.amount : worth.quantity]
  if (typeof quantity !== 'string' || !isDecimal(quantity)) return null
  if ('amount' in worth) return quantity
  const dated = worth.datedBy === undefined ? undefined : facts[worth.datedBy]
  const day = typeof dated === 'string' && isDay(dated) ? dated : on
  const rate = findValueOn(parameters[worth.rate.id] ?? worth.rate, day)
  return rate === null ? null : productOf(quantity, rate.value)
}

function differs(before: Judged, after: Judged): boolean {
  if (before.verdict.outcome !== after.verdict.outcome) return true
  if (before.money === null || after.money === null) return before.money !== after.money
  return !isSameAmount(before.money, after.money)
}

function countVerdicts(answers: readonly Judged[]): CountedVerdicts {
  const withOutcome = (wanted: Verdict['outcome']) =>
    answers.filter(({ verdict }) => verdict.outcome === wanted)
  return {
    yes: withOutcome('yes').length,
    no: withOutcome('no').length,
    unknown: withOutcome('unknown').length,
    money: sumOf(answers.flatMap(({ money }) => money ?? [])),
    withoutMoney: answers.filter(({ money }) => money === null).length,
  }
}
