import type { FieldControl } from '@luoshi/kernel'
import type { FieldView } from '../schema/field-view.ts'
import { groupedText, moneyText } from './amounts.ts'
import { dayInTable, momentInTable } from './dates.ts'

/** What stands where nothing was filled in. */
export const NOTHING = '—'

/** A value as a clerk writes it, without its unit where the unit stands in the heading. */
export function valueText(field: FieldView, value: unknown): string {
  if (value === undefined || value === null || value === '') return NOTHING
  return textsByControl[field.control](value, field)
}

/** The same with its unit: 12.5 亩. */
export function valueWithUnit(field: FieldView, value: unknown): string {
  const text = valueText(field, value)
  const hasOwnUnit = field.control === 'money' || field.unit === undefined || field.unit === ''
  return hasOwnUnit || text === NOTHING ? text : `${text} ${field.unit}`
}

/** Whether a column of it is read from the right, as figures are. */
export function isFigure(field: FieldView): boolean {
  return field.control === 'decimal' || field.control === 'money' || field.control === 'count'
}

const asWritten = (value: unknown) => String(value)

const figure = (value: unknown) => groupedText(String(value))

const textsByControl = {
  text: asWritten,
  'long-text': asWritten,
  unit: (value, field) => field.choices?.[String(value)] ?? '机构已撤销',
  place: (value) => {
    const { coordinates } = value as { coordinates: readonly number[] }
    return coordinates.join('、')
  },
  files: (value) => `${(value as readonly unknown[]).length} 个文件`,
  phone: asWritten,
  reference: (value, field) => field.choices?.[String(value)] ?? String(value),
  count: figure,
  decimal: figure,
  money: (value) => moneyText(String(value)),
  date: (value) => dayInTable(String(value)),
  'date-time': (value) => momentInTable(String(value)),
  'yes-no': (value) => (value === true ? '是' : '否'),
  choice: (value, field) => field.choices?.[String(value)] ?? String(value),
  list: (value, field) => {
    const items = Array.isArray(value) ? value : [value]
    if (items.length === 0) return '无'
    const { item } = field
    if (item === null || item.inner.length > 0) return `${items.length} 项`
    return items.map((one) => valueText(item, one)).join('、')
  },
} satisfies Record<FieldControl, (value: unknown, field: FieldView) => string>
