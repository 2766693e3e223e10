import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deepestWell, notTooDeep } from '../fixtures/well-permit.ts'
import { defineParameter, withValue } from './parameter.ts'
import { whatIf } from './what-if.ts'

const shallower = {
  'deepest-well': withValue(deepestWell, { from: '2026-01-01', value: '200', basis: null }),
}
const rate = defineParameter({
  id: 'rate',
  title: '打井补助',
  unit: '元/米',
  values: [
    { from: '2026-01-01', value: '10', basis: null },
    { from: '2026-07-01', value: '12.5', basis: null },
  ],
})
const higher = { rate: withValue(rate, { from: '2026-01-01', value: '11', basis: null }) }

const wells = [
  { id: 'W-1', facts: { depth: '200', cost: '1000', dug: '2026-06-30' } },
  { id: 'W-2', facts: { depth: '250', cost: '2000.50', dug: '2026-07-01' } },
  { id: 'W-3', facts: { depth: '301', cost: '4000', dug: '2026-06-30' } },
  { id: 'W-4', facts: { cost: '8000' } },
]
const byCost = { amount: 'cost' } as const
const byDepth = { quantity: 'depth', rate, datedBy: 'dug' } as const

describe('what if', () => {
  it('shows which cases other values decide otherwise, and the money', () => {
    const shown = whatIf(notTooDeep, wells, byCost, '2026-03-02', {}, shallower)
    expect(shown.before).toEqual({ yes: 2, no: 1, unknown: 1, money: '3000.5', withoutMoney: 0 })
    expect(shown.after).toEqual({ yes: 1, no: 2, unknown: 1, money: '1000', withoutMoney: 0 })
    expect(shown.difference).toBe('-2000.5')
    expect(shown.changed).toMatchObject([
      {
        id: 'W-2',
        before: { verdict: { outcome: 'yes' }, money: '2000.50' },
        after: { verdict: { outcome: 'no', used: [{ value: '200' }] }, money: '0' },
      },
    ])
  })

  it('counts a quantity at the rate of its day, and shows whom another rate gives other money', () => {
    const shown = whatIf(notTooDeep, wells, byDepth, '2026-03-02', {}, higher)
    expect(shown.before.money).toBe('5125')
    expect(shown.after).toMatchObject({ yes: 2, money: '5325' })
    expect(shown.difference).toBe('200')
    expect(shown.changed.map(({ id, before, after }) => [id, before.money, after.money])).toEqual([
      ['W-1', '2000', '2200'],
    ])
  })

  it('tells how many have a yes and no money that can be told', () => {
    const unset = { rate: defineParameter<string>({ id: 'rate', title: '', unit: '', values: [] }) }
    const shown = whatIf(notTooDeep, wells, { ...byDepth, datedBy: 'nothing' }, '2026-03-02', {}, unset)
    expect(shown.before).toMatchObject({ money: '4500', withoutMoney: 0 })
    expect(shown.after).toMatchObject({ yes: 2, money: '0', withoutMoney: 2 })
    expect(shown.changed.map(({ id }) => id)).toEqual(['W-1', 'W-2'])
  })

  it('shows no difference where the values are the same', () => {
    const depths = fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 20 })
    fc.assert(
      fc.property(depths, (list) => {
        const records = list.map((depth, index) => ({ id: `W-${index}`, facts: { depth: String(depth) } }))
        const shown = whatIf(notTooDeep, records, byDepth, '2026-03-02', shallower, {})
        expect(shown.changed).toEqual([])
        expect(shown.difference).toBe('0')
        expect(shown.before).toEqual(shown.after)
      }),
    )
  })
})
