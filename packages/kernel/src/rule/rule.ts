import type { z } from 'zod'
import type { Cite } from '../cite.ts'
import { fields } from '../schema/fields.ts'
import type { IsoDate } from '../time/calendar.ts'
import { lookAt } from './look-at.ts'
import type { Parameter } from './parameter.ts'
import { allOf, anyOf, type Verdict } from './verdict.ts'

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
      const { looked, known, missing } = lookAt({ schema, inputs, parameters, judgedOn }, facts, on, set)
      if (known === null) return { outcome: 'unknown', reasons: [], ...looked, missing }
      const decision = decide(known.input as InputOf<DeclaredInputs>, known.values as ValuesOf<Declared>)
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
