import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareDecimals, decimalOf, differenceOf, productOf, sumOf } from './decimal-of.ts'

describe('decimalOf', () => {
  it.each([
    ['1,234.50', '1234.5'],
    ['２４２６７．９８', '24267.98'],
    ['3.5万', '35000'],
    ['1.2亿', '120000000'],
    ['-81.9%', '-0.819'],
    ['0.40‰', '0.0004'],
    [' 0 ', '0'],
    ['-0', '0'],
    ['007', '7'],
  ])('reads %s as %s', (printed, value) => {
    expect(decimalOf(printed)).toBe(value)
  })

  it.each(['', '-', '*', '2套', '≥97', '4:1', '2023年', '1.2.3', '东山镇'])('is no number: %s', (printed) => {
    expect(decimalOf(printed)).toBeNull()
  })
})

describe('exact arithmetic', () => {
  const cents = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n })
  const decimal = (value: bigint) => differenceOf(productOf(value.toString(), '0.01'), '0')

  it('keeps every digit that a float would lose', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['2095.6', '1835.1', '66', '643.27'])).toBe('4639.97')
    expect(productOf('1055', '0.2')).toBe('211')
    expect(sumOf([])).toBe('0')
    expect(differenceOf('1', '1.05')).toBe('-0.05')
  })

  it('adds as whole cents do', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 20 }), (values) => {
        expect(sumOf(values.map(decimal))).toBe(decimal(values.reduce((sum, value) => sum + value, 0n)))
      }),
    )
  })

  it('adds fractions that floats do not', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('0.3')
    expect(sumOf(['100', '0.05'])).toBe('100.05')
  })

  it('orders as whole cents do', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(compareDecimals(decimal(a), decimal(b))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })
})
