import type { Cite } from '../cite.ts'
import { definitionOf } from '../definition/define.ts'
import type { Gap } from '../definition/gap.ts'
import type { IsoDate } from '../time/calendar.ts'
import type { ValueForm } from './parameter-value.ts'

/** A value from a date on, until the next value's date. */
export interface DatedValue<Value> {
  readonly from: IsoDate
  readonly value: Value
  /** Clause that sets it; null where no text does and the value is our own default. */
  readonly basis: Cite | null
}

/** What a text sets in figures, or leaves open: never a bare number in a rule. Dated, since texts change. */
export interface Parameter<Value> {
  readonly kind: 'parameter'
  /** ASCII, unique in its programme: `least-depth` */
  readonly id: string
  /** 最低作业深度 */
  readonly title: string
  /** 厘米; empty for a value without one. */
  readonly unit: string
  /** By date, earliest first; empty where the county has to set it. */
  readonly values: readonly DatedValue<Value>[]
  /** How a value is written, where no declared value tells. */
  readonly form?: ValueForm
  /** What the value is one of, each with its label: the county chooses by label. */
  readonly choices?: Readonly<Record<string, string>>
  /** What the text leaves open, where it is the county that sets the value. */
  readonly gap?: Gap
}

/** The value that a rule used, so that its verdict can say which value of which date it was. */
export interface UsedValue<Value> extends DatedValue<Value> {
  readonly parameter: string
  readonly title: string
  readonly unit: string
}

/** A parameter; its values are put in the order of their dates. */
export function defineParameter<Value>(definition: Omit<Parameter<Value>, 'kind'>): Parameter<Value> {
  const values = [...definition.values].sort((a, b) => (a.from < b.from ? -1 : 1))
  return definitionOf(`参数${definition.id}`, { kind: 'parameter', ...definition, values }, PARAMETER_KEYS)
}

const PARAMETER_KEYS = {
  kind: null,
  id: null,
  title: null,
  unit: null,
  values: { '*': { from: null, value: null, basis: null } },
  form: null,
  choices: null,
  gap: null,
}

/** The value in force on that date, or null before the first. */
export function findValueOn<Value>(parameter: Parameter<Value>, date: IsoDate): UsedValue<Value> | null {
  const value = parameter.values.findLast(({ from }) => from <= date)
  if (value === undefined) return null
  return { ...value, parameter: parameter.id, title: parameter.title, unit: parameter.unit }
}

/** The parameter with another value from a date on, as a county sets it by an action of its own. */
export function withValue<Value>(parameter: Parameter<Value>, value: DatedValue<Value>): Parameter<Value> {
  const others = parameter.values.filter(({ from }) => from !== value.from)
  const { kind: _kind, ...definition } = parameter
  return defineParameter({ ...definition, values: [...others, value] })
}
