import { whatIf, withValue } from '@luoshi/kernel'
import { expect, it } from 'vitest'
import { leastDepth, subsidyRate } from './parameters.ts'
import { depthReached } from './rules.ts'

const record = (id: string, depth: string, area: string, workedOn = '2022-09-01') => ({
  id,
  facts: { number: id, depth, area, workedOn, township: '三岔镇' },
})

const register = [
  record('S-1', '24.9', '100'),
  record('S-2', '25', '40'),
  record('S-3', '25.9', '60.5'),
  record('S-4', '26', '200'),
  record('S-5', '31.2', '1000'),
]
const worth = { quantity: 'area', rate: subsidyRate, datedBy: 'workedOn' } as const
const set = <Value>(parameter: Parameters<typeof withValue<Value>>[0], value: Value) => ({
  [parameter.id]: withValue(parameter, { from: '2022-01-01', value, basis: null }),
})

it('30 元 an 亩 raised to 35 changes no verdict, and the money of every record that is paid', () => {
  const shown = whatIf(depthReached, register, worth, '2022-10-01', {}, set(subsidyRate, '35'))
  expect(shown.before).toEqual({ yes: 4, no: 1, unknown: 0, money: '39015', withoutMoney: 0 })
  expect(shown.after).toEqual({ yes: 4, no: 1, unknown: 0, money: '45517.5', withoutMoney: 0 })
  expect(shown.difference).toBe('6502.5')
  expect(shown.changed.map(({ id }) => id)).toEqual(['S-2', 'S-3', 'S-4', 'S-5'])
})

it('25 厘米 raised to 26 costs the records between them their money, with the value that was used', () => {
  const shown = whatIf(depthReached, register, worth, '2022-10-01', {}, set(leastDepth, '26'))
  expect(shown.after).toMatchObject({ yes: 2, no: 3, money: '36000' })
  expect(shown.difference).toBe('-3015')
  expect(shown.changed).toMatchObject([
    { id: 'S-2', before: { money: '1200' }, after: { money: '0', verdict: { used: [{ value: '26' }] } } },
    { id: 'S-3', before: { money: '1815' }, after: { money: '0' } },
  ])
})

it('both at once', () => {
  const others = { ...set(subsidyRate, '35'), ...set(leastDepth, '26') }
  const shown = whatIf(depthReached, register, worth, '2022-10-01', {}, others)
  expect(shown.after.money).toBe('42000')
  expect(shown.difference).toBe('2985')
})
