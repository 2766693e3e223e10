import {
  type FieldControl,
  type Issue,
  isAtLeast,
  isAtMost,
  isDay,
  isDecimal,
  isInstant,
  issueOf,
  labelOf,
} from '@luoshi/kernel'
import type { FieldView } from './field-view.ts'

const PHONE = /^(?:1\d{10}|0\d{2,3}-?\d{7,8})$/
const MONEY = /^\d{1,13}(?:\.\d{1,2})?$/

/** What is wrong with a value as it was typed, in the very words of the server; the server has the last word. */
export function checkField(
  field: FieldView,
  value: unknown,
  path: readonly (string | number)[] = [],
): Issue[] {
  const at = [...path, field.name]
  const label = labelOf(field)
  if (isEmpty(value)) {
    return field.isRequired ? [issueOf('field-missing', at, { label, wanted: field.wanted })] : []
  }
  if (field.control === 'list' && Array.isArray(value))
    return value.flatMap((row, index) => checkRow(field, row, [...at, index]))
  const fits = fitsByControl[field.control](value, field)
  const found = String(value)
  return fits ? [] : [issueOf('field-refused', at, { label, wanted: field.wanted, found })]
}

/** Everything that is wrong with a form so far. */
export function checkFields(
  fields: readonly FieldView[],
  values: Readonly<Record<string, unknown>>,
): Issue[] {
  return fields.flatMap((field) => checkField(field, values[field.name]))
}

/** Whether nothing was filled in. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
}

function checkRow(list: FieldView, row: unknown, path: readonly (string | number)[]): Issue[] {
  const { item } = list
  if (item === null) return []
  if (item.inner.length > 0) {
    const values = (row ?? {}) as Readonly<Record<string, unknown>>
    return item.inner.flatMap((field) => checkField(field, values[field.name], path))
  }
  return checkField(item, row, path.slice(0, -1)).map((issue) => ({ ...issue, path }))
}

const anything = () => true

const fitsByControl = {
  text: anything,
  'long-text': anything,
  unit: anything,
  'date-time': (value) => isInstant(String(value)),
  files: (value) => Array.isArray(value) && value.length > 0,
  place: (value) => typeof value === 'object',
  reference: anything,
  list: (value) => Array.isArray(value),
  phone: (value) => PHONE.test(String(value).trim()),
  money: (value) => MONEY.test(String(value).trim()),
  count: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  decimal: (value, { least, most }) => {
    const text = String(value).trim()
    if (!isDecimal(text)) return false
    return (least === undefined || isAtLeast(text, least)) && (most === undefined || isAtMost(text, most))
  },
  date: (value) => isDay(String(value)),
  'yes-no': (value) => typeof value === 'boolean',
  choice: (value, { choices }) => Object.hasOwn(choices ?? {}, String(value)),
} satisfies Record<FieldControl, (value: unknown, field: FieldView) => boolean>
