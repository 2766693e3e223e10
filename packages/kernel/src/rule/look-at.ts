import type { z } from 'zod'
import { findFieldMeta, labelOf } from '../schema/field-meta.ts'
import { fields } from '../schema/fields.ts'
import { masked } from '../schema/mask.ts'
import { validate } from '../schema/validate.ts'
import type { IsoDate } from '../time/calendar.ts'
import { isDay } from '../time/instant.ts'
import { findValueOn, type UsedValue } from './parameter.ts'
import type { Facts, Inputs, Parameters } from './rule.ts'
import type { UsedInput } from './verdict.ts'

/** What a rule declares that it looks at. */
export interface Declared {
  readonly schema: z.ZodType
  readonly inputs: Inputs
  readonly parameters: Parameters
  readonly judgedOn: string | undefined
}

/** What a rule finds when it looks: all that it needs, or what is missing; either way what it looked at. */
export interface Looked {
  readonly looked: {
    readonly used: readonly UsedValue<unknown>[]
    readonly inputs: readonly UsedInput[]
  }
  readonly known: {
    readonly input: unknown
    readonly values: Readonly<Record<string, unknown>>
  } | null
  readonly missing: readonly string[]
}

/** Looks at the facts and at the parameters in force, before a rule's own code runs. */
export function lookAt(
  { schema, inputs, parameters, judgedOn }: Declared,
  facts: Facts,
  on: IsoDate,
  set: Parameters,
): Looked {
  const given = onlyDeclared(facts, inputs)
  const known = validate(schema, given)
  const dated = judgedOn === undefined ? on : facts[judgedOn]
  const inForce = valuesInForce(parameters, set, typeof dated === 'string' && isDay(dated) ? dated : on)
  const looked = { used: inForce.used, inputs: usedInputs(inputs, given) }
  const missing = [...(known.kind === 'valid' ? [] : missingFrom(known.issues, inputs)), ...inForce.missing]
  if (known.kind === 'invalid' || missing.length > 0) return { looked, known: null, missing }
  return { looked, known: { input: known.value, values: inForce.values }, missing: [] }
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
