import { expect, it } from 'vitest'
import { groupedText, moneyText } from './amounts.ts'

it('groups digits and keeps what stands behind the point', () => {
  expect(groupedText('1234567.80')).toBe('1,234,567.80')
  expect(groupedText('12')).toBe('12')
})

it('says large money in ten thousands only where nothing is lost', () => {
  expect(moneyText('900000')).toBe('90.00 万元')
  expect(moneyText('900000.00')).toBe('90.00 万元')
  expect(moneyText('900010')).toBe('900,010.00 元')
  expect(moneyText('9000')).toBe('9,000.00 元')
  expect(moneyText('1234.5')).toBe('1,234.50 元')
})
