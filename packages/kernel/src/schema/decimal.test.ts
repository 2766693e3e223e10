import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differenceOf, isAtLeast, isAtMost, isDecimal, isSameAmount, productOf, sumOf } from './decimal.ts'

const cents = fc.integer({ min: -1_000_000, max: 1_000_000 })
const decimalOf = (value: number) => {
  const digits = String(Math.abs(value)).padStart(3, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe('decimals', () => {
  it('add up without the errors of floats', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf([])).toBe('0')
    expect(productOf('24.9', '2.5')).toBe('62.25')
    expect(differenceOf('900000', '899999.99')).toBe('0.01')
  })

  it('compare as numbers, not as texts', () => {
    expect(isSameAmount('30', '30.00')).toBe(true)
    expect(isAtLeast('100', '25')).toBe(true)
    expect(isAtMost('30000.01', '30000')).toBe(false)
  })

  it('are written in plain digits only', () => {
    for (const text of ['12', '-0.5', '30000.00']) expect(isDecimal(text)).toBe(true)
    for (const text of ['', '1e3', '1,000', '十二', ' 12', '1.', '.5', '１２'])
      expect(isDecimal(text)).toBe(false)
  })

  it('give for any amounts in cents the sum in cents', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (amounts) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0)
        expect(isSameAmount(sumOf(amounts.map(decimalOf)), decimalOf(sum))).toBe(true)
      }),
    )
  })
})
