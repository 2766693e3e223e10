import type { z } from 'zod'
import type { Cite } from '../cite.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { fields } from '../schema/fields.ts'
import { masked } from '../schema/mask.ts'
import { validate } from '../schema/validate.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isDay } from '../time/instant.ts'
import { findValueOn, type Parameter, type UsedValue } from './parameter.ts'
import { allOf, anyOf, type UsedInput, type Verdict } from './verdict.ts'

/** Parameters by name: in a rule the name that its code calls them, in what is set their ids. */
// biome-ignore lint/suspicious/noExplicitAny: a parameter's value is inferred for each rule; here it may be any.
export type Parameters = Readonly<Record<string, Parameter<any>>>

/** The values of a rule's parameters, as its code receives them. */
export type ValuesOf<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Parameter<infer Value> ? Value : never
}

/** What a rule looks at, by name, each with its label. */
export type Inputs = Readonly<Record<string, z.ZodType>>

/** What a rule's code receives: every input that must be there, and those that may be. */
export type InputOf<Declared extends Inputs> = z.output<z.ZodObject<Declared, z.core.$strict>>

/** Facts to judge, by name: more than the rule asks for may be among them. */
export type Facts = Readonly<Record<string, unknown>>

/** What a rule's code answers: met or not, what was asked and found, or what is not known. */
export type Decision =
  | {
      readonly isMet: boolean
      readonly wanted: string
      readonly found: string
      /** The clause of just this answer, where the rule rests on several. */
      readonly basis?: Cite
    }
  | { readonly missing: string }

/** A rule of a programme: pure, with declared inputs and parameters and the clause that it comes from. */
export interface Rule {
  readonly kind: 'rule'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly inputs: Inputs
  readonly parameters: Parameters
  /** Judges facts on a date; `set` puts the county's parameters, or those of a what-if, by id in the declared ones' place. */
  judge(facts: Facts, on: IsoDate, set?: Parameters): Verdict
}

/** What a programme's author writes. */
export interface RuleDefinition<DeclaredInputs extends Inputs, Declared extends Parameters> {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly inputs: DeclaredInputs
  readonly parameters: Declared
  /** The input whose date says which values of the parameters are used; the day of judging where there is none. */
  readonly judgedOn?: keyof DeclaredInputs & string
  readonly decide: (input: InputOf<DeclaredInputs>, values: ValuesOf<Declared>) => Decision
}

/** A rule whose every answer carries its reason, its clause and what it looked at. */
export function defineRule<const DeclaredInputs extends Inputs, Declared extends Parameters>(
  definition: RuleDefinition<DeclaredInputs, Declared>,
): Rule {
  const { id, title, basis, inputs, parameters, judgedOn, decide } = definition
  const schema = fields(inputs)
  return Object.freeze({
    kind: 'rule',
    id,
    title,
    basis,
    inputs,
    parameters,
    judge(facts: Facts, on: IsoDate, set: Parameters = {}): Verdict {
      const given = onlyDeclared(facts, inputs)
      const known = validate(schema, given)
      const dated = judgedOn === undefined ? on : facts[judgedOn]
      const inForce = valuesInForce(parameters, set, typeof dated === 'string' && isDay(dated) ? dated : on)
      const looked = { used: inForce.used, inputs: usedInputs(inputs, given) }
      const missing = [
        ...(known.kind === 'valid' ? [] : missingFrom(known.issues, inputs)),
        ...inForce.missing,
      ]
      if (known.kind === 'invalid' || missing.length > 0) {
        return { outcome: 'unknown', reasons: [], ...looked, missing }
      }
      const decision = decide(known.value, inForce.values as ValuesOf<Declared>)
      if ('missing' in decision) {
        return { outcome: 'unknown', reasons: [], ...looked, missing: [decision.missing] }
      }
      const reason = { rule: id, basis, ...decision }
      return { outcome: decision.isMet ? 'yes' : 'no', reasons: [reason], ...looked, missing: [] }
    },
  })
}

/** What a composed rule is called, and the rules in it. */
export interface RulesTogether {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly rules: readonly Rule[]
}

/** A rule that says yes where each of these does. Every reason is kept. */
export function ruleOfAll(together: RulesTogether): Rule {
  return composed(together, allOf)
}

/** A rule that says yes where one of these does. Every reason is kept. */
export function ruleOfAny(together: RulesTogether): Rule {
  return composed(together, anyOf)
}

function composed(
  { id, title, basis, rules }: RulesTogether,
  combine: (verdicts: readonly Verdict[]) => Verdict,
): Rule {
  return Object.freeze({
    kind: 'rule',
    id,
    title,
    basis,
    inputs: Object.freeze(Object.assign({}, ...rules.map(({ inputs }) => inputs))),
    parameters: Object.freeze(Object.assign({}, ...rules.map(({ parameters }) => parameters))),
    judge: (facts: Facts, on: IsoDate, set?: Parameters) =>
      combine(rules.map((rule) => rule.judge(facts, on, set))),
  })
}

function onlyDeclared<Value>(
  given: Readonly<Record<string, Value>>,
  declared: Readonly<Record<string, unknown>>,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => Object.hasOwn(declared, name) && value !== null),
  )
}

/** Inputs that were not given by their label, and those that were given wrong by what is wrong. */
function missingFrom(
  issues: readonly { code: string; path: readonly (string | number)[]; message: string }[],
  inputs: Inputs,
): string[] {
  return issues.map(({ code, path: [name], message }) => {
    const meta = findFieldMeta(inputs[String(name)] ?? fields({}))
    return code === 'field-missing' && meta !== undefined ? meta.label : message
  })
}

/** What was looked at, for the verdict: personal texts masked, since verdicts are logged and shown. */
function usedInputs(inputs: Inputs, given: Record<string, unknown>): UsedInput[] {
  return Object.entries(inputs).flatMap(([name, field]) => {
    if (!Object.hasOwn(given, name)) return []
    const meta = findFieldMeta(field)
    return [{ name, label: meta === undefined ? name : labelOf(meta), value: masked(field, given[name]) }]
  })
}

function valuesInForce(parameters: Parameters, set: Parameters, on: IsoDate) {
  const values: Record<string, unknown> = {}
  const used: UsedValue<unknown>[] = []
  const missing: string[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const value: UsedValue<unknown> | null = findValueOn(set[parameter.id] ?? parameter, on)
    if (value === null) missing.push(`${parameter.title}（${on}尚无规定）`)
    else {
      values[name] = value.value
      used.push(value)
    }
  }
  return { values, used, missing }
}
