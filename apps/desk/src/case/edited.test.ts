import { describe, expect, it } from 'vitest'
import { fieldsOf } from '../schema/field-view.ts'
import { changedValues, presentValues } from './edited.ts'

const text = (label: string, more: object = {}) => ({ type: 'string', control: 'text', label, ...more })
const properties = {
  overview: text('总体情况'),
  late: text('超期任务'),
  contact: text('联系人', { personal: 'name' }),
}
const data = { overview: '应办结4项。', contact: '钱**', number: '2026-11' }

describe('an action that asks for nothing', () => {
  it('begins from what is there, but for personal data, which are masked', () => {
    expect(presentValues(fieldsOf({ properties }), data)).toEqual({ overview: '应办结4项。' })
  })

  it('sends what was changed only', () => {
    const before = { overview: '应办结4项。', late: '无' }
    expect(changedValues({ ...before, late: '1项' }, before)).toEqual({ late: '1项' })
  })
})

it('an action that asks for something begins empty: what was said before is not said again', () => {
  expect(presentValues(fieldsOf({ properties, required: ['late'] }), data)).toEqual({})
})
