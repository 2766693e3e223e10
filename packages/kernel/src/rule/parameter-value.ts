import { isDecimal } from '../schema/decimal.ts'
import { isDay } from '../time/instant.ts'
import type { Parameter } from './parameter.ts'

/** How a value of a parameter is written by hand. */
export type ValueForm = 'text' | 'decimal' | 'whole' | 'list' | 'date'

type Known = Pick<Parameter<unknown>, 'values' | 'form' | 'choices' | 'unit'>

const formWords: Readonly<Record<ValueForm, string>> = {
  text: '文字',
  decimal: '数，如12.5',
  whole: '整数',
  list: '用顿号隔开的几个值',
  date: '日期，如2026-03-02',
}

const readers: Readonly<Record<ValueForm, (written: string) => unknown>> = {
  text: (written) => (written === '' ? null : written),
  decimal: (written) => (isDecimal(written) ? written : null),
  whole: (written) => (/^\d{1,9}$/.test(written) ? Number(written) : null),
  list: (written) => written.split('、').map((item) => item.trim()),
  date: (written) => (isDay(written) ? written : null),
}

/** How values of a parameter are written: as declared, else as the first declared value is; undefined where nothing tells. */
export function findValueForm({ form, values: [first] }: Known): ValueForm | undefined {
  if (form !== undefined) return form
  const value = first?.value
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number') return 'whole'
  if (typeof value === 'string') return isDecimal(value) ? 'decimal' : 'text'
  return undefined
}

/** The value that a written text stands for, as rules reckon with it: a choice by its label or id; null for what is none. */
export function readParameterValue(parameter: Known, written: string): unknown {
  const text = written.trim()
  if (parameter.choices === undefined) return readers[findValueForm(parameter) ?? 'text'](text)
  return Object.entries(parameter.choices).find(([id, label]) => label === text || id === text)?.[0] ?? null
}

/** What may be written for it: 整数; 自然日或者工作日. */
export function writtenFormText(parameter: Known): string {
  if (parameter.choices !== undefined) return Object.values(parameter.choices).join('或者')
  return formWords[findValueForm(parameter) ?? 'text']
}

/** A value as a user reads it, with its unit: 25厘米, 工作日, 三岔镇、胡会乡. */
export function parameterValueText({ choices, unit }: Known, value: unknown): string {
  if (Array.isArray(value)) return value.join('、')
  return choices?.[String(value)] ?? `${value}${unit}`
}
