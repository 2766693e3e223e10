import {
  choice,
  count,
  date,
  fields,
  jsonSchemaOf,
  listOf,
  measure,
  money,
  phone,
  text,
  validate,
  yesNo,
} from '@luoshi/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkFields } from './check-field.ts'
import { fieldsOf, type JsonSchema } from './field-view.ts'

const schema = fields({
  number: text('编号'),
  area: measure('面积', '亩', { least: '0.01', most: '500' }),
  rate: money('标准'),
  trees: count('株数', '株'),
  workedOn: date('日期'),
  isSigned: yesNo('已签字'),
  source: choice('方式', { monitored: '监测', manual: '人工' }),
  contact: phone('电话').optional(),
  rows: listOf('编号表', text('编号')).optional(),
})
const views = fieldsOf(jsonSchemaOf(schema) as JsonSchema)
const right = {
  number: '1',
  area: '12.5',
  rate: '30.00',
  trees: 3,
  workedOn: '2026-03-02',
  isSigned: true,
  source: 'manual',
}
const sentences = (values: Record<string, unknown>) =>
  checkFields(views, values).map(({ message }) => message)

it('finds nothing wrong with what the server takes', () => {
  expect(sentences(right)).toEqual([])
  expect(sentences({ ...right, contact: '0350-1234567', rows: ['a', 'b'] })).toEqual([])
})

it('says what is missing and what would pass, as the server does', () => {
  expect(sentences({ ...right, number: '' })).toEqual(['“编号”未填写，应填文字。'])
  expect(sentences({ ...right, area: '500.01' })).toEqual([
    '“面积（亩）”填的是“500.01”，应填0.01至500之间的数，如12.5。',
  ])
})

it('agrees with the server on any value of a field', () => {
  const values = fc.oneof(
    fc.string({ maxLength: 12 }).filter((value) => value.trim() !== ''),
    fc.constantFrom(
      '0',
      '0.01',
      '500',
      '1e3',
      '30.5',
      '30.555',
      '2026-02-30',
      '2026-02-28',
      '13800000000',
      'manual',
    ),
    fc.boolean(),
    fc.integer({ min: -2, max: 9 }),
  )
  const names = fc.constantFrom(
    'number',
    'area',
    'rate',
    'trees',
    'workedOn',
    'isSigned',
    'source',
    'contact',
  )
  fc.assert(
    fc.property(names, values, (name, value) => {
      const whole = { ...right, [name]: value }
      // A control gives values of its own type only: text where text is typed, numbers where things are counted.
      fc.pre(typeof value === typeofField[name])
      const outcome = validate(schema, whole)
      const expected = outcome.kind === 'valid' ? [] : outcome.issues.map(({ message }) => message)
      expect(sentences(whole)).toEqual(expected)
    }),
  )
})

const typeofField: Readonly<Record<string, string>> = {
  number: 'string',
  area: 'string',
  rate: 'string',
  trees: 'number',
  workedOn: 'string',
  isSigned: 'boolean',
  source: 'string',
  contact: 'string',
}
