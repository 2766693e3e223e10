import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepestWell, notTooDeep } from '../fixtures/well-permit.ts'
import { withValue } from './parameter.ts'
import { whatIf } from './what-if.ts'

const shallower = {
  'deepest-well': withValue(deepestWell, { from: '2026-01-01', value: '200', basis: null }),
}
const wells = [
  { id: 'W-1', facts: { depth: '200' }, worth: '1000' },
  { id: 'W-2', facts: { depth: '250' }, worth: '2000.50' },
  { id: 'W-3', facts: { depth: '301' }, worth: '4000' },
  { id: 'W-4', facts: {}, worth: '8000' },
]

describe('what if', () => {
  it('shows which cases other values decide otherwise, and the money', () => {
    const shown = whatIf(notTooDeep, wells, '2026-03-02', {}, shallower)
    expect(shown.before).toEqual({ yes: 2, no: 1, unknown: 1, money: '3000.5' })
    expect(shown.after).toEqual({ yes: 1, no: 2, unknown: 1, money: '1000' })
    expect(shown.difference).toBe('-2000.5')
    expect(shown.changed).toMatchObject([
      { id: 'W-2', before: { outcome: 'yes' }, after: { outcome: 'no', used: [{ value: '200' }] } },
    ])
  })

  it('shows no difference where the values are the same', () => {
    const depths = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 20 })
    fc.assert(
      fc.property(depths, (list) => {
        const records = list.map((depth, index) => ({
          id: `W-${index}`,
          facts: { depth: String(depth) },
          worth: String(depth),
        }))
        const shown = whatIf(notTooDeep, records, '2026-03-02', shallower, {})
        expect(shown.changed).toEqual([])
        expect(shown.difference).toBe('0')
        expect(shown.before).toEqual(shown.after)
      }),
    )
  })
})
