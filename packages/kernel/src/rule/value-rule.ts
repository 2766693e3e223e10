import type { z } from 'zod'
import type { Cite } from '../cite.ts'
import { DefinitionError } from '../definition/define.ts'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { fields } from '../schema/fields.ts'
import { validate } from '../schema/validate.ts'
import type { IsoDate } from '../time/calendar.ts'
import { lookAt } from './look-at.ts'
import type { Facts, InputOf, Inputs, Parameters, ValuesOf } from './rule.ts'
import type { Verdict } from './verdict.ts'

/** What a rule's code answers: a value and how it comes about, or what is not known. */
export type Answer<Value> =
  | {
      readonly value: Value
      /** How it comes about, to be read before it: 1200元×24倍×2亩 */
      readonly because: string
      /** The clause of just this answer, where the rule rests on several. */
      readonly basis?: Cite
    }
  | { readonly missing: string }

/** A verdict that is a value: an amount, a grade, the unit that answers. Its one reason says how it came about. */
export interface ValueVerdict extends Verdict {
  /** `yes` where there is a value. */
  readonly outcome: 'yes' | 'unknown'
  /** Null where it is not known. */
  readonly value: unknown
  /** The value as a user reads it, with its unit or the label of its choice; empty where it is not known. */
  readonly text: string
}

/** A rule that answers with a value: pure, with declared inputs and parameters and the clause that it comes from. */
export interface ValueRule {
  readonly kind: 'value-rule'
  readonly id: string
  readonly title: string
  readonly basis: Cite
  /** What the value is: a field, with its label, unit and choices. */
  readonly gives: z.ZodType
  readonly inputs: Inputs
  readonly parameters: Parameters
  /** Computes from facts on a date; `set` as for `Rule`. */
  compute(facts: Facts, on: IsoDate, set?: Parameters): ValueVerdict
}

/** What a programme's author writes. */
export interface ValueRuleDefinition<
  DeclaredInputs extends Inputs,
  Declared extends Parameters,
  Field extends z.ZodType,
> {
  readonly id: string
  readonly title: string
  readonly basis: Cite
  readonly gives: Field
  readonly inputs: DeclaredInputs
  readonly parameters: Declared
  /** The input whose date says which values of the parameters are used; the day of computing where there is none. */
  readonly judgedOn?: keyof DeclaredInputs & string
  readonly decide: (
    input: InputOf<DeclaredInputs>,
    values: ValuesOf<Declared>,
  ) => Answer<z.output<NoInfer<Field>>>
}

/** A rule whose every value carries how it came about, its clause and what it looked at. */
export function defineValueRule<
  const DeclaredInputs extends Inputs,
  Declared extends Parameters,
  Field extends z.ZodType,
>(definition: ValueRuleDefinition<DeclaredInputs, Declared, Field>): ValueRule {
  const { id, title, basis, gives, inputs, parameters, judgedOn, decide } = definition
  const schema = fields(inputs)
  return Object.freeze({
    kind: 'value-rule',
    id,
    title,
    basis,
    gives,
    inputs,
    parameters,
    compute(facts: Facts, on: IsoDate, set: Parameters = {}): ValueVerdict {
      const { looked, known, missing } = lookAt({ schema, inputs, parameters, judgedOn }, facts, on, set)
      const unknown = (lacking: readonly string[]): ValueVerdict => ({
        outcome: 'unknown',
        reasons: [],
        ...looked,
        missing: lacking,
        value: null,
        text: '',
      })
      if (known === null) return unknown(missing)
      const answer = decide(known.input as InputOf<DeclaredInputs>, known.values as ValuesOf<Declared>)
      if ('missing' in answer) return unknown([answer.missing])
      const { value, because } = answer
      if (validate(gives, value).kind === 'invalid') {
        throw new DefinitionError(`规则${id}算出的“${String(value)}”不是它所说的${labelFrom(gives)}。`)
      }
      const text = valueTextOf(gives, value)
      const reason = { rule: id, isMet: true, wanted: because, found: text, basis: answer.basis ?? basis }
      return { outcome: 'yes', reasons: [reason], ...looked, missing: [], value, text }
    },
  })
}

/** A value of a field as a user reads it: 2000元, 较大火灾 */
export function valueTextOf(field: z.core.$ZodType, value: unknown): string {
  const meta = findFieldMeta(field)
  const label = meta?.choices?.[String(value)]
  return label ?? `${String(value)}${meta?.unit ?? ''}`
}

function labelFrom(field: z.core.$ZodType): string {
  const meta = findFieldMeta(field)
  return meta === undefined ? '内容' : `${labelOf(meta)}（${meta.wanted}）`
}
