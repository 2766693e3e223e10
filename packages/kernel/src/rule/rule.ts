import type { Cite } from '../cite.ts'
import type { IsoDate } from '../time/calendar.ts'
import { findValueOn, type Parameter, type UsedValue } from './parameter.ts'
import type { Verdict } from './verdict.ts'

/** Parameters of a rule by the name that its code calls them. */
// biome-ignore lint/suspicious/noExplicitAny: a parameter's value is inferred for each rule; here it may be any.
export type Parameters = Readonly<Record<string, Parameter<any>>>

/** The values of a rule's parameters, as its code receives them. */
export type ValuesOf<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Parameter<infer Value> ? Value : never
}

/** What a rule's code answers: met or not, what was asked and found, or what is not known. */
export type Decision =
  | { readonly isMet: boolean; readonly wanted: string; readonly found: string }
  | { readonly missing: string }

/** A rule of a programme: pure, with declared parameters and the clause that it comes from. */
export interface Rule<Input> {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly parameters: Parameters
  /** Judges an input on a date; `set` puts other values in the parameters' place, for a what-if. */
  judge(input: Input, on: IsoDate, set?: Parameters): Verdict
}

/** What a programme's author writes. */
export interface RuleDefinition<Input, Declared extends Parameters> {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly parameters: Declared
  readonly decide: (input: Input, values: ValuesOf<Declared>) => Decision
}

/** A rule whose every answer carries its reason, its clause and the values that it used. */
export function defineRule<Input, Declared extends Parameters>(
  definition: RuleDefinition<Input, Declared>,
): Rule<Input> {
  const { id, title, basis, parameters } = definition
  return Object.freeze({
    id,
    title,
    basis,
    parameters,
    judge(input: Input, on: IsoDate, set: Parameters = {}): Verdict {
      const inForce = valuesInForce({ ...parameters, ...onlyDeclared(set, parameters) }, on)
      if (inForce.missing.length > 0)
        return { outcome: 'unknown', reasons: [], used: inForce.used, missing: inForce.missing }
      const decision = definition.decide(input, inForce.values as ValuesOf<Declared>)
      if ('missing' in decision) {
        return { outcome: 'unknown', reasons: [], used: inForce.used, missing: [decision.missing] }
      }
      const reason = { rule: id, ...decision, basis }
      return { outcome: decision.isMet ? 'yes' : 'no', reasons: [reason], used: inForce.used, missing: [] }
    },
  })
}

function onlyDeclared(set: Parameters, declared: Parameters): Parameters {
  return Object.fromEntries(Object.entries(set).filter(([name]) => name in declared))
}

function valuesInForce(parameters: Parameters, on: IsoDate) {
  const values: Record<string, unknown> = {}
  const used: UsedValue<unknown>[] = []
  const missing: string[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const value: UsedValue<unknown> | null = findValueOn(parameter, on)
    if (value === null) missing.push(`${parameter.title}（${on}尚无规定）`)
    else {
      values[name] = value.value
      used.push(value)
    }
  }
  return { values, used, missing }
}
